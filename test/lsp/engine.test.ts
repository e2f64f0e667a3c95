import {constants, PerformanceObserver} from 'node:perf_hooks'
import {setFlagsFromString} from 'node:v8'
import {describe, expect, it, vi} from 'vitest'
import {Analyst} from '../../src/lsp/analyst.ts'
import {Collector, mayOptimize} from '../../src/lsp/engine.ts'
import {readSettings} from '../../src/lsp/settings.ts'
import {Memory} from '../../src/report/memory.ts'
import {DRAFT} from './drafts.ts'

/** One bit of what V8 tells of a function (`OptimizationStatus` in its src/runtime/runtime.h). */
const OPTIMIZED = 1 << 4

setFlagsFromString('--allow-natives-syntax')
const statusOf = new Function('work', 'return %GetOptimizationStatus(work)') as (work: unknown) => number

/** Runs a fresh function until V8 would make it fast. @returns whether it has */
async function isMadeFast(): Promise<boolean> {
  const sum = new Function('most', 'let sum = 0; for (let n = 0; n < most; n++) sum += n % 7; return sum') as (
    most: number,
  ) => number
  for (let turn = 0; turn < 50 && !(statusOf(sum) & OPTIMIZED); turn++) {
    for (let n = 0; n < 200; n++) sum(200)
    // the compiler works beside
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return (statusOf(sum) & OPTIMIZED) !== 0
}

describe('while somebody waits', () => {
  it('V8 begins to optimise nothing, and goes on afterwards', async () => {
    mayOptimize(false)
    expect(await isMadeFast()).toBe(false)
    mayOptimize(true)
    expect(await isMadeFast()).toBe(true)
  })

  it('it goes on when a draft that is typed in was analysed, whatever became of it', async () => {
    const analyst = new Analyst()
    const memory = new Memory()
    const study = (text: string) =>
      analyst.study({path: '/草稿/报告.md', format: 'markdown', text}, readSettings(null, 'zh', '/'), memory)
    const text = DRAFT.repeat(3)
    const first = await study(text).diagnostics()
    expect(await study(`${text}\n`).diagnostics()).toEqual(first)
    expect(await isMadeFast()).toBe(true)
    vi.spyOn(memory, 'begin').mockImplementation(() => {
      throw new Error('not today')
    })
    await expect(study(`${text}\n\n`).diagnostics()).rejects.toThrow('not today')
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
