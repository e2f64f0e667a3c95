import type {Language} from '../lint/configuration.ts'
import {Failure} from '../lint/failure.ts'
import type {Localized} from '../lint/rule.ts'
import {lintCommand, PLAIN} from './commands/lint.ts'
import {COMMANDS} from './commands/names.ts'
import {FAILED, INTERRUPTED, type Io} from './io.ts'
import {Interrupted} from './pace.ts'

const CRASH: Localized = {
  zh: '程序内部出错：{reason}。没有哪份草稿只改了一半；请把出错的命令反馈给开发者。',
  en: 'zicha itself failed: {reason}. No draft is half written; please report the command.',
}

/**
 * Runs the command line.
 * @param argv without the program's name
 * @returns the exit code, undefined where a server goes on; never throws
 */
export async function run(argv: readonly string[], io: Io): Promise<number | undefined> {
  // the language of messages is needed before the options are parsed
  const lang: Language =
    /^en\b/.test(argv[argv.indexOf('--lang') + 1] ?? '') || argv.includes('--lang=en') ? 'en' : 'zh'
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
    const failure =
      error instanceof Failure
        ? error
        : new Failure(CRASH, {reason: error instanceof Error ? error.message : String(error)})
    io.error(`${failure.in(lang)}\n`)
    return FAILED
  }
}

/** The drafts to lint where nothing else is told, as in most runs: they start without the parser of options. */
function onlyDrafts(argv: readonly string[]): readonly string[] | undefined {
  const [first, ...rest] = argv
  const drafts = first === 'lint' ? rest : argv
  if (drafts.some((argument) => argument.startsWith('-'))) return undefined
  return first === 'lint' || !COMMANDS.some((name) => name === first) ? drafts : undefined
}
