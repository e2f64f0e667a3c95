import {tellsDone} from '../language/tone.ts'
import type {Measure} from './items.ts'
import type {Report} from './report.ts'

/** A status that closes the matter: in a word, or by the day alone. */
const CLOSED = /已|完毕|完成|办结|销号|到位|合格|通过|^是$|√|^20\d\d年\d{1,2}月\d{1,2}日。?$/
const OPEN =
  /正在|仍在|尚|未(?:按期|如期)?(?:完|整|到|销|办|启|开|达|能|落实)|没有(?:完|整|到)|推进|整改中|进行中|其余|剩余|部分|持续|长期/

/** What is said of all that was found, once: 以上5个问题均已整改到位, 发现隐患6处，已整改6处. */
const ALL_DONE =
  /(?:全部|均|都)(?:按[时期]|如期)?(?:已|完成|整改|销号|办结|落实)|(?:以上|上述)[^，。；]{0,12}(?:已[^，。；]{0,4}(?:整改|销号|办结)|整改(?:完毕|到位|完成))|整改(?:完成)?率[^，。；]{0,3}100%|(?<![\d.])(\d{1,4})[个处项条][^。；]{0,20}已(?:完成)?整改(?:完成)?\1[个处项条]/g
/** Of what sentences that speak of all may speak. */
const FOUND = /问题|隐患|不足|缺陷|短板|薄弱环节|事项|措施|整改任务|整改率/
/** A part of them, those of another year, or what is still to come. */
const NOT_NOW =
  /其余|剩余|部分|能?立即|立行立改|上年|上一|上次|去年|往年|历年|此前|以前|前期|\d年度|(?<!现)将|确保|力争|争取|计划|必须|应当?|未完|未整|未销|正在|尚|[日月底末]之?前|完[成毕]后|到位后|其中[^，。；]*[部均都]/
const EARLIER = /上年|上一|上次|去年|此前|生活会/

/** A status that is nothing else: 整改中, 正在推进. */
const SHORT_STATUS = 6

/**
 * Whether a measure was carried out, by its own words or by those of its status.
 * @param from where its words are read from: what stands before may tell of another step
 */
export function isDone(report: Report, measure: Measure, from = measure.start): boolean {
  const status = measure.status && report.words(measure.status)
  // 整改中 in its column, whatever the first step was
  if (status && status.length <= SHORT_STATUS && OPEN.test(status)) return false
  return tellsDone(report.text.slice(from, measure.end)) || (status !== undefined && isClosed(status))
}

const isClosed = (words: string): boolean => CLOSED.test(words) && !OPEN.test(words)

/** Whether the report says of all that it found that it is put right. */
export function isAllDone(report: Report): boolean {
  for (const match of report.find(ALL_DONE)) {
    const sentence = report.sentenceAt(match.start)
    const words = sentence ? report.words(sentence) : ''
    if (!FOUND.test(words) || NOT_NOW.test(words)) continue
    const title = report.sectionAt(match.start)?.title
    if (!title || !EARLIER.test(report.words(title))) return true
  }
  return false
}
