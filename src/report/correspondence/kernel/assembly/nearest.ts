import {behindAll, DIMENSIONS, growTo} from './memory'

// In a draft with many items a measure is compared with the problems that lie nearest to it only. Their places stand where
// the pairs of the draft will be (pairs.ts): they are gone when room for these is made.

/** So many problems are kept for a measure. */
export const NEAREST: i32 = 12
/** The problems found, i32, the nearest first, and how near each is, f32. */
export const FOUND: usize = memory.data(NEAREST * 4, 16)
const NEARNESS: usize = memory.data(NEAREST * 4, 16)
/** The place of the measure, f32. */
export const OWN: usize = memory.data(DIMENSIONS * 4, 16)

/** The places of the problems, f32, how long each is, f64, and room to list some of them, i32. */
export let places: usize = 0
export let lengths: usize = 0
export let listed: usize = 0

/** Makes room for the places of so many problems; what is exported tells where. */
export function reservePlaces(problems: i32): void {
  places = behindAll()
  lengths = places + usize(problems) * DIMENSIONS * 4
  listed = lengths + (usize(problems) << 3)
  growTo(listed + (usize(problems) << 2))
}

/** How near a problem lies: the cosine of both places, times how long that of the measure is. */
function nearnessOf(problem: i32): f32 {
  const length = load<f64>(lengths + (usize(problem) << 3))
  if (length == 0) return 0
  return f32(f64(productWith(places + usize(problem) * DIMENSIONS * 4)) / length)
}

/** The scalar product of OWN and another place. */
function productWith(place: usize): f32 {
  if (!ASC_FEATURE_SIMD) return productSingly(place)
  let sums = f32x4.splat(0)
  for (let at: usize = 0; at < usize(DIMENSIONS * 4); at += 16)
    sums = f32x4.add(sums, f32x4.mul(v128.load(OWN + at), v128.load(place + at)))
  return (
    f32x4.extract_lane(sums, 0) +
    f32x4.extract_lane(sums, 1) +
    f32x4.extract_lane(sums, 2) +
    f32x4.extract_lane(sums, 3)
  )
}

/** In the same order, for the same last digit. */
function productSingly(place: usize): f32 {
  let a: f32 = 0
  let b: f32 = 0
  let c: f32 = 0
  let d: f32 = 0
  for (let at: usize = 0; at < usize(DIMENSIONS * 4); at += 16) {
    a += load<f32>(OWN + at) * load<f32>(place + at)
    b += load<f32>(OWN + at, 4) * load<f32>(place + at, 4)
    c += load<f32>(OWN + at, 8) * load<f32>(place + at, 8)
    d += load<f32>(OWN + at, 12) * load<f32>(place + at, 12)
  }
  return a + b + c + d
}

/** Of the problems that are listed those that lie nearest to the measure; of equally near ones the first. @returns how many */
export function findNearest(count: i32): i32 {
  let found = 0
  for (let index = 0; index < count; index++) {
    const problem = load<i32>(listed + (usize(index) << 2))
    const nearness = nearnessOf(problem)
    let at = found
    for (; at > 0; at--) {
      const other = load<f32>(NEARNESS + ((at - 1) << 2))
      if (other > nearness || (other == nearness && load<i32>(FOUND + ((at - 1) << 2)) < problem)) break
    }
    if (at == NEAREST) continue
    if (found < NEAREST) found++
    for (let behind = found - 1; behind > at; behind--) {
      store<i32>(FOUND + (behind << 2), load<i32>(FOUND + ((behind - 1) << 2)))
      store<f32>(NEARNESS + (behind << 2), load<f32>(NEARNESS + ((behind - 1) << 2)))
    }
    store<i32>(FOUND + (at << 2), problem)
    store<f32>(NEARNESS + (at << 2), nearness)
  }
  return found
}
