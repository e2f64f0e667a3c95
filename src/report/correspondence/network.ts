import type {Nothing} from './kernel/pairs.ts'

/** A small network: features weighed directly, plus a few hidden units that see which features come together. */
export interface Network {
  /**
   * As the kernel reads them (kernel/assembly/network.ts): for each feature its direct weight and those of the hidden units, then
   * the biases of the whole and of the units, then what each unit adds.
   */
  readonly weights: readonly number[]
  readonly nothing: Nothing
}

/** Several networks, trained from different beginnings, are asked together. */
export const meanNothing = (networks: readonly Network[]): Nothing => ({
  measure: networks.reduce((sum, {nothing}) => sum + nothing.measure, 0) / networks.length,
  problem: networks.reduce((sum, {nothing}) => sum + nothing.problem, 0) / networks.length,
})
