import type {Language} from '../lint/configuration.ts'

/** Where a command writes. Tests give their own. */
export interface Io {
  out(text: string): void
  error(text: string): void
  /** Resolves when the reader of `out` has caught up; where it isn't there, `out` itself waits. */
  drained?(): Promise<void>
  /** Whether colours may be used on standard output. */
  readonly color: boolean
  /** Width of the terminal; 100 where there is none. */
  readonly columns: number
  /** Whether `out` writes to a terminal. */
  readonly onTerminal?: boolean
  /** Draws on the terminal's last line; undefined where standard error is none. */
  readonly progress?: (text: string) => void
  /** The program itself, for threads; undefined where only this thread works. */
  readonly program?: string
  /** Asks the user one question; undefined where nobody sits at the terminal. */
  readonly ask?: (question: string) => Promise<string>
}

/** Exit codes: nothing found, something found, or wrong usage, unreadable input or a crash. */
export const CLEAN = 0
export const FOUND = 1
export const FAILED = 2
/** Stopped by Ctrl-C. */
export const INTERRUPTED = 130

/** The language of messages, where it is needed before the options are parsed. */
export const messageLanguage = (argv: readonly string[]): Language =>
  /^en\b/.test(argv[argv.indexOf('--lang') + 1] ?? '') || argv.includes('--lang=en') ? 'en' : 'zh'
