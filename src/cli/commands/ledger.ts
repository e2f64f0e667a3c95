import {extname} from 'node:path'
import type {Entry, Sheet} from '../../ledger/sheets.ts'
import type {Language} from '../../lint/configuration.ts'
import {Failure} from '../../lint/failure.ts'
import {fill} from '../../lint/lint.ts'
import type {Localized} from '../../lint/rule.ts'
import {createLoader, type Flags, ignoredBy, languageOf} from '../flags.ts'
import {findInputs} from '../inputs.ts'
import {CLEAN, FAILED, type Io} from '../io.ts'
import {lintInputs} from '../lint-inputs.ts'
import {refuseOverDraft} from '../over-draft.ts'
import {whyNotWritten} from '../why-not-written.ts'
import {writeAtomically} from '../write-file.ts'
import {tell} from './lint.ts'

export interface LedgerFlags extends Flags {
  readonly output?: string
  readonly stdinFilename?: string
  readonly convert?: boolean
}

const TEXTS = {
  format: {
    zh: '台账只能写成 .xlsx、.csv 或 .md 文件；收到的是“{path}”。',
    en: 'A ledger is written as .xlsx, .csv or .md; it got “{path}”.',
  },
  notWritten: {zh: '无法写入“{path}”（{reason}）。', en: 'Cannot write “{path}” ({reason}).'},
  done: {
    zh: '已写入 {path}：文件 {files} 个，问题 {problems} 条，其中没有对应措施的 {unanswered} 条。\n',
    en: 'Wrote {path}: files {files}, problems {problems}, without a measure {unanswered}.\n',
  },
} satisfies Record<string, Localized>

/** `zicha ledger <files…> -o <file>`: problems and measures of drafts as a table; on standard output as Markdown. */
export async function ledgerCommand(patterns: readonly string[], flags: LedgerFlags, io: Io): Promise<number> {
  const {output} = flags
  const write = await writerFor(output)
  const loader = createLoader(flags)
  const found = await findInputs(patterns, ignoredBy(loader, flags), flags.stdinFilename)
  if (output !== undefined) refuseOverDraft(output, found.inputs)
  const {inputs, failures} = flags.convert
    ? await (await import('../convert.ts')).convertInputs(found.inputs)
    : {inputs: found.inputs, failures: []}
  const asked = languageOf(flags.lang)
  const {run, results} = await lintInputs(inputs, loader, {withReport: true, lang: asked}, io)
  const lang = flags.lang === undefined ? (run.lang ?? asked) : asked
  const failed = [...found.failures, ...failures, ...run.failures]
  tell(failed, lang, io)
  const entries = results.flatMap(({filePath, report, diagnostics}): Entry[] =>
    report ? [{filePath, report, diagnostics}] : [],
  )
  if (entries.length) {
    const {ledgerSheets} = await import('../../ledger/sheets.ts')
    const content = write(ledgerSheets(entries, lang))
    if (output === undefined) io.out(String(content))
    else {
      save(output, content)
      io.out(summary(output, entries, lang))
    }
  }
  return failed.length ? FAILED : CLEAN
}

/** @throws Failure where the name's ending is none of ours */
async function writerFor(path: string | undefined): Promise<(sheets: readonly Sheet[]) => string | Uint8Array> {
  switch (path === undefined ? '.md' : extname(path).toLowerCase()) {
    case '.xlsx':
      return (await import('../../ledger/xlsx.ts')).writeXlsx
    case '.csv': {
      const {writeCsv} = await import('../../ledger/csv.ts')
      // a file of this kind holds one table: the ledger, which is the last
      return (sheets) => writeCsv(sheets.at(-1) as Sheet)
    }
    case '.md':
      return (await import('../../ledger/markdown.ts')).writeMarkdown
    default:
      throw new Failure(TEXTS.format, {path: path ?? ''})
  }
}

function save(path: string, content: string | Uint8Array): void {
  try {
    writeAtomically(path, typeof content === 'string' ? Buffer.from(content) : content)
  } catch (error) {
    throw new Failure(TEXTS.notWritten, {path, reason: whyNotWritten(error)})
  }
}

function summary(path: string, entries: readonly Entry[], lang: Language): string {
  const verdicts = entries.flatMap(({report}) => report.answers.problems.map(({verdict}) => verdict))
  const unanswered = verdicts.filter((verdict) => verdict === 'none').length
  return fill(TEXTS.done[lang], {path, files: entries.length, problems: verdicts.length, unanswered})
}
