// Before anything is timed: does each program really read the drafts it is given?
import {printed} from './measure.mjs'
import {programsFor} from './programs.mjs'

/** Every program has to name each of three drafts that have something wrong for all of them. */
export async function probe(work, kinds) {
  for (const kind of kinds) {
    const {folder, names} = work.probe(kind)
    for (const {name, args} of programsFor(kind)) {
      const output = await printed(args(folder, kind), {cwd: work.root})
      const missed = names.filter((file) => !output.includes(file))
      if (missed.length > 0)
        throw new Error(`${name} says nothing about ${missed.join(', ')}:\n${output.slice(0, 2000)}`)
    }
  }
}
