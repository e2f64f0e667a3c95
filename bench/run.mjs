// Measures zicha beside its peers: npm start. See docs/speed.md for what and how.
import {mkdirSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {keys} from './keystrokes.mjs'
import {probe} from './probe.mjs'
import {page} from './report.mjs'
import {cold, large, many} from './tasks.mjs'
import {Work} from './work.mjs'

const TASKS = {cold, many, large, keys}
/** Rounds of each task; how many drafts, of how many megabytes, and keystrokes a sitting. */
const FULL = {
  rounds: {cold: 21, many: 5, large: 2, keys: 2},
  counts: {many: 1000, sizes: [0.5, 1, 2, 5], keystrokes: 60},
}
const QUICK = {
  rounds: {cold: 5, many: 1, large: 1, keys: 1},
  counts: {many: 200, sizes: [0.5, 1], keystrokes: 20},
}

const USAGE = `node run.mjs [options]         measures all, prints the page and writes docs/speed.md

  --only=cold,many,large,keys    only these
  --rounds=N                     so many rounds of each, not ${Object.values(FULL.rounds).join(', ')}
  --quick                        fewer rounds, drafts and keystrokes: to see that it works
  --no-write                     leaves docs/speed.md alone, as each of the above does
  --json                         prints the figures as JSON`

const NAMES = Object.keys(TASKS)
const {values: options} = parseArgs({
  options: {
    only: {type: 'string', default: NAMES.join()},
    rounds: {type: 'string'},
    quick: {type: 'boolean', default: false},
    'no-write': {type: 'boolean', default: false},
    json: {type: 'boolean', default: false},
    help: {type: 'boolean', short: 'h', default: false},
  },
})
const {rounds: usual, counts} = options.quick ? QUICK : FULL
const names = options.only.split(',')
const rounds = options.rounds ? Object.fromEntries(NAMES.map((name) => [name, Number(options.rounds)])) : usual

if (options.help) console.log(USAGE)
else if (names.some((name) => !TASKS[name]) || Object.values(rounds).some((count) => !(count >= 1))) {
  console.error(USAGE)
  process.exitCode = 2
} else report(await measure())

async function measure() {
  const work = new Work()
  // a run that fails or is interrupted leaves nothing behind either
  process.once('exit', () => work.remove())
  // more than once: npm passes on what the terminal has sent already
  process.on('SIGINT', () => process.exit(130))
  process.on('SIGTERM', () => process.exit(143))
  const tell = (what) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${what}`)
  tell('does every program read its drafts?')
  await probe(work, ['txt', 'md', 'docx'])
  const figures = {}
  for (const name of NAMES.filter((task) => names.includes(task)))
    figures[name] = await TASKS[name]({work, rounds, counts, tell})
  tell('')
  return figures
}

function report(figures) {
  const {quick} = options
  const folder = join(tmpdir(), 'zicha-bench-figures')
  mkdirSync(folder, {recursive: true})
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}.json`)
  const json = JSON.stringify({node: process.versions.node, quick, rounds, counts, ...figures}, null, 2)
  writeFileSync(file, `${json}\n`)
  const text = page(figures, {quick})
  console.log(options.json ? json : text)
  console.error(`figures: ${file}`)
  const isWhole = names.length === NAMES.length && !options.rounds && !quick
  if (!isWhole || options['no-write']) return
  writeFileSync(new URL('../docs/speed.md', import.meta.url), text)
  console.error('written: docs/speed.md')
}
