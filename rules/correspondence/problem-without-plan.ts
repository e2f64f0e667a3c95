import {defineRule} from '../../src/lint/rule.ts'
import type {Answer} from '../../src/report/correspondence/answers.ts'
import {excerpt} from '../../src/report/parts.ts'
import type {Report} from '../../src/report/report.ts'

/** The nearest measure, with what speaks for it. */
function nearestOf(report: Report, nearest: Answer | undefined) {
  const measure = nearest && report.measures[nearest.measure]
  if (!measure) return undefined
  const words = nearest.evidence.filter((piece) => piece.weight > 0 && piece.words).map((piece) => piece.words)
  return {
    measure: excerpt(report.words(measure)),
    words: words.join('、'),
    at: {start: measure.start, end: measure.end},
  }
}

export default defineRule({
  id: 'problem-without-plan',
  group: 'correspondence',
  severity: 'warning',
  severityIn: {final: 'error'},
  fixes: 'none',
  ground: '实务',
  what: {zh: '查出的问题没有对应的措施。', en: 'A problem has no measure.'},
  why: {
    zh: '“问题与措施不对应”是审稿和督查最常指出的毛病：问题写了，怎么改却没有下文。',
    en: 'Problems and measures that do not match are what reviewers and inspectors point out most: something was found, and nothing follows.',
  },
  how: {
    zh: '把每个问题同每条措施比较：是不是同一件事、有没有针对这种毛病的做法、是否写在同一条下面。没有共同用语也可能对应，一条措施也可以回答几个问题。只找到含糊对应的作提示，并列出最接近的措施。确认没有问题的，可用行内标记关闭这一条。全文没有一条措施时，由 missing-section 报告。',
    en: 'Each problem is compared with each measure: the same matter, a move that answers this kind of fault, the same place. They need not share words, and one measure may answer several problems. A doubtful answer is a note and shows the nearest measure. Where the report has no measure at all, missing-section speaks.',
  },
  messages: {
    none: {
      zh: '没有找到针对这个问题的措施。请补写措施，或把对应的措施写得更明确。',
      en: 'No measure answers this problem. Add one, or word the one that is meant more clearly.',
    },
    weak: {
      zh: '只找到不明显的对应：“{measure}”（依据：{words}）。请核对它是否解决这个问题。',
      en: 'Only a doubtful answer: “{measure}” (evidence: {words}). Does it solve the problem?',
    },
    nearest: {
      zh: '最接近的措施是这一条（依据：{words}）。',
      en: 'This measure is the nearest (evidence: {words}).',
    },
    far: {
      zh: '最接近的措施是这一条，但看不出它针对这个问题。',
      en: 'This measure is the nearest, but nothing shows that it is meant.',
    },
  },
  bad: [
    {
      text: '车辆管理自查报告\n一、存在的问题\n1.两辆车共用一张油卡，油耗分不清。\n2.⟦车辆维修费用偏高。⟧\n二、整改措施\n1.6月底前为每辆车单独办理油卡，按月公布油耗。\n2.每月提供一次车辆保养知识讲座。',
    },
    {
      text: '车辆管理自查报告\n一、存在的问题\n1.两辆车共用一张油卡，油耗分不清。\n2.⟦停车棚顶部漏雨，车身锈蚀。⟧\n二、整改措施\n1.6月底前为每辆车单独办理油卡，按月公布油耗。',
    },
    {
      text: '车辆管理自查报告\n一、存在的问题\n1.两辆车共用一张油卡，油耗分不清。\n2.⟦停车棚顶部漏雨，由后勤科负责，5月底前修补，至今没有动工。⟧\n二、整改措施\n1.6月底前为每辆车单独办理油卡，按月公布油耗。',
    },
    {
      text: '档案工作自查报告\n一、存在的问题\n一是档案借阅没有登记。\n⟦二是库房空调长期停用。⟧\n二、整改措施\n一是由档案员逐次登记借阅情况，科长每周核对借阅登记簿。\n二是组织职工到烈士陵园扫墓。',
    },
    {
      text: '一、反馈问题整改情况\n1.仓库照明灯坏了两盏。\n整改进展：6月5日已换新灯。\n状态：已完成\n2.⟦门锁坏了。⟧\n整改目标：6月底前换锁。\n状态：达到序时进度\n3.水泵漏水。\n整改进展：6月8日换了密封圈。\n状态：已完成',
    },
  ],
  good: [
    {
      text: '车辆管理自查报告\n一、存在的问题\n1.两辆车共用一张油卡，油耗分不清。\n二、整改措施\n1.6月底前为每辆车单独办理油卡，按月公布油耗。',
    },
    {
      text: '车辆管理自查报告\n一、存在的问题及整改措施\n1.停车棚顶部漏雨。整改措施：6月底前请施工队修补，由后勤科验收。',
    },
    {text: '车辆管理自查报告\n一、存在的问题\n1.两辆车共用一张油卡，油耗分不清。\n2.停车棚顶部漏雨，车身锈蚀。'},
    {
      text: '车辆管理自查报告\n一、正在整改的问题\n1.停车棚顶部漏雨问题，由后勤科负责，6月底前完成。\n2.两辆车共用一张油卡，由财务科牵头，7月底前办理。\n二、下一步打算\n每月调度一次进度。',
    },
  ],
  *check(report) {
    if (!report.measures.length) return
    for (const [index, {verdict, nearest}] of report.answers.problems.entries()) {
      const problem = report.problems[index]
      if (!problem || verdict === 'answered') continue
      const near = nearestOf(report, nearest)
      const at = {start: problem.start, end: problem.end}
      const related = near
        ? [{at: near.at, message: near.words ? ('nearest' as const) : ('far' as const), data: {words: near.words}}]
        : []
      if (verdict === 'none') yield {at, message: 'none', related}
      else if (near)
        yield {at, message: 'weak', severity: 'info', data: {measure: near.measure, words: near.words || '—'}, related}
    }
  },
})
