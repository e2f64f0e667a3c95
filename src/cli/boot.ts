#!/usr/bin/env node
import type {Script as Compiled} from 'node:vm'
import {LONG_RUN, roomForYoung, SHORT_RUN} from './engine-flags.ts'

/** In those before it rules fail on sound drafts: they lack functions that ours call. */
const OLDEST_NODE = 20

// this file alone is built for those that are too old, some of which don't know node:fs
if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  const {node} = process.versions
  process.stderr.write(
    /--lang[= ]en\b/.test(process.argv.join(' '))
      ? `Node.js 20.19 or newer is needed; this is ${node}. Install a newer one.\n`
      : `需要 Node.js 20.19 以上，这里的是 ${node}。请装上新版再运行。\n`,
  )
  process.exit(2)
}

const {closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync} =
  require('node:fs') as typeof import('node:fs')
const {join} = require('node:path') as typeof import('node:path')
const {Script} = require('node:vm') as typeof import('node:vm')

/**
 * Starts the bundle beside it with what V8 compiled in an earlier run (a code cache): loading then takes a fraction of the
 * time. A cache is for one version of V8 and one kind of machine, which its name tells; the first run writes it where the
 * folder may be written to. V8 refuses one that was made by another processor or with other flags (NODE_OPTIONS); the run
 * then goes on as without, and writes it anew.
 */
const CACHES = join(__dirname, `v8-${process.versions.v8}-${process.arch}`)

/** Drafts of this many bytes in all make a short run. */
const SHORT = 64 * 1024
const setFlags = isShortRun(process.argv.slice(2)) ? loadV8().setFlagsFromString : undefined

// the process that analyses large drafts (src/lsp/analyst.ts) has its memory by now, and takes the caches of every run
if (process.argv.includes('--helper')) for (const [usual] of roomForYoung(0)) loadV8().setFlagsFromString(usual)

/** The module itself takes 2 ms to load. */
function loadV8(): typeof import('node:v8') {
  return require('node:v8') as typeof import('node:v8')
}

function isShortRun(args: readonly string[]): boolean {
  if (args.includes('--watch')) return false
  try {
    let size = 0
    for (const path of args) {
      const stats = statSync(path, {throwIfNoEntry: false})
      if (stats?.isDirectory()) return false
      size += stats?.size ?? 0
    }
    return size > 0 && size <= SHORT
  } catch {
    // a path that can't be: the program itself tells what is wrong with it
    return false
  }
}

/** A cache is for V8's flags too: it is taken with those of every run. */
function withUsualFlags<Result>(work: () => Result): Result {
  if (!setFlags) return work()
  for (const [usual] of SHORT_RUN) setFlags(usual)
  const result = work()
  for (const [, ours] of SHORT_RUN) setFlags(ours)
  return result
}

interface Loaded {
  readonly exports: object
}

interface Fresh {
  readonly name: string
  readonly script: Compiled
}

const loaded = new Map<string, Loaded>()
/** Files without a cache that V8 takes. */
const fresh: Fresh[] = []
/** Whether the caches were made with other flags than those of this process, or by another processor. */
let isForeign = false
/** `require`, where a chunk of the bundle is loaded with its cache. */
const requireChunk = (id: string): unknown => (id.startsWith('./') ? load(id.slice(2)) : require(id))

/** A script that comes from a code cache can't import by itself, in the V8 of Node.js 20 among others. */
const importModule = (specifier: string): Promise<unknown> => import(specifier)

function load(name: string): object {
  const known = loaded.get(name)
  if (known) return known.exports
  const module: Loaded = {exports: {}}
  loaded.set(name, module)
  const filename = join(__dirname, name)
  const source = readFileSync(filename, 'latin1')
  const cachedData = cacheOf(name)
  const script = withUsualFlags(() => new Script(source, {filename, ...(cachedData ? {cachedData} : {})}))
  // what is refused later only was loaded while some part of ours had set flags
  if (name === 'main.cjs') isForeign = script.cachedDataRejected === true
  if (!cachedData || (isForeign && script.cachedDataRejected)) fresh.push({name, script})
  script.runInThisContext()(module.exports, requireChunk, module, filename, __dirname, importModule)
  return module.exports
}

function cacheOf(name: string): Buffer | undefined {
  try {
    return readFileSync(join(CACHES, name))
  } catch {
    return undefined
  }
}

/** Written when the run is over, so that every function that it needed is in them; whole or not at all. */
function writeCaches(): void {
  const {setFlagsFromString} = loadV8()
  for (const [usual] of [...SHORT_RUN, ...LONG_RUN]) setFlagsFromString(usual)
  try {
    mkdirSync(CACHES, {recursive: true})
    for (const {name, script} of fresh) {
      const path = join(CACHES, name)
      // opened first: to make a cache that can't be written takes longest
      const file = openSync(`${path}.${process.pid}`, 'w')
      writeFileSync(file, script.createCachedData())
      closeSync(file)
      renameSync(`${path}.${process.pid}`, path)
    }
  } catch {
    // a folder that can't be written to only costs the time
  }
}

process.on('exit', () => {
  if (fresh.length) writeCaches()
})
load('main.cjs')
