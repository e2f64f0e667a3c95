import {describe, expect, it} from 'vitest'
import {partedAt} from '../../src/report/arrows.ts'
import type {Report} from '../../src/report/report.ts'
import {measures, problems, reportOn, reportOnMarkdown, roles} from './understood.ts'

const under = (report: Report): (number | undefined)[] => report.measures.map((measure) => measure.under)

const FAULTS = ['通道堆了两车纸箱', '灯坏了四盏']
const ANSWERS = ['三天内清走', '电工4月10日前换好']

describe('an arrow', () => {
  it('parts a fault from its answer, however it is written', () => {
    for (const arrow of ['→', ' ⇒ ', ' -> ', ' —> ', '——>', ' => ']) {
      const words = `灯坏了四盏${arrow}电工当天换好`
      const {fault, answer} = partedAt(words) ?? expect.fail(arrow)
      expect([words.slice(fault.start, fault.end), words.slice(answer.start, answer.end)]).toEqual([
        '灯坏了四盏',
        '电工当天换好',
      ])
    }
  })
  it('that leads from step to step, or from number to number, does not', () => {
    expect(partedAt('申请登记 → 现场审核 → 发证')).toBeUndefined()
    expect(partedAt('在册人数120→150')).toBeUndefined()
    expect(partedAt('灯坏了四盏，电工换好')).toBeUndefined()
  })
})

describe('a list with arrows', () => {
  it('holds problems with their answers, whatever its heading says', () => {
    const report = reportOnMarkdown(
      '# 仓库安全自查报告\n\n库里看了一天。\n\n## 老账\n\n去年的三件事都办完了。\n\n## 新账\n\n共看了九处。\n\n- 通道堆了两车纸箱 → 三天内清走\n- 灯坏了四盏 → 电工4月10日前换好\n- 东门、西门：未见异常。\n\n## 下一步\n\n每月查一次。\n',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'problems-plan', 'plan'])
    expect(problems(report)).toEqual(FAULTS)
    expect(measures(report)).toEqual([...ANSWERS, '每月查一次。'])
    expect(under(report)).toEqual([0, 1, undefined])
  })
  it('needs no heading, and no marks', () => {
    for (const [first, second] of [
      ['1. ', '2. '],
      ['', ''],
    ]) {
      const report = reportOn(
        `仓库安全自查报告\n库里看了一天，照实写。\n${first}${FAULTS[0]} ⇒ ${ANSWERS[0]}\n${second}${FAULTS[1]} ——> ${ANSWERS[1]}\n下一步，每月查一次。`,
      )
      expect(roles(report)).toEqual(['title', 'lead', 'problems-plan', 'plan'])
      expect(problems(report)).toEqual(FAULTS)
      expect(measures(report).slice(0, 2)).toEqual(ANSWERS)
    }
  })
  it('may be a column of a table', () => {
    const report = reportOnMarkdown(
      '# 仓库安全自查报告\n\n库里看了一天。\n\n## 东片\n\n| 地方 | 看到的 → 咋改 |\n|---|---|\n| 通道 | 通道堆了两车纸箱 → 三天内清走 |\n| 里间 | 灯坏了四盏 → 电工4月10日前换好 |\n| 东门 | 完好 |\n\n## 下一步\n\n每月查一次。\n',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'problems-plan', 'plan'])
    expect(problems(report)).toEqual(FAULTS)
    expect(measures(report)).toEqual([...ANSWERS, '每月查一次。'])
  })
  it('stands below headings that say where, whatever their items read like', () => {
    const report = reportOnMarkdown(
      '# 仓库安全自查报告\n\n库里看了一天。\n\n## 查改对照\n\n### 用电\n\n- 灯坏了四盏 → 全部换新，逐只贴上日期签\n- 配电间仍用旧闸刀 → 4月10日前加装漏电保护器\n- 插座没有盖板 → 电工当天补齐\n\n### 消防\n\n- 通道堆了两车纸箱 → 三天内清走\n',
    )
    expect(problems(report)).toEqual(['灯坏了四盏', '配电间仍用旧闸刀', '插座没有盖板', '通道堆了两车纸箱'])
    expect(under(report)).toEqual([0, 1, 2, 3])
  })
  it('has no measure where the answer is still to be written', () => {
    for (const answer of ['（整改措施待补）', '【待补充】', '待定', '暂无']) {
      const report = reportOnMarkdown(
        `# 仓库安全自查报告\n\n库里看了一天。\n\n## 查改对照\n\n- ${FAULTS[0]} → ${ANSWERS[0]}\n- 门锁坏了 → ${answer}\n- ${FAULTS[1]} → ${ANSWERS[1]}\n`,
      )
      expect(problems(report)).toEqual([FAULTS[0], '门锁坏了', FAULTS[1]])
      expect(measures(report)).toEqual(ANSWERS)
    }
  })
  it('of what was changed in the work is none', () => {
    const report = reportOnMarkdown(
      '# 窗口服务自查报告\n\n现报告如下。\n\n## 工作情况\n\n- 窗口收件 → 网上收件\n- 群众点单 → 社区派单\n\n## 存在的问题\n\n- 叫号机坏了。\n\n## 下一步\n\n- 4月底前换叫号机。\n',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'problems', 'plan'])
    expect(problems(report)).toEqual(['叫号机坏了。'])
    const flow = reportOn(
      '窗口服务自查报告\n我们改了两处。\n1. 窗口收件 → 网上收件\n2. 群众点单 → 社区派单\n下一步，每月查一次。',
    )
    expect(flow.problems).toEqual([])
  })
})
