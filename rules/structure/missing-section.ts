import {flatMap} from '../../src/draft/flat-map.ts'
import {emptiness} from '../../src/language/vague.ts'
import {isVow} from '../../src/language/vows.ts'
import type {Finding} from '../../src/lint/rule.ts'
import {defineRule} from '../../src/lint/rule.ts'
import {wholeDenials} from '../../src/report/denials.ts'
import {isSure, type Part, partOf} from '../../src/report/genre.ts'
import {newPart} from '../../src/report/new-part.ts'
import {countCharacters, endOfBody, excerpt, headingOf, sectionsOf} from '../../src/report/parts.ts'
import type {Report} from '../../src/report/report.ts'
import {tones} from '../../src/report/unannounced.ts'

type Message = 'problems' | 'plan' | 'causes' | 'prior' | 'heading' | 'insert'

const ADMITS = /(?:存在|还有|仍有|尚有|暴露)[^。]{0,20}(?:问题|不足|短板|差距|薄弱环节|隐患|困难)/
const PLANS =
  /(?:下一?步|下一?阶段|今后|接下来|针对(?:上述|以上|这些|存在|查出))[^。]{0,40}(?:将|要|拟|抓好|做好|加强|完善|落实|开展)/
const TELLS_CAUSE =
  /究其原因|主要原因|原因(?:在于|是|有|主要|(?:分析|剖析)?[：:】])|归根结底|根[源子](?:在于|在|是)|病根|剖析/
const TELLS_PRIOR = /(?:上年度?|上一年度?|去年|上次|上一次|上一轮|20\d\d年度?)[^。]{0,30}(?:整改|查摆)/

/** A paragraph that admits problems, long enough to be more than a phrase. Causes and plans speak of them as well. */
const admitsSomewhere = (report: Report, least: number): boolean =>
  report.blocks.some((block) => {
    const words = report.words(block)
    const role = report.sectionAt(block.start)?.role
    return role !== 'causes' && role !== 'plan' && countCharacters(words) >= least && ADMITS.test(words)
  })

/** 针对自查发现的问题，… and 共发现隐患52处: they speak of problems, and these list none unless a list follows. */
const OF_PROBLEMS = /^(?:针对|围绕|聚焦|对照?(?:上述|以上|这些|存在|查|发现|自查|反馈|问题))/
const COUNTS_PROBLEMS = /(?:发现|查出|排查|查找|梳理)[^。]{0,14}\d+[个处条项起件]/

/** Parts that really state problems: with a heading, or without one where the words do, and not inside a plan. */
const statesProblems = (report: Report): boolean =>
  report.sections.some((section, index) => {
    if (section.role === 'problems-plan') return true
    if (section.role !== 'problems') return false
    if (section.title) return true
    const before = report.sections[index - 1]
    if (before?.role === 'plan' && before.title) return false
    const [opening = ''] = report.words(section).split('。')
    if (OF_PROBLEMS.test(opening)) return false
    return !COUNTS_PROBLEMS.test(opening) || section.pieces.filter(({mark}) => mark?.value !== undefined).length >= 2
  })

/** Problems told in other parts, behind 但 or 不过. */
const admitsInPassing = (report: Report): boolean =>
  report.problems.some(({start}) => report.sectionAt(start)?.role !== 'problems')

/** A plan with a heading, or with at least one measure that is more than the vow at the report's end. */
const plansReally = (report: Report): boolean =>
  sectionsOf(report, 'problems-plan').length > 0 ||
  sectionsOf(report, 'plan').some(({title}) => title) ||
  report.measures.some((measure) => !isVow(report.words(measure)))

/** Who does it until when. */
const TASK =
  /由[^，。；\d]{2,16}[^。；]{0,24}?\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?[之以]?前|\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?[之以]?前[^。；]{0,24}?由[^，。；\d]{2,16}(?:负责|牵头|完成|落实)/

/** A sentence that plans, or several tasks: whatever the heading over them or the words in front of them are. */
const plansSomewhere = (report: Report): boolean =>
  report.sentences.some((sentence) => {
    const words = report.words(sentence)
    return PLANS.test(words) && !isVow(words) && emptiness(words) < 0.75
  }) || report.sentences.filter((sentence) => TASK.test(report.words(sentence))).length >= 2

/** 未发现账外资金，未发现套取现金: a report that goes through what could be wrong and finds none of it. */
const DENIED = /(?:未|没有|并未)(?:发现|查出|发生|出现)|不存在|零(?:问题|隐患)/g
const deniesThroughout = (report: Report): boolean =>
  report.problems.length === 0 && [...report.find(DENIED)].length >= 2

/**
 * Without a heading the parts are told by how sentences read. Where several read like faults, and several like what is done about
 * them, that no part was found proves nothing.
 */
function isTold(report: Report, message: Message): boolean {
  if ((message !== 'problems' && message !== 'plan') || report.sections.some(({title}) => title)) return false
  const {faults, answers} = tones(report)
  return faults >= 2 && (message === 'problems' || answers >= 2)
}

