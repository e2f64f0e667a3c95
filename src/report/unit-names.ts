import type {Span} from '../draft/span.ts'
import type {Report} from './report.ts'

/**
 * A body that a report names, cut into the place or owner in front and the kind of body behind:
 * 青禾 + 镇, 平原县 + 交通运输局.
 */
export interface UnitName extends Span {
  readonly name: string
  readonly place: string
  readonly kind: string
  /** Whether it does what only the author of such a report does; else it only acts, as partners and superiors may too. */
  readonly isAuthor: boolean
}

/** Kinds of bodies that write reports. Where the name goes on behind it (镇人民政府), the first kind decides. */
const KINDS =
  '街道|镇|乡|社区(?!卫生|服务)|村|医院|卫生院|保健院|学院|学校|中学|[一二三四五六七八九十]{1,2}中(?!学)|小学|幼儿园|公司|集团|银行|支行|分局|[一-鿿]{2,8}局|[一-鿿]{2,8}委员会|图书馆|文化馆|艺术馆|博物馆|中心|林场|农场'
const PARTY = '党组|党委|党总支|党支部|领导班子|(?<=村)“?两委”?'
const AUTHOR = `将(?:以此|针对|认真|进一步|继续|严格|始终|不断|持续|坚持|坚决|切实|全力|努力|牢固|时刻|深入|一如既往)|全体(?:党员|干部|职工|教师|医护|人员)|党委高度|党委、|党组高度|党委书记|领导班子|高度重视|认真贯彻|坚持以|始终坚持|严格落实|切实|党委认真|党组认真|党委坚持|(?:${PARTY})(?:对照|按照)[^，。；]{2,14}开展了?自查|[把将][^，。；]{2,14}作为|将把[^，。；]{2,14}(?:放[在到进]|摆[在到]|融入|写进|写入|贯穿|纳入|列入|作为|当[作成]|抓)|对[^，。；]{2,12}(?:高度|十分|非常)重视|还(?:在|将|把|对|专门|建立|设)|真正成为|欢迎(?:每一?[位个]|各位|广大)|各项工作(?:再上|迈上|更上|不断|取得|实现)`
/** What its own organs do within a unit: 青禾镇纪委公布举报电话, 县水利局班子成员每人联系一个站. */
const INNER = `(?:${PARTY})(?:多次|先后\\d|定期|专题|每[周月季半])[^，。；]{0,4}(?:听取|研究|研判|讨论|召开|调度)|(?<=[镇乡道])(?:纪委|人大|政府)(?:公布|公开|设立|派员|派人|全程|逐[村户件项个])|(?<=[镇乡道村区学园])成立了?[^，。；]{0,16}(?:领导小组|专班|自查(?:工作)?小?组)|(?:领导)?班子成员(?:每人|人人|带头|分头|轮流|定期|逐[项条一村户])`
/** What only a unit itself has: its assembly, its head who signs. */
const ORGAN = `村民代表(?:会议|大会)|村务监督委员会|[院校园馆]长(?:签字|签名|审核|审定|审签|确认)`
const ACTS = `(?:${PARTY})?(?:召开|成立了?|开展了?自查|(?:被评为|荣获|获评|被授予)|[一-鿿]{1,5}[股科室](?:牵头|负责))`
const DOES = `(?<author>(?:${PARTY})?(?:${AUTHOR}))|(?<organ>${ORGAN})|(?<inner>${INNER})|${ACTS}`
/** The last character of a kind of body, in front of what bodies do. */
const ACTING = new RegExp(`[道镇乡区村院校学中园司团行局会馆心场](?=${DOES})`, 'g')
/** A name as the subject of a sentence, at the end of what is looked at. */
const SUBJECT = new RegExp(
  `[。；，：！？）\\s由](?<by>由|让|使|把|(?:努力|不断|全力|着力)?(?:推动|推进|促进))?(?<place>[一-鿿]{1,8}?)(?<kind>${KINDS})$`,
)
/** How far such a name, and what stands in front of it, may reach back. */
const REACH = 24

/** No name of a single body: each town, our bureau, the higher bureau. */
const GENERIC =
  /^(?:各|全|我|本|该|每|某|有关|上级|所属|下属|相关|部分|个别|其他|另|两|三|几|多|基层|辖区|试点|以|对|在|与|由|使|把|让|向|经|从|等|及|和|集团|努力|不断|全力|着力|推动|推进|促进)|[和与及、]/

/** 秀山县水利局被评为先进，我局派人学习: another's honour is told to learn from it. */
const HONOURED = /^(?:被评为|荣获|获评|被授予)/
const LEARNING = /学习|经验|借鉴|取经|对标|参观|考察|做法/

