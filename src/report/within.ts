import {leaning} from '../language/leaning.ts'
import {matchesOf} from '../language/matches.ts'
import {admitsFault} from '../language/tone.ts'

/** Each of its commas may be weighed. */
const LONGEST_SENTENCE = 260

/** A day, or the time that something was or will be done at. */
const TIME =
  '(?:于|自|从|约?在|到)?(?:(?:20\\d\\d年|今年|明年|本年)?\\d{1,2}月(?:\\d{1,2}日|[底初末份]|[上中下]旬)?|\\d{1,2}[日号]|当[天日场晚周月即]|随即|随后|次日|第二天|本[周月日]|下[周月学]|年[底内]|月底|立即|马上|即[日刻])(?!以来|至|、|—|～)'

/**
 * How a clause begins that tells what was or will be done about the fault before it: 已换锁芯, 11月5日换了, 站长已写了,
 * 总务科当日更换, 现在改成, 由…, 改为….
 */
const OPENER = new RegExp(
  `^(?:${TIME}|(?:[一-鿿]{2,8}?)?(?:已(?!婚|故|有|久|往)|现已|均已|当[天日场即]|拟|计划|打算)|现(?:在|已|由|正|改|装|换|请)|目前|今后|以后|此后|从此|下一?步|接下来|由[^，]{2}|改[为成用由]|换[成为上了]|补[齐办签录上做装]|将|决定|要求|责[成令]|请|委托|联系|安排|约谈|我[一-鿿]{1,3}(?:已|将|拟)|各[一-鿿]{1,4}(?:要(?!求)|须|一律)|[一-鿿]{2,8}(?:正在|约定|答应|承诺))`,
)
/** 已逾期一年, 已经过期, 已脱落: how long a fault has lasted, or how far it has gone. */
const LASTS =
  /已经?(?:超|逾|过期|坏|损|失|老化|不|无|没|近|达|脱|断(?!电)|锈|裂|磨|变|烂|掉|漏|积|有?[\d一二三四五六七八九十两半]+个?[年月天多])/
/** What few words do at once is no less an answer for leaning to nothing: 已装灯两盏, 当天叫了吸粪车, 现装了闭门器. */
const AT_ONCE =
  /已(?![婚故有久往经])|当[天日场晚即]|随即|立即|马上|^现(?:在|由|装|改|换|请)|改[为由成用]|换[成为上了]|责[成令]|今后|此后|从此|以后|起改/
const BONUS = 3

/** Below this a clause tells a fault, however it begins. */
const FAULT = -2.5
/** What the words behind the comma must lean to, and by how much more than those before it. */
const ANSWER = 0.5
const CLEARLY = 3
/** From here on a fault need not be told by any of the words for faults. */
const SURELY = 5
const LIKE_FAULT = -1.3
/** 此外，由… is too short to be a fault. */
const SHORTEST = 7
/** Words before a comma that lead to what was done, or say when it is: 收到反馈后，街道当天…. */
const LEADS_ON =
  /^(?:针对|对(?![讲账外面])|根据|按照?|依据|收到|接到|此外|第[一二三四五六]，|下一|涉及|凡|待|如|以[后上下]|今后|督促|把|由)/
/** What a fault must lean to where its answer leans to nothing. */
const SURE_FAULT = -2

/**
 * Of a sentence that first tells a fault, then what was or will be done about it, where the second begins: 锁坏了，已换锁芯；
 * Undefined where it does not turn, or not clearly.
 * @param isExpected its neighbours do so, or a heading says so: its last clause may tell the fault alone
 */
export function turnWithin(sentence: string, isExpected = false): number | undefined {
  if (sentence.length > LONGEST_SENTENCE) return undefined
  let best: number | undefined
  let most = CLEARLY
  let from = 0
  for (const {index} of matchesOf(/[，；](?=.)/g, sentence)) {
    const at = index + 1
    const last = sentence.slice(from, index)
    from = at
    const [clause] = sentence.slice(at).split(/[，；。]/, 1) as [string]
    if (!OPENER.test(clause) || LASTS.test(clause)) continue
    const bonus = AT_ONCE.test(clause) ? BONUS : 0
    if (leaning(clause) + bonus < FAULT) continue
    const fault = sentence.slice(0, index)
    const before = leaning(fault)
    const behind = leaning(sentence.slice(at)) + bonus
    const more = behind - before
    if (behind < ANSWER || more <= most) continue
    if (before > 0 && !(isExpected && leaning(last) < 0)) continue
    const isSure = admitsFault(fault)
      ? before <= SURE_FAULT || behind - bonus >= ANSWER
      : more - bonus > SURELY && before < LIKE_FAULT && index >= SHORTEST
    if (isExpected || (isSure && !LEADS_ON.test(sentence))) [best, most] = [at, more]
  }
  return best
}

/** How much more than the fault before it a sentence must lean to an answer that leans to nothing by itself. */
const FAR = 4
const NEARLY = -1

/** Whether a sentence is the answer to the fault that the one before it tells: 少了3件。4月8日买回3件。 */
export function answersFault(sentence: string, fault: string): boolean {
  const [clause] = sentence.split(/[，；。]/, 1) as [string]
  if (!OPENER.test(clause) || LASTS.test(clause)) return false
  const score = leaning(sentence) + (AT_ONCE.test(clause) ? BONUS : 0)
  return score >= ANSWER || (score >= NEARLY && score - leaning(fault) >= FAR)
}
