import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {BLANK, workshop} from './zicha.ts'

const DRAFT = '关于安全生产的自查报告\n今年以来，共召开专题会议*次。\n开展检查*次，发现隐患3处。\n'
const blanks = (found: Record<string, string[]>, file: string): number =>
  (found[file] ?? []).filter((rule) => rule === 'unfilled-placeholder').length

describe('zicha suppress', () => {
  test('records a finding beside the draft, which is not touched', async () => {
    const shop = workshop({'草稿/甲.txt': DRAFT})
    expect(blanks(await shop.rulesFound('草稿'), '草稿/甲.txt')).toBe(2)
    const {code, out} = await shop.zicha(
      'suppress',
      '草稿/甲.txt',
      '--rule',
      'unfilled-placeholder',
      '--line',
      '2',
      '--reason',
      '数字另报',
    )
    expect([code, out]).toEqual([0, '已记录 1 处到 zicha.ignore.yaml。\n'])
    expect(shop.read('草稿/甲.txt')).toBe(DRAFT)
    expect(shop.read('zicha.ignore.yaml')).toMatch(
      /file: 草稿\/甲\.txt\n {2}rule: unfilled-placeholder\n {2}hash: .+\n {2}words: "\*"\n {2}reason: 数字另报/,
    )
    expect(blanks(await shop.rulesFound('草稿'), '草稿/甲.txt')).toBe(1)
  })

  test('a second one is added; comments of the user stay', async () => {
    const shop = workshop({'甲.txt': DRAFT})
    await shop.zicha('suppress', '甲.txt', '--rule', 'unfilled-placeholder', '--line', '2')
    shop.write({'zicha.ignore.yaml': `${shop.read('zicha.ignore.yaml')}# 待办公室确认`})
    await shop.zicha('suppress', '甲.txt', '--rule', 'unfilled-placeholder')
    expect(shop.read('zicha.ignore.yaml')).toContain('# 待办公室确认\n- file')
    expect(blanks(await shop.rulesFound('甲.txt'), '甲.txt')).toBe(0)
  })

  test('words that move stay suppressed, words that change do not', async () => {
    const shop = workshop({'甲.txt': DRAFT})
    await shop.zicha('suppress', '甲.txt', '--rule', 'unfilled-placeholder', '--line', '3')
    const [title = '', first = '', second = ''] = DRAFT.split('\n')
    shop.write({'甲.txt': [title, '根据通知要求，现报告如下。', `（一）${second}`, first, ''].join('\n')})
    expect(blanks(await shop.rulesFound('甲.txt'), '甲.txt')).toBe(1)
    shop.write({'甲.txt': DRAFT.replace('检查*次', '抽查*次')})
    const found = await shop.rulesFound('甲.txt')
    expect(blanks(found, '甲.txt')).toBe(2)
    expect(found['zicha.ignore.yaml']).toEqual(['unused-suppression'])
  })

  test('equal lines count: one record is for one of them', async () => {
    const shop = workshop({'甲.txt': BLANK})
    await shop.zicha('suppress', '甲.txt', '--rule', 'unfilled-placeholder')
    shop.write({'甲.txt': BLANK + BLANK})
    expect(blanks(await shop.rulesFound('甲.txt'), '甲.txt')).toBe(1)
  })

  test('a list in a folder above and one beside both count', async () => {
    const shop = workshop({'子/甲.txt': DRAFT})
    await shop.zicha('suppress', '子/甲.txt', '--rule', 'unfilled-placeholder', '--line', '2')
    const above = shop.read('zicha.ignore.yaml')
    await shop.zicha('suppress', '子/甲.txt', '--rule', 'unfilled-placeholder', '--line', '3')
    const all = shop.read('zicha.ignore.yaml')
    const head = above.split('\n')[0]
    shop.write({
      'zicha.ignore.yaml': above,
      '子/zicha.ignore.yaml': `${head}\n${all.slice(above.length).replace('子/甲', '甲')}`,
    })
    expect(blanks(await shop.rulesFound('子'), '子/甲.txt')).toBe(0)
  })

  test('says what is missing', async () => {
    const shop = workshop({'甲.txt': DRAFT, 'zicha.config.yaml': 'requireReasons: true\n'})
    const told = async (...argv: string[]) => (await shop.zicha('suppress', ...argv)).err
    expect(await told()).toContain('请给出草稿')
    expect(await told('甲.txt')).toContain('--rule')
    expect(await told('甲.txt', '--rule', 'unfilled-placeholder')).toContain('--reason')
    expect(await told('甲.txt', '--rule', 'long-sentence')).toContain('没有这样的问题')
    expect((await shop.zicha('suppress', '没有.txt', '--line', '1')).code).toBe(2)
  })
})

