/** Numbers from 0 up to 1, always the same for a seed: what is learned with them is the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Adam: steps down a slope, each weight by its own mean of slopes and of their squares. */
export class Descent {
  readonly #first: Float64Array
  readonly #second: Float64Array
  #steps = 0

  constructor(weights: number) {
    this.#first = new Float64Array(weights)
    this.#second = new Float64Array(weights)
  }

  /**
   * Changes the weights.
   * @param slopeOf the slope of a weight
   * @param rate how far a weight with an even slope goes
   * @param least keeps a weight whose slope is nearly 0 from leaping
   */
  step(weights: Float64Array, slopeOf: (weight: number) => number, rate: number, least: number): void {
    const first = this.#first
    const second = this.#second
    const steps = ++this.#steps
    for (let k = 0; k < weights.length; k++) {
      const slope = slopeOf(k)
      first[k] = 0.9 * (first[k] as number) + 0.1 * slope
      second[k] = 0.999 * (second[k] as number) + 0.001 * slope * slope
      const stride =
        (first[k] as number) / (1 - 0.9 ** steps) / (Math.sqrt((second[k] as number) / (1 - 0.999 ** steps)) + least)
      weights[k] = (weights[k] as number) - rate * stride
    }
  }
}
