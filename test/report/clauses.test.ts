import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {createReport} from '../../src/report/create.ts'
import type {Report} from '../../src/report/report.ts'

const roles = ({sections}: Report): string[] => sections.map(({role}) => role)
const problems = (report: Report): string[] => report.problems.map((item) => report.words(item))
const measures = (report: Report): string[] => report.measures.map((item) => report.words(item))
const links = ({answers}: Report): [number, number][] => answers.links.map(({problem, measure}) => [problem, measure])

const OPENING = '敬老院食堂管理自查报告\n县民政局：\n按照管理办法，我院逐条对照检查，现报告如下。\n'
const CLAUSES =
  '第一条，食材必须索证索票。\n查看情况：4月进货单62张，票证齐全。符合。\n' +
  '第二条，食品留样不少于48小时。\n查看情况：4月8日的留样盒里只有两样菜。不符合。\n' +
  '第三条，刀具生熟分开。\n查看情况：切熟食的案板上放着生肉。基本符合。\n' +
  '第四条，从业人员持健康证上岗。\n查看情况：6人全部持证。符合。\n'

describe('a report that goes through a regulation clause by clause', () => {
  const report = createReport(
    readText(
      `${OPENING}${CLAUSES}整改安排\n第三条整改：4月底前换新案板。\n第二条整改：4月20日起逐样留满125克。\n责任人：食堂管理员。\n每季度末抽查一次，防止反弹。\n敬老院\n2026年4月16日`,
    ),
  )
  it('has a problem in each clause that does not hold', () => {
    expect(roles(report)).toEqual(['title', 'addressee', 'lead', 'problems', 'plan', 'signature', 'date'])
    expect(problems(report)).toEqual(['4月8日的留样盒里只有两样菜。', '切熟食的案板上放着生肉。'])
  })
  it('links what names a clause to it, in any order, and counts no general sentence beside it', () => {
    expect(measures(report)).toEqual([
      '第三条整改：4月底前换新案板。',
      '第二条整改：4月20日起逐样留满125克。\n责任人：食堂管理员。',
    ])
    expect(links(report)).toEqual([
      [0, 1],
      [1, 0],
    ])
  })
  it('needs no heading above the answers', () => {
    const plain = createReport(
      readText(`${OPENING}${CLAUSES}小结：四条都看过了。\n对应第二条：逐样留满125克。\n对应第三条：换新案板。\n敬老院`),
    )
    expect(roles(plain)).toEqual(['title', 'addressee', 'lead', 'problems', 'other', 'plan', 'signature'])
    expect(links(plain)).toEqual([
      [0, 0],
      [1, 1],
    ])
  })
  it('may have the verdict in its headings and the answer below', () => {
    const headed = createReport(
      readMarkdown(
        '# 车站安全自查报告\n\n## 一、基本情况\n\n班线12条。\n\n## 二、逐条自查\n\n### 第三条 安检设备完好（不符合）\n\n皮带断了两天，行李只靠手翻。\n\n整改：3月2日已换新皮带。\n\n### 第五条 出车前测酒精（符合）\n\n抽查92人次，都有记录。\n\n### 第八条 通道畅通（未落实）\n\n西侧摆着3辆单车。\n\n整改：保安每小时巡一次。\n\n## 三、下一步打算\n\n1. 更换二号安检仪。\n',
      ),
    )
    expect(roles(headed)).toEqual(['title', 'work', 'problems-plan', 'plan'])
    expect(problems(headed)).toEqual(['皮带断了两天，行李只靠手翻。', '西侧摆着3辆单车。'])
    expect(measures(headed)).toEqual(['3月2日已换新皮带。', '保安每小时巡一次。', '更换二号安检仪。'])
  })
  it('may tell all of a clause in one sentence', () => {
    const short = createReport(
      readText(`${OPENING}第一条，票证齐全，符合。\n第二条，通道堆着纸箱，不符合。\n第三条，账册未装订，不符合。`),
    )
    expect(problems(short)).toEqual(['通道堆着纸箱', '账册未装订'])
  })
  it('is not made of clauses that are only quoted', () => {
    const quoting = createReport(
      readText(
        `${OPENING}第一条讲的是索证。\n第二条讲的是留样。\n第三条讲的是刀具。\n存在的问题\n1.留样不足。\n2.刀具混用。`,
      ),
    )
    expect(problems(quoting)).toEqual(['留样不足。', '刀具混用。'])
  })
})
