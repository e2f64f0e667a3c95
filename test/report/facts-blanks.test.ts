import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readText} from '../../src/draft/text.ts'
import {type Blank, findBlanks} from '../../src/report/blanks.ts'
import {NO_USER_DATA, type UserData} from '../../src/report/user-data.ts'

const blanksOf = (text: string, user: Partial<UserData> = {}): readonly Blank[] =>
  findBlanks(readText(text), {...NO_USER_DATA, ...user})

/** The text with `⟦…⟧` around each blank. */
function marked(text: string, user: Partial<UserData> = {}): string {
  return [...blanksOf(text, user)]
    .reverse()
    .reduce((shown, {start, end}) => `${shown.slice(0, start)}⟦${shown.slice(start, end)}⟧${shown.slice(end)}`, text)
}

describe('blanks', () => {
  it.each([
    '召开专题会⟦*⟧次，培训⟦××⟧人次，走访⟦___⟧户，家访⟦……⟧人次。',
    '20⟦XX⟧年⟦X⟧月⟦X⟧日，202⟦x⟧年度，〔20⟦**⟧〕⟦XX⟧号，第⟦X⟧季度。',
    '⟦某某⟧县水务局、⟦**⟧机关和⟦□□⟧镇联合检查，⟦○○⟧公司参加。',
    '经费⟦XX.X⟧万元，宽6米。',
    '整改率为⟦%⟧，印发⟦《》⟧，达到⟦  %⟧。',
    '共检查企业⟦    ⟧家，下设支部⟦　⟧个。',
    '占地面积⟦平方米⟧，学生⟦人⟧，⟦个教学班⟧。',
    '责任人：⟦XXX⟧，时限：⟦待定⟧。',
    '由⟦（单位名称）⟧于⟦（此处填写月份）⟧完成，《⟦（文件名称）⟧》已印发。',
    '于⟦某⟧年⟦某⟧月⟦某⟧日召开会议。',
    '建成充电桩⟦N⟧个，联系人⟦张三⟧。',
  ])('finds %s', (expected) => expect(marked(expected.replace(/[⟦⟧]/g, ''))).toBe(expected))

  it.each([
    '值班室7×24小时有人，4×100米接力，屏幕为“4×4”，管径Φ20mm。',
    '按照“1+N+X”模式，即1个中心、N个站点、X个网格。实施“双领+X”行动，推进“数据要素×”行动。',
    'X光机、X射线、XX染色体、N95口罩、u盘、x86服务器、Excel表格。',
    '某些单位、某种情况、某项工作、某品牌设备，张某某已被问责。',
    '二〇二四年，二○三五年，一〇二国道。',
    '会议认为，……要抓好落实。标*号的为否决项，面积3*2米。',
    '□合格 □不合格，统一采用《×××办事指南》的样式，×××处自填。',
    '（请示）已报，（详见附件），（此处隐患已消除），（填写漏项3处），【立行立改】。',
    '脚本db_backup_full和文件a__b由专人维护。',
    '龚　正　　李　明\n　　人大代表参加评议。',
    '**************',
  ])('is silent on %s', (text) => expect(marked(text)).toBe(text))

  it('tells what each blank is', () => {
    const kinds = blanksOf('培训*次，5月X日，XX县，党管**要求，（待核实），《》，学生人，如XX制度')
    expect(kinds.map(({kind, of}) => `${kind} ${of}`)).toEqual([
      'number 次',
      'date 日',
      'name 县',
      'word ',
      'instruction ',
      'frame 《',
      'silent 人',
      'letters ',
    ])
  })

  it('takes the white space before a date line, though it stands before the block', () => {
    expect(marked('县水务局\n    年  月  日')).toBe('县水务局\n⟦    ⟧年⟦  ⟧月⟦  ⟧日')
  })

  it('lets left-over Markdown bold in plain text alone, but not masked words', () => {
    expect(marked('**一、基本情况**\n**整改时限：**长期')).toBe('**一、基本情况**\n**整改时限：**长期')
    expect(marked('上半年，**机关召开会议，学习**精神。')).toBe('上半年，⟦**⟧机关召开会议，学习⟦**⟧精神。')
  })

  it('heeds the words that the user names', () => {
    expect(marked('涉及△△村，打造XX创客空间。', {placeholders: ['△△'], names: ['XX创客空间']})).toBe(
      '涉及⟦△△⟧村，打造XX创客空间。',
    )
  })

  it('gives sorted, disjoint spans inside the text, whatever the text', () => {
    const piece = fc.constantFrom(
      '*',
      '×',
      'X',
      '○',
      '□',
      '_',
      '…',
      ' ',
      '　',
      '年',
      '月',
      '日',
      '次',
      '《',
      '》',
      '（',
      '）',
      '2',
      '局',
      '某',
      '待定',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 40}), (pieces) => {
        const text = pieces.join('')
        let end = 0
        for (const blank of blanksOf(text)) {
          expect(blank.start).toBeGreaterThanOrEqual(end)
          expect(blank.end).toBeGreaterThan(blank.start)
          end = blank.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it.each(['*', 'X', '□', '_', '…', ' ', '　', '（', '《', '年', '1', '某'])(
    'stays linear on a long run of “%s”',
    (unit) => {
      const started = performance.now()
      blanksOf(`开展${unit.repeat(100_000)}次。`)
      expect(performance.now() - started).toBeLessThan(1500)
    },
  )
})
