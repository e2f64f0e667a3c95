import type {Nothing} from './kernel/pairs.ts'

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

/** Several networks, trained from different beginnings, are asked together. */
export const meanNothing = (networks: readonly Network[]): Nothing => ({
  measure: networks.reduce((sum, {nothing}) => sum + nothing.measure, 0) / networks.length,
  problem: networks.reduce((sum, {nothing}) => sum + nothing.problem, 0) / networks.length,
})
