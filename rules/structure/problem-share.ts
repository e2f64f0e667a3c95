import {defineRule} from '../../src/lint/rule.ts'
import {sectionsOf, sharesOf} from '../../src/report/parts.ts'

const percent = (share: number): number => Math.round(share * 100)

/** What is usual is no limit: only a share well below it is worth a note. */
const CLEARLY = 0.8

export default defineRule({
  id: 'problem-share',
  group: 'structure',
  severity: 'info',
  fixes: 'none',
  ground: '实务',
  what: {
    zh: '问题写得太少、成绩写得太多（按字数）。',
    en: 'Too little about problems, too much about achievements, counted in characters.',
  },
  why: {
    zh: '“成绩大篇幅，问题一笔带过”是审稿人常退稿的原因；有的通知直接规定问题和成绩各占多少。',
    en: 'Pages of achievements and a line of problems is what reviewers send back; some notices set the shares.',
  },
  how: {
    zh: '按字数计算问题（含原因）和工作情况各占多少；工作情况里顺带写到的问题算一半。通知有规定的，写在配置 limits 里，超出时作提醒；没有规定时，只在对照检查类文种和相差悬殊时作提示。',
    en: 'The shares of problems (with causes) and of what was done are counted; faults told in passing count half. Limits of a notice belong in the setting `limits` and give warnings. Without them only review papers and striking cases get a note.',
  },
  messages: {
    low: {
      zh: '问题部分占{problems}%，低于规定的{limit}%（工作情况占{work}%）。',
      en: 'Problems take {problems}% of the text, below the limit of {limit}% (what was done: {work}%).',
    },
    high: {
      zh: '工作情况占{work}%，高于规定的{limit}%（问题部分占{problems}%）。',
      en: 'What was done takes {work}% of the text, above the limit of {limit}% (problems: {problems}%).',
    },
    custom: {
      zh: '问题和原因占{problems}%，“{genre}”一般不少于{limit}%，请看问题是否写得充分。',
      en: 'Problems and causes take {problems}%; in “{genre}” it is usually {limit}% or more. Are the problems told fully?',
    },
    striking: {
      zh: '工作情况占{work}%，问题只占{problems}%，请看是否成绩写得过多、问题写得过简。',
      en: 'What was done takes {work}%, problems only {problems}%: are the achievements too long and the problems too short?',
    },
  },
  options: {
    striking: {
      default: 12,
      minimum: 0,
      maximum: 100,
      what: {
        zh: '没有规定时，问题低于百分之几、且工作情况超过一半才提示',
        en: 'percent of problems below which, without limits, a note is given where what was done takes more than half',
      },
    },
  },
  bad: [
    {
      text: '消防自查报告\n一、工作情况\n5月检查泵房两次，更换灭火器12具，培训员工30人。\n⟦二、存在的问题⟧\n1.通道堆物。\n三、整改措施\n1.当日清理，由仓库班长每天下班前检查一遍。',
      user: {limits: {minimumProblemShare: 0.3}},
    },
    {
      text: '消防自查报告\n⟦一、工作情况⟧\n5月检查泵房两次，更换灭火器12具，培训员工30人。\n二、存在的问题\n1.通道堆物。\n三、整改措施\n1.当日清理，由仓库班长每天下班前检查一遍。',
      user: {limits: {maximumWorkShare: 0.3}},
    },
    {
      text: '局领导班子对照检查材料\n⟦一、存在的问题⟧\n1.全年只下村6次。\n二、产生问题的原因\n没有放在心上。\n三、今后努力方向和整改措施\n1.每月由班子成员分头下村两次，每次住一晚，走访不少于十户，回来后在例会上逐户说明情况。',
    },
    {
      text: '消防自查报告\n一、工作情况\n5月检查泵房两次，更换灭火器12具，培训员工30人，修复应急灯8盏，清理通道3处，新装烟感器20只，组织疏散演练一次，参加62人。\n⟦二、存在的问题⟧\n1.通道堆物。\n三、整改措施\n1.当日清理。',
      options: {striking: 20},
    },
  ],
  good: [
    {
      text: '消防自查报告\n一、工作情况\n5月检查泵房两次。\n二、存在的问题\n1.泵房灭火器有三具过期，没有更换。\n三、整改措施\n1.6月底前更换。',
    },
    {
      text: '消防自查报告\n一、工作情况\n5月检查泵房两次，更换灭火器12具，培训员工30人。\n二、整改措施\n1.当日清理通道。',
      user: {limits: {minimumProblemShare: 0.01, maximumWorkShare: 0.9}},
    },
  ],
  *check(report, {striking}) {
    const {limits} = report.user
    const part = sectionsOf(report, 'problems', 'problems-plan')[0]
    const done = sectionsOf(report, 'work')[0]
    if (!part || part.isProblem) return
    const {work, problems} = sharesOf(report)
    const data = {work: percent(work), problems: percent(problems)}
    const at = {start: part.start, end: part.title?.end ?? part.start}
    const {minimumProblemShare: least, maximumWorkShare: most} = limits
    const usual = report.genre.genre.shares?.problems
    if (least !== undefined && problems < least)
      yield {at, message: 'low', severity: 'warning', data: {...data, limit: percent(least)}}
    if (most !== undefined && work > most)
      yield {
        at: done ? {start: done.start, end: done.title?.end ?? done.start} : at,
        message: 'high',
        severity: 'warning',
        data: {...data, limit: percent(most)},
      }
    if (least !== undefined || most !== undefined) return
    if (usual !== undefined && problems < usual * CLEARLY)
      yield {at, message: 'custom', data: {...data, limit: percent(usual), genre: report.genre.name.zh}}
    else if (usual === undefined && data.problems < striking && work > 0.5) yield {at, message: 'striking', data}
  },
})