/** 交叉检查: what another unit does here is its task. */
const MUTUAL = /交叉|互查|互评|联合|结对|帮扶|托管|医共体|教育集团|联[村校]/

/** Bodies that the report lets act as if they were its author. */
export function actingUnits(report: Report): readonly UnitName[] {
  const found: UnitName[] = []
  const {text} = report
  let last = 0
  for (const {end, groups: {author, organ, inner} = {}} of report.find(ACTING)) {
    const from = Math.max(last, end - REACH)
    // a cut is no beginning
    const before = from === 0 ? `\n${text.slice(0, end)}` : text.slice(from, end)
    const {by = '', place = '', kind = ''} = SUBJECT.exec(before)?.groups ?? {}
    if (!kind) continue
    last = end
    const start = end - kind.length - place.length
    if (GENERIC.test(place)) continue
    if (HONOURED.test(text.slice(end, end + 3)) && isLearnedFrom(report, start)) continue
    const isInline = by === '' && text.charAt(start - 1) === '由'
    // 问题由县应急局牵头解决 is no sentence of its own
    if (isInline && !organ) continue
    // who inspects one another signs and acts for one another
    if ((organ || inner) && MUTUAL.test(text.slice(Math.max(0, start - 30), end + 20))) continue
    // 让青禾镇真正成为…: only its author says so, and of a village only its own assembly decides
    const isAuthor = ((author ?? inner) !== undefined && by !== '由') || (organ !== undefined && kind === '村')
    found.push({start, end, name: place + kind, place, kind, isAuthor})
  }
  return found
}

function isLearnedFrom(report: Report, at: number): boolean {
  const sentence = report.sentenceAt(at)
  return sentence !== undefined && LEARNING.test(report.words(sentence))
}

/** A masked place in front of a name: XX县, ○○镇, 某. */
const MASKED = /^.*(?:[*×○〇＊XxＸ_]|某)+[省市县区镇乡]?/

/** A unit's name without what its long and short forms differ by, and without a masked place; may be empty. */
export function coreOf(name: string): string {
  return name
    .replace(/\s|（.*?）|\(.*?\)/g, '')
    .replace(MASKED, '')
    .replace(/^中共|^中国共产党/, '')
    .replace(/(?:机关)?(?:党组|党委|党总支|党支部|支部委员会|委员会|人民政府|办事处|领导小组|办公室|领导班子)+$/, '')
}

/** The reporting unit as title, signature and configuration name it: cores, each once. */
export function ownUnits(report: Report): readonly string[] {
  const {frame, user} = report
  const title = frame.title ? titleUnit(report.words(frame.title)) : undefined
  const signatures = frame.signature ? report.words(frame.signature).split('\n') : []
  const names = [user.unit, ...user.aliases, title, ...signatures]
  return [...new Set(names.flatMap((name) => (name ? [coreOf(name)] : [])).filter((core) => core.length >= 2))]
}

const NAMED = new RegExp(`^[一-鿿]{1,12}?(?:${KINDS})(?:人民政府|办事处|党委|党组|党支部)?`)

/** The unit that a title begins with: 青禾镇人民政府关于…的自查报告, 青禾镇2024年度…自查报告. */
export function titleUnit(title: string): string | undefined {
  const flat = title.replace(/\s/g, '')
  const cut = flat.search(/关于|(?:19|20)\d{2}|[上下]半年/)
  if (cut > 1) return flat.slice(0, cut)
  const named = NAMED.exec(flat)
  return named && !/^关于/.test(flat) ? named[0] : undefined
}

/** Whether the characters of `short` appear in `long` in their order: 市场监管局 in 市场监督管理局. */
function isAbbreviation(short: string, long: string): boolean {
  let at = 0
  for (const character of long) if (character === short.charAt(at)) at++
  return at === short.length
}

/**
 * Whether two names are those of different bodies of one kind, alike but for the place, the number or the firm: 平原县水利局 and
 * 临溪县水利局, 第一中学 and 第三中学.
 */
export function areTwins(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length)
  if (canBeSame(a, b) || Math.abs(a.length - b.length) > 1) return false
  let before = 0
  while (a.charAt(before) === b.charAt(before)) before++
  let behind = 0
  while (behind < longest - before && a.at(-1 - behind) === b.at(-1 - behind)) behind++
  return behind >= 2 && (before + behind) * 5 >= longest * 3
}

/** Whether two names can mean the same unit. */
export function canBeSame(a: string, b: string): boolean {
  if (!a || !b || a.includes(b) || b.includes(a)) return true
  return isAbbreviation(a, b) || isAbbreviation(b, a)
}
