import type {Nothing} from './matching.ts'

/** A small network: features weighed directly, plus a few hidden units that see which features come together. */
export interface Network {
  /** Each feature is first centred and scaled. */
  readonly mean: readonly number[]
  readonly spread: readonly number[]
  readonly direct: readonly number[]
  /** A row of weights for each hidden unit, its bias at the end. */
  readonly hidden: readonly (readonly number[])[]
  readonly out: readonly number[]
  readonly nothing: Nothing
}

/** A network's numbers in one piece each, so that nothing is looked up between them. */
interface Flat {
  readonly mean: Float64Array
  readonly spread: Float64Array
  readonly direct: Float64Array
  /** Row by row, each with its bias behind. */
  readonly hidden: Float64Array
  readonly out: Float64Array
}

const flats = new WeakMap<Network, Flat>()

function flatten(network: Network): Flat {
  let flat = flats.get(network)
  if (!flat) {
    const {mean, spread, direct, hidden, out} = network
    const [m, s, d, h, o] = [mean, spread, direct, hidden.flat(), out].map((row) => Float64Array.from(row)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ]
    flats.set(network, (flat = {mean: m, spread: s, direct: d, hidden: h, out: o}))
  }
  return flat
}

/** Scratch: thousands of pairs are scored, and an array for each would be collected. */
const scratch = new Float64Array(64)

export function scoreOf(network: Network, features: ArrayLike<number>): number {
  const {mean, spread, direct, hidden, out} = flatten(network)
  const {length} = direct
  const scaled = length <= scratch.length ? scratch : new Float64Array(length)
  let score = 0
  for (let k = 0; k < length; k++) {
    const value = ((features[k] as number) - (mean[k] as number)) / (spread[k] as number)
    scaled[k] = value
    score += value * (direct[k] as number)
  }
  for (let unit = 0, at = 0; unit < out.length; unit++, at += length + 1) {
    let sum = hidden[at + length] as number
    for (let k = 0; k < length; k++) sum += (scaled[k] as number) * (hidden[at + k] as number)
    score += Math.tanh(sum) * (out[unit] as number)
  }
  return score
}

/** Several networks, trained from different beginnings, are asked together. */
export function meanScore(networks: readonly Network[], features: ArrayLike<number>): number {
  let sum = 0
  for (const network of networks) sum += scoreOf(network, features)
  return sum / networks.length
}

export const meanNothing = (networks: readonly Network[]): Nothing => ({
  measure: networks.reduce((sum, {nothing}) => sum + nothing.measure, 0) / networks.length,
  problem: networks.reduce((sum, {nothing}) => sum + nothing.problem, 0) / networks.length,
})
