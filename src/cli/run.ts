import {CommanderError} from 'commander'
import type {Language} from '../lint/configuration.ts'
import {Failure} from '../lint/failure.ts'
import type {Localized} from '../lint/rule.ts'
import {FAILED, INTERRUPTED, type Io} from './io.ts'
import {Interrupted} from './pace.ts'
import {createProgram} from './program.ts'
import {describeUsageError} from './usage.ts'

const CRASH: Localized = {
  zh: '程序内部出错：{reason}。草稿没有被改动；请把出错的命令反馈给开发者。',
  en: 'zicha itself failed: {reason}. No draft was changed; please report the command.',
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
  let code: number | undefined = 0
  const program = createProgram(argv, io, lang, (result) => {
    code = result
  })
  try {
    await program.parseAsync([...argv], {from: 'user'})
    return code
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      io.error(`${describeUsageError(error, lang)}\n`)
    } else if (error instanceof Interrupted) {
      io.error(`${error.in(lang)}\n`)
      return INTERRUPTED
    } else if (error instanceof Failure) io.error(`${error.in(lang)}\n`)
    else io.error(`${new Failure(CRASH, {reason: error instanceof Error ? error.message : String(error)}).in(lang)}\n`)
    return FAILED
  }
}
