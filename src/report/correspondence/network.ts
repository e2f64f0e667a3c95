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

/** Scratch: thousands of pairs are scored, and an array for each would be collected. */
let scaled = new Float64Array(0)

export function scoreOf(network: Network, features: ArrayLike<number>): number {
  const {mean, spread, direct, hidden, out} = network
  let score = 0
  if (scaled.length < direct.length) scaled = new Float64Array(direct.length)
  for (let k = 0; k < direct.length; k++) {
    const value = ((features[k] as number) - (mean[k] as number)) / (spread[k] as number)
    scaled[k] = value
    score += value * (direct[k] as number)
  }
  for (let unit = 0; unit < hidden.length; unit++) {
    const row = hidden[unit] as readonly number[]
    let sum = row[direct.length] as number
    for (let k = 0; k < direct.length; k++) sum += (scaled[k] as number) * (row[k] as number)
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
