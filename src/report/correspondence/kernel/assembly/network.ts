import {FEATURES, NETWORK, NETWORKS, UNITS} from './memory'
import {cellOf, feature, pairs, scores, write} from './pairs'

// a network's numbers, f64: for each feature its direct weight and those of the hidden units, then the biases of the units
// and of the whole, then what the units add
const ROW: usize = (UNITS + 1) * 8
const BIAS: usize = FEATURES * ROW
const OUT: usize = BIAS + ROW

/** The sums that the hidden units make, f64. */
const MADE: usize = memory.data(UNITS * 8, 16)

/** Scores all pairs by the mean of the first networks of NETWORKS. */
export function scorePairs(networks: i32): void {
  for (let pair = 0; pair < pairs; pair++) {
    const cell = cellOf(pair)
    let sum: f64 = 0
    for (let k = 0; k < networks; k++) sum += score(cell, NETWORKS + k * NETWORK * 8)
    write(scores, pair, sum / f64(networks))
  }
}

function score(cell: usize, network: usize): f64 {
  let sum = ASC_FEATURE_SIMD ? sumFeatures(cell, network) : sumFeaturesSingly(cell, network)
  for (let unit: usize = 0; unit < usize(UNITS); unit++)
    sum += tanh(load<f64>(MADE + (unit << 3))) * load<f64>(network + OUT + (unit << 3))
  return sum
}

/**
 * Writes what the features make of the hidden units to MADE: eight units side by side, two a vector, each summed in the
 * order of the features. @returns what the features tell directly
 */
function sumFeatures(cell: usize, network: usize): f64 {
  let sum = load<f64>(network + BIAS)
  let a = v128.load(network + BIAS + 8)
  let b = v128.load(network + BIAS + 24)
  let c = v128.load(network + BIAS + 40)
  let d = v128.load(network + BIAS + 56)
  let row = network
  for (let k = 0; k < FEATURES; k++, row += ROW) {
    const value = feature(cell, k)
    if (value == 0) continue
    sum += value * load<f64>(row)
    const both = f64x2.splat(value)
    a = f64x2.add(a, f64x2.mul(both, v128.load(row + 8)))
    b = f64x2.add(b, f64x2.mul(both, v128.load(row + 24)))
    c = f64x2.add(c, f64x2.mul(both, v128.load(row + 40)))
    d = f64x2.add(d, f64x2.mul(both, v128.load(row + 56)))
  }
  v128.store(MADE, a)
  v128.store(MADE + 16, b)
  v128.store(MADE + 32, c)
  v128.store(MADE + 48, d)
  return sum
}

function sumFeaturesSingly(cell: usize, network: usize): f64 {
  let sum = load<f64>(network + BIAS)
  memory.copy(MADE, network + BIAS + 8, UNITS * 8)
  let row = network
  for (let k = 0; k < FEATURES; k++, row += ROW) {
    const value = feature(cell, k)
    if (value == 0) continue
    sum += value * load<f64>(row)
    for (let unit: usize = 8; unit < ROW; unit += 8)
      store<f64>(MADE + unit - 8, load<f64>(MADE + unit - 8) + value * load<f64>(row + unit))
  }
  return sum
}

/** Exact enough in a sum; that of the library is exact near 0 too and takes longer. */
@inline
function tanh(x: f64): f64 {
  return 1 - 2 / (Math.exp(2 * x) + 1)
}