/** What is missing of what the genre wants, by role. Each check also takes the part in another shape for present. */
function* missing(report: Report, least: number): Generator<{message: Exclude<Message, 'insert'>; part: Part}> {
  const {genre} = report.genre
  const wants = (role: Part['role']): Part | undefined => {
    const part = partOf(genre, role)
    return part?.need === 'mandatory' && !part.verbatim ? part : undefined
  }
  const problems = wants('problems')
  const hasProblems = statesProblems(report) || admitsInPassing(report)
  if (problems && !hasProblems && !admitsSomewhere(report, least) && !wholeDenials(report).length)
    yield {message: 'problems', part: problems}

  const plan = wants('plan')
  if (plan && !plansReally(report) && !plansSomewhere(report)) yield {message: 'plan', part: plan}

  const causes = wants('causes')
  const hasCauses =
    sectionsOf(report, 'causes').length > 0 ||
    report.sections.some((section) => /原因|根源|成因/.test(headingOf(report, section))) ||
    TELLS_CAUSE.test(report.text)
  if (causes && !hasCauses) yield {message: 'causes', part: causes}

  const prior = wants('prior')
  if (prior && !report.user.priorInSeparateDocument && !TELLS_PRIOR.test(report.text))
    yield {message: 'prior', part: prior}

  for (const part of genre.parts) {
    const [heading] = part.headings
    if (part.verbatim && heading && !report.text.includes(heading)) yield {message: 'heading', part}
  }
}

