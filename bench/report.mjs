// The page that tells what was measured.
import {readFileSync} from 'node:fs'
import {arch, cpus, platform} from 'node:os'
import {MEGABYTE} from './measure.mjs'
import {NODE, PROGRAMS, versionOf} from './programs.mjs'
import {targetsOf} from './targets.mjs'
import {PLAIN} from './tasks.mjs'

/** Written by hand. */
const NOTES = new URL('notes.md', import.meta.url)

const labelOf = (name) => PROGRAMS.find((program) => program.name === name)?.label ?? name

const seconds = (ms) => (ms / 1000).toFixed(ms < 10_000 ? 2 : 1)
const milliseconds = (ms) => ms.toFixed(ms < 100 ? 1 : 0)
const megabytes = (bytes) => (bytes === undefined ? '' : (bytes / MEGABYTE).toFixed(0))
const ratio = (value) => value.toFixed(value < 10 ? 2 : 1)

/** The first column holds words, the others figures. */
function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

function targetsPart(figures) {
  const rows = targetsOf(figures).map(({what, limit, value, unit, isMet}) => [
    what,
    limit,
    `${ratio(value)} ${unit}`,
    isMet ? 'yes' : '**no**',
  ])
  return `## Targets\n\n${table(['', 'target', 'measured', 'met'], rows)}`
}

function coldPart({txt, md}) {
  const cells = (results, name) =>
    results[name] ? [milliseconds(results[name].wall), ratio(results[name].wall / results[NODE.name].wall)] : ['', '']
  const names = Object.keys({...txt, ...md}).filter((name) => !name.endsWith(PLAIN))
  return `## Cold start

One draft of 7 KB, ${txt.zicha.rounds} rounds.

${table(
  ['', '.txt, ms', '× node', '.md, ms', '× node'],
  names.map((name) => [labelOf(name), ...cells(txt, name), ...cells(md, name)]),
)}${plainPart(txt, md)}`
}

/** Where node reads certificates at each start, half of what it takes to do nothing is that. */
function plainPart(txt, md) {
  const node = txt[NODE.name + PLAIN]
  if (!node) return ''
  const of = (results) => results[`zicha${PLAIN}`].wall
  const told = [txt, md].map((results) => milliseconds(of(results))).join(' and ')
  const ratios = [txt, md].map((results) => ratio(of(results) / results[NODE.name + PLAIN].wall)).join(' and ')
  return `

\`NODE_EXTRA_CA_CERTS\` is set on this machine, and node reads these certificates at each start. Without them
\`${NODE.name}\` takes ${milliseconds(node.wall)} ms, and zicha ${told} ms (.txt, .md), ${ratios} times as long.`
}

function manyPart(lots) {
  const rows = lots.flatMap(({kind, count, results}) =>
    Object.entries(results).map(([name, {wall, cpu, peak, rounds}]) => [
      `${count.toLocaleString('en')} .${kind}, ${labelOf(name)}`,
      seconds(wall),
      ratio(wall / results.zicha.wall),
      cpu === undefined ? '' : seconds(cpu),
      megabytes(peak),
      rounds,
    ]),
  )
  return `## Many drafts

Drafts of some 7.7 KB of text in one folder. The slowest programs run once, and not on .txt.

${table(['', 's', '× zicha', 'processor, s', 'peak, MB', 'rounds'], rows)}`
}

function largePart(figures) {
  const sizes = Object.keys(figures.txt.zicha).sort((a, b) => a - b)
  const [first, last] = [sizes[0], sizes.at(-1)]
  const rows = Object.entries(figures).flatMap(([kind, programs]) =>
    Object.entries(programs).map(([name, results]) => [
      `.${kind}, ${labelOf(name)}`,
      ...sizes.map((size) => (results[size] ? seconds(results[size].wall) : '')),
      ratio(results[last].wall / results[first].wall),
      megabytes(results[last].peak),
    ]),
  )
  const head = ['', ...sizes.map((size) => `${size} MB, s`), `${last} / ${first} MB`, `peak at ${last} MB, MB`]
  return `## One large draft

A draft of so much text, ${figures.txt.zicha[first].rounds} rounds. textlint and zhlint take minutes here and are left out.

${table(head, rows)}`
}

function keysPart(figures) {
  const rows = Object.entries(figures).flatMap(([kind, sizes]) =>
    Object.entries(sizes).flatMap(([bytes, results]) =>
      Object.entries(results).map(([name, {p50, p95, keystrokes}]) => [
        `.${kind} of ${bytes / 1000} KB, ${name}`,
        milliseconds(p50),
        milliseconds(p95),
        ratio(p50 / results.floor.p50),
        keystrokes,
      ]),
    ),
  )
  return `## A keystroke

From \`didChange\` to the \`publishDiagnostics\` of that version as the editor has parsed it. Two characters are typed and one is taken
back, then at another place, items of problems and measures among them. *floor* is a server that does nothing but send the list that
zicha had. zicha waits for typing to pause in a large draft: that wait is taken off (\`DEBOUNCE\` in \`bench/keystrokes.mjs\`).
*autocorrect-node* and *rumdl* are the servers in these packages; *remark* is unified-language-server, set up as
remark-language-server sets it up. The packages of markdownlint-cli2, textlint and zhlint have none.

${table(['', 'p50, ms', 'p95, ms', 'p50 × floor', 'keystrokes'], rows)}`
}

const PARTS = {cold: coldPart, many: manyPart, large: largePart, keys: keysPart}

const HOW = `## How it is measured

- Every program runs as its user starts it, as a process of its own, with its default rules and without a cache of results; native
  ones through their npm command. What it prints is read to its end.
- The programs take turns, another one first each round; a first round warms up and does not count. Figures are medians.
- The drafts are invented (\`bench/corpus.mjs\`), varied, and the same on every machine. Before the clock starts, every program has
  to name three spoilt drafts, and every server to find something: one that reads nothing would be fast.
- Processor time and peak memory are of a program and of those it starts, on Linux only.`

/** @param figures of the parts that ran @returns the page, in Markdown */
export function page(figures, {quick}) {
  const peers = PROGRAMS.filter(({name}) => name !== 'zicha').map(({name}) => `${name} ${versionOf(name)}`)
  const intro = `# Speed

Written by \`npm start\` in \`bench/\`${quick ? ', **a quick run: fewer rounds and drafts**' : ''}. Only ratios carry over to another machine.

\`\`\`sh
npm ci && npm run build          # zicha
cd bench && npm ci && npm start  # its peers, and the figures; no network from npm start on
\`\`\`

Options of \`npm start --\`: \`--only=cold,many,large,keys\`, \`--rounds=N\`, \`--quick\`, \`--no-write\`. Let the machine do nothing else.

Measured on ${platform()} ${arch()}, ${cpus().length} processors, Node.js ${process.versions.node}, beside ${peers.join(', ')}.`
  const parts = Object.entries(PARTS).flatMap(([task, part]) => (figures[task] ? [part(figures[task])] : []))
  return `${[intro, targetsPart(figures), ...parts, HOW, readFileSync(NOTES, 'utf8').trim()].join('\n\n')}\n`
}
