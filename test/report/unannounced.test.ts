import {describe, expect, it, test} from 'vitest'
import {readText} from '../../src/draft/text.ts'
import {createReport} from '../../src/report/create.ts'

function understood(body: string): {parts: string[]; problems: string[]; measures: string[]} {
  const report = createReport(
    readText(`关于养老院日常管理自查情况的汇报\n区民政局：\n6月3日起我院查了一遍，现将情况报告如下。\n${body}`),
  )
  return {
    parts: report.sections.map(({role}) => role).filter((role) => !['title', 'addressee', 'lead'].includes(role)),
    problems: report.problems.map((item) => report.words(item)),
    measures: report.measures.map((item) => report.words(item)),
  }
}

const WORK = '我院现有床位120张，入住老人97人，护理员26人，食堂每天公布菜单，厨师都有健康证。\n'

describe('each paragraph tells a fault and what was done about it', () => {
  const FAULTS = [
    '二楼走廊的呼叫铃按了没有声音，老人夜里叫不到人。',
    '药柜没有上锁，3种药已经过期。',
    '浴室防滑垫少了4块。',
  ]
  const ANSWERS = [
    '线路6月5日由电工接好，今后每周一逐间试铃。',
    '过期药已由护士长登记销毁，钥匙改由值班护士保管。',
    '后勤部6月6日已补齐，每天开放前检查一次。',
  ]
  const PAIRS = FAULTS.map((fault, index) => `${fault}${ANSWERS[index]}`)

  it.each([
    ['in plain paragraphs', `${WORK}${PAIRS.join('\n')}`],
    ['in a list', `${WORK}${PAIRS.map((words, index) => `${index + 1}、${words}`).join('\n')}`],
  ])('%s', (_, body) => {
    expect(understood(body)).toEqual({parts: ['work', 'problems-plan'], problems: FAULTS, measures: ANSWERS})
  })
  it('and what stands behind them is no item', () => {
    const {parts, problems, measures} = understood(
      `${WORK}${PAIRS.join('\n')}\n我院将欢迎家属随时来看，也请贵局多来检查。`,
    )
    expect(parts).toEqual(['work', 'problems-plan', 'other'])
    expect([problems, measures]).toEqual([FAULTS, ANSWERS])
  })
  it('and a fault without an answer among them', () => {
    const open = '三楼的扶手松动，一直没有人管。'
    const {problems, measures} = understood(
      `${WORK}${[...PAIRS, open].map((words, index) => `${index + 1}、${words}`).join('\n')}`,
    )
    expect([problems, measures]).toEqual([[...FAULTS, open], ANSWERS])
  })
  it('two of them are too few to tell', () => {
    expect(understood(`${WORK}${PAIRS.slice(0, 2).join('\n')}`).parts).toEqual([])
  })
})

const PROBLEMS =
  '查下来毛病不少。一是呼叫铃按了没有声音，老人夜里叫不到人。二是药柜没有上锁，3种药已经过期。三是浴室少了4块防滑垫。\n'
const FAULTS = [
  '一是呼叫铃按了没有声音，老人夜里叫不到人。',
  '二是药柜没有上锁，3种药已经过期。',
  '三是浴室少了4块防滑垫。',
]
const MEASURES = [
  '电工6月5日前接好线路，今后每周一逐间试铃。',
  '药品由护士长登记销毁，钥匙交值班护士保管。',
  '后勤部补齐防滑垫，每天开放前检查一次。',
]

test.each([
  ['nothing', MEASURES.join('')],
  ['a line that says little', `我们打算这么办。${MEASURES.join('')}`],
  ['a line before a list', `定了几条：\n${MEASURES.map((words, index) => `${index + 1}．${words}`).join('\n')}`],
])('a plan that %s announces', (_, plan) => {
  expect(understood(`${WORK}${PROBLEMS}${plan}`)).toEqual({
    parts: ['work', 'problems', 'plan'],
    problems: FAULTS,
    measures: MEASURES,
  })
})

test('causes stand between', () => {
  const {parts} = understood(`${WORK}${PROBLEMS}论原因，是管理人员只看报表，没有到房间里走一走。\n${MEASURES.join('')}`)
  expect(parts).toEqual(['work', 'problems', 'causes', 'plan'])
})

test('neither problems nor plan are announced', () => {
  const faults = ['三楼呼叫铃坏了两只，老人夜里叫不到人。', '药柜没有上锁，3种药已经过期。']
  expect(understood(`${WORK}${faults.join('')}\n${MEASURES.join('')}`)).toEqual({
    parts: ['work', 'problems', 'plan'],
    problems: faults,
    measures: MEASURES,
  })
})

test('what was looked for and not found is no problem', () => {
  const denied = '没有发现过期药品，没有发现账物不符。消防通道畅通，未发现违规用电。\n'
  expect(understood(`${WORK}${denied}${MEASURES.join('')}`).problems).toEqual([])
})

test('more faults are no plan', () => {
  const more = '床位牌有5张名字写错，家属电话一直没有更新。\n厨房的冰箱没有温度记录，生熟混放。\n'
  expect(understood(`${WORK}${PROBLEMS}${more}`).parts).toEqual(['work', 'problems'])
})
