// Counts the work of linting a draft, without a clock: the same on every machine. Run by work.test.ts in a process of its
// own, whose memory nobody else uses.
//   node --import tsx --min-semi-space-size=256 --max-semi-space-size=256 --no-opt test/speed/work.ts
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {rules} from '../../rules/index.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {lintReport} from '../../src/lint/lint.ts'
import {createReport} from '../../src/report/create.ts'
import {Memory} from '../../src/report/memory.ts'

/** What was done, for each 1,000 characters of the drafts. */
export interface Work {
  /** Times that a regular expression was set to work, and the characters that it went over. */
  readonly searches: number
  readonly characters: number
  /** Bytes of memory that were taken. */
  readonly bytes: number
}

const FOLDER = join(import.meta.dirname, '../../fixtures/sound')
const drafts = readdirSync(FOLDER)
  .sort()
  .map((name) => ({name, text: readFileSync(join(FOLDER, name), 'utf8').replaceAll('\r\n', '\n')}))

function lint(name: string, text: string, memory?: Memory): void {
  const draft = name.endsWith('.md') ? readMarkdown(text) : readText(text)
  lintReport(createReport(draft, {...DEFAULT_CONFIGURATION, ...(memory && {memory})}), DEFAULT_CONFIGURATION, rules)
}

function count(work: () => void, length: number): Work {
  const {exec} = RegExp.prototype
  let searches = 0
  let characters = 0
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const match = exec.call(this, text)
    searches++
    characters += (match ? match.index + match[0].length : text.length) - from
    return match
  }
  work()
  RegExp.prototype.exec = exec
  // behind the first time, in which V8 compiles; the least of three, as it now and then takes half a megabyte for itself
  const bytes = Math.min(
    ...[1, 2, 3].map(() => {
      const before = process.memoryUsage().heapUsed
      work()
      return process.memoryUsage().heapUsed - before
    }),
  )
  const each = (value: number): number => Math.round((value / length) * 1000)
  return {searches: each(searches), characters: each(characters), bytes: each(bytes)}
}

/** The parts of a long draft: the same report, its sections over and over, as no two paragraphs are. */
function longDraft(times: number): string {
  const [title = '', ...rest] = (drafts[0]?.text ?? '').split('\n')
  const numbered = (round: number): string => rest.join('\n').replace(/\d+/g, (digits) => `${Number(digits) + round}`)
  return [title, ...Array.from({length: times}, (_, round) => numbered(round))].join('\n')
}

function keystroke(times: number): Work {
  const text = longDraft(times)
  const memory = new Memory()
  lint('long.txt', text, memory)
  const middle = Math.floor(text.length / 2)
  let typed = 0
  const type = (): void =>
    lint('long.txt', `${text.slice(0, middle)}${'字'.repeat(++typed)}${text.slice(middle)}`, memory)
  type()
  return count(type, text.length)
}

const length = drafts.reduce((sum, {text}) => sum + text.length, 0)
const all = (): void => {
  for (const {name, text} of drafts) lint(name, text)
}
const long = longDraft(20)
all()
lint('long.txt', long)
process.stdout.write(
  JSON.stringify({
    'short drafts': count(all, length),
    'a long draft': count(() => lint('long.txt', long), long.length),
    'a keystroke in a long draft': keystroke(20),
  }),
)
