import {fileURLToPath} from 'node:url'
import {createLinter, type LinterOptions} from '../api/linter.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {applyFixes} from '../lint/edits.ts'
import type {Rule} from '../lint/rule.ts'
import {findPages, pageUri} from '../lsp/pages.ts'

/** As `createLinter` takes them: the configuration is looked for beside and above the file where none is named. */
export type RemarkZichaOptions = LinterOptions

/** Any syntax tree: nothing is read of it. */
interface Tree {
  type: string
}

/** What the plugin needs of a `VFile`; so typed, it fits the unified of whoever uses it. */
interface LintedFile {
  readonly path: string
  toString(): string
  message(reason: string, options: {place: MessagePlace; ruleId: string; source: string}): Message
}

interface MessagePlace {
  start: {line: number; column: number; offset: number}
  end: {line: number; column: number; offset: number}
}

/** The fields of a `VFileMessage` that a finding fills. */
interface Message {
  fatal?: boolean | null | undefined
  actual?: string | null | undefined
  expected?: string[] | null | undefined
  url?: string | null | undefined
  note?: string | null | undefined
}

/** Of a finding of each severity: errors fail a run of remark-cli, warnings with `--frail`, hints never. */
const FATAL = {error: true, warning: false, info: undefined} as const

/**
 * A plugin for remark that lints the file as `zicha` does, and adds a message for each finding: `remark().use(remarkZicha)`.
 * The tree is left as it is; the draft is read from the file's value, because Markdown takes blanks (`**机关`) for emphasis.
 */
export default function remarkZicha(options?: RemarkZichaOptions): (tree: Tree, file: LintedFile) => Promise<void> {
  const linter = createLinter(options)
  const pages = findPages(fileURLToPath(import.meta.url))
  return async (_, file) => {
    const filePath = markdownPath(file.path)
    const {configuration, rules} = await linter.loadConfig(filePath)
    const {diagnostics, source} = await linter.lintText(String(file), {filePath})
    for (const diagnostic of diagnostics) {
      const rule = rules.find(({id}) => id === diagnostic.ruleId)
      addMessage(file, diagnostic, {source, note: rule && noteOf(rule, configuration.lang), pages})
    }
  }
}

/** Whatever the file is called, remark reads it as Markdown. */
const markdownPath = (path: string | undefined): string =>
  path === undefined ? 'draft.md' : /\.(?:md|markdown)$/i.test(path) ? path : `${path}.md`

interface Beside {
  readonly source: string
  readonly note: string | undefined
  readonly pages: string | undefined
}

function addMessage(file: LintedFile, diagnostic: Diagnostic, {source, note, pages}: Beside): void {
  const {ruleId, severity, start, end, line, column, endLine, endColumn} = diagnostic
  const place = {
    start: {line, column, offset: start},
    end: {line: endLine, column: endColumn, offset: end},
  }
  const message = file.message(diagnostic.message, {place, ruleId, source: 'zicha'})
  message.fatal = FATAL[severity]
  message.actual = source.slice(start, end)
  const expected = expectedOf(diagnostic, source)
  if (expected.length) message.expected = expected
  const url = pageUri(diagnostic.url, pages)
  if (url !== undefined) message.url = url
  const related = diagnostic.related.map((other) => `${other.line}:${other.column} ${other.message}`)
  const notes = [...related, ...(note === undefined ? [] : [note])]
  if (notes.length) message.note = notes.join('\n\n')
}

const noteOf = ({why, how}: Rule, lang: 'zh' | 'en'): string => `${why[lang]}\n\n${how[lang]}`

/** What the words may be replaced by, the repair first. Edits outside the words can't be told so, and are left out. */
function expectedOf({start, end, fix, suggestions}: Diagnostic, source: string): string[] {
  const ways = [...(fix ? [fix.edits] : []), ...suggestions.map(({edits}) => edits)]
  return ways
    .filter((edits) => edits.every((edit) => start <= edit.start && edit.end <= end))
    .map((edits) => {
      const own = edits.map((edit) => ({...edit, start: edit.start - start, end: edit.end - start}))
      return applyFixes(source.slice(start, end), [own]).text
    })
}