export default defineRule<Message, {least: {default: number; what: {zh: string; en: string}; minimum: number}}>({
  id: 'missing-section',
  group: 'structure',
  severity: 'error',
  fixes: 'suggestion',
  ground: '一般',
  what: {
    zh: '缺少这类报告必须有的部分：存在的问题、整改措施、原因分析、上次整改情况。',
    en: 'A part that this kind of report must have is missing: problems, plan, causes, last year’s rectification.',
  },
  why: {
    zh: '自查报告的用处就在于查出问题、提出措施。缺了其中一项，报告会被退回重写。',
    en: 'The point of a self-inspection is to name problems and to plan what is done about them. Without either the report comes back.',
  },
  how: {
    zh: '按文种表逐项核对：看标题，也看没有标题的段落、“问题及整改措施”合写的部分、以问题作标题的写法。文种没有把握时只作提醒。标题用语特殊时，可在配置 headings 中写明，或用 genre 指定文种。',
    en: 'Each part of the genre is looked for by its heading, as a paragraph without one, combined with another, or as headings that are themselves problems. Where the genre is a guess this is a warning. Name unusual headings in the setting `headings`, or the genre in `genre`.',
  },
  messages: {
    problems: {
      zh: '没有找到“存在的问题”部分：按“{genre}”检查，一般应写明查出的问题。看到的标题：{headings}。',
      en: 'No part states the problems: read as “{genre}”, the report should say what was found. Headings seen: {headings}.',
    },
    plan: {
      zh: '没有找到“整改措施”或“下一步打算”部分：按“{genre}”检查，查出问题后一般应写明怎么改。看到的标题：{headings}。',
      en: 'No part plans what to do: read as “{genre}”, the report should say how the problems are put right. Headings seen: {headings}.',
    },
    causes: {
      zh: '没有找到“原因分析”：按“{genre}”检查，问题之后一般应剖析原因。看到的标题：{headings}。',
      en: 'No part analyses the causes: read as “{genre}”, the report should do so after the problems. Headings seen: {headings}.',
    },
    prior: {
      zh: '没有写上年度整改措施的落实情况（看到的标题：{headings}），民主生活会有关规定要求报告这一项。如另有专门材料，可在配置中设 priorInSeparateDocument。',
      en: 'Nothing is said about last year’s rectification (headings seen: {headings}), which the rules for democratic life meetings ask for. If it is reported elsewhere, set `priorInSeparateDocument`.',
    },
    heading: {
      zh: '“{genre}”的标题是固定的，这里缺少“{heading}”。',
      en: 'The headings of “{genre}” are fixed, and “{heading}” is missing.',
    },
    insert: {zh: '补上“{heading}”一节', en: 'Insert the heading “{heading}”'},
  },
  options: {
    least: {
      default: 80,
      minimum: 1,
      what: {
        zh: '没有标题时，承认问题的段落至少多少字才算“存在的问题”部分',
        en: 'characters from which a paragraph that admits problems counts as the part, where it has no heading',
      },
    },
  },
  bad: [
    {
      text: '河口站安全生产自查报告\n一、自查开展情况\n5月，我站检查泵房、仓库各两次，检查人员8名。\n二、下一步打算\n（一）6月底前更换泵房灭火器12具。⟦⟧',
      genre: 'safety',
    },
    {
      text: '档案工作自查报告\n我馆5月检查了三间库房，现将情况报告如下。\n一、基本情况\n三间库房都装有温湿度计。\n二、存在的问题\n1.二号库房温湿度计停用两个月。⟦⟧',
    },
    {
      text: '个人对照检查材料\n上年度查摆的问题已整改2项。\n一、存在的问题\n1.去年只下村6次。\n二、今后努力方向\n1.每月下村两次。⟦⟧',
    },
    {
      text: '局领导班子对照检查材料\n一、存在的问题\n1.全年只到基层6次。\n二、产生问题的原因\n没有把联系点放在心上。\n三、今后努力方向\n1.每月到联系点一次。⟦⟧',
    },
    {
      text: '县统计局政府信息公开工作年度报告\n一、总体情况\n全年公开12条。\n二、主动公开政府信息情况\n见表。\n三、收到和处理政府信息公开申请情况\n收到2件。\n四、政府信息公开行政复议、行政诉讼情况\n没有发生。\n五、存在的主要问题及改进情况\n栏目更新慢，已改为每周更新。⟦⟧',
    },
  ],
  good: [
    {
      text: '档案工作自查报告\n一、基本情况\n三间库房都装有温湿度计。\n二、存在问题及整改措施\n1.二号库房温湿度计停用两个月。整改措施：5月底前更换，由档案科负责。',
    },
    {
      text: '档案工作自查报告\n一、库房温湿度计停用两个月，无人更换\n整改措施：5月底前更换，由档案科负责。\n二、借阅登记不全，有三卷找不到借阅人\n整改措施：6月底前补齐登记，由阅览室负责。',
    },
    {
      text: '车辆管理自查报告\n我站检查了全部6辆车，现将情况报告如下。\n6辆车都有年检标志。但也存在一些问题。一是有两辆车的里程没有按月登记，出车单上的审批人签字缺了五张。二是停车棚顶部漏雨。\n下一步，我站将从6月起由调度员每天收车时登记里程，缺签字的不予报销，并在雨季前修好车棚。',
    },
    {
      text: '食堂卫生自查报告\n5月12日，我校检查了食堂，现将情况报告如下。\n从检查情况看，有两类问题：一是留样记录缺了11天；二是面粉没有离地存放。\n对上述两个问题，学校作如下整改。其一，5月15日起每天登记留样。其二，5月16日前买回垫板6块。',
    },
    {
      text: '食堂卫生自查报告\n5月12日，我校检查了食堂，现将情况报告如下。\n共梳理出2个问题。①留样记录缺了11天。处理结果：5月15日起由食堂管理员登记。②面粉没有离地存放。处理结果：已买垫板6块。',
    },
    {
      text: '车辆管理自查报告\n我站检查了全部6辆车，现将情况报告如下。\n对照细则，也查出一些毛病。一是有两辆车的里程没有按月登记。二是停车棚顶部漏雨，油桶没有盖子。\n调度员每天收车时登记里程，缺签字的不予报销。后勤组8月底前修好车棚，并更换油桶4只。',
    },
    {
      text: '食堂卫生自查报告\n5月12日，我校检查了食堂，现将情况报告如下。\n留样记录缺了11天，问起来说是忘了。5月15日起由食堂管理员每天登记，校医每周核对。\n面粉没有离地存放，有两袋已经受潮。当天买回垫板6块，受潮的由总务处登记后销毁。\n灭蝇灯坏了两盏，一直没有人修。5月16日已由电工更换，今后每月检查一次。',
    },
    {
      text: '车辆管理自查报告\n我站检查了全部6辆车，现将自查发现及处理情况报告如下。\n一、检查情况\n6月2日逐车看了一遍。\n二、自查发现及处理\n1.有两辆车的里程没有按月登记。调度员每天收车时登记里程。',
    },
    {
      text: '局领导班子对照检查材料\n一、存在的问题\n1.全年只到基层6次。\n二、产生问题的原因\n没有把联系点放在心上。\n三、今后努力方向\n1.每月到联系点一次。',
      user: {priorInSeparateDocument: true},
    },
    {
      text: '局领导班子对照检查材料\n一、上年度整改落实情况\n已全部整改。\n二、存在的问题\n1.全年只到基层6次。\n原因分析：没有把联系点放在心上。\n整改措施：每月到联系点一次。\n2.公文错漏3处。\n原因分析：没有校对。\n整改措施：由办公室逐件校对。',
    },
  ],
  *check(report, {least}) {
    const {genre: guess} = report
    const sure = isSure(guess)
    const headings = flatMap(report.sections, (section) =>
      section.title ? [excerpt(headingOf(report, section), 16)] : [],
    )
    const end = endOfBody(report)
    for (const {message, part} of missing(report, least)) {
      // a separate document may tell what was done since last year: no fact, even where the genre is sure
      const isDenied = (message === 'problems' || message === 'plan') && deniesThroughout(report)
      const severity =
        isDenied || isTold(report, message)
          ? 'info'
          : sure && message !== 'prior'
            ? 'error'
            : guess.source === 'fallback'
              ? 'info'
              : 'warning'
      const edits = newPart(report, part)
      const heading = part.headings[0] ?? ''
      yield {
        at: end,
        message,
        severity,
        data: {genre: guess.name.zh, heading, headings: headings.join('、') || '—'},
        suggestions: edits ? [{message: 'insert', data: {heading}, edits}] : [],
      } satisfies Finding<Message>
    }
  },
})
