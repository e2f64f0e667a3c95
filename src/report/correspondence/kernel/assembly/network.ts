import {FEATURES, NETWORK, NETWORKS, UNITS} from './memory'
import {cells, pairs, scores, write} from './pairs'

// a network's numbers, f64: mean, spread and direct weight of each feature, the weights of the hidden units feature by
// feature, their biases, what they add
const SPREAD: usize = FEATURES * 8
const DIRECT: usize = SPREAD * 2
const HIDDEN: usize = SPREAD * 3
const BIAS: usize = HIDDEN + FEATURES * UNITS * 8
const OUT: usize = BIAS + UNITS * 8

/** The sums that the hidden units make, f64. */
const MADE: usize = memory.data(UNITS * 8, 16)

/** Scores all pairs by the mean of the first networks of NETWORKS. */
export function scorePairs(networks: i32): void {
  for (let pair = 0; pair < pairs; pair++) {
    const cell = cells + usize(pair) * FEATURES * 8
    let sum: f64 = 0
    for (let k = 0; k < networks; k++) sum += score(cell, NETWORKS + k * NETWORK * 8)
    write(scores, pair, sum / f64(networks))
  }
}

/** Eight units side by side, two a vector: each is summed in the order of the features. */
function score(cell: usize, network: usize): f64 {
  let sum: f64 = 0
  let a = v128.load(network + BIAS)
  let b = v128.load(network + BIAS + 16)
  let c = v128.load(network + BIAS + 32)
  let d = v128.load(network + BIAS + 48)
  for (let k: usize = 0; k < usize(FEATURES); k++) {
    const at = network + (k << 3)
    const value = (load<f64>(cell + (k << 3)) - load<f64>(at)) / load<f64>(at + SPREAD)
    sum += value * load<f64>(at + DIRECT)
    const both = f64x2.splat(value)
    const row = network + HIDDEN + (k << 6)
    a = f64x2.add(a, f64x2.mul(both, v128.load(row)))
    b = f64x2.add(b, f64x2.mul(both, v128.load(row + 16)))
    c = f64x2.add(c, f64x2.mul(both, v128.load(row + 32)))
    d = f64x2.add(d, f64x2.mul(both, v128.load(row + 48)))
  }
  v128.store(MADE, a)
  v128.store(MADE + 16, b)
  v128.store(MADE + 32, c)
  v128.store(MADE + 48, d)
  for (let unit: usize = 0; unit < usize(UNITS); unit++)
    sum += Math.tanh(load<f64>(MADE + (unit << 3))) * load<f64>(network + OUT + (unit << 3))
  return sum
}
