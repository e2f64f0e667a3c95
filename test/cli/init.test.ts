import {expect, test} from 'vitest'
import {initCommand} from '../../src/cli/commands/init.ts'
import {BLANK, workshop} from './zicha.ts'

test('without questions: a file that changes nothing, and is never overwritten', async () => {
  const shop = workshop({'甲.txt': BLANK})
  const before = await shop.zicha('甲.txt')
  expect((await shop.zicha('init', '--yes')).code).toBe(0)
  expect(await shop.zicha('甲.txt')).toEqual(before)
  const written = shop.read('zicha.config.yaml')
  const again = await shop.zicha('init', '--yes')
  expect(again.code).toBe(2)
  expect(again.err).toContain('zicha.config.yaml')
  expect(shop.read('zicha.config.yaml')).toBe(written)
})

test.each(['.zicharc', 'zicha.config.mjs'])('not beside %s either', async (name) => {
  expect((await workshop({[name]: ''}).zicha('init', '--yes')).code).toBe(2)
})

test('a configuration above does not hinder it', async () => {
  const shop = workshop({'.zicharc': '{}', '子/甲.txt': BLANK})
  process.chdir(shop.path('子'))
  try {
    expect(await initCommand({yes: true}, {out() {}, error() {}, color: false, columns: 80})).toBe(0)
  } finally {
    process.chdir(import.meta.dirname)
  }
})

test('answers by option are checked and written', async () => {
  const shop = workshop({'甲.txt': BLANK})
  expect((await shop.zicha('init', '--period', '去年')).err).toContain('2025H1')
  expect((await shop.zicha('init', '--genre', 'saftey')).err).toContain('“safety”')
  const unit = '某市: "一局" #2'
  expect((await shop.zicha('init', '--unit', unit, '--genre', 'safety', '--period', '2025Q3')).code).toBe(0)
  const {out} = await shop.zicha('--print-config', '甲.txt')
  expect(JSON.parse(out)).toMatchObject({unit, genre: 'safety', period: '2025Q3'})
})

test('questions: a wrong answer is asked again, Enter skips, a genre by its number', async () => {
  const shop = workshop({'甲.txt': BLANK})
  const answers = ['县水利局', '999', '2', '2025年', '2025']
  const asked: string[] = []
  process.chdir(shop.folder)
  try {
    const ask = async (question: string) => {
      asked.push(question)
      return answers.shift() ?? ''
    }
    await initCommand({}, {out() {}, error() {}, color: false, columns: 80}, ask)
  } finally {
    process.chdir(import.meta.dirname)
  }
  expect(asked).toHaveLength(5)
  const {out} = await shop.zicha('--print-config', '甲.txt')
  expect(JSON.parse(out)).toMatchObject({unit: '县水利局', genre: 'personal-review', period: '2025'})
})

test('the schema is named where it is installed', async () => {
  const shop = workshop({'node_modules/zicha/zicha.schema.json': '{}'})
  await shop.zicha('init', '--yes', '--lang', 'en')
  expect(shop.read('zicha.config.yaml')).toMatch(/^# yaml-language-server: \$schema=node_modules\/zicha\//)
})
