// The page that tells what was measured.
import {readFileSync} from 'node:fs'
import {cpus, platform} from 'node:os'
import {PROGRAMS, versionOf} from './programs.mjs'
import {targetsOf} from './targets.mjs'

const NOTES = new URL('notes.md', import.meta.url)
const NODE = 'node -e 0'

const labelOf = (name) => PROGRAMS.find((program) => program.name === name)?.label ?? name

const seconds = (ms) => (ms / 1000).toFixed(ms < 10_000 ? 2 : 1)
const milliseconds = (ms) => ms.toFixed(ms < 10 ? 1 : 0)
const megabytes = (bytes) => (bytes === undefined ? '' : (bytes / 1e6).toFixed(0))
const cpuSeconds = ({cpu}) => (cpu === undefined ? '' : seconds(cpu))
const times = (ratio) => `${ratio.toFixed(ratio < 10 ? 2 : 1)} ×`

/** The first column holds words, the others figures. */
function table(head, rows, align = '---:') {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : align))), ...rows.map(line)].join('\n')
}

function coldPart(figures) {
  const cells = (result, node) => (result ? [milliseconds(result.wall), times(result.wall / node.wall)] : ['', ''])
  const {txt, md} = figures
  const rows = Object.keys({...txt, ...md}).map((name) => [
    labelOf(name),
    ...cells(txt[name], txt[NODE]),
    ...cells(md[name], md[NODE]),
  ])
  return `## Cold start

One draft of 7 KB; ${txt[NODE].rounds} rounds.

${table(['', '.txt, ms', '× `node -e 0`', '.md, ms', '× `node -e 0`'], rows)}`
}

function manyPart(figures) {
  const rows = figures.flatMap(({kind, count, results}) =>
    Object.entries(results).map(([name, result]) => [
      `${count.toLocaleString('en')} .${kind}, ${labelOf(name)}`,
      seconds(result.wall),
      times(result.wall / results.zicha.wall),
      cpuSeconds(result),
      megabytes(result.peak),
      result.rounds,
    ]),
  )
  return `## Many drafts

Drafts of some 7.7 KB of text in one folder.

${table(['', 's', '× zicha', 'CPU s', 'peak MB', 'rounds'], rows)}`
}

function largePart(figures) {
  const sizes = Object.keys(figures.txt.zicha).sort((a, b) => a - b)
  const rows = Object.entries(figures).flatMap(([kind, programs]) =>
    Object.entries(programs).map(([name, results]) => [
      `.${kind}, ${labelOf(name)}`,
      ...sizes.map((size) => (results[size] ? seconds(results[size].wall) : '')),
      times(results[sizes.at(-1)].wall / results[sizes[0]].wall),
      megabytes(results[sizes.at(-1)].peak),
    ]),
  )
  const head = ['', ...sizes.map((size) => `${size} MB, s`), 'growth', `peak MB at ${sizes.at(-1)} MB`]
  return `## One large draft

Growth is the time for ${sizes.at(-1)} MB of text by that for ${sizes[0]} MB, whole processes.

${table(head, rows)}`
}

function keysPart(figures) {
  const rows = Object.entries(figures).flatMap(([kind, sizes]) =>
    Object.entries(sizes).flatMap(([bytes, results]) =>
      Object.entries(results).map(([name, {p50, p95, keystrokes}]) => [
        `.${kind}, ${bytes / 1000} KB, ${name}`,
        milliseconds(p50),
        milliseconds(p95),
        times(p95 / results.floor.p95),
        keystrokes,
      ]),
    ),
  )
  return `## Keystrokes

From \`didChange\` to the \`publishDiagnostics\` of that version, through the server's standard input and output. Characters are
typed and taken back at places all over the draft, within items too. *floor* is a server that answers each change with a list as long
as zicha's and does nothing else. zicha lets typing pause before it checks a large draft; that wait is taken off. *remark* is what
remark-language-server starts; *autocorrect-node* and *rumdl* are the servers in these packages. The other packages have none.

${table(['', 'p50, ms', 'p95, ms', 'p95 × floor', 'keystrokes'], rows)}`
}

function targetsPart(figures) {
  const rows = targetsOf(figures).map(({what, limit, value, unit, isMet}) => [
    what,
    limit,
    `${value.toFixed(2)}${unit}`,
    isMet ? 'yes' : '**no**',
  ])
  return `## Targets\n\n${table(['', 'target', 'measured', 'met'], rows)}`
}

const PARTS = {cold: coldPart, many: manyPart, large: largePart, keys: keysPart}

/** @param figures of the tasks that ran @returns the page, in Markdown */
export function page(figures, {quick}) {
  const peers = PROGRAMS.filter(({name}) => name !== 'zicha').map(({name}) => `${name} ${versionOf(name)}`)
  const intro = `# Speed

Written by \`npm start\` in \`bench/\`${quick ? ' (quick: too few rounds for more than a look)' : ''}. To run it: \`npm ci && npm run build\` here, \`npm ci && npm start\` in \`bench/\`; after the
install nothing is fetched. Use a machine that does nothing else. \`--only=cold,many,large,keys\`, \`--rounds=N\` and \`--quick\` take less time and leave this page alone.

Each program is a whole process as a user starts it, with all default rules, without a cache of results; what it prints is read.
The programs take turns, another one begins each round, the first round does not count. The drafts are invented, varied and the same
on every machine; first every program has to find the faults in three of them. All figures are medians; only ratios within one run carry over to
another machine. Memory is the peak of the process and of those it starts, on Linux only.

This run: ${platform()}, ${cpus().length} processors, Node.js ${process.versions.node}; ${peers.join(', ')}.`
  const parts = Object.entries(PARTS).flatMap(([task, part]) => (figures[task] ? [part(figures[task])] : []))
  return `${[intro, targetsPart(figures), ...parts, readFileSync(NOTES, 'utf8').trim()].join('\n\n')}\n`
}
