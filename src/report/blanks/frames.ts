import type {Block, Draft} from '../../draft/draft.ts'
import {classifierAt} from '../../language/classifiers.ts'
import {matchesOf} from '../../language/matches.ts'
import type {Blank} from '../blanks.ts'
import {type LabelRole, labelAt} from '../labels.ts'
import {markAt} from '../marks/forms.ts'

const EMPTY_PAIR =
  /《\s{0,12}》|“\s{0,12}”|‘\s{0,12}’|（\s{0,12}）|\(\s{1,12}\)|【\s{0,12}】|〔\s{0,12}〕(?=\s*号)|\[\s{2,12}\]/g
/** 整改率为%, 同比下降%: a rate without its number. */
const EMPTY_RATE =
  /[%％](?<=(为|达到?|[率占约至近超]|下降|上升|增长|增加|减少|提高|提升|降低|超过|高于|低于|不足|仅)(\s{0,8}[%％]))/g
/** 满意率为  。: the number and its sign both. */
const EMPTY_VALUE = /(?:率|度|数|额|占比|比例|比重|得分|面积)(?:为|达到?|是)([ \t\u00a0　]{1,12})([，。；])/g
/** 责任人：    整改资金：2万元: a label with nothing between it and the next one, which is filled in. */
const LABEL_GAP = /[：:](?:[ \t\u00a0]{2,40}|[ \t]?　[ \t　]{0,40})(?=([一-鿿]{2,8}[：:])\s{0,4}[一-鿿\d])/g
/** 第　号, 〔2024〕号: a number that was never given. */
const EMPTY_NUMBER = /(?:〕|第)([ 　]{0,8}号)(?![楼门院线文])/g
/** At least two blanks, or one of full width: wide enough to write a number on. */
const GAP = /(?<![ \t\u00a0　])(?:[ \t\u00a0]{2,}|[ \t\u00a0]?　[ \t\u00a0　]*)(?=[一-鿿%％])/g
/** One blank is enough where nothing but a number can follow: 共有 名, 经费 万元. */
const NARROW =
  / (?:(?<=(?:共有|共|现有|累计|合计|总计|约) )(?=[名个次项条家户份处件场期人])|(?<=[一-鿿] )(?=(?:万元|亿元|平方米|人次|公里|公顷|立方米)(?:[，。；、）]|$)))/g
/** 均值为　　mg/L: a measure in letters. */
const GAP_BEFORE_LETTERS =
  /(?<=[为是约达共]|均值|浓度|温度|压力)(?:[ \t\u00a0]{2,20}|[ \t\u00a0]?　[ \t\u00a0　]{0,20})(?=(?:[mkμ]?[gmL]\/(?:L|m3|m³|kg|h|s)|dB|℃|°C|k?[WVA]|MPa|kPa|[ckm]m|m[²³23]|kg|t\/h|kWh)(?![A-Za-z]))/g
/** ，  月底前: the month of a deadline. */
const MONTH = /[ \t\u00a0　](?<=[一-鿿，。；：、（].)[ \t\u00a0　]{1,19}(?=月(?:底|初|末|份|前|内|[上中下]旬))/g
/** （责任人：；时限：6月底）: a label with nothing behind it. */
const EMPTY_LABEL =
  /((?:责任(?:人|领导|部门|单位|科室)|牵头(?:领导|部门|单位|科室)|(?:完成|整改)?(?:时限|期限)|完成时间))[：:][ \t　]{0,8}(?=[；，。）)])/g
/** 20  年6月: the digits of a year. 20 年 with one blank are twenty years. */
const YEAR =
  /(?<!\d)(?:20(?=[ \t\u00a0]{2}|[ \t\u00a0]?　)|(?:19|20)\d(?=[ \t\u00a0　]))([ \t\u00a0　]{1,12})年(?=\s?\d{1,2}\s?月|度|[上下]半年|[底初末])/g
/** 年　月　日 with a missing part; white space before each of the three. */
const DATE = /([ \t 　]{0,20})年([ \t 　]{0,20})月([ \t 　]{0,20})(日?)|月([ \t 　]{1,20})日(?![常均益报志程期渐趋])/g
const MAY_DATE = /年[ \t 　]{0,20}月|月[ \t 　]{1,20}日/

/** Frames with nothing in them: 《》, 为%, 　年　月　日, and gaps where a number is due. */
export function findEmptyFrames(draft: Draft): Blank[] {
  const {text, blocks} = draft
  const blanks: Blank[] = []
  blocks.forEach((block, index) => {
    const words = text.slice(block.start, block.end)
    const add = (start: number, end: number, of: string): void => {
      blanks.push({start: block.start + start, end: block.start + end, kind: 'frame', of})
    }
    for (const match of matchesOf(EMPTY_PAIR, words))
      if (block.kind !== 'cell') add(match.index, match.index + match[0].length, match[0].charAt(0))
    // 同比增长% at the head of a column
    for (const match of matchesOf(EMPTY_RATE, words))
      if (block.kind !== 'cell' || /^[为达]/.test(match[1] as string))
        add(match.index + 1 - (match[2] as string).length, match.index + 1, '%')
    for (const match of matchesOf(EMPTY_NUMBER, words))
      add(match.index + match[0].length - (match[1] as string).length, match.index + match[0].length, '号')
    if (BLANK.test(words)) findGaps(block, words, add)
    blanks.push(...emptyDates(text, block.start, words))
    for (const match of matchesOf(EMPTY_LABEL, words)) {
      const colon = match.index + (match[1] as string).length
      add(colon, colon + 1, '')
    }
    if (isEmptyLabel(words) && !continues(text, blocks[index + 1])) add(words.length - 1, words.length, '')
  })
  return blanks
}

