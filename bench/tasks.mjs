// What is timed on the command line: one draft, many drafts, large drafts.
import {alternate} from './measure.mjs'
import {NODE, programsFor} from './programs.mjs'

/** Bytes of the usual draft. */
const USUAL = 7000
const MEGABYTE = 1_000_000

/** Behind the names of programs that are run without the certificates that node would read at each start. */
export const PLAIN = ' (plain)'

/** One draft of 7 KB, beside a node that does nothing. */
export async function cold({work, rounds, tell}) {
  const {NODE_EXTRA_CA_CERTS, ...env} = process.env
  const figures = {}
  for (const kind of ['txt', 'md']) {
    const file = work.one(kind, USUAL)
    const programs = [NODE, ...programsFor(kind)].map(({name, args}) => ({name, args: args(file, kind)}))
    const plain = NODE_EXTRA_CA_CERTS
      ? programs.slice(0, 2).map(({name, args}) => ({name: name + PLAIN, args, env}))
      : []
    figures[kind] = await alternate([...programs, ...plain], {
      rounds: rounds.cold,
      cwd: work.root,
      tell: (at) => tell(`cold, .${kind}: ${at}`),
    })
  }
  return figures
}

/** Many drafts of each kind, and ten times as many of plain text. */
export async function many({work, rounds, counts, tell}) {
  const lots = [
    {kind: 'txt', count: counts.many},
    {kind: 'md', count: counts.many, slow: true},
    {kind: 'docx', count: counts.many},
    {kind: 'txt', count: 10 * counts.many},
  ]
  const figures = []
  for (const {kind, count, slow = false} of lots) {
    const folder = work.many(kind, count)
    const programs = programsFor(kind, {slow}).map((program) => ({
      name: program.name,
      args: program.args(folder, kind),
      once: program.slow,
    }))
    const results = await alternate(programs, {
      // of the largest lot memory is the question, which doesn't vary
      rounds: count > counts.many ? 1 : rounds.many,
      cwd: work.root,
      memory: true,
      tell: (at) => tell(`${count} .${kind}: ${at}`),
    })
    figures.push({kind, count, results})
  }
  return figures
}

/** One draft of megabytes of text: all sizes and programs by turns. */
export async function large({work, rounds, counts, tell}) {
  const {sizes} = counts
  const figures = {}
  for (const kind of ['txt', 'md', 'docx']) {
    const files = sizes.map((size) => [size, work.one(kind, size * MEGABYTE)])
    const programs = programsFor(kind, {slow: false}).flatMap((program) =>
      files
        // of the others, the ends tell how their time grows
        .filter(([size]) => program.name === 'zicha' || size === sizes[0] || size === sizes.at(-1))
        .map(([size, file]) => ({name: `${program.name} ${size}`, args: program.args(file, kind)})),
    )
    const results = await alternate(programs, {
      rounds: rounds.large,
      cwd: work.root,
      memory: true,
      tell: (at) => tell(`large .${kind}: ${at} MB`),
    })
    figures[kind] = {}
    for (const [key, result] of Object.entries(results)) {
      const [name, size] = key.split(/ (?=[\d.]+$)/)
      ;(figures[kind][name] ??= {})[size] = result
    }
  }
  return figures
}
