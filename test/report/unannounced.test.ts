import {describe, expect, it, test} from 'vitest'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
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
  it('below a heading that only names the answers', () => {
    const body = `一、基本情况\n${WORK}二、逐项检查和整改情况\n${PAIRS.map((words, index) => `${index + 1}、${words}`).join('\n')}`
    expect(understood(body)).toEqual({parts: ['work', 'problems-plan'], problems: FAULTS, measures: ANSWERS})
  })
  it('two of them are too few to tell', () => {
    expect(understood(`${WORK}${PAIRS.slice(0, 2).join('\n')}`).parts).toEqual([])
  })
})

describe('faults below a heading that does not name them', () => {
  const minutes = (spoken: string[]): string =>
    `一、各组发言\n${spoken.join('\n')}\n二、议定事项\n1.呼叫铃6月5日前由电工接好线路。\n2.药品由护士长登记销毁，钥匙交值班护士保管。`
  it('are the problems where the plan stands behind them', () => {
    const spoken = ['二楼的呼叫铃按了没有声音，老人夜里叫不到人。', '药柜没有上锁，3种药已经过期。']
    expect(understood(minutes(spoken))).toMatchObject({parts: ['problems', 'plan'], problems: spoken})
  })
  it('but what was done is work, though each paragraph ends with a fault', () => {
    const spoken = [
      '二楼的呼叫铃逐间试过，线路由电工换新，只是三楼的一只按了没有声音。',
      '护士长带人清点了药柜，逐盒登记造册，不过3种药已经过期。',
    ]
    expect(understood(minutes(spoken)).parts).toEqual(['work', 'plan'])
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

describe('a fault and what was done about it in one sentence', () => {
  const FAULTS = [
    '三楼呼叫铃坏了两只',
    '药柜没有上锁，3种药已经过期',
    '夜班只有一个人，走廊没人巡视',
    '浴室少了4块防滑垫',
  ]
  const ANSWERS = [
    '6月5日换了新铃，每周一逐间试按；',
    '过期药当天登记销毁，钥匙改由值班护士保管；',
    '6月起改为双人夜班，每两小时巡视一次；',
    '已请后勤部补齐，6月20日前铺好。',
  ]
  const SENTENCES = FAULTS.map((fault, index) => `${fault}，${ANSWERS[index]}`)

  it.each([
    ['in plain lines', SENTENCES.join('\n')],
    ['in a list', SENTENCES.map((words, index) => `${index + 1}．${words}`).join('\n')],
    ['in one paragraph', `毛病出在下面这几处。${SENTENCES.join('')}`],
    ['behind words that announce them', `查出来的问题都在这里：${SENTENCES.join('')}`],
  ])('%s', (_, body) => {
    expect(understood(`${WORK}${body}`)).toEqual({
      parts: ['work', 'problems-plan'],
      problems: FAULTS,
      measures: ANSWERS,
    })
  })
  it('below a heading, where no part is a plan', () => {
    const list = SENTENCES.slice(0, 2).map((words, index) => `（${index ? '二' : '一'}）${words}`)
    expect(understood(`一、基本情况\n${WORK}二、存在的问题\n${list.join('\n')}`)).toEqual({
      parts: ['work', 'problems-plan'],
      problems: FAULTS.slice(0, 2),
      measures: ANSWERS.slice(0, 2),
    })
  })
  it('by turns, a sentence each', () => {
    const faults = ['轮椅刹车失灵两台。', '送餐箱没有保温，饭到楼上就凉。', '登记表漏填家属电话11份。']
    const answers = [
      '6月5日送修，6月8日修回。',
      '现已换成双层箱，由护理员每天消毒。',
      '由办公室逐户补全，今后入住当天核对。',
    ]
    const body = faults.map((fault, index) => `${fault}${answers[index]}`).join('')
    expect(understood(`${WORK}${body}`)).toEqual({
      parts: ['work', 'problems-plan'],
      problems: faults,
      measures: answers,
    })
  })
  it.each([
    '1．冰柜从5月中旬起停用，6月3日检查时肉和菜混放。\n2．留样盒少了7个，6月1日、2日两顿没有留样。\n3．油烟罩已三个月没有清洗。',
    '上次检查指出的2处隐患，已于4月改正。6月3日查灯具40盏，坏1盏，当天换好。\n厨房的3个灭火器压力正常，记录齐全。',
  ])('but days alone are no answers', (body) => {
    expect(understood(`${WORK}${body}`).measures).toEqual([])
  })
})

test('a heading that says nothing stands over the plan where what is below reads like one', () => {
  const body = `一、基本情况\n${WORK}二、存在的问题\n1．药柜没有上锁。\n2．浴室少了4块防滑垫。\n三、销号时间表\n`
  const plan = ['6月10日前换锁，钥匙由值班护士保管。', '后勤部6月15日前补齐防滑垫，每天开放前检查一次。']
  expect(understood(`${body}${plan.map((words, index) => `${index + 1}．${words}`).join('\n')}`)).toMatchObject({
    parts: ['work', 'problems', 'plan'],
    measures: plan,
  })
  expect(understood(`${body}养老院里没有小毛病，老人一摔就是大事。`).parts).toEqual(['work', 'problems', 'other'])
})

test('small faults put right on the spot above the list, and one more below it', () => {
  const spot = '当场改正的是几个小毛病：走廊灯不亮，储物柜门关不严。灯泡已换新，柜门当天修好。'
  const more = '此外，前台灭火器压力不足，已于6月5日送充装点换回。'
  const found = understood(
    `一、存在的问题\n${spot}\n1．药柜没有上锁。\n2．浴室少了4块防滑垫。\n${more}\n二、整改措施\n1．6月10日前换锁。\n2．防滑垫6月15日前补齐。`,
  )
  expect(found.problems).toEqual([
    '走廊灯不亮，储物柜门关不严。',
    '药柜没有上锁。',
    '浴室少了4块防滑垫。',
    '此外，前台灭火器压力不足',
  ])
  expect(found.measures).toEqual([
    '灯泡已换新，柜门当天修好。',
    '已于6月5日送充装点换回。',
    '6月10日前换锁。',
    '防滑垫6月15日前补齐。',
  ])
})

test('a letter in plain speech: what leads from one part to the next is no item', () => {
  const faults = ['药柜没有上锁，3种药早就过期。', '浴室少了4块防滑垫，老人滑过一跤。', '晚饭送到三楼已经凉了。']
  const plan = [
    '药柜6月10日前换锁，钥匙由护士长保管。',
    '防滑垫由后勤部6月12日前补齐。',
    '送餐箱换成双层的，每天消毒。',
  ]
  expect(
    understood(
      `${WORK}可是毛病也有，不怕说出来。${faults.join('')}\n说来说去，还是几个管事的图省事，没有到房间里走一走。\n这几件事怎么办，院务会上一条条定了。${plan.join('')}\n老人的事没有小事，我们一定认真改。`,
    ),
  ).toEqual({parts: ['work', 'problems', 'causes', 'plan'], problems: faults, measures: plan})
})

test('one more problem with its answer below a ledger', () => {
  const ledger =
    '| 序号 | 发现的问题 | 整改措施 |\n|---|---|---|\n| 1 | 药柜没有上锁 | 换锁，钥匙由护士长保管 |\n| 2 | 防滑垫少4块 | 后勤部补齐 |'
  const report = createReport(
    readMarkdown(
      `# 养老院自查报告\n\n区民政局：\n\n6月3日起我院查了一遍，现将情况报告如下。\n\n**问题整改台账**\n\n${ledger}\n\n台账由副院长每周调度一次。\n\n**需要说明的事项**\n\n防护手套不够用，4名护理员共用两副。我院6月15日前按人头配齐，由办公室登记发放。\n`,
    ),
  )
  expect(report.problems.map((item) => report.words(item)).slice(2)).toEqual(['防护手套不够用，4名护理员共用两副。'])
  expect(report.measures.map(({under}) => under)).toEqual([0, 1, 2])
})

describe('a line whose words name no part', () => {
  const FAULTS = [
    '药柜没有上锁，3种药已经过期，谁也说不清放了多久。',
    '浴室少了4块防滑垫，老人滑过一跤。',
    '晚饭送到三楼已经凉了，服务同老人的期待还有一定差距。',
  ]
  const PLAN = [
    '药柜6月10日前换锁，钥匙由护士长保管。',
    '防滑垫由后勤部6月12日前补齐。',
    '送餐箱换成双层的，6月起每天消毒。',
  ]
  const counted = (word: string, items: readonly string[]): string =>
    items.map((item, index) => `${word}${'一二三'.charAt(index)}，${item}`).join('\n')

  it.each([
    ['【病根】', '【药方】'],
    ['病根', '药方'],
  ])('%s heads the part that it stands over, whose items are counted 病一，病二，', (above, below) => {
    const body = `${WORK}${above}\n${counted('病', FAULTS)}\n${below}\n${counted('药', PLAN)}`
    expect(understood(body)).toEqual({parts: ['work', 'problems', 'plan'], problems: FAULTS, measures: PLAN})
  })

  it('of words that no number two follows is no item', () => {
    const report = createReport(readText('自查报告\n一、存在的问题\n库一、库二的灯坏了。\n库二，门锁坏了。'))
    expect(report.problems.map((item) => report.words(item))).toEqual(['库一、库二的灯坏了。', '库二，门锁坏了。'])
  })
})
