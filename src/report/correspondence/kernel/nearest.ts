import {type Item, loaded} from './kernel.ts'

/** Where the problems of a draft lie among the concepts, in the kernel's memory until the next table of pairs is made. */
export class Places {
  constructor(problems: readonly Item[]) {
    const kernel = loaded()
    const {at, exports} = kernel
    kernel.reservePlaces(problems.length)
    const size = at.DIMENSIONS * 4
    const places = kernel.bytes(exports.places.value, problems.length * size)
    const lengths = kernel.bytes(exports.lengths.value, problems.length * 8)
    problems.forEach((item, index) => {
      places.set(item.subarray(at.PLACE_FIELD, at.PLACE_FIELD + size), index * size)
      lengths.set(item.subarray(at.LENGTH_FIELD, at.LENGTH_FIELD + 8), index * 8)
    })
  }

  /** Of some problems the twelve that lie nearest to a measure, the nearest first; valid until the next call. */
  nearest(measure: Item, among: Int32Array): Int32Array {
    const kernel = loaded()
    const {at, exports} = kernel
    const {buffer} = exports.memory
    kernel.bytes(at.OWN, at.DIMENSIONS * 4).set(measure.subarray(at.PLACE_FIELD, at.PLACE_FIELD + at.DIMENSIONS * 4))
    new Int32Array(buffer, exports.listed.value, among.length).set(among)
    return new Int32Array(buffer, at.FOUND, exports.findNearest(among.length))
  }
}