describe('the list itself', () => {
  test('unknown rules, reasons that are missing, drafts that are gone', async () => {
    const shop = workshop({
      '甲.txt': DRAFT,
      'zicha.config.yaml': 'requireReasons: true\n',
      'zicha.ignore.yaml': [
        '- {file: 甲.txt, rule: unfiled-placeholder, hash: a, reason: 无}',
        '- {file: 乙.txt, rule: long-sentence, hash: a}',
        '',
      ].join('\n'),
    })
    const {out} = await shop.zicha('甲.txt', '--format', 'compact')
    expect(out).toContain('“unfilled-placeholder”')
    expect((await shop.rulesFound('甲.txt'))['zicha.ignore.yaml']).toEqual([
      'unknown-suppression',
      'suppression-without-reason',
      'unused-suppression',
    ])
  })

  test('a broken one is one line and exit code 2', async () => {
    const shop = workshop({'甲.txt': DRAFT, 'zicha.ignore.yaml': '- file: 甲.txt\n  rul: x\n'})
    const {code, err} = await shop.zicha('甲.txt')
    expect(code).toBe(2)
    expect(err).toMatch(/^配置文件“zicha\.ignore\.yaml”第\d行：.+\n$/)
  })

  test('is pruned by command', async () => {
    const shop = workshop({'甲.txt': DRAFT, '乙.txt': BLANK})
    await shop.zicha('suppress', '甲.txt', '乙.txt', '--rule', 'unfilled-placeholder', '--reason', '另报')
    shop.write({'甲.txt': DRAFT.replace('会议*次', '会议4次')})
    expect((await shop.zicha('suppress', '--prune')).out).toBe('zicha.ignore.yaml：清理了 1 条。\n')
    expect(shop.read('zicha.ignore.yaml')).toMatch(/^# 不改的地方和理由.*\n- file: 甲\.txt\n/)
    const found = await shop.rulesFound('.')
    expect(found['zicha.ignore.yaml']).toBeUndefined()
    expect([blanks(found, '甲.txt'), blanks(found, '乙.txt')]).toEqual([0, 0])
  })

  test('suppressed words are not repaired', async () => {
    const wrong = '今年以来，我局认真开展自查,发现问题2个。\n'
    const shop = workshop({'甲.txt': wrong})
    expect((await shop.rulesFound('甲.txt'))['甲.txt']).toContain('half-width-mark')
    await shop.zicha('suppress', '甲.txt', '--rule', 'half-width-mark')
    await shop.zicha('甲.txt', '--fix')
    expect(shop.read('甲.txt')).toBe(wrong)
  })
})

describe('zicha baseline', () => {
  test('only what is new is reported', async () => {
    const shop = workshop({'草稿/甲.txt': DRAFT})
    expect((await shop.zicha('baseline', '草稿')).code).toBe(0)
    const clean = await shop.zicha('草稿', '--baseline', 'zicha.baseline.json')
    expect(clean.code).toBe(0)
    expect(clean.err).toContain('没有列出')
    shop.write({'草稿/甲.txt': `${DRAFT}整改资金*万元。\n`, '草稿/乙.txt': BLANK})
    const found = await shop.rulesFound('草稿', '--baseline', 'zicha.baseline.json')
    expect([blanks(found, '草稿/甲.txt'), blanks(found, '草稿/乙.txt')]).toEqual([1, 1])
    expect((await shop.zicha('草稿', '--baseline', 'zicha.baseline.json')).code).toBe(1)
  })

  test('by configuration, from anywhere; --no-baseline', async () => {
    const shop = workshop({'zicha.config.yaml': 'baseline: 基线/今日.json\n', '草稿/甲.txt': DRAFT})
    shop.write({'基线/说明.md': ''})
    await shop.zicha('baseline', '草稿', '--no-config', '--baseline', '基线/今日.json')
    expect(blanks(await shop.rulesFound('草稿'), '草稿/甲.txt')).toBe(0)
    expect(blanks(await shop.rulesFound('草稿', '--no-baseline'), '草稿/甲.txt')).toBe(2)
    // recorded again, it goes where the configuration says
    shop.write({'草稿/甲.txt': BLANK})
    await shop.zicha('baseline')
    expect(shop.read('基线/今日.json')).toContain('草稿/甲.txt')
  })

  test('pruned, it forgets what was repaired and remembers the rest', async () => {
    const shop = workshop({'甲.txt': DRAFT, '乙.txt': BLANK})
    await shop.zicha('baseline')
    shop.write({'甲.txt': DRAFT.replace('会议*次', '会议4次')})
    expect((await shop.zicha('baseline', '--prune')).out).toMatch(/原有 \d+ 处，还剩 \d+ 处/)
    shop.write({'甲.txt': DRAFT})
    const found = await shop.rulesFound('.', '--baseline', 'zicha.baseline.json')
    expect([blanks(found, '甲.txt'), blanks(found, '乙.txt')]).toEqual([1, 0])
  })

  test('of some drafts leaves those of others', async () => {
    const shop = workshop({'甲.txt': DRAFT, '乙.txt': BLANK})
    await shop.zicha('baseline', '甲.txt')
    const [, n] = /已把 (\d+) 处/.exec((await shop.zicha('baseline', '甲.txt')).out) ?? []
    expect((await shop.zicha('baseline', '乙.txt')).out).toContain(
      `记入 zicha.baseline.json（其他草稿的 ${n} 处照旧）。`,
    )
    const found = await shop.rulesFound('.', '--baseline', 'zicha.baseline.json')
    expect(Object.values(found).flat()).toEqual([])
  })

  test.each([
    ['{"version":1,"findings":{"甲.txt":5}}', 'findings.甲.txt 应为对象，写成了 5'],
    ['{"version":1,"findings":[]}', 'findings 应为对象，写成了 []'],
    ['{"version":1,"findings":{"甲.txt":{"r":{"h":-5}}}}', 'findings.甲.txt.r.h 应为整数（1–…），写成了 -5'],
    ['{"version":2,"findings":{}}', 'version 应为 1，写成了 2'],
    ['我的笔记', '不是 JSON'],
  ])('what is none is not used, and not written over: %s', async (text, told) => {
    const shop = workshop({'甲.txt': BLANK, 'zicha.baseline.json': text})
    const uses = [
      ['甲.txt', '--baseline', 'zicha.baseline.json'],
      ['baseline', '--prune'],
      ['baseline', '甲.txt'],
    ]
    for (const argv of uses) {
      const {code, out, err} = await shop.zicha(...argv)
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(`基线文件“zicha.baseline.json”的内容不对：${told}。`)
      expect(err.trimEnd().split('\n')).toHaveLength(1)
    }
    expect(shop.read('zicha.baseline.json')).toBe(text)
  })

  test('missing or broken: one line, exit code 2', async () => {
    const shop = workshop({'甲.txt': BLANK, '坏.json': '{'})
    for (const file of ['没有.json', '坏.json']) {
      const {code, err} = await shop.zicha('甲.txt', '--baseline', file)
      expect(code).toBe(2)
      expect(err).toMatch(new RegExp(`^.*${file}.*zicha baseline.*\n$`))
    }
  })
})

test('every fixture: baselined it is silent, and the baseline is the same when it is recorded again', async () => {
  const files = Object.fromEntries(
    ['annotated', 'sound', 'drafts'].flatMap((folder) =>
      readdirSync(`fixtures/${folder}`)
        .filter((name) => /\.(txt|md)$/.test(name))
        .map((name) => [`${folder}/${name}`, readFileSync(`fixtures/${folder}/${name}`)]),
    ),
  )
  const shop = workshop(files)
  await shop.zicha('baseline')
  const first = shop.read('zicha.baseline.json')
  const found = await shop.rulesFound('.', '--baseline', 'zicha.baseline.json')
  expect(Object.values(found).flat()).toEqual([])
  await shop.zicha('baseline', '--prune')
  expect(shop.read('zicha.baseline.json')).toBe(first)
}, 120_000)

test('leaves a baseline alone where a draft cannot be read', async () => {
  const shop = workshop({'甲.txt': BLANK, '空/说明.pdf': '-'})
  await shop.zicha('baseline', '甲.txt')
  const before = shop.read('zicha.baseline.json')
  const {code, out} = await shop.zicha('baseline', '空')
  expect([code, out, shop.read('zicha.baseline.json')]).toEqual([2, '', before])
})
