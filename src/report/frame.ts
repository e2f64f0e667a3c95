import type {Block, Draft} from '../draft/draft.ts'
import type {Span} from '../draft/span.ts'
import {residueIn} from '../language/residue.ts'
import {labelAt} from './labels.ts'
import {markAt} from './marks/forms.ts'
import {runningBlocks} from './marks.ts'
import {headingRole} from './roles.ts'

/** What stands around a report's body: title, addressee (主送机关), annexes, signature (落款) and date. */
export interface Frame {
  readonly title: Span | undefined
  /** Lines below the title in brackets or behind a dash: （2025年度组织生活会）. */
  readonly subtitle: Span | undefined
  /** 时间：… 地点：… 参加：… 文件编号：…: lines below the title that tell about the paper, and belong to no part. */
  readonly details: Span | undefined
  readonly addressee: Span | undefined
  readonly attachment: Span | undefined
  /** One line for each body that signs. */
  readonly signature: Span | undefined
  readonly date: Span | undefined
  /** From the first character behind title and addressee to the last before annexes and signature. */
  readonly body: Span
}

const GENRE_WORD = /(报告|汇报|总结|材料|方案|情况|说明|提纲|自查|自评|清单|台账|通报|小结|回头看|一封信$|公开信$)/
/** 2025年9月18日, （二〇二五年九月）, 填报日期：2025年9月18日, and 2025.9.18, whose form another rule minds. */
const DATE_LINE =
  /^[（(]?(?:(?:填报|填表|报告|上报|成文|编制)(?:日期|时间)[：:]\s{0,4})?(?:[^，。；：]{0,6}年[^，。；：]{0,8}月(?:[^，。；：]{0,6}[日号])?|(?:19|20)\d\d([./-])\d{1,2}\1\d{1,2})[）)]?$/
const LONGEST_DATE = 25
const LONGEST_TITLE = 60
const LONGEST_SIGNATURE = 40

const ends = (words: string, marks: string): boolean => marks.includes(words.at(-1) ?? '')

function isTitle(block: Block, words: string, isFirst: boolean): boolean {
  if (block.kind === 'cell' || words.length > LONGEST_TITLE || ends(words, '。；，：:！')) return false
  if (markAt(words, 0, words.length) && !/^[一二三]是?年/.test(words)) return false
  if (block.kind === 'heading' && block.depth === 1 && isFirst) return true
  if (!GENRE_WORD.test(words) || /[，。；]/.test(words)) return false
  return /[一-鿿]{8}(报告|材料|总结|汇报|方案)$/.test(words) || headingRole(words) !== 'problems'
}

/** （2024年7月）, （征求意见稿） and ——以东河站为例 below the title say more about it and begin no text. */
const SUBTITLE = /^(?:[（(][^（）()。；]{2,40}[）)]|——[^。；：]{4,40})$/
const isSubtitle = (block: Block, words: string): boolean =>
  block.kind !== 'cell' && !block.list && (SUBTITLE.test(words) || DATE_LINE.test(words))

/** A row of signs that underlines the title. */
const UNDERLINE = /^={3,}$/

/** When, where and with whom a meeting was held, or the number of a paper, a line each; 时间：…；地点：… in one is the opening. */
const DETAILS =
  /^(?:(?:会议)?(?:时间|地点|议题)|主持人?|参[加会](?:人员?)?|出席(?:人员)?|列席(?:人员)?|缺席(?:人员)?|记录人?|文件编号|版本号?|密级)[：:][^。；]{2,200}$/
const DETAIL_STARTS = '会时地议主参出列缺记文版密'
const areDetails = (block: Block, words: string): boolean =>
  block.kind === 'paragraph' &&
  !block.list &&
  DETAIL_STARTS.includes(words.charAt(0)) &&
  words.split('\n').every((line) => DETAILS.test(line.trim()))

/** What says something about the paper where an addressee follows: a quotation, or a line behind a label. */
const isApart = (block: Block, words: string): boolean =>
  block.quoted === true ||
  (block.kind === 'paragraph' && !block.list && LABELLED.test(words) && !isAddressee(block, words))
const LABELLED = /^[一-鿿]{2,6}[：:]\s?[^。；]{2,120}$/

/** 报送：上级机关, 报：上级机关 and 致：上级机关 name the addressee in front of the text. */
const SENT_TO = /^(?:[致报]|(?:报送|呈报|主送|呈送)(?:单位|机关|对象)?)[：:]\s{0,2}[^，。；：]{2,30}$/

/** Bodies of different kinds stand on both sides of a comma: 各县人民政府，市政府各部门： */
const ADDRESSED = /(府|局|委|办|厅|室|部|处|组|会|院|部门|机构|单位|团体|企业|学校|公司|中心|支队|同志|镇|乡|街道)$/

