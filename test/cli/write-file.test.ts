import {execFileSync, spawn} from 'node:child_process'
import {once} from 'node:events'
import {chmodSync, lstatSync, readdirSync, symlinkSync} from 'node:fs'
import {text} from 'node:stream/consumers'
import {describe, expect, it, vi} from 'vitest'
import {NewFile, writeAtomically} from '../../src/cli/write-file.ts'
import {workshop} from './zicha.ts'

const NEW = Buffer.from('新的\n')

// Windows has neither modes nor named pipes, and links only for administrators
describe.skipIf(process.platform === 'win32')('a file that is written', () => {
  it('takes the place of the old one and keeps its mode', () => {
    const shop = workshop({'甲.txt': '旧的\n'})
    chmodSync(shop.path('甲.txt'), 0o640)
    writeAtomically(shop.path('甲.txt'), NEW)
    expect(shop.read('甲.txt')).toBe('新的\n')
    expect(lstatSync(shop.path('甲.txt')).mode & 0o777).toBe(0o640)
    expect(readdirSync(shop.folder)).toEqual(['甲.txt'])
  })

  it('is left as it was where something goes wrong', () => {
    const shop = workshop({'甲.txt': '旧的\n'})
    const file = new NewFile(shop.path('甲.txt'))
    file.add(Buffer.alloc(100_000))
    file.drop()
    expect(shop.read('甲.txt')).toBe('旧的\n')
    expect(readdirSync(shop.folder)).toEqual(['甲.txt'])
  })

  it('is the one that a link leads to', () => {
    const shop = workshop({'稿/甲.txt': '旧的\n'})
    symlinkSync('稿/甲.txt', shop.path('乙.txt'))
    writeAtomically(shop.path('乙.txt'), NEW)
    expect(lstatSync(shop.path('乙.txt')).isSymbolicLink()).toBe(true)
    expect(shop.read('稿/甲.txt')).toBe('新的\n')
    expect(readdirSync(shop.path('稿'))).toEqual(['甲.txt'])
  })

  it('is none where a pipe stands: that stays one', async () => {
    const shop = workshop({})
    execFileSync('mkfifo', [shop.path('管道')])
    const reader = spawn('cat', [shop.path('管道')])
    const seen = text(reader.stdout)
    writeAtomically(shop.path('管道'), NEW)
    await once(reader, 'exit')
    expect(await seen).toBe('新的\n')
    expect(lstatSync(shop.path('管道')).isFIFO()).toBe(true)
  })
})

describe('a file that cannot be written', () => {
  const reasonFor = async (code: string, platform = process.platform): Promise<string> => {
    vi.stubGlobal('process', {...process, platform})
    vi.resetModules()
    const {whyNotWritten} = await import('../../src/cli/why-not-written.ts')
    vi.unstubAllGlobals()
    return whyNotWritten(Object.assign(new Error('no'), {code})).zh
  }

  it('is said to be in use where Windows refuses: Word keeps what it has open', async () => {
    for (const code of ['EBUSY', 'EPERM', 'EACCES']) expect(await reasonFor(code, 'win32'), code).toMatch('打开着')
    for (const code of ['EPERM', 'EACCES']) expect(await reasonFor(code, 'linux'), code).toBe('没有权限')
  })

  it('keeps the system’s word for what has none of ours', async () => {
    expect(await reasonFor('ELOOP')).toBe('ELOOP')
  })
})
