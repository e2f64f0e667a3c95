import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {createReport} from '../../src/report/create.ts'
import type {Report} from '../../src/report/report.ts'

const reportOn = (text: string): Report => createReport(readText(text))
const reportOnMarkdown = (text: string): Report => createReport(readMarkdown(text))
const measures = (report: Report): string[] => report.measures.map((item) => report.words(item))

describe('a plan as a table', () => {
  const planned = (table: string): Report =>
    reportOnMarkdown(`# 消防自查报告\n\n## 一、存在的问题\n\n1. 灯坏了两盏。\n\n## 二、下一步安排\n\n${table}`)
  it.each(['重点任务', '工作安排', '事项'])('tells under %s what is done by whom', (heading) => {
    const report = planned(
      `| ${heading} | 地点 | 牵头部门 | 时限 |\n| --- | --- | --- | --- |\n| 逐间清点，更换坏灯 | 东楼 | 后勤科 | 3月8日 |\n| 由档案员补登台账 | 西楼 | 办公室 | 3月9日 |\n`,
    )
    expect(measures(report)).toEqual(['逐间清点，更换坏灯', '由档案员补登台账'])
    expect(report.words(report.measures[0]?.owner as never)).toBe('后勤科')
    expect(report.words(report.measures[1]?.deadline as never)).toBe('3月9日')
  })
  it('but not where it only tells who is on duty', () => {
    const report = planned(
      '| 地点 | 姓名 | 时间 |\n| --- | --- | --- |\n| 东楼一层值班室 | 甲班 | 周一 |\n| 西楼一层值班室 | 乙班 | 周二 |\n',
    )
    expect(measures(report)).toEqual([])
  })
})

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
