import {defineRule} from '../../src/lint/rule.ts'
import {endOfBody, sectionsOf} from '../../src/report/parts.ts'

export default defineRule({
  id: 'thin-plan',
  group: 'correspondence',
  severity: 'warning',
  fixes: 'none',
  ground: '实务',
  what: {zh: '问题多、措施少。', en: 'Many problems, few measures.'},
  why: {
    zh: '查出六个问题、只写两条措施，说明整改没有逐条落实。',
    en: 'Six problems and two measures: the problems were not taken one by one.',
  },
  how: {
    zh: '措施条数与问题条数之比低于下限，且有两个以上问题没有找到对应措施时报告。一条措施回答几个问题的不报；条数相等也不说明对应，由 problem-without-plan 逐条检查。',
    en: 'Reported when measures are few for the problems and at least two problems are unanswered. One measure may answer several problems; equal numbers prove nothing, problem-without-plan looks at each.',
  },
  messages: {
    few: {
      zh: '列了{problems}个问题，只有{measures}条措施，其中{open}个问题没有找到对应的措施。',
      en: '{problems} problems are listed and {measures} measures; {open} problems have no answer.',
    },
  },
  options: {
    ratio: {
      default: 0.6,
      minimum: 0,
      maximum: 1,
      what: {zh: '措施条数与问题条数之比的下限', en: 'measures for each problem, at least'},
    },
  },
  bad: [
    {
      text: '仓库管理自查报告\n一、存在的问题\n1.照明灯坏了两盏。\n2.通道堆放纸箱。\n3.值班记录缺三天。\n4.两具灭火器过期。\n⟦二、整改措施⟧\n1.组织职工书画展览。',
    },
    {
      text: '仓库管理自查报告\n一、存在的问题\n一是照明灯坏了两盏。\n二是通道堆放纸箱。\n三是值班记录缺三天。\n四是两具灭火器过期。\n五是门锁损坏。\n⟦二、下一步打算⟧\n一是组织职工书画展览。\n二是开展节约用水宣传。',
    },
  ],
  good: [
    {
      text: '仓库管理自查报告\n一、存在的问题\n1.照明灯坏了两盏。\n2.通道堆放纸箱。\n二、整改措施\n1.6月5日前由后勤科更换照明灯。\n2.当天清走通道纸箱，每天下班前检查。',
    },
    {
      text: '仓库管理自查报告\n一、存在的问题\n1.东库照明灯损坏。\n2.西库照明灯损坏。\n3.门锁损坏。\n二、整改措施\n1.6月5日前由后勤科更换东库、西库损坏的照明灯。\n2.当天换锁。',
    },
  ],
  *check(report, {ratio}) {
    const problems = report.problems.length
    const measures = report.measures.length
    // a single problem or no plan at all are other rules' matter
    if (problems < 2 || !measures || measures >= problems * ratio) return
    const open = report.answers.problems.filter(({verdict}) => verdict === 'none').length
    if (open < 2) return
    const part = sectionsOf(report, 'plan', 'problems-plan')[0]
    const at = part?.title ? {start: part.start, end: part.title.end} : endOfBody(report)
    yield {at, message: 'few', data: {problems, measures, open}}
  },
})
