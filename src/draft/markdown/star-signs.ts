import {classifierAt} from '../../language/classifiers.ts'
import {NAME_ENDING} from '../../language/stand-ins.ts'

/** A run of one character in a line, `[start, end)` in the line. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly marker: string
}

/** What bold may be around is a phrase; longer ones are only taken for bold on sure signs. In characters. */
const LONGEST_PHRASE = 24

const WORD = /[\dA-Za-z一-鿿]/
const EDGE = /[\s\p{P}\p{S}]/u
const LATIN_OR_HAN = /[\p{L}\p{N}]/u
const CLOSING = /[，。、；：！？）”’》】〉」』〕…,.;:!?)\]%％]/
const OPENING = /[（“‘《【〈「『〔([]/
/** A phrase in bold often ends with a mark of its own: 责任人： or a heading's 。 */
const END_MARK = /[：:。！？；，、,;!?.]/
const CLAUSE_MARK = /[，。；！？]/

/** Most characters are letters or marks of sentences, which take no long class to tell. */
const isEdge = (character: string): boolean =>
  character === '' || (!WORD.test(character) && (CLOSING.test(character) || EDGE.test(character)))

/** What may stand behind a classifier that closes a blank: 召开会议*次， 培训**人（含 */
const BEHIND_CLASSIFIER = /^[\s，。；！？,;（）()|]?$/

/** A number or letter in bold right before the run: 问题**12**个，. */
const SHORT_BOLD = /\*[\w.%一二三四五六七八九十百千万几多]{1,8}$/

/** The century of a year whose rest is blank: 20**年, 20**-20**学年. */
const CENTURY = /(?:^|\D)(?:19|20)\d?$/
const BEHIND_YEAR = /[年\-—/.～~至]/

/** Whether a run can't be anything but a blank. */
export function isBlank(line: string, {start, end, marker}: Run): boolean {
  if (end - start > 3) return true
  if (marker === '_') return end - start > 2
  const before = line.charAt(start - 1)
  const after = line.charAt(end)
  // （**） and “**”
  if (before && OPENING.test(before) && CLOSING.test(after)) return true
  if (CENTURY.test(line.slice(Math.max(0, start - 4), start)) && BEHIND_YEAR.test(after)) return true
  const classifier = classifierAt(line, end)
  if (!classifier || SHORT_BOLD.test(line.slice(Math.max(0, start - 9), start))) return false
  return before === '第' || BEHIND_CLASSIFIER.test(line.charAt(end + classifier.length))
}

/**
 * A classifier or the ending of a name: what is left of a number or name whose beginning is blank. 对 is a word of its own
 * where a phrase begins: **对已整改的，**每季度….
 */
function hasRestBehind(line: string, run: Run): boolean {
  NAME_ENDING.lastIndex = run.end
  const classifier = classifierAt(line, run.end)
  return (classifier !== undefined && classifier !== '对') || NAME_ENDING.test(line)
}

/** Whether what stands between two equal runs is set in bold: `sure`, `likely` where nothing speaks against it, or `no`. */
export function judgePair(line: string, open: Run, close: Run): 'sure' | 'likely' | 'no' {
  const content = line.slice(open.end, close.start)
  const first = content.charAt(0)
  const last = content.charAt(content.length - 1)
  if (!content || /\s/.test(first + last) || content.includes('|')) return 'no'
  if (CLOSING.test(first) || OPENING.test(last) || !isBalanced(content)) return 'no'
  const opensPhrase = isEdge(line.charAt(open.start - 1))
  const closesPhrase = isEdge(line.charAt(close.end))
  if (open.marker === '_' || open.end - open.start !== 2) {
    const words = open.marker === '*' || (LATIN_OR_HAN.test(first) && LATIN_OR_HAN.test(last))
    return opensPhrase && closesPhrase && content.length > 1 && words && !hasRestBehind(line, open) ? 'sure' : 'no'
  }
  const hasClauses = CLAUSE_MARK.test(content.slice(0, -1))
  if (opensPhrase && (closesPhrase || END_MARK.test(last))) {
    return judgePhrase(line, open, close, {last, closesPhrase, hasClauses, length: content.length})
  }
  if (hasClauses || content.length > LONGEST_PHRASE) return 'no'
  if (opensPhrase) return hasRestBehind(line, open) && hasRestBehind(line, close) ? 'no' : 'likely'
  if (/[，、；]/.test(last) || (hasRestBehind(line, open) && hasRestBehind(line, close))) return 'no'
  return closesPhrase && /[\d“《]/.test(first) ? 'sure' : 'likely'
}

interface Phrase {
  readonly last: string
  readonly closesPhrase: boolean
  readonly hasClauses: boolean
  readonly length: number
}

/** A pair whose places are those of bold may still be two blanks: **镇党委…。**村支部…, **局牵头，**局配合. */
function judgePhrase(line: string, open: Run, close: Run, phrase: Phrase): 'sure' | 'likely' | 'no' {
  const {last, closesPhrase, hasClauses, length} = phrase
  const before = line.charAt(open.start - 1)
  // 姓名：**单位：**
  if (/[：:]/.test(last)) return /[：:]/.test(before) ? 'no' : 'sure'
  const restBehindOpen = hasRestBehind(line, open)
  const restBehindBoth = restBehindOpen && hasRestBehind(line, close)
  if (last === '。') return restBehindBoth && hasClauses ? 'no' : 'sure'
  if (restBehindBoth || (restBehindOpen && hasClauses)) return 'no'
  if (restBehindOpen || (!closesPhrase && /[，、；]/.test(last) && (hasClauses || length > 12))) return 'likely'
  return 'sure'
}

const PAIRS = '“”‘’（）()《》【】「」『』[]'

/** Whether every bracket and quote in `content` is closed in it; a number such as `1）` or `一)` counts as closed. */
function isBalanced(content: string): boolean {
  const open: number[] = []
  for (const character of content.replace(/^[\d一二三四五六七八九十]{1,3}[)）]/, '')) {
    const index = PAIRS.indexOf(character)
    if (index < 0) continue
    if (index % 2 === 0) open.push(index + 1)
    else if (open.pop() !== index) return false
  }
  return open.length === 0
}
