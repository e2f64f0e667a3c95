import {flatMap} from '../../src/draft/flat-map.ts'
import {type Bigrams, bigramsOf, firstHolders} from '../../src/language/bigrams.ts'
import {countHan} from '../../src/language/characters.ts'
import {namesFact} from '../../src/language/vague.ts'
import {defineRule} from '../../src/lint/rule.ts'
import {excerpt} from '../../src/report/parts.ts'

/** What makes a fault of a phrase, and the numbers and small words around it. */
const FAULT = /不到位|不够|不足|不强|不高|不|未|没有|没|缺乏|缺少|缺|欠|弱|差|存在|现象|问题|情况/g
/** What makes a measure of the same phrase. */
const REMEDY = /进一步|切实|加强|强化|提高|提升|完善|健全|确保|保证|做到|抓好|要|将|到位|增强|落实/g
const ORDINAL = /^[一二三四五六七八九十首其][是要次先]|第[一二三四五六七八九十][，,、]/

const bare = (words: string, frame: RegExp): string => words.replace(ORDINAL, '').replace(frame, '')

/** What is left of a problem without its fault. */
const topicOf = (problem: string): Bigrams => bigramsOf(bare(problem, FAULT))

/** What is left of a measure that names nothing concrete, and how many characters that is. */
function coreOf(measure: string): {readonly length: number; readonly pairs: Bigrams} | undefined {
  if (namesFact(measure)) return undefined
  const core = bare(measure, REMEDY).replace(FAULT, '')
  return {length: countHan(core), pairs: bigramsOf(core)}
}

export default defineRule({
  id: 'negated-measure',
  group: 'correspondence',
  severity: 'warning',
  fixes: 'none',
  ground: '实务',
  what: {zh: '措施只是把问题里的“不”去掉。', en: 'The measure is the problem with its “not” taken away.'},
  why: {
    zh: '问题是“制度落实不到位”，措施是“确保制度落实到位”，等于没有想办法。',
    en: '“The rules are not followed”, “see that the rules are followed”: nobody has thought about how.',
  },
  how: {
    zh: '去掉问题里的“不、未、缺”和措施里的“加强、确保、到位”一类的词，剩下的措施几乎都在问题里，又没有写出具体做法，就报告。很短的条目不判断。',
    en: 'Without 不, 未, 缺 in the problem and 加强, 确保 in the measure, nearly all of the measure stands in the problem, and it names nothing concrete. Very short items are not judged.',
  },
  messages: {
    negated: {
      zh: '这条措施只是把问题反过来说了一遍，没有写怎么做。请写明具体办法。',
      en: 'This measure only turns the problem round. Say how it is done.',
    },
    problem: {zh: '它重复的问题：{words}', en: 'the problem that it repeats: {words}'},
  },
  options: {
    least: {
      default: 80,
      minimum: 1,
      maximum: 100,
      what: {zh: '措施有百分之几与问题相同才报告', en: 'percent of the measure that repeats the problem'},
    },
    shortest: {
      default: 6,
      minimum: 2,
      what: {zh: '剩下少于多少字不判断', en: 'characters left below which nothing is judged'},
    },
  },
  bad: [
    {text: '一、存在的问题\n1.出入库登记制度落实不到位。\n二、整改措施\n1.⟦确保出入库登记制度落实到位。⟧'},
    {text: '一、存在的问题\n一是窗口人员业务培训开展不够。\n二、整改措施\n⟦一是进一步加强窗口人员业务培训开展。⟧'},
  ],
  good: [
    {
      text: '一、存在的问题\n1.出入库登记制度落实不到位。\n二、整改措施\n1.出入库登记由双人签字，仓库班长每周五核对一次。',
    },
    {text: '一、存在的问题\n1.制度不全。\n二、整改措施\n1.完善制度。'},
  ],
  *check(report, {least, shortest}) {
    const measures = flatMap(report.measures, ({start, end}) => {
      const core = report.told(coreOf, report.text.slice(start, end))
      return core && core.length >= shortest ? [{at: {start, end}, pairs: core.pairs}] : []
    })
    if (!measures.length) return
    const firsts = firstHolders(
      measures.map(({pairs}) => pairs),
      report.problems.map((item) => report.told(topicOf, report.words(item))),
      least / 100,
    )
    for (const [index, {at}] of measures.entries()) {
      const repeated = report.problems[firsts[index] as number]
      if (!repeated) continue
      const {start, end} = repeated
      yield {
        at,
        message: 'negated',
        related: [{at: {start, end}, message: 'problem', data: {words: excerpt(report.words(repeated))}}],
      }
    }
  },
})