function isAddressee(block: Block, words: string): boolean {
  if (block.kind !== 'paragraph' || block.list || words.length > 60) return false
  if ('报呈主致'.includes(words.charAt(0)) && SENT_TO.test(words)) return true
  if (!ends(words, '：:')) return false
  return (
    /[一-鿿]{2}/.test(words) &&
    !/[。；]/.test(words) &&
    words
      .slice(0, -1)
      .split('，')
      .every((part, _, parts) => parts.length === 1 || ADDRESSED.test(part)) &&
    !labelAt(words) &&
    !/(如下|问题|情况|表现在|方面|措施)[：:]$/.test(words) &&
    !markAt(words, 0, words.length)
  )
}

function isSignature(block: Block, words: string): boolean {
  if (block.kind !== 'paragraph' || block.list || words.length < 2 || words.length > LONGEST_SIGNATURE) return false
  if (/[。；，！？…]/.test(words) || ends(words, '：:、') || markAt(words, 0, words.length)) return false
  return !/^(附件|联系|特此|专此|以上|抄送|报送)/.test(words) && !/(如下|报告|汇报)$/.test(words)
}

/** The opening that a scan ran together in one line: `标题 主送机关： 正文…`. */
function splitOpening(
  text: string,
  block: Block,
): {title: Span; addressee: Span | undefined; rest: number} | undefined {
  const opening = /^(\S{4,60}?(?:报告|汇报|总结|材料|方案|情况))[ 　]+(?:([^\s，。；]{2,40}[：:])[ 　]*)?/.exec(
    text.slice(block.start, block.start + 120),
  )
  if (!opening || opening[0].length >= block.end - block.start) return undefined
  const title = {start: block.start, end: block.start + (opening[1] as string).length}
  if (/[，。；：]/.test(text.slice(title.start, title.end))) return undefined
  const rest = block.start + opening[0].length
  const at = opening[2] ? block.start + opening[0].indexOf(opening[2]) : -1
  return {title, addressee: opening[2] ? {start: at, end: at + opening[2].length} : undefined, rest}
}

/** The ending that a scan ran together: `…。 单位 2024年5月8日`. */
function splitEnding(text: string, block: Block): {signature: Span | undefined; date: Span; rest: number} | undefined {
  const words = text.slice(block.start, block.end)
  const ending =
    /(^|[。！”])[ 　]*(?:([^\s，。；：]{2,40})[ 　]+)?([^\s，。；：]{2,8}年[^，。；：]{0,8}月[^，。；：]{0,6}日?)$/.exec(
      words,
    )
  if (!ending || ending[3] === undefined) return undefined
  const date = {start: block.end - ending[3].length, end: block.end}
  if (ending[1] && !ending[2] && !/[。！”][ 　]+\S+$/.test(words)) return undefined
  const rest = block.start + ending.index + (ending[1] ?? '').length
  const at = ending[2] ? text.indexOf(ending[2], rest) : -1
  return {signature: ending[2] ? {start: at, end: at + ending[2].length} : undefined, date, rest}
}

