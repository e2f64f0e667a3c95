import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {createReport} from '../../src/report/create.ts'
import {measures, problems, roles} from './understood.ts'

const OPENING = '物业服务自查报告\n各位业主：\n上周大家提了几个问题，物业中心逐个查了一遍。\n'
const LIFT = '3月电梯停了7次，都是门机卡死，我们没有按月保养。4月6日已换新门机，以后每月10日前保养一次。'

describe('a letter that answers questions', () => {
  it('has a fault and what is done about it in an answer, in one paragraph or in two', () => {
    const report = createReport(
      readText(
        `${OPENING}问：电梯为什么老停？\n答：${LIFT}\n问：快递柜装了吗？\n答：已经装好两组，就在南门。\n问：垃圾为什么两天一运？\n答：是的。2月有9天没有及时清运。\n从3月20日起改为早晚各运一次。\n感谢大家的监督。\n物业中心\n2026年4月8日`,
      ),
    )
    expect(roles(report)).toEqual([
      'title',
      'addressee',
      'lead',
      'problems-plan',
      'work',
      'problems-plan',
      'closing',
      'signature',
      'date',
    ])
    expect(problems(report)).toEqual(['3月电梯停了7次，都是门机卡死，我们没有按月保养。', '2月有9天没有及时清运。'])
    expect(measures(report)).toEqual(['4月6日已换新门机，以后每月10日前保养一次。', '从3月20日起改为早晚各运一次。'])
  })
  it('may have the answer on the line of the question', () => {
    const report = createReport(
      readText(
        `${OPENING}问：电梯为什么老停？答：${LIFT}\n问：快递柜装了吗？答：已经装好两组。\n问：保洁几点来？答：早上六点。`,
      ),
    )
    expect(roles(report).slice(3)).toEqual(['problems-plan', 'work', 'work'])
    expect(measures(report)).toEqual(['4月6日已换新门机，以后每月10日前保养一次。'])
  })
  it('may say that there is no such fault, and show it, or what is there before the fault', () => {
    const report = createReport(
      readText(
        `${OPENING}问一：电梯为什么老停？\n答：${LIFT}\n问二：灭火器有没有过期的？\n答：没有。这话不是敷衍，也没漏一层：两个人各点一遍，单子一致。\n问三：车库的灯有没有坏的？\n答：车库一共120盏灯。有6盏坏了，一直没有换。4月8日已由电工换新。\n问四：台账有没有？\n答：没有。去年的台账都没有建。4月起逐项登记。`,
      ),
    )
    expect(roles(report).slice(3)).toEqual(['problems-plan', 'work', 'problems-plan', 'problems-plan'])
    expect(problems(report).slice(1)).toEqual(['有6盏坏了，一直没有换。', '去年的台账都没有建。'])
  })
  it('tells one more fault behind 另外，, and what is done about each in a sentence of its own', () => {
    const report = createReport(
      readMarkdown(
        '# 医院窗口自查报告\n\n## 挂号为什么要排两次队？\n\n我们查到：自助机4台坏了2台。另外，导诊台中午没有人。\n\n我们这样改：3月11日修好2台。中午由护士轮班。\n\n## 收费有没有多收？\n\n我们查到：抽查200张单子，没有发现问题。\n\n## 报告单几天能拿？\n\n当天下午四点。\n',
      ),
    )
    expect(roles(report)).toEqual(['title', 'problems-plan', 'work', 'work'])
    expect(problems(report)).toEqual(['自助机4台坏了2台。', '导诊台中午没有人。'])
    expect(measures(report)).toEqual(['3月11日修好2台。', '中午由护士轮班。'])
  })
  it('may count faults out in one answer, 第一项，第二项，, each with what is done about it', () => {
    const report = createReport(
      readText(
        `${OPENING}问：谁去查的？\n答：物业中心3个人，查了两天。\n问：查出的几项怎么处理的？\n答：第一项，车库的灯坏了6盏。已全部换新。\n第二项，单元门关不严。5日当天换上新门吸，逐户试过。\n第三项，水泵房没有上锁。已加锁，钥匙由值班员保管。\n问：以后靠什么管住？\n答：靠两样。一是每月10日查一遍灯；二是业主代表每季度进泵房看一次。\n物业中心\n2026年4月8日`,
      ),
    )
    expect(roles(report).slice(3)).toEqual(['work', 'problems-plan', 'plan', 'signature', 'date'])
    expect(problems(report)).toEqual([
      '第一项，车库的灯坏了6盏。',
      '第二项，单元门关不严。',
      '第三项，水泵房没有上锁。',
    ])
    expect(measures(report)).toEqual([
      '已全部换新。',
      '5日当天换上新门吸，逐户试过。',
      '已加锁，钥匙由值班员保管。',
      '一是每月10日查一遍灯；',
      '二是业主代表每季度进泵房看一次。',
    ])
  })
  it('is something else where its questions head the parts of a report', () => {
    const report = createReport(
      readText(
        '物业自查问答\n各位业主：\n物业中心自查如下。\n问：做了哪些事？\n答：换了灯。\n问：哪些地方没做好？\n答：其一，电梯没有按月保养。其二，车库漏水。\n问：怎么改？\n答：5月起每月保养，请施工队重做防水。',
      ),
    )
    expect(roles(report)).toEqual(['title', 'addressee', 'lead', 'work', 'problems', 'plan'])
  })
})
