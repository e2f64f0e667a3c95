import {flatMap} from '../../src/draft/flat-map.ts'
import {defineRule} from '../../src/lint/rule.ts'

/** What any plan may add without a problem that asks for it. */
const AT_LARGE =
  /组织领导|长效|回头看|举一反三|督促检查|跟踪督办|督办|验收销号|销号|台账|复查|报告整改|整改(?:落实|责任|进度|结果|到位|任务)|巩固/

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
    zh: '同 problem-without-plan 的比较，反过来看。整改方案、组织领导和督办验收一类的保障措施不报。',
    en: 'The comparison of problem-without-plan, read the other way. Rectification plans, and measures that only organise or check the work, are left alone.',
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
      text: '保密工作整改方案\n一、存在的问题\n1.文件柜钥匙由两人共用。\n二、整改措施\n1.6月底前换锁，钥匙由一人保管。\n2.组织保密知识竞赛。',
    },
  ],
  *check(report) {
    if (report.genre.id === 'rectification-plan' || !report.problems.length) return
    const {answers} = report
    const doubtful = new Set(
      flatMap(answers.problems, ({verdict, nearest}) => (verdict === 'weak' && nearest ? [nearest.measure] : [])),
    )
    for (const [index, measure] of report.measures.entries()) {
      if (measure.under !== undefined || answers.byMeasure[index]?.length || doubtful.has(index)) continue
      if (AT_LARGE.test(report.words(measure))) continue
      yield {at: {start: measure.start, end: measure.end}, message: 'none'}
    }
  },
})