/** What may stand below the date, besides the talk of a web page: annexes, whom to ask, who gets a copy. */
const BELOW =
  /^[（(]?(附件|附表|附[：:]|联系(人|电话|方式|科室|部门|单位|股室|处室)|经办人|抄送|抄报|主题词|此件|印发|共印|印\d+份)/
const ANNEX = /^附/
const isAnnexLine = (words: string): boolean => words.length <= 80 && /^附件?[：:\d一二三 ]/.test(words)

/** Index of the block with which the letter itself ends: its date, where annexes or a list of copies follow below. */
function endOfLetter(text: string, blocks: readonly Block[], first: number): number {
  const words = ({start, end}: Block): string => text.slice(start, end)
  const last = blocks.length - 1
  // an annex may hold dates of its own
  const date = blocks.findIndex((block, index) => {
    const next = blocks[index + 1]
    return (
      index > first &&
      next !== undefined &&
      block.kind === 'paragraph' &&
      block.end - block.start <= LONGEST_DATE &&
      DATE_LINE.test(words(block)) &&
      (BELOW.test(words(next)) || residueIn(words(next)).length > 0)
    )
  })
  return date < 0 ? last : date
}

export function findFrame(draft: Draft): Frame {
  const {text} = draft
  const blocks = runningBlocks(draft)
  const words = (block: Block): string => text.slice(block.start, block.end)
  let title: Span | undefined
  let subtitle: Span | undefined
  let addressee: Span | undefined
  let details: Span | undefined
  let first = 0
  let bodyStart: number | undefined
  const detailsFrom = (from: number): Span | undefined => {
    while (blocks[first] && areDetails(blocks[first] as Block, words(blocks[first] as Block))) first++
    return first > from ? {start: (blocks[from] as Block).start, end: (blocks[first - 1] as Block).end} : undefined
  }
  // 统计口径：… or a quotation between title and addressee; behind the addressee, or without one, they open the text
  const addressedBelow = (from: number): Span | undefined => {
    let at = from
    while (blocks[at] && isApart(blocks[at] as Block, words(blocks[at] as Block))) at++
    const next = blocks[at]
    if (at === from || !next || !isAddressee(next, words(next))) return undefined
    first = at
    return {start: (blocks[from] as Block).start, end: (blocks[at - 1] as Block).end}
  }

  const opening = blocks[0] && splitOpening(text, blocks[0])
  if (opening) {
    ;({title, addressee} = opening)
    bodyStart = opening.rest
  } else {
    // a line of the page that it was copied from may stand above: …自查报告范文（篇三）
    const line = blocks[0]
    const isResidue = line && blocks[1] && residueIn(words(line)).length > 0
    if (isResidue && isTitle(blocks[1] as Block, words(blocks[1] as Block), true)) first = 1
    // a title may take two lines; only the second then names the genre
    const one = blocks[first]
    const two = blocks[first + 1]
    if (one && isTitle(one, words(one), true)) {
      title = one
      first++
    } else if (
      one &&
      two &&
      words(one).length <= 40 &&
      !/[，。；：:]/.test(words(one)) &&
      !markAt(text, one.start, one.end) &&
      isTitle(two, words(two), false)
    ) {
      title = {start: one.start, end: two.end}
      first += 2
    }
    const under = blocks[first]
    if (title && under && UNDERLINE.test(words(under))) first++
    const below = blocks[first]
    if (title && below && isSubtitle(below, words(below))) {
      subtitle = below
      first++
    }
    details = detailsFrom(first) ?? addressedBelow(first)
    const next = blocks[first]
    if (next && isAddressee(next, words(next))) {
      addressee = next
      first++
    }
    details ??= detailsFrom(first)
  }

  let signature: Span | undefined
  let date: Span | undefined
  let last = endOfLetter(text, blocks, first)
  const behind = blocks.slice(last + 1)
  let bodyEnd: number | undefined
  const tail = blocks[last]
  // a deadline in the last cell of a ledger is no date of the report
  if (tail && last >= first && tail.kind !== 'cell') {
    const ending = splitEnding(text, tail)
    if (DATE_LINE.test(words(tail))) {
      date = tail
      last--
    } else if (ending) {
      ;({signature, date} = ending)
      bodyEnd = ending.rest
      if (ending.rest <= tail.start) last--
    }
    const signer = blocks[last]
    if (
      !signature &&
      signer &&
      last > first &&
      bodyEnd !== tail.end &&
      isSignature(signer, words(signer)) &&
      (date || isUnit(words(signer)))
    ) {
      signature = signer
      last--
      // two bodies that sign together, one below the other
      for (let above = blocks[last]; isUnit(words(signer)) && above && last > first; above = blocks[last]) {
        if (!isSignature(above, words(above)) || !isUnit(words(above)) || signature.end - above.start > 120) break
        signature = {start: above.start, end: signature.end}
        last--
      }
    }
  }
  let attachment: Span | undefined
  for (let at = last; at > first && at > last - 12; at--) {
    if (!isAnnexLine(words(blocks[at] as Block))) continue
    // 附件： over 附件1 and 附件2, a line each
    while (at - 1 > first && isAnnexLine(words(blocks[at - 1] as Block))) at--
    attachment = {start: (blocks[at] as Block).start, end: (behind.at(-1) ?? (blocks[last] as Block)).end}
    last = at - 1
    break
  }
  const [annex] = behind
  if (!attachment && annex && ANNEX.test(words(annex)))
    attachment = {start: annex.start, end: (behind.at(-1) ?? annex).end}
  const start = bodyStart ?? blocks[first]?.start ?? text.length
  const end = Math.max(start, Math.min(bodyEnd ?? text.length, blocks[last]?.end ?? start))
  return {title, subtitle, details, addressee, attachment, signature, date, body: {start, end}}
}

/** Without a date below it, a short last line is a signature only when it names a body. */
const UNIT =
  /(局|委|委员会|政府|办|办公室|公司|中心|院|校|学|园|站|所|队|馆|处|科|部|厅|镇|乡|街道|社区|村|支部|总支|党组|党委|支行|分行|银行|店|厂|集团|协会|联合社|组|库|班子|办事处|大队|支队)(（[^）]*）)?$/
const isUnit = (words: string): boolean => UNIT.test(words.replace(/\s/g, ''))
