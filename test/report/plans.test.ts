import {describe, expect, it} from 'vitest'
import type {Report} from '../../src/report/report.ts'
import {measures, reportOn, reportOnMarkdown} from './understood.ts'

describe('a list behind 为落到实处，', () => {
  const plan = (list: string): string =>
    `仓库自查报告\n一、存在的问题\n1．灯坏了两盏。\n2．台账缺三月。\n二、整改措施\n1．由电工换上新灯。\n2．仓管员3月底前补登台账。\n${list}`
  it('stands beside the items above, not under the last', () => {
    expect(measures(reportOn(plan('为保证落到实处，一是每周五由主任查看一遍；二是结果纳入年终评比。')))).toEqual([
      '由电工换上新灯。',
      '仓管员3月底前补登台账。',
      '一是每周五由主任查看一遍；',
      '二是结果纳入年终评比。',
    ])
  })
  it('is one, too, where its second number was forgotten', () => {
    const report = reportOn(plan('为保证落到实处，一是每周五由主任查看一遍；三是结果纳入年终评比。'))
    expect(measures(report).slice(2)).toEqual(['一是每周五由主任查看一遍；', '三是结果纳入年终评比。'])
  })
  it('tells more of an item where the items have lists of their own', () => {
    const report = reportOn(
      '仓库自查报告\n一、存在的问题\n1．灯坏了两盏。\n二、整改措施\n（一）库房整治\n为保证落到实处，一是换上新灯；二是每周查看。\n（二）台账整治\n为保证账物相符，一是补登三月台账；二是每月盘点。',
    )
    expect(measures(report)).toHaveLength(4)
    expect(report.words(report.measures[0]?.group as never)).toBe('库房整治')
  })
})

describe('tasks below a short heading', () => {
  const four =
    '仓库自查报告\n一、存在的问题\n1．灯坏了两盏。\n2．台账缺三月。\n3．通道堆着纸箱。\n4．灭火器少6具。\n二、整改措施\n'
  it('are two where there are more problems than headings and each sentence opens a matter of its own', () => {
    const report = reportOn(
      `${four}（一）整治库房。由电工3月5日前把两盏坏灯换成防爆灯。组织仓管员逐件清点纸箱，3月底前清出通道。\n（二）补齐底账。由会计3月10日前对照入库单补登三月台账。委托消防公司4月底前配发新灭火器6具。`,
    )
    expect(measures(report)).toEqual([
      '由电工3月5日前把两盏坏灯换成防爆灯。',
      '组织仓管员逐件清点纸箱，3月底前清出通道。',
      '由会计3月10日前对照入库单补登三月台账。',
      '委托消防公司4月底前配发新灭火器6具。',
    ])
  })
  it('are one where the second sentence goes on with the first, or checks it', () => {
    const report = reportOn(
      `${four}（一）整治库房。由电工3月5日前把两盏坏灯换成防爆灯。对拖延不换的，由主任约谈责任人。\n（二）补齐底账。由会计3月10日前对照入库单补登三月台账。主任每月抽查20笔，结果张榜。`,
    )
    expect(report.measures).toHaveLength(2)
  })
  it('have who does them by when from the sentence behind them, which is no task', () => {
    const report = reportOn(
      `${four}（一）整治库房。由电工把两盏坏灯换成防爆灯。组织仓管员逐件清点纸箱，清出通道。委托消防公司配发新灭火器6具。责任人：仓库主任；完成时限：2025年4月15日。\n（二）补齐底账。由会计对照入库单补登三月台账。`,
    )
    expect(measures(report)).toHaveLength(4)
    expect(report.measures.slice(0, 3).map(({owner}) => report.words(owner as never))).toEqual(
      Array(3).fill('仓库主任'),
    )
    expect(report.words(report.measures[2]?.deadline as never)).toBe('2025年4月15日')
  })
  it('stand in a paragraph each', () => {
    const report = reportOnMarkdown(
      '# 仓库自查报告\n\n## 1 存在的问题\n\n（1）灯坏了两盏。\n\n（2）台账缺三月。\n\n（3）通道堆着纸箱。\n\n## 2 整改措施\n\n### 2.1 管好库房\n\n由电工3月5日前把两盏坏灯换成防爆灯。\n\n组织仓管员逐件清点纸箱，3月底前清出通道。\n\n### 2.2 管好底账\n\n由会计3月10日前对照入库单补登三月台账。\n\n本站年底组织一次复查，复查结果另行报告。',
    )
    expect(measures(report)).toEqual([
      '由电工3月5日前把两盏坏灯换成防爆灯。',
      '组织仓管员逐件清点纸箱，3月底前清出通道。',
      '管好底账\n\n由会计3月10日前对照入库单补登三月台账。',
    ])
  })
})

