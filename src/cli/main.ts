import {FAILED} from './io.ts'
import {run, unfinished} from './run.ts'
import {isTerminal, writerTo} from './streams.ts'
import {THREAD} from './thread.ts'

if (process.argv[2] === THREAD) void import('./worker.ts').then(({serve}) => serve())
else void main()

async function main(): Promise<void> {
  const out = writerTo('stdout')
  const errors = writerTo('stderr')
  const error = errors.write
  const onTerminal = isTerminal('stdout')
  const argv = process.argv.slice(2)
  const tellUnfinished = (): void => {
    error(`${unfinished(argv)}\n`)
    process.exitCode = FAILED
  }
  process.once('exit', tellUnfinished)
  const code = await run(argv, {
    out: out.write,
    drained: out.drained,
    error,
    onTerminal,
    color: wantsColor(onTerminal),
    columns: (onTerminal && process.stdout.columns) || 100,
    ...(process.argv[1] === undefined ? {} : {program: process.argv[1]}),
    ...(isTerminal('stderr') ? {progress: error} : {}),
    ...(onTerminal && isTerminal('stdin') ? {ask} : {}),
  })
  process.off('exit', tellUnfinished)
  process.exitCode = code
  // at once: otherwise Node first takes all memory apart
  if (code !== undefined && out.isDone() && errors.isDone()) process.exit()
}

/** https://no-color.org: any non-empty value turns colours off; FORCE_COLOR turns them on. */
function wantsColor(onTerminal: boolean): boolean {
  if (process.env.NO_COLOR || process.argv.includes('--no-color')) return false
  if (process.env.FORCE_COLOR && process.env.FORCE_COLOR !== '0') return true
  return onTerminal && process.env.TERM !== 'dumb'
}

async function ask(question: string): Promise<string> {
  const {createInterface} = await import('node:readline/promises')
  const terminal = createInterface({input: process.stdin, output: process.stdout})
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
}