/** What every gap begins with; most paragraphs have none. */
const BLANK = /[ \t\u00a0　]/

/** Gaps where words or numbers are due. */
function findGaps(block: Block, words: string, add: (start: number, end: number, of: string) => void): void {
  for (const match of matchesOf(EMPTY_VALUE, words)) {
    const end = match.index + match[0].length - 1
    add(end - (match[1] as string).length, end, match[2] as string)
  }
  for (const match of matchesOf(LABEL_GAP, words)) {
    const label = /[一-鿿]{2,8}$/.exec(words.slice(Math.max(0, match.index - 8), match.index))?.[0]
    const [role, next] = [labelAt(`${label}：`)?.role, labelAt(match[2] as string)?.role]
    // 责任领导： 责任人：主任: the one is a heading of the other
    if (isDueRole(role) && role !== next) add(match.index + 1, match.index + match[0].length, '')
  }
  for (const match of matchesOf(YEAR, words)) {
    const end = match.index + match[0].length - 1
    add(end - (match[1] as string).length, end, '年')
  }
  for (const match of matchesOf(GAP, words)) {
    const end = match.index + match[0].length
    const classifier = classifierAt(words, end)
    if (
      classifier &&
      /[一-鿿]/.test(words.charAt(match.index - 1)) &&
      isDue(words, end, classifier) &&
      !isSpacedLabel(words, match.index, end)
    )
      add(match.index, end, classifier)
  }
  for (const match of matchesOf(NARROW, words)) {
    const classifier = classifierAt(words, match.index + 1)
    if (classifier && block.kind !== 'cell') add(match.index, match.index + 1, classifier)
  }
  for (const match of matchesOf(GAP_BEFORE_LETTERS, words)) {
    const end = match.index + match[0].length
    add(match.index, end, /^[^\s，。；、）一-鿿]{1,6}/.exec(words.slice(end, end + 6))?.[0] ?? '')
  }
  for (const match of matchesOf(MONTH, words)) add(match.index, match.index + match[0].length, '月')
}

/** 时　　间： and 地　点：: the two characters of a label, set apart to the width of those with four. */
const isSpacedLabel = (words: string, from: number, to: number): boolean =>
  /[：:]/.test(words.charAt(to + 1)) && /(?:^|[\s；。])[一-鿿]$/.test(words.slice(Math.max(0, from - 2), from))

/** A measure with a number of its own, and not a word that begins like one: behind a heading's space 家 may begin a sentence. */
const isDue = (words: string, end: number, classifier: string): boolean =>
  // 三、整改措施　对堆在楼道里的纸箱，…
  (classifier !== '对' || /^[，。；、）)]/.test(words.slice(end + 1, end + 2))) &&
  (classifier.length > 1 ||
    !/[个成分点号面头本度门节层]/.test(classifier) ||
    /^[，。；、）]|^.[一-鿿]{2}/.test(words.slice(end + 1, end + 4)))

/** The end of a number, or a stand-in that is a blank of its own. */
const WRITTEN = /[\dXx×*＊○〇□_一二三四五六七八九十]/

/** The blanks of 　年　月　日. The year's own gap may stand before the block, where it looks like indentation. */
function emptyDates(text: string, offset: number, words: string): Blank[] {
  const blanks: Blank[] = []
  const add = (start: number, end: number, of: string): void => {
    if (end > start) blanks.push({start: offset + start, end: offset + end, kind: 'frame', of})
  }
  if (!MAY_DATE.test(words)) return blanks
  for (const match of matchesOf(DATE, words)) {
    const [all, beforeYear, beforeMonth, beforeDay, day, lone] = match
    const start = match.index
    if (lone !== undefined) {
      const gap = start === 0 ? leadingGap(text, offset) : leadingGap(words, start)
      const before = words.charAt(start - gap - 1)
      const hasMonth = gap === 0 || WRITTEN.test(before)
      if (hasMonth ? /[\d十]/.test(before) : !/[每本当上下各几个数半多]/.test(before)) {
        if (!hasMonth) add(start - gap, start, '月')
        add(start + 1, start + 1 + lone.length, '日')
      }
      continue
    }
    const year = start + (beforeYear as string).length
    const month = year + 1 + (beforeMonth as string).length
    // 次年月… is prose; a form has gaps, or nothing but the three words
    if (!beforeMonth && !beforeDay && !/^\s*年月日$/.test(words) && all !== '年月日') continue
    if (!beforeMonth && !beforeDay) {
      add(year, start + all.length, '年月日')
      continue
    }
    if (!WRITTEN.test(words.charAt(year - 1))) {
      const gap = start === 0 ? leadingGap(text, offset) : 0
      add(start - gap, year, '年')
    }
    add(year + 1, month, '月')
    if (day) add(month + 1, month + 1 + (beforeDay as string).length, '日')
  }
  return blanks
}

/** Length of the white space on the same line before `offset`. */
function leadingGap(text: string, offset: number): number {
  let at = offset
  while (at > 0 && /[ \t 　]/.test(text.charAt(at - 1))) at--
  return offset - at
}

/** 责任人： with nothing behind it. */
function isEmptyLabel(words: string): boolean {
  return words.length <= 12 && /[：:]$/.test(words) && isDueRole(labelAt(words)?.role)
}

/** What nobody may leave open: who and until when. */
const isDueRole = (role: LabelRole | undefined): boolean => role === 'owner' || role === 'deadline'

/** Whether the next block may hold what a label announces: neither another label nor the next item of the list above. */
function continues(text: string, next: Block | undefined): boolean {
  if (next === undefined || next.kind === 'heading' || labelAt(text.slice(next.start, next.end))) return false
  const mark = markAt(text, next.start, next.end)
  return mark === undefined || mark.value === 1
}
