import {expect, it} from 'vitest'
import {readDraft} from '../../src/cli/read-draft.ts'
import {repairFile} from '../../src/cli/repair.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {Failure} from '../../src/lint/failure.ts'
import {workshop} from './zicha.ts'

const HALF = '今年以来，镇里召开专题会议4次,有记录。\n'

it.each([
  ['json', ''],
  ['pretty', '可自动改正 1 处，文件没有改动。\n'],
])('shows what would change, and reports beside it (%s)', async (format, told) => {
  const shop = workshop({'甲.txt': HALF})
  const {out, err} = await shop.zicha('--fix-dry-run', '甲.txt', '--format', format)
  expect(out).toMatch(/^Index: 甲\.txt\n/)
  expect(out).not.toContain('missing-signature')
  expect(err).toContain('missing-signature')
  const report = await shop.zicha('--fix-dry-run', '甲.txt', '--format', format, '-o', '结果')
  expect(report).toMatchObject({out, err: told})
  expect(`${shop.read('结果')}${told}`).toBe(err)
  expect(shop.read('甲.txt')).toBe(HALF)
})

it('tells how much was repaired, or would be', async () => {
  const shop = workshop({'甲.txt': HALF})
  expect((await shop.zicha('--fix-dry-run', '甲.txt')).err).toMatch(/可自动改正 1 处，文件没有改动。\n$/)
  expect((await shop.zicha('--fix', '甲.txt')).err).toBe('已自动改正 1 处。\n')
  expect((await shop.zicha('--fix', '甲.txt')).err).toBe('没有可以自动改正的地方。\n')
  expect((await shop.zicha('甲.txt')).err).toBe('')
})

it('writes nothing into a file that was converted to be read', async () => {
  const shop = workshop({'甲.doc': 'old'})
  const input = {path: shop.path('甲.doc'), name: '甲.txt', bytes: () => Buffer.from(HALF)}
  const setup = {configuration: DEFAULT_CONFIGURATION, rules: [], keep: () => []}
  const io = {out: () => undefined, error: () => undefined, color: false, columns: 100}
  const read = await readDraft(input, input.bytes())
  await expect(repairFile(input, read, setup, {}, io)).rejects.toThrow(Failure)
  expect(shop.read('甲.doc')).toBe('old')
})
