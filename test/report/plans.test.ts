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
