import {openWord, type WordDocument} from '../draft/word/document.ts'
import {OUR_AUTHOR} from '../draft/word/facts.ts'
import type {Part} from '../draft/word/package.ts'
import {readStories} from '../draft/word/read-stories.ts'
import {attribute, type Element, escapeXml, walk} from '../draft/word/xml.ts'
import type {Language} from '../lint/configuration.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import type {Rule} from '../lint/rule.ts'
import {anchorOf} from './anchors.ts'
import {CommentMarks} from './comment-marks.ts'
import {commentLines} from './comment-text.ts'
import {Changes, wordNamespace} from './parts.ts'
import {appendToRoot, type Splice, splice} from './splice.ts'

export interface AnnotateOptions {
  readonly lang: Language
  /** Written into the comments as local time. */
  readonly now: Date
  readonly author?: string
  /** Where why and how come from, by rule. */
  readonly rules?: readonly Rule[]
}

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const INITIALS = '查'
/** In so many characters a part's root has declared its namespaces. */
const ROOT = 4096

/** Word reads the time as local, though it must end in Z. */
export function localTime(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `${date}T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}Z`
}

/**
 * Puts each diagnostic into the document as a comment on its words. Comments that an earlier run left are replaced, but
 * for those that somebody answered. Parts that need no change keep their bytes.
 * @throws UnreadableDraft
 */
export function annotateWord(
  bytes: Uint8Array,
  diagnostics: readonly Diagnostic[],
  options: AnnotateOptions,
): Uint8Array {
  const document = openWord(bytes)
  const {source, composer} = document
  const {author = OUR_AUTHOR, lang, now, rules = []} = options
  const changes = new Changes(source)
  const existing = source.related(source.main.name, 'comments')
  const old = existing
    ? findOurs(document, existing, author)
    : {ids: new Set<string>(), splices: [], paragraphs: new Set<string>(), answered: new Set<string>()}
  const namespace = wordNamespace(source.main)
  const marks = new CommentMarks(source.main.xml)
  const byRule = new Map(rules.map((rule) => [rule.id, rule]))
  const text = composer.text
  let id = highestId(document, existing, old.ids)
  let bodies = ''
  const root = `xmlns:w="${namespace}"`
  const declared = !existing || existing.xml.slice(0, ROOT).includes(root) ? '' : `${root} `
  const tags = tagsFor(source.main, namespace)
  for (const diagnostic of diagnostics) {
    const lines = commentLines(diagnostic, text, byRule.get(diagnostic.ruleId), lang)
    if (old.answered.has(lines.join('\n'))) continue
    const anchor = anchorOf(document, diagnostic.reading)
    if (!anchor) continue
    id++
    marks.add(anchor, tags.start(id), tags.end(id))
    bodies += commentXml(id, lines, {author, date: localTime(now), declared})
  }
  const removed: Splice[] = document.stories.marks
    .filter((mark) => old.ids.has(mark.id))
    .map(({start, end}) => ({at: start, remove: end - start, insert: ''}))
  changes.replace(source.main, splice(source.main.xml, [...removed, ...marks.splices]))
  if (existing) {
    const kept = splice(existing.xml, old.splices)
    changes.replace(existing, bodies ? appendToRoot(kept, bodies) : kept)
    forgetParagraphs(document, changes, old.paragraphs)
  } else if (bodies) changes.add('comments', CONTENT_TYPE, `<w:comments ${root}>${bodies}</w:comments>`, namespace)
  return changes.write()
}

/** The marks of a comment, with the prefix that the main part uses for its own elements. */
function tagsFor(main: Part, namespace: string) {
  const prefix = /<(?:([\w.-]+):)?document[\s>]/.exec(main.xml)?.[1]
  const w = prefix ?? 'w'
  // without a prefix of its own the part could not name an attribute of Word's
  const declared = prefix ? '' : ` xmlns:w="${namespace}"`
  return {
    start: (id: number): string => `<${w}:commentRangeStart${declared} ${w}:id="${id}"/>`,
    end: (id: number): string =>
      `<${w}:commentRangeEnd${declared} ${w}:id="${id}"/><${w}:r${declared}><${w}:commentReference ${w}:id="${id}"/></${w}:r>`,
  }
}

function commentXml(
  id: number,
  lines: readonly string[],
  {author, date, declared}: {author: string; date: string; declared: string},
): string {
  const paragraphs = lines.map((line, index) => {
    const mark = index ? '' : '<w:r><w:annotationRef/></w:r>'
    return `<w:p>${mark}<w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`
  })
  const attributes = `${declared}w:id="${id}" w:author="${escapeXml(author)}" w:date="${date}" w:initials="${INITIALS}"`
  return `<w:comment ${attributes}>${paragraphs.join('')}</w:comment>`
}

/** The highest comment id in use; ids of comments that go are free again, so that a second run gives the same file. */
function highestId({stories}: WordDocument, existing: Part | undefined, free: ReadonlySet<string>): number {
  let highest = -1
  const take = (id: string | undefined): void => {
    if (id !== undefined && !free.has(id)) highest = Math.max(highest, Number(id) || 0)
  }
  for (const {id} of stories.marks) take(id)
  const open = (element: Element): void => {
    if (element.name === 'comment') take(attribute(element, 'id'))
  }
  if (existing) walk(existing.xml, {open})
  return highest
}

/** Our comments of earlier runs; those that have an answer stay, and are not written twice. */
function findOurs({source, styles}: WordDocument, comments: Part, author: string) {
  const threads = source.related(source.main.name, 'commentsExtended')
  const parents = new Set<string>()
  if (threads)
    walk(threads.xml, {
      open(element) {
        if (element.name === 'commentEx') parents.add(attribute(element, 'paraIdParent') ?? '')
      },
    })
  const ids = new Set<string>()
  const splices: Splice[] = []
  const paragraphs = new Set<string>()
  const answered = new Set<string>()
  for (const {id, element, flow} of readStories(comments.xml, styles).stories) {
    if (attribute(element, 'author') !== author) continue
    const {start, end} = element
    const own = [...comments.xml.slice(start, end).matchAll(/:paraId="(\w+)"/g)].map((match) => match[1] as string)
    if (own.some((paragraph) => parents.has(paragraph))) {
      answered.add(flow.map((part) => (part.kind === 'paragraph' ? part.text : '')).join('\n'))
      continue
    }
    ids.add(id)
    splices.push({at: start, remove: end - start, insert: ''})
    for (const paragraph of own) paragraphs.add(paragraph)
  }
  return {ids, splices, paragraphs, answered}
}

/** Parts in which Word keeps a table of its comments' paragraphs, and of the lasting ids that it gave them. */
const TABLES: readonly string[] = ['commentsExtended', 'commentsIds', 'commentsExtensible']

/** Takes the paragraphs of removed comments out of Word's own tables. */
function forgetParagraphs({source}: WordDocument, changes: Changes, paragraphs: ReadonlySet<string>): void {
  if (!paragraphs.size) return
  const lasting = new Set<string>()
  for (const type of TABLES) {
    const part = source.related(source.main.name, type)
    if (!part) continue
    const gone: Splice[] = []
    const close = (element: Element): void => {
      const durable = attribute(element, 'durableId')
      const isGone =
        paragraphs.has(attribute(element, 'paraId') ?? '') || (durable !== undefined && lasting.has(durable))
      if (!isGone) return
      if (durable) lasting.add(durable)
      gone.push({at: element.start, remove: element.end - element.start, insert: ''})
    }
    walk(part.xml, {close})
    changes.replace(part, splice(part.xml, gone))
  }
}
