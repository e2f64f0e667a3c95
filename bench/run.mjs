// Measures zicha beside its peers: npm start. See docs/speed.md for what and how.
import {mkdirSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {keys} from './keystrokes.mjs'
import {page, sections} from './page.mjs'
import {probe} from './probe.mjs'
import {cold, large, many} from './tasks.mjs'
import {Work} from './work.mjs'

const TASKS = {cold, many, large, keys}
const ROUNDS = {cold: 21, many: 5, large: 5, keys: 3}
const QUICK = {cold: 5, many: 1, large: 1, keys: 1}

const USAGE = `node run.mjs [options]        measures all, writes docs/speed.md
  --only=cold,many,large,keys   only these; docs/speed.md stays as it is
  --rounds=N                    rounds of each (else ${Object.values(ROUNDS).join(', ')})
  --quick                       a few rounds, to see that it works
  --no-write                    docs/speed.md stays as it is
  --json                        the figures as JSON, not as tables`

const {values: options} = parseArgs({
  options: {
    only: {type: 'string', default: Object.keys(TASKS).join()},
    rounds: {type: 'string'},
    quick: {type: 'boolean', default: false},
    'no-write': {type: 'boolean', default: false},
    json: {type: 'boolean', default: false},
    help: {type: 'boolean', short: 'h', default: false},
  },
})

const names = options.only.split(',')
const rounds = {...(options.quick ? QUICK : ROUNDS)}
if (options.rounds) for (const name of names) rounds[name] = Number(options.rounds)

if (options.help) console.log(USAGE)
else if (names.some((name) => !TASKS[name]) || Object.values(rounds).some((count) => !(count >= 1))) {
  console.error(USAGE)
  process.exitCode = 2
} else await measure()

async function measure() {
  const work = new Work()
  // an interrupted run leaves nothing behind either
  process.once('SIGINT', () => process.exit(130))
  process.once('exit', () => work.remove())
  const tell = (what) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${what}`)
  tell('does every program read its drafts?')
  await probe(work, ['txt', 'md', 'docx'])
  const figures = {date: new Date().toISOString(), node: process.versions.node, quick: options.quick, rounds}
  for (const [name, task] of Object.entries(TASKS))
    if (names.includes(name)) figures[name] = await task({work, rounds, quick: options.quick, tell})
  tell('')
  report(figures)
}

function report(figures) {
  const folder = join(tmpdir(), 'zicha-bench-figures')
  mkdirSync(folder, {recursive: true})
  const file = join(folder, `${figures.date.replaceAll(':', '-')}.json`)
  const json = JSON.stringify(figures, null, 2)
  writeFileSync(file, `${json}\n`)
  console.log(options.json ? json : sections(figures))
  console.error(`\nfigures: ${file}`)
  if (options['no-write'] || names.length < Object.keys(TASKS).length) return
  writeFileSync(new URL('../docs/speed.md', import.meta.url), page(figures))
  console.error('written: docs/speed.md')
}
