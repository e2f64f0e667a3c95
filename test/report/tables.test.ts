import {describe, expect, it} from 'vitest'
import type {Report} from '../../src/report/report.ts'
import {measures, problems, reportOnMarkdown, roles} from './understood.ts'

describe('a report that ends with a table', () => {
  it.each(['整改措施', '做法', '举措'])('has no date in its last cell, and measures below %s', (heading) => {
    const report = reportOnMarkdown(
      `# 消防自查报告\n\n## 一、存在的问题\n\n1.灯坏了两盏。\n\n## 二、整改措施\n\n| ${heading} | 责任人 | 时限 |\n| --- | --- | --- |\n| 更换照明灯 | 后勤科 | 2025年6月30日前 |`,
    )
    expect(report.frame.date).toBeUndefined()
    expect(report.measures.map((item) => report.words(item))).toEqual(['更换照明灯'])
    expect(report.words(report.measures[0]?.deadline as never)).toBe('2025年6月30日前')
  })
})

describe('tables', () => {
  const TOLD = '| 序号 | 问题 |\n| --- | --- |\n| 1 | 灯坏了两盏 |\n| 2 | 台账缺三月 |\n| 3 | 通道堆着纸箱 |\n'
  const linksOf = (plan: string): unknown[] => {
    const report = reportOnMarkdown(
      `# 消防自查表\n\n自查时间：2025年3月。\n\n**表1　查出的问题**\n\n${TOLD}\n**表2　措施**\n\n${plan}`,
    )
    return report.measures.map((measure) => [report.words(measure), measure.named])
  }
  it.each(['对应序号', '针对问题', '问题编号'])('in which %s says which problems a row answers', (heading) => {
    expect(
      linksOf(
        `| ${heading} | 怎么办 | 谁来办 | 办到何时 |\n| --- | --- | --- | --- |\n| 3、1 | 逐间清点，当日办完 | 后勤科 | 3月8日 |\n| 2 | 由档案员重抄一份 | 办公室 | 3月9日 |\n`,
      ),
    ).toEqual([
      ['逐间清点，当日办完', [0, 2]],
      ['由档案员重抄一份', [1]],
    ])
  })
  it('and a range of numbers names all of them', () => {
    expect(linksOf('| 对应问题 | 干什么 | 谁 |\n| --- | --- | --- |\n| 1-3 | 逐间清点，当日办完 | 后勤科 |\n')).toEqual(
      [['逐间清点，当日办完', [0, 1, 2]]],
    )
  })
  it('with their own numbers name nothing', () => {
    expect(linksOf('| 序号 | 措施 |\n| --- | --- |\n| 1 | 逐间清点，当日办完 |\n')).toEqual([
      ['逐间清点，当日办完', undefined],
    ])
  })
  it('hold the problems that a part before only counts', () => {
    const report = reportOnMarkdown(
      '# 消防自查报告\n\n## 1 自查组织\n\n三组共9人。\n\n## 2 查出的隐患\n\n共查出隐患9项：库房5项，门厅4项。7项已经整改，其余2项列入下表。\n\n## 3 限期整改台账\n\n| 隐患描述 | 整改措施 |\n| --- | --- |\n| 灯坏了两盏 | 三月底前换灯 |\n| 通道堆着纸箱 | 每周五清一遍 |\n',
    )
    expect(roles(report)).toEqual(['title', 'work', 'problems', 'problems-plan'])
    expect(problems(report)).toEqual(['灯坏了两盏', '通道堆着纸箱'])
    expect(measures(report)).toEqual(['三月底前换灯', '每周五清一遍'])
  })
})

describe('a table of kinds with numbers', () => {
  it('lists problems where one column tells them', () => {
    const report = reportOnMarkdown(
      '# 减负自查报告\n\n## 一、查摆出的问题\n\n| 类型 | 数量 | 已改 | 主要表现 |\n| --- | --- | --- | --- |\n| 文山 | 5 | 3 | 一份通知拆成三件发，基层收了三次 |\n| 会海 | 4 | 3 | 一个下午连开四个会，参会的是同一批人 |\n| 合计 | 9 | 6 | —— |\n',
    )
    expect(problems(report)).toEqual(['一份通知拆成三件发，基层收了三次', '一个下午连开四个会，参会的是同一批人'])
  })
})

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
  it('names under 部门 who does it', () => {
    const report = planned(
      '| 部门 | 承担的事项 | 完成 |\n| --- | --- | --- |\n| 后勤科 | 逐间清点，更换坏灯 | 3月8日 |\n| 办公室 | 由档案员补登台账 | 3月9日 |\n',
    )
    expect(measures(report)).toEqual(['逐间清点，更换坏灯', '由档案员补登台账'])
    expect(report.words(report.measures[0]?.owner as never)).toBe('后勤科')
  })
  it('but not where it only tells who is on duty', () => {
    const report = planned(
      '| 地点 | 姓名 | 时间 |\n| --- | --- | --- |\n| 东楼一层值班室 | 甲班 | 周一 |\n| 西楼一层值班室 | 乙班 | 周二 |\n',
    )
    expect(measures(report)).toEqual([])
  })
})
