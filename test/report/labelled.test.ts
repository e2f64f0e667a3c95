import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {createReport} from '../../src/report/create.ts'
import type {Report} from '../../src/report/report.ts'

const reportOn = (text: string): Report => createReport(readText(text))
const reportOnMarkdown = (text: string): Report => createReport(readMarkdown(text))
const problems = (report: Report): string[] => report.problems.map((item) => report.words(item))
const measures = (report: Report): string[] => report.measures.map((item) => report.words(item))

describe('fields of a problem', () => {
  it('may be bullets', () => {
    const report = reportOnMarkdown(
      '# 供水整改方案\n\n## 一、整改任务\n\n### （一）水箱盖板锈蚀\n\n- 整改措施：更换盖板四块。\n- 责任人：站长\n- 完成时限：2025年9月\n\n### （二）泵房漏水\n\n- 整改措施：更换阀门。\n- 责任人：技术员\n- 完成时限：2025年10月\n',
    )
    expect(problems(report)).toEqual(['水箱盖板锈蚀', '泵房漏水'])
    expect(measures(report)).toEqual(['更换盖板四块。', '更换阀门。'])
    expect(report.measures.map(({owner}) => owner && report.words(owner))).toEqual(['站长', '技术员'])
  })
  it('may stand between items that begin with a figure', () => {
    const report = reportOn(
      '安全隐患整改报告\n一、存在的问题及整改\n1、烤漆房没有报警器。\n整改措施：加装报警器。\n责任人：设备科\n2、3名电工证件过期。\n整改措施：停岗复审。\n3、5t行车吊钩损坏。\n整改措施：更换吊钩。',
    )
    expect(problems(report)).toEqual(['烤漆房没有报警器。', '3名电工证件过期。', '5t行车吊钩损坏。'])
    expect(measures(report)).toEqual(['加装报警器。', '停岗复审。', '更换吊钩。'])
  })
})

describe('a figure at the beginning of a block', () => {
  it('of two levels counts below its heading', () => {
    const report = reportOn('网络安全自查报告\n1.存在的问题\n1.1口令简单。\n1.2日志没有保存。\n2.整改措施\n2.1换口令。')
    expect(report.series.map(({members}) => members.map(({value}) => value))).toEqual([[1, 2], [1, 2], [1]])
  })
})
