import {bigramsOf, firstHolders} from '../../src/language/bigrams.ts'
import {countExternal, looksInward} from '../../src/language/causes.ts'
import {defineRule} from '../../src/lint/rule.ts'
import {excerpt, sectionsOf} from '../../src/report/parts.ts'

export default defineRule({
  id: 'restated-cause',
  group: 'correspondence',
  severity: 'info',
  fixes: 'none',
  ground: '实务',
  what: {
    zh: '原因只是把问题重说一遍，或者只找客观原因。',
    en: 'A cause repeats the problem, or all causes lie elsewhere.',
  },
  why: {
    zh: '原因没有找到，措施就不会对路；只讲人手、经费，会被认为回避责任。',
    en: 'Without a cause no measure can be right; naming only staff and money looks like evasion.',
  },
  how: {
    zh: '一条原因的用语绝大部分已经出现在某个问题里，就提示；很短的不判断。原因部分列出两种以上客观原因，却没有一句说到认识、责任、管理的，提示一次。',
    en: 'A cause whose words nearly all stand in one of the problems is reported, unless it is very short; and a part that lists two or more outer causes and not one of its own.',
  },
  messages: {
    restated: {
      zh: '这条原因基本是在重复问题，没有说明为什么会这样。',
      en: 'This cause repeats the problem and does not say why it arose.',
    },
    external: {
      zh: '原因部分只讲了客观条件，请看主观上（认识、责任、管理）有没有原因。',
      en: 'Only outer conditions are named. Are there causes of one’s own, in duty, management or attention?',
    },
    problem: {zh: '它重复的问题：{words}', en: 'the problem that it repeats: {words}'},
  },
  options: {
    least: {
      default: 60,
      minimum: 1,
      maximum: 100,
      what: {zh: '原因有百分之几与问题相同才报告', en: 'percent of the cause that repeats a problem'},
    },
    shortest: {
      default: 8,
      minimum: 2,
      what: {zh: '少于多少字的原因不判断', en: 'characters below which a cause is not judged'},
    },
  },
  bad: [
    {
      text: '一、存在的问题\n1.出入库登记不及时，领用单据不齐全。\n二、原因分析\n1.⟦出入库登记不及时，领用单据不全。⟧\n三、整改措施\n1.6月起由仓管员当日登记。',
    },
    {
      text: '一、存在的问题\n1.出入库单据缺了12张。\n⟦二、原因分析⟧\n一是人手不足，经费紧张。\n二是历史欠账多，上级拨款迟。\n三、整改措施\n1.6月起由仓管员当日登记。',
    },
  ],
  good: [
    {
      text: '一、存在的问题\n1.出入库登记不及时。\n二、原因分析\n1.仓管员兼任采购，班长又没有核对台账的习惯。\n三、整改措施\n1.6月起由仓管员当日登记。',
    },
    {
      text: '一、存在的问题\n1.出入库登记不及时。\n二、原因分析\n一是人手不足，经费紧张。\n二是管理上有松懈，班长没有督促。\n三、整改措施\n1.6月起由仓管员当日登记。',
    },
  ],
  *check(report, {least, shortest}) {
    const causes = report.causes
      .map(({start, end}) => ({at: {start, end}, pairs: report.told(bigramsOf, report.text.slice(start, end))}))
      .filter(({pairs}) => pairs.length + 1 >= shortest)
    const problems = causes.length ? report.problems.map((item) => report.told(bigramsOf, report.words(item))) : []
    const firsts = firstHolders(
      causes.map(({pairs}) => pairs),
      problems,
      least / 100,
    )
    for (const [index, {at}] of causes.entries()) {
      const repeated = report.problems[firsts[index] as number]
      if (!repeated) continue
      const {start, end} = repeated
      yield {
        at,
        message: 'restated',
        related: [{at: {start, end}, message: 'problem', data: {words: excerpt(report.words(repeated))}}],
      }
    }
    for (const part of sectionsOf(report, 'causes')) {
      const words = part.pieces.map((piece) => report.words(piece)).join('\n')
      if (countExternal(words) >= 2 && !looksInward(words))
        yield {at: {start: part.start, end: part.title?.end ?? part.start}, message: 'external'}
    }
  },
})
