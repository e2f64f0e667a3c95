import {tellsDone} from '../../src/language/tone.ts'
import {defineRule} from '../../src/lint/rule.ts'
import type {Measure} from '../../src/report/items.ts'
import {markAt} from '../../src/report/marks/forms.ts'
import type {Report} from '../../src/report/report.ts'
import type {Section} from '../../src/report/sections.ts'

/** What any plan may add without a problem that asks for it. */
const AT_LARGE =
  /^(?:接下来|下一?步|下一?阶段|今后|以后)|组织领导|长效|回头看|举一反三|督促检查|跟踪督办|督办|验收销号|销号|台账|复查|报告整改|整改(?:落实|责任|进度|结果|到位|任务)|巩固/

/** Above it a measure is too near to a problem to be called free. */
const DOUBTFUL = 0.2

/**
 * The measures (indexes) of the part that answers the problems, if most of its measures do. Other parts (今后打算, 长效机制,
 * 整改结论) say how the work goes on: nobody expects a problem for each of their sentences.
 */
function answeringList(report: Report): readonly number[] {
  const parts = new Map<
    Section | undefined,
    {readonly free: number[]; readonly answered: Set<number>; answering: number}
  >()
  for (const [index, {start, under}] of report.measures.entries()) {
    const section = report.sectionAt(start)
    const part = parts.get(section) ?? {free: [], answered: new Set(), answering: 0}
    parts.set(section, part)
    const answered = report.answers.byMeasure[index] ?? []
    for (const problem of answered) part.answered.add(problem)
    if (under !== undefined) continue
    part.free.push(index)
    if (answered.length) part.answering++
  }
  const [part] = [...parts.values()].sort((a, b) => b.answered.size - a.answered.size)
  return part && part.answering * 2 >= part.free.length ? part.free : []
}

/** A sentence behind another one of the same paragraph, without a mark of its own, goes on with the same matter. */
function goesOn(report: Report, index: number): boolean {
  const measure = report.measures[index] as Measure
  const before = report.measures[index - 1]
  return (
    before !== undefined &&
    report.blockAt(before.start) === report.blockAt(measure.start) &&
    !markAt(report.text, measure.start, measure.end)
  )
}

export default defineRule({
  id: 'plan-without-problem',
  group: 'correspondence',
  severity: 'info',
  fixes: 'none',
  ground: '实务',
  what: {zh: '措施没有对应的问题。', en: 'A measure answers no stated problem.'},
  why: {
    zh: '问题里没有提到的措施多半是凑数的套话，或者说明问题没有写全。',
    en: 'A measure that no problem asks for is often padding, or shows that a problem was left out.',
  },
  how: {
    zh: '同 problem-without-plan 的比较，反过来看；只看逐条回答问题的那一部分。今后打算、长效机制一类的其他部分，已经做完的事，整改方案，组织领导和督办验收一类的保障措施，都不报。',
    en: 'The comparison of problem-without-plan, read the other way, in the part whose measures answer the problems. Other parts (今后打算, 长效机制), what was done already, rectification plans, and measures that only organise or check the work are left alone.',
  },
  messages: {
    none: {
      zh: '这条措施没有对应的问题。请看是不是问题没有写全，或者措施可以删去。',
      en: 'No stated problem asks for this measure. Is a problem missing, or the measure padding?',
    },
  },
  bad: [
    {
      text: '档案工作自查报告\n一、存在的问题\n一是档案借阅没有登记。\n二、整改措施\n一是由档案员逐次登记借阅情况，科长每周核对借阅登记簿。\n⟦二是组织职工到烈士陵园扫墓。⟧',
    },
    {
      text: '车辆管理自查报告\n一、存在的问题\n1.两辆车共用一张油卡，油耗分不清。\n二、整改措施\n1.6月底前为每辆车单独办理油卡，按月公布油耗。\n2.⟦举办职工书画展览。⟧',
    },
  ],
  good: [
    {
      text: '档案工作自查报告\n一、存在的问题\n一是档案借阅没有登记。\n二、整改措施\n一是由档案员逐次登记借阅情况，科长每周核对借阅登记簿。\n二是把整改任务列入台账，每月督办。',
    },
    {
      text: '车辆管理自查报告\n一、存在的问题\n1.两辆车共用一张油卡，油耗分不清。\n2.停车棚顶部漏雨。\n二、整改措施\n1.6月底前为每辆车单独办理油卡，按月公布油耗。\n2.6月5日前请施工队修补停车棚顶部。\n三、今后打算\n1.每季度由后勤科检查一次车况。\n2.年底前组织驾驶员培训，考试合格后上岗。',
    },
    {
      text: '车辆管理自查报告\n一、存在的问题\n1.两辆车共用一张油卡，油耗分不清。\n二、整改措施\n6月底前为每辆车单独办理油卡，按月公布油耗。每年底由审计科抽查两辆。',
    },
    {
      text: '保密工作整改方案\n一、存在的问题\n1.文件柜钥匙由两人共用。\n二、整改措施\n1.6月底前换锁，钥匙由一人保管。\n2.组织保密知识竞赛。',
    },
  ],
  *check(report) {
    if (report.genre.id === 'rectification-plan' || !report.problems.length) return
    const {answers} = report
    for (const index of answeringList(report)) {
      const measure = report.measures[index] as Measure
      const words = report.words(measure)
      if (answers.byMeasure[index]?.length || (answers.nearness[index] as number) >= DOUBTFUL) continue
      if (AT_LARGE.test(words) || tellsDone(words) || goesOn(report, index)) continue
      yield {at: {start: measure.start, end: measure.end}, message: 'none'}
    }
  },
})
