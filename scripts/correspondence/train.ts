/**
 * Trains a network whose scores compete: for every measure a softmax over the problems and "nothing", for every problem
 * one over the measures and "nothing". Whole batches, Adam, a fixed number of rounds, a seeded beginning: deterministic.
 */
import type {Network} from '../../src/report/correspondence/network.ts'
import {Descent, randomFrom} from './descent.ts'

export interface Line {
  /** Indexes into the draft's cells; cells that are only touched are left out. */
  readonly cells: readonly number[]
  /** Those that count, a part of `cells`. */
  readonly gold: readonly number[]
  readonly side: 'measure' | 'problem'
}

export interface Lesson {
  readonly features: readonly Float64Array[]
  readonly lines: readonly Line[]
}

export interface Settings {
  readonly hidden: number
  /** Quadratic penalties on the direct weights and on those of the hidden units. */
  readonly direct: number
  readonly units: number
  readonly rounds: number
}

const RATE = 0.03

/** Where each part stands in the one long vector of weights: direct, nothing (2), units, biases, outputs. */
interface Plan {
  readonly size: number
  readonly hidden: number
  readonly units: number
  readonly biases: number
  readonly outs: number
  readonly total: number
}

function planOf(size: number, hidden: number): Plan {
  const units = size + 2
  const biases = units + hidden * size
  return {size, hidden, units, biases, outs: biases + hidden, total: biases + hidden * 2}
}

export function trainNetwork(lessons: readonly Lesson[], size: number, settings: Settings, seed: number): Network {
  const {mean, spread} = standard(lessons, size)
  const scale = (row: Float64Array): Float64Array =>
    Float64Array.from({length: size}, (_, k) => ((row[k] as number) - (mean[k] as number)) / (spread[k] as number))
  const inputs = lessons.map(({features}) => features.map(scale))
  const plan = planOf(size, settings.hidden)
  const theta = beginning(plan, seed)
  const descent = new Descent(plan.total)
  for (let round = 0; round < settings.rounds; round++) {
    const gradient = new Float64Array(plan.total)
    for (const [index, {lines}] of lessons.entries())
      addGradient(gradient, theta, inputs[index] as Float64Array[], lines, plan)
    const penaltyOf = (k: number): number => (k < size ? settings.direct : k < plan.units ? 0 : settings.units)
    descent.step(theta, (k) => (gradient[k] as number) + penaltyOf(k) * (theta[k] as number), RATE, 1e-8)
  }
  return networkOf(theta, plan, mean, spread)
}

/** The network for features as they are: that they were centred and scaled is worked into its weights. */
function networkOf(theta: Float64Array, plan: Plan, mean: Float64Array, spread: Float64Array): Network {
  const {size, hidden, units, biases, outs} = plan
  const weight = (at: number, k: number): number => (theta[at + k] as number) / (spread[k] as number)
  const rows = Array.from({length: size}, (_, k) => [
    weight(0, k),
    ...Array.from({length: hidden}, (_, unit) => weight(units + unit * size, k)),
  ])
  const bias = [0, ...theta.subarray(biases, outs)].map((bias, unit) =>
    rows.reduce((sum, row, k) => sum - (mean[k] as number) * (row[unit] as number), bias),
  )
  return {
    weights: [...rows.flat(), ...bias, ...theta.subarray(outs, outs + hidden)],
    nothing: {measure: theta[size] as number, problem: theta[size + 1] as number},
  }
}

function beginning({total, units, biases, outs}: Plan, seed: number): Float64Array {
  const random = randomFrom(seed)
  return Float64Array.from({length: total}, (_, k) => {
    if (k < units || (k >= biases && k < outs)) return 0
    return (random() - 0.5) * (k < biases ? 0.4 : 0.3)
  })
}

/** Mean and spread of each feature. */
export function standard(lessons: readonly Lesson[], size: number): {mean: Float64Array; spread: Float64Array} {
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  let count = 0
  for (const {features} of lessons)
    for (const row of features) {
      count++
      for (let k = 0; k < size; k++) {
        mean[k] = (mean[k] as number) + (row[k] as number)
        square[k] = (square[k] as number) + (row[k] as number) ** 2
      }
    }
  return {
    mean: mean.map((sum) => sum / count),
    spread: square.map((sum, k) => Math.sqrt(Math.max(0, sum / count - ((mean[k] as number) / count) ** 2)) || 1),
  }
}

function addGradient(
  gradient: Float64Array,
  theta: Float64Array,
  rows: readonly Float64Array[],
  lines: readonly Line[],
  plan: Plan,
): void {
  const active = rows.map(() => new Float64Array(plan.hidden))
  const scores = rows.map((row, index) => forward(theta, row, active[index] as Float64Array, plan))
  const slopes = slopesOf(gradient, theta, scores, lines, plan)
  for (const [index, row] of rows.entries())
    backward(gradient, theta, row, active[index] as Float64Array, slopes[index] as number, plan)
}

/** Score of a pair; leaves what the hidden units said in `active`. */
function forward(
  theta: Float64Array,
  row: Float64Array,
  active: Float64Array,
  {size, hidden, units, biases, outs}: Plan,
): number {
  let score = 0
  for (let k = 0; k < size; k++) score += (row[k] as number) * (theta[k] as number)
  for (let unit = 0; unit < hidden; unit++) {
    let sum = theta[biases + unit] as number
    const from = units + unit * size
    for (let k = 0; k < size; k++) sum += (row[k] as number) * (theta[from + k] as number)
    active[unit] = Math.tanh(sum)
    score += (active[unit] as number) * (theta[outs + unit] as number)
  }
  return score
}

function slopesOf(
  gradient: Float64Array,
  theta: Float64Array,
  scores: readonly number[],
  lines: readonly Line[],
  {size}: Plan,
): Float64Array {
  const slopes = new Float64Array(scores.length)
  for (const {cells, gold, side} of lines) {
    const nothing = side === 'measure' ? size : size + 1
    const highest = Math.max(theta[nothing] as number, ...cells.map((cell) => scores[cell] as number))
    const none = Math.exp((theta[nothing] as number) - highest)
    const shares = cells.map((cell) => Math.exp((scores[cell] as number) - highest))
    const sum = shares.reduce((total, share) => total + share, none)
    cells.forEach((cell, k) => {
      slopes[cell] =
        (slopes[cell] as number) + (shares[k] as number) / sum - (gold.includes(cell) ? 1 / gold.length : 0)
    })
    gradient[nothing] = (gradient[nothing] as number) + none / sum - (gold.length ? 0 : 1)
  }
  return slopes
}

function backward(
  gradient: Float64Array,
  theta: Float64Array,
  row: Float64Array,
  active: Float64Array,
  slope: number,
  plan: Plan,
): void {
  const {size, hidden, units, biases, outs} = plan
  if (slope === 0) return
  for (let k = 0; k < size; k++) gradient[k] = (gradient[k] as number) + slope * (row[k] as number)
  for (let unit = 0; unit < hidden; unit++) {
    const said = active[unit] as number
    gradient[outs + unit] = (gradient[outs + unit] as number) + slope * said
    const inner = slope * (theta[outs + unit] as number) * (1 - said * said)
    gradient[biases + unit] = (gradient[biases + unit] as number) + inner
    const from = units + unit * size
    for (let k = 0; k < size; k++) gradient[from + k] = (gradient[from + k] as number) + inner * (row[k] as number)
  }
}
