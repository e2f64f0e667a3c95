// What is timed on the command line: one draft, many drafts, large drafts.
import {alternate} from './measure.mjs'
import {NODE, programsFor} from './programs.mjs'

/** Bytes of the usual draft, and of the large ones. */
const USUAL = 7000
export const SIZES = [0.5, 1, 2, 5]
const MEGABYTE = 1_000_000

const slowRounds = ({slow}, rounds) => (slow ? Math.min(rounds, 2) : rounds)

/** One draft of 7 KB, beside a node that does nothing. */
export async function cold({work, rounds, tell}) {
  const figures = {}
  for (const kind of ['txt', 'md']) {
    const file = work.one(kind, USUAL)
    const programs = [NODE, ...programsFor(kind)].map(({name, args}) => ({name, args: args(file, kind)}))
    figures[kind] = await alternate(programs, {
      rounds: rounds.cold,
      cwd: work.root,
      tell: (at) => tell(`cold, .${kind}: ${at}`),
    })
  }
  return figures
}

/** 1,000 drafts of each kind, 10,000 of plain text. */
export async function many({work, rounds, quick, tell}) {
  const figures = {}
  const lots = [
    ['txt', 1000],
    ['md', 1000],
    ['docx', 1000],
    ['txt', 10_000],
  ]
  for (const [kind, count] of lots) {
    const folder = work.many(kind, count)
    // ten times what a slow program takes for 1,000 is no news
    const programs = programsFor(kind, {slow: count <= 1000 && !quick}).map((program) => ({
      name: program.name,
      args: program.args(folder, kind),
      rounds: slowRounds(program, rounds.many),
    }))
    figures[`${count}-${kind}`] = await alternate(programs, {
      rounds: rounds.many,
      cwd: work.root,
      memory: true,
      tell: (at) => tell(`${count} .${kind}: ${at}`),
    })
  }
  return figures
}

/** One draft of 0.5 to 5 MB of text: all sizes and programs by turns. */
export async function large({work, rounds, tell}) {
  const figures = {}
  for (const kind of ['txt', 'md', 'docx']) {
    const files = SIZES.map((size) => [size, work.one(kind, size * MEGABYTE)])
    const programs = programsFor(kind, {slow: false}).flatMap((program) =>
      files
        // of the others, the ends tell how their time grows
        .filter(([size]) => program.name === 'zicha' || size === SIZES[0] || size === SIZES.at(-1))
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
