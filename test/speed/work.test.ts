import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import type {Work} from './work.ts'

/**
 * The most that may be done for each 1,000 characters: what was counted when the bound was set (docs/speed.md), and a
 * tenth more. A draft that costs more than this fails the build on any machine; one that costs less lowers the bound.
 */
const BOUNDS: Readonly<Record<string, Partial<Work>>> = {
  'short drafts': {searches: 2470, characters: 76_300, bytes: 1_100_000},
  'a long draft': {searches: 1750, characters: 226_000},
  'a keystroke in a long draft': {searches: 265, characters: 7_700, bytes: 340_000},
}

/** What an object takes differs from one version of V8 to another: these bytes were counted with that of Node.js 20. */
const hasBytes = process.versions.v8.startsWith('11.3.')
if (!hasBytes) console.warn('skipped: the bounds of bytes are for the V8 of Node.js 20')

const ROOM = '256'

describe('the work of a draft, counted without a clock', () => {
  const {stdout, stderr, status} = spawnSync(
    process.execPath,
    [
      ...['--import', 'tsx', '--no-opt', `--min-semi-space-size=${ROOM}`, `--max-semi-space-size=${ROOM}`],
      join(import.meta.dirname, 'work.ts'),
    ],
    {encoding: 'utf8'},
  )

  it('is counted', () => {
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
  })

  it.each(Object.entries(BOUNDS))('keeps within its bounds: %s', (name, bound) => {
    const work = (JSON.parse(stdout) as Record<string, Work>)[name] as Work
    for (const [key, most] of Object.entries(bound))
      if (key !== 'bytes' || hasBytes)
        expect(work[key as keyof Work], `${key} per 1,000 characters`).toBeLessThanOrEqual(most)
  })
})
