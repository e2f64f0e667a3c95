import {filesRunning} from '../config/foreign.ts'
import {Failure} from '../lint/failure.ts'
import {reasonOf} from '../lint/one-line.ts'
import type {Localized} from '../lint/rule.ts'
import {lintCommand, PLAIN} from './commands/lint.ts'
import {COMMANDS} from './commands/names.ts'
import {FAILED, INTERRUPTED, type Io, messageLanguage} from './io.ts'
import {Interrupted} from './pace.ts'

const CRASH: Localized = {
  zh: '程序内部出错：{reason}。没有哪份草稿只改了一半；请把出错的命令反馈给开发者。',
  en: 'zicha itself failed: {reason}. No draft is half written; please report the command.',
}

const UNFINISHED: Localized = {zh: '没有做完就结束了。', en: 'Ended before it was done.'}
const UNFINISHED_CODE: Localized = {
  zh: '没有做完就结束了：“{file}”的代码一直没有结果，或者自己结束了程序。',
  en: 'Ended before it was done: the code of “{file}” never gave a result, or ended the program itself.',
}

/**
 * Runs the command line.
 * @param argv without the program's name
 * @returns the exit code, undefined where a server goes on; never throws
 */
export async function run(argv: readonly string[], io: Io): Promise<number | undefined> {
  const lang = messageLanguage(argv)
  try {
    const drafts = onlyDrafts(argv)
    if (drafts) return await lintCommand(drafts, PLAIN, io)
    const {runProgram} = await import('./program.ts')
    return await runProgram(argv, io, lang)
  } catch (error) {
    if (error instanceof Interrupted) {
      io.error(`${error.in(lang)}\n`)
      return INTERRUPTED
    }
    const failure = error instanceof Failure ? error : new Failure(CRASH, {reason: reasonOf(error)})
    io.error(`${failure.in(lang)}\n`)
    return FAILED
  }
}

/** What is said of a run whose process ends before it: a green run has checked everything. */
export function unfinished(argv: readonly string[]): string {
  const [file] = filesRunning()
  const failure = file === undefined ? new Failure(UNFINISHED) : new Failure(UNFINISHED_CODE, {file})
  return failure.in(messageLanguage(argv))
}

/** The drafts to lint where nothing else is told, as in most runs: they start without the parser of options. */
function onlyDrafts(argv: readonly string[]): readonly string[] | undefined {
  const [first, ...rest] = argv
  const drafts = first === 'lint' ? rest : argv
  if (drafts.some((argument) => argument.startsWith('-'))) return undefined
  return first === 'lint' || !COMMANDS.some((name) => name === first) ? drafts : undefined
}
