import {defineRule} from '../../src/lint/rule.ts'
import {headingOf, sectionsOf} from '../../src/report/parts.ts'
import type {Role} from '../../src/report/roles.ts'

export default defineRule({
  id: 'section-order',
  group: 'structure',
  severity: 'warning',
  fixes: 'none',
  ground: '实务',
  what: {
    zh: '各部分的先后次序不合常理：措施或原因写在问题之前。',
    en: 'Parts stand in an unusual order: measures or causes before the problems.',
  },
  why: {
    zh: '读者先要知道查出了什么，才能判断措施是否对路。次序颠倒，多半是套用旧稿留下的。',
    en: 'A reader must know what was found before judging what is done about it. The wrong order is often left over from an older text.',
  },
  how: {
    zh: '比较问题、原因、措施各部分的位置。问题与措施交替写的、合写的不报。',
    en: 'The places of problems, causes and plan are compared. Parts that alternate or are combined are left alone.',
  },
  messages: {
    plan: {
      zh: '“{heading}”写在“{problems}”之前，一般先写问题，再写措施。请调整次序。',
      en: '“{heading}” comes before “{problems}”: problems usually come first. Please reorder.',
    },
    causes: {
      zh: '“{heading}”写在“{problems}”之前，一般先写问题，再分析原因。请调整次序。',
      en: '“{heading}” comes before “{problems}”: problems usually come before their causes. Please reorder.',
    },
    late: {
      zh: '“{heading}”写在“{problems}”之后，一般先分析原因，再写措施。请调整次序。',
      en: '“{heading}” comes after “{problems}”: causes usually come before measures. Please reorder.',
    },
    here: {zh: '这一部分在后面', en: 'this part comes later'},
    before: {zh: '这一部分在前面', en: 'this part comes earlier'},
  },
  bad: [
    {
      text: '车辆管理自查报告\n一、基本情况\n共有6辆车。\n⟦二、整改措施⟧\n1.6月起由调度员每天登记里程。\n三、存在的问题\n1.两辆车的里程没有登记。',
    },
    {
      text: '车辆管理自查报告\n⟦一、原因分析⟧\n调度员没有把登记当回事。\n二、存在的问题\n1.两辆车的里程没有登记。\n三、整改措施\n1.6月起由调度员每天登记里程。',
    },
    {
      text: '车辆管理自查报告\n一、存在的问题\n1.两辆车的里程没有登记。\n二、整改措施\n1.6月起由调度员每天登记里程。\n⟦三、原因分析⟧\n调度员没有把登记当回事。',
    },
  ],
  good: [
    {
      text: '供水整改方案\n一、整改目标\n6月底前管网水全部合格。\n二、存在的问题\n1.两处管道锈穿。\n三、整改措施\n1.由管网科5月底前换管。',
    },
    {
      text: '车辆管理自查报告\n一、存在的问题\n1.两辆车的里程没有登记。\n二、原因分析\n调度员没有把登记当回事。\n三、整改措施\n1.6月起由调度员每天登记里程。',
    },
    {
      text: '车辆管理自查报告\n一、车辆登记方面存在的问题\n1.两辆车的里程没有登记。\n二、车辆登记方面的整改措施\n1.6月起由调度员每天登记里程。\n三、油卡使用方面存在的问题\n1.两辆车共用一张油卡。\n四、油卡使用方面的整改措施\n1.6月底前一车一卡。',
    },
    {
      text: '车辆管理自查报告\n一、主要做法和措施\n全年检查12次，登记里程6万公里。\n二、存在的问题\n1.两辆车的里程没有登记。\n三、下一步打算\n1.6月起由调度员每天登记里程。',
    },
  ],
  *check(report) {
    const titled = (...roles: readonly Role[]) =>
      sectionsOf(report, ...roles).filter(({title, isProblem}) => title && !isProblem)
    const problems = titled('problems', 'problems-plan')
    const plans = titled('plan')
    const causes = titled('causes')
    const first = problems[0]
    if (!first) return
    for (const [message, parts] of [
      ['plan', plans],
      ['causes', causes],
    ] as const) {
      const last = parts.at(-1)
      // all of them before the first problem: what alternates is a layout of its own
      if (!last?.title || last.start >= first.start) continue
      const [part] = parts
      if (!part?.title) continue
      yield {
        at: {start: part.start, end: part.title.end},
        message,
        data: {heading: headingOf(report, part), problems: headingOf(report, first)},
        related: [{at: {start: first.start, end: first.title?.end ?? first.end}, message: 'here'}],
      }
    }
    const cause = causes[0]
    const plan = plans.at(-1)
    if (cause?.title && plan && plan.start > first.start && plan.start < cause.start)
      yield {
        at: {start: cause.start, end: cause.title.end},
        message: 'late',
        data: {heading: headingOf(report, cause), problems: headingOf(report, plan)},
        related: [{at: {start: plan.start, end: plan.title?.end ?? plan.end}, message: 'before'}],
      }
  },
})