describe('slogans as lines of their own', () => {
  const planned = (lines: string): string[] =>
    measures(reportOnMarkdown(`# 仓库自查报告\n\n## 存在的问题\n\n1. 灯坏了两盏。\n\n## 整改措施\n\n${lines}`))
  it('head the sentences below them', () => {
    expect(
      planned('**守好库房**\n\n由电工3月5日前把两盏坏灯换成防爆灯。\n\n**补齐底账**\n\n由会计3月10日前补登三月台账。'),
    ).toEqual(['守好库房\n由电工3月5日前把两盏坏灯换成防爆灯。', '补齐底账\n由会计3月10日前补登三月台账。'])
  })
  it('and so do the names of problems', () => {
    const report = reportOnMarkdown(
      '# 仓库自查报告\n\n## 存在的问题\n\n**照明差**\n\n东库灯坏了两盏，西库没有应急灯。\n\n**底账乱**\n\n台账缺三月，账物差4件。\n',
    )
    expect(report.problems.map((problem) => report.words(problem))).toEqual([
      '照明差\n东库灯坏了两盏，西库没有应急灯。',
      '底账乱\n台账缺三月，账物差4件。',
    ])
  })
  it('but one alone does not', () => {
    expect(planned('由电工3月5日前把两盏坏灯换成防爆灯。\n\n由会计3月10日前补登三月台账。')).toHaveLength(2)
  })
})

describe('a plan by department', () => {
  it('parts the tasks of each by ；, and names who does them', () => {
    const report = reportOn(
      '仓库自查报告\n一、存在的问题\n1．灯坏了两盏。\n2．台账缺三月。\n二、整改措施\n后勤科：3月5日前把两盏坏灯换成防爆灯；聘请2名电工，每季度检修一次线路。\n财务科：3月10日前对照入库单补登三月台账；错记的3笔已于2月冲正。\n办公室：组织全员培训半天，3月底前考核一次。',
    )
    expect(measures(report)).toEqual([
      '3月5日前把两盏坏灯换成防爆灯；',
      '聘请2名电工，每季度检修一次线路。',
      '3月10日前对照入库单补登三月台账；错记的3笔已于2月冲正。',
      '组织全员培训半天，3月底前考核一次。',
    ])
    expect(report.words(report.measures[1]?.owner as never)).toBe('后勤科')
  })
})

describe('what was done', () => {
  const told = (sentence: string): Report =>
    reportOn(
      `民主生活会整改落实情况自查报告\n一、上年度问题整改情况\n1．关于“会议偏多”，全年会议减到8个。已完成。\n2．${sentence}继续推进。\n二、本年度查摆的问题\n1．台账缺三月。`,
    )
  it('holds a problem where something is still open, with who settles it by when', () => {
    const report = told('关于“合同归档慢”，因系统升级，还有7份没有扫描，由办公室逐份补扫，2026年3月底前归档。')
    expect(report.words(report.problems[0] as never)).toBe('因系统升级，还有7份没有扫描，')
    expect(measures(report)).toEqual(['由办公室逐份补扫，2026年3月底前归档。'])
    expect(report.measures[0]?.under).toBe(0)
  })
  it('and none without a limit', () => {
    expect(told('关于“合同归档慢”，还有7份没有扫描，列入本年度整改。').problems).toHaveLength(1)
  })
})
