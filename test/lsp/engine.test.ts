import {constants, PerformanceObserver} from 'node:perf_hooks'
import {setFlagsFromString} from 'node:v8'
import {describe, expect, it, vi} from 'vitest'
import {Analyst} from '../../src/lsp/analyst.ts'
import {Collector, mayOptimize} from '../../src/lsp/engine.ts'
import {readSettings} from '../../src/lsp/settings.ts'
import {Memory} from '../../src/report/memory.ts'
import {DRAFT} from './drafts.ts'

setFlagsFromString('--allow-natives-syntax')
/** Newer versions of V8 have a quick compiler in between (Maglev), which may go on. */
const isOptimized = new Function('work', 'return %ActiveTierIsTurbofan(work)') as (work: unknown) => boolean

let fresh = 0

/** Runs a fresh function until V8 would make it fast. @returns whether it has */
async function isMadeFast(): Promise<boolean> {
  // V8 remembers what it made of the same words
  const words = `let sum = ${fresh++}; for (let n = 0; n < most; n++) sum += n % 7; return sum`
  const sum = new Function('most', words) as (most: number) => number
  for (let turn = 0; turn < 50 && !isOptimized(sum); turn++) {
    for (let n = 0; n < 200; n++) sum(200)
    // the compiler works beside
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return isOptimized(sum)
}

describe('while somebody waits', () => {
  it('V8 begins to optimise nothing, and goes on afterwards', async () => {
    mayOptimize(false)
    expect(await isMadeFast()).toBe(false)
    mayOptimize(true)
    expect(await isMadeFast()).toBe(true)
  })

  it('it waits from the second analysis of an open draft on, and goes on in a rehearsal and for other drafts', async () => {
    const analyst = new Analyst()
    const study = (text: string, memory?: Memory) =>
      analyst.study({path: '/草稿/报告.md', format: 'markdown', text}, readSettings(null, 'zh', '/'), memory)
    const memory = new Memory()
    const text = DRAFT.repeat(3)
    analyst.rehearsal.pause()
    const first = await study(text, memory).diagnostics()
    expect(await isMadeFast()).toBe(true)
    expect(await study(`${text}\n`, memory).diagnostics()).toEqual(first)
    expect(await isMadeFast()).toBe(false)
    analyst.rehearsal.resume()
    await vi.waitUntil(isMadeFast)
    analyst.rehearsal.pause()
    await study(`${text}\n\n`, memory).diagnostics()
    expect(await isMadeFast()).toBe(false)
    await study(text).diagnostics()
    expect(await isMadeFast()).toBe(true)
    analyst.close()
  })
})

describe('the memory of young objects', () => {
  it('is freed a little later, only where there is less room than is wanted', async () => {
    const kinds: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const {detail} of list.getEntries() as unknown as {detail: {kind: number; flags: number}}[])
        if (detail.flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) kinds.push(detail.kind)
    })
    observer.observe({entryTypes: ['gc']})
    const later = () => new Promise((resolve) => setTimeout(resolve, 50))
    const [never, always] = [new Collector(0), new Collector(Number.POSITIVE_INFINITY)]
    never.soon()
    await later()
    expect(kinds).toEqual([])
    always.soon()
    always.soon()
    expect(kinds).toEqual([])
    await later()
    expect(kinds).toEqual([constants.NODE_PERFORMANCE_GC_MINOR])
    always.soon()
    always.stop()
    await later()
    expect(kinds).toHaveLength(1)
    observer.disconnect()
  })
})
