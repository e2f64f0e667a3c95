import {expect, it, vi} from 'vitest'
import {BLANK, workshop} from './zicha.ts'

// the user that runs the tests may well read everything
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const refuse = (path: unknown): void => {
    if (String(path).includes('禁')) throw Object.assign(new Error('EACCES'), {code: 'EACCES'})
  }
  const readdirSync = (...given: unknown[]) => {
    refuse(given[0])
    return (fs.readdirSync as (...given: unknown[]) => unknown)(...given)
  }
  const readdir = (...given: unknown[]) => {
    try {
      refuse(given[0])
    } catch (error) {
      ;(given.at(-1) as (error: unknown) => void)(error)
      return
    }
    ;(fs.readdir as (...given: unknown[]) => void)(...given)
  }
  return {...fs, readdirSync, readdir}
})

it.each(['.', '**/*.txt'])('checks the others where a folder may not be read: %s', async (pattern) => {
  const shop = workshop({'甲.txt': BLANK, '禁/乙.txt': BLANK, '丙/丁.txt': BLANK})
  const {code, out, err} = await shop.zicha(pattern, '--format', 'compact')
  expect(err).toBe('无法读取“禁”（EACCES），请检查权限。\n')
  expect(code).toBe(2)
  expect(out).toContain('甲.txt:1:')
  expect(out).toContain('丁.txt:1:')
})
