// Scores zicha on the annotated drafts and prints the figures.
//   npm run eval                  the table
//   npm run eval -- --write       writes docs/quality.md; with --clean=FOLDER the table of edited prose is measured again
//   npm run eval -- --check       fails where a figure is below its floor (scripts/eval/floors.json)
//   npm run eval -- --folder=fixtures/held-out   drafts held out; its README says what was learned from which
//   npm run eval -- --misses      what was missed and what was wrong, one line each; --only=d3 for drafts by name
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {rules} from '../../rules/index.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {lint, lintReport} from '../../src/lint/lint.ts'
import {createReport} from '../../src/report/create.ts'
import {understandingOf} from '../../src/reporters/understanding.ts'
import {type Annotated, blockOf, readAnnotated} from './annotated.ts'
import {type CleanReport, qualityPage} from './quality.ts'
import {figuresOf, type Scores, score, type Understood} from './score.ts'

const flags = process.argv.slice(2)
const only = flags.find((flag) => flag.startsWith('--only='))?.slice(7) ?? ''

function understand(gold: Annotated): Understood {
  const draft = gold.file.endsWith('.md') ? readMarkdown(gold.text) : readText(gold.text)
  const report = createReport(draft)
  return {...understandingOf(gold.file, report, 'zh'), messages: lintReport(report, DEFAULT_CONFIGURATION, rules)}
}

/** The groups of drafts that are scored, each with the figures that count for it. */
const GROUPS = {
  all: () => true,
  natural: (file: string) => 'ABHKMNP'.includes(blockOf(file)),
  hard: (file: string) => 'CDILO'.includes(blockOf(file)),
} satisfies Record<string, (file: string) => boolean>

type GroupName = keyof typeof GROUPS

/** Figures by name: `natural/link/f1`. */
function figures(scores: Readonly<Record<GroupName, Scores>>): Map<string, number> {
  const all = new Map<string, number>()
  for (const [group, {rows, sound, soundWithoutError, soundWarnings, soundCharacters}] of Object.entries(scores)) {
    const faults = {hit: 0, miss: 0, wrong: 0}
    for (const [name, row] of rows) {
      for (const [figure, value] of Object.entries(figuresOf(row))) all.set(`${group}/${name}/${figure}`, value)
      if (name.startsWith('fault ')) for (const key of ['hit', 'miss', 'wrong'] as const) faults[key] += row[key]
    }
    const {precision, recall} = figuresOf(faults)
    all.set(`${group}/faults/precision`, precision)
    all.set(`${group}/faults/recall`, recall)
    all.set(`${group}/sound drafts/without error`, soundWithoutError / (sound || 1))
    all.set(`${group}/sound drafts/warnings per 400 characters`, (400 * soundWarnings) / (soundCharacters || 1))
  }
  return all
}

const percent = (share: number): string => (100 * share).toFixed(1).padStart(6)

function printTable(name: string, {rows, drafts, sound, soundWithoutError}: Scores): void {
  console.log(`\n${name}: ${drafts} drafts, ${soundWithoutError} of ${sound} sound ones without an error`)
  console.log(`${''.padEnd(32)} hit miss wrong      P      R     F1`)
  for (const [row, tally] of rows) {
    const {precision, recall, f1} = figuresOf(tally)
    const counts = `${String(tally.hit).padStart(4)}${String(tally.miss).padStart(5)}${String(tally.wrong).padStart(6)}`
    console.log(`${row.padEnd(32)}${counts} ${percent(precision)} ${percent(recall)} ${percent(f1)}`)
  }
}

const HELD_OUT = 'fixtures/held-out'
/** The rounds of drafts held out whose misses were studied: only those have floors. */
const STUDIED = /^[e-m]/

/**
 * The scores of the drafts of a folder, by group.
 * @param names the files that are read
 */
function scoresIn(folder?: string, names = new RegExp(only || '.')): Readonly<Record<GroupName, Scores>> {
  const pairs = readAnnotated(folder)
    .filter(({file}) => names.test(file))
    .map((gold) => ({gold, found: understand(gold)}))
  return Object.fromEntries(
    Object.entries(GROUPS).map(([name, includes]) => [name, score(pairs.filter(({gold}) => includes(gold.file)))]),
  ) as Record<GroupName, Scores>
}

const folder = flags.find((flag) => flag.startsWith('--folder='))?.slice(9)
const scores = scoresIn(folder)
const found = figures(scores)

if (flags.includes('--json')) console.log(JSON.stringify(Object.fromEntries(found), null, 2))
else for (const [name, group] of Object.entries(scores)) printTable(name, group)
if (flags.includes('--misses')) console.log(`\n${scores.all.misses.join('\n')}`)
if (flags.includes('--check')) {
  const floors = JSON.parse(readFileSync('scripts/eval/floors.json', 'utf8')) as Record<string, number>
  for (const [name, value] of figures(scoresIn(HELD_OUT, STUDIED))) found.set(`held-out/${name}`, value)
  const short = Object.entries(floors).filter(([name, floor]) =>
    name.endsWith('characters') ? (found.get(name) ?? 9) > floor : (found.get(name) ?? 0) < floor,
  )
  for (const [name, floor] of short) console.error(`${name}: ${found.get(name)?.toFixed(3)}, floor ${floor}`)
  if (short.length) process.exitCode = 1
}

const CLEAN = 'scripts/eval/clean-report.json'
const HONEST = 'scripts/correspondence/leave-one-out.md'

/** What the rules report on a folder of edited prose, loudest first. */
function measureClean(folder: string): CleanReport {
  const counts = new Map<string, number>()
  let characters = 0
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  for (const name of names) {
    const draft = readText(readFileSync(join(folder, name), 'utf8'))
    characters += draft.text.length
    for (const {severity, ruleId} of lint(draft, DEFAULT_CONFIGURATION, rules)) {
      const key = `${severity} ${ruleId}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const order = ['error', 'warning', 'info']
  const rank = (key: string): number => order.indexOf(key.split(' ')[0] as string)
  return {
    texts: names.length,
    characters,
    findings: Object.fromEntries([...counts].sort((a, b) => rank(a[0]) - rank(b[0]) || b[1] - a[1])),
  }
}

const clean = flags.find((flag) => flag.startsWith('--clean='))?.slice(8)
if (clean) writeFileSync(CLEAN, `${JSON.stringify(measureClean(clean), null, 2)}\n`)
if (flags.includes('--write')) {
  const honest = existsSync(HONEST) ? readFileSync(HONEST, 'utf8').trim().split('\n') : ['Not measured.']
  writeFileSync('docs/quality.md', qualityPage(scores, honest, CLEAN))
}
