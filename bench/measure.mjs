// Runs programs as whole processes, by turns, and takes their time, processor time and memory.
import {spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'

const LINUX = process.platform === 'linux'
/** How often a process's peak is read, in milliseconds: what it grows in its very last ones is missed. */
const LOOK = 10
/** A run that takes longer is ended, in milliseconds. */
const LIMIT = 180_000
/** Of memory, in bytes. */
export const MEGABYTE = 2 ** 20
/** Linux counts processor time in hundredths of a second. */
const TICK = 10

const read = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // the process has ended meanwhile
  }
}

/** Processor time of all processes that have been started and have ended, with theirs, in milliseconds. */
function cpuOfEnded() {
  // the name of the program, in brackets, may hold blanks
  const fields = read('/proc/self/stat')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[13]) + Number(fields[14])) * TICK
}

/** Notes the peak of a process and of those it starts (a native program behind its npm script), in bytes. */
function look(pid, peaks) {
  const peak = /^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))
  if (peak) peaks.set(pid, Number(peak[1]) * 1024)
  for (const child of read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)) look(child, peaks)
}

/**
 * One run; what the program prints is read and thrown away.
 * @returns wall and cpu in milliseconds, peak and what was printed in bytes; cpu and peak on Linux only
 */
export function run(args, {cwd, env = process.env, memory = false}) {
  const before = LINUX ? cpuOfEnded() : 0
  const peaks = new Map()
  const {promise, resolve, reject} = promiseWith()
  const start = performance.now()
  const child = spawn(process.execPath, args, {cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: LIMIT})
  let printed = 0
  for (const output of [child.stdout, child.stderr]) output.on('data', ({length}) => (printed += length))
  const timer = LINUX && memory ? setInterval(() => look(child.pid, peaks), LOOK) : undefined
  // an interrupted bench takes with it what it has started
  const end = () => child.kill()
  process.once('exit', end)
  child.on('error', reject)
  child.on('close', (code, signal) => {
    const wall = performance.now() - start
    clearInterval(timer)
    process.off('exit', end)
    // 1 is what linters answer when they have found something
    if (code !== 0 && code !== 1) return reject(new Error(`${args.join(' ')} ended with ${signal ?? code}`))
    resolve({
      wall,
      printed,
      ...(LINUX ? {cpu: cpuOfEnded() - before} : {}),
      ...(peaks.size > 0 ? {peak: [...peaks.values()].reduce((sum, peak) => sum + peak)} : {}),
    })
  })
  return promise
}

/** One run for what it prints, on both of its outputs. */
export function printed(args, {cwd}) {
  const {promise, resolve, reject} = promiseWith()
  const child = spawn(process.execPath, args, {cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: LIMIT})
  const pieces = []
  child.stdout.on('data', (piece) => pieces.push(piece))
  child.stderr.on('data', (piece) => pieces.push(piece))
  child.on('error', reject)
  child.on('close', () => resolve(Buffer.concat(pieces).toString()))
  return promise
}

/** `Promise.withResolvers`, which Node.js 20 hasn't got. */
export function promiseWith() {
  const parts = {}
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, {resolve, reject}))
  return parts
}

/**
 * Runs each program `rounds` times, by turns, beginning with another one each round: what slows the machine down for a
 * while slows all of them down. Round 0 only warms up and does not count.
 * @param programs name, args, once (one round, without warming up), env @returns a summary by name
 */
export async function alternate(programs, {rounds, cwd, memory, tell}) {
  const runs = new Map(programs.map(({name}) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (let i = 0; i < programs.length; i++) {
      const {name, args, once, env} = programs[(i + round) % programs.length]
      if (once && round !== 1) continue
      tell?.(`round ${round} of ${rounds}: ${name}`)
      const result = await run(args, {cwd, env, memory})
      if (round > 0) runs.get(name).push(result)
    }
  }
  for (const [name, results] of runs) assertAlike(name, results)
  return Object.fromEntries([...runs].map(([name, results]) => [name, summary(results)]))
}

/** A program that breaks down ends with 1 as well, and soon: it prints less than where it has checked everything. */
function assertAlike(name, results) {
  const bytes = results.map(({printed}) => printed)
  if (Math.min(...bytes) * 2 < Math.max(...bytes))
    throw new Error(
      `${name} printed now ${Math.min(...bytes)} bytes, now ${Math.max(...bytes)}: was it built meanwhile?`,
    )
}

function summary(results) {
  const of = (key) => results.map((result) => result[key]).filter((value) => value !== undefined)
  const [cpu, peak] = [of('cpu'), of('peak')]
  return {
    rounds: results.length,
    wall: median(of('wall')),
    fastest: Math.min(...of('wall')),
    slowest: Math.max(...of('wall')),
    ...(cpu.length > 0 ? {cpu: median(cpu)} : {}),
    ...(peak.length > 0 ? {peak: median(peak)} : {}),
  }
}

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = Math.floor(at)
  return sorted[low] + (sorted[Math.ceil(at)] - sorted[low]) * (at - low)
}

export const median = (values) => quantile(values, 0.5)
