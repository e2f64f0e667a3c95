import {isMainThread} from 'node:worker_threads'
import {run} from './run.ts'

if (isMainThread) void main()
else void import('./worker.ts').then(({serve}) => serve())

async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    color: wantsColor(),
    columns: process.stdout.columns || 100,
    ...(process.argv[1] === undefined ? {} : {program: process.argv[1]}),
    ...(process.stderr.isTTY ? {progress: (text: string) => process.stderr.write(text)} : {}),
    ...(process.stdin.isTTY && process.stdout.isTTY ? {ask} : {}),
  })
}

/** https://no-color.org: any non-empty value turns colours off; FORCE_COLOR turns them on. */
function wantsColor(): boolean {
  if (process.env.NO_COLOR || process.argv.includes('--no-color')) return false
  if (process.env.FORCE_COLOR && process.env.FORCE_COLOR !== '0') return true
  return Boolean(process.stdout.isTTY) && process.env.TERM !== 'dumb'
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
