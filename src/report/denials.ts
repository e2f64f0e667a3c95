import type {Span} from '../draft/span.ts'
import type {Match} from './find.ts'
import {isOneOfMany, sectionsOf} from './parts.ts'
import type {Report} from './report.ts'
import type {Section} from './sections.ts'

const WHOLE_DENIAL =
  /(?:未|没有|没|并未|并没有)(?:发现|查出|检查出|查到|排查出|存在|出现)(?:存在|有)?(任何|其他|其它)?([^，。；：！？未没]{0,16}?)(?:的)?(问题|隐患|情况|情形|现象|行为)(?=[，。；：！\s]|$)|不存在(任何|其他|其它)?([^，。；：！？不]{0,16}?)(?:的)?(问题|隐患|情况|情形|现象|行为)(?=[，。；：！\s]|$)/g

/** Kinds of faults so wide that denying them denies all. */
const WIDE =
  /违规|违纪|违法|违反规定|不符合(规定|要求)?|不规范|方面|各类|相关|有关|明显|安全|工作|上述|该|等|的|和|、|存在/g

/** Narrows what is denied: part of what was looked at, a second look, one kind of fault. */
const PARTIAL =
  /[这此该本]一?(?:条|项(?!工作)|[点处间栋层片]|个?方面)|其余|其他|另|抽查|上次|上一|此前|复查|再次|其中|上述|\d+(?:个|家|份|台|处|辆|人|本|名|笔|条)|重大|严重/

/** Of one place or hour among several: 2号楼：…, 7:20 … */
const OF_ONE = /^\s*(?:(?![^：]*(?:自查|[检排核]查|总体|情况|结论|结果))[^，。；：]{2,16}：|\d{1,2}[:：]\d\d)/

/** Who does not have any: the body itself or all that was looked at. Else 不存在违规情形 is said of what its sentence is about. */
const OF_ALL =
  /^.{0,2}$|任何|自查|检查|排查|核查|清查|总体|整体|总的|我[一-鿿]{1,3}|本[一-鿿]{1,3}|全[局镇乡校院县市区]|均|都/

const isKindOf = (report: Report, kind: string, problems: readonly Span[]): boolean =>
  kind.length >= SHORTEST_KIND && problems.some((problem) => report.words(problem).includes(kind))

/** A kind of fault is told by at least so many characters: 涉密载体. */
const SHORTEST_KIND = 3

export interface Denial extends Span {
  /** The problems that it contradicts. */
  readonly problems: readonly Span[]
}

/** 未发现新的问题: of old ones it says nothing. */
const NEW = /^新(?:增的?|的|$)/
/** But for an old one that is told again. */
const NOT_NEW = /但|不过|仍|尚|原有|遗留|反复|反弹|老问题|此前|上次|以往/

/** The problems of a part that follow a denial of new ones there: in 二、新发现的问题 these are new. */
function listedAsNew(report: Report, {start, end}: Span, problems: readonly Span[]): readonly Span[] {
  const section = report.sectionAt(start)
  if (section?.role !== 'problems') return []
  const inside = problems.filter((problem) => problem.start >= section.start && problem.start < section.end)
  const [first] = inside
  return first && first.start >= end && !NOT_NEW.test(report.text.slice(section.start, first.start)) ? inside : []
}

/**
 * 未发现任何问题: the places where a report says that nothing was found at all. A denial of one kind of fault is none, unless
 * it denies any (未发现任何涉密载体方面的问题) and one of the problems is of that kind.
 * @param problems what the report lists: beside them only a denial that leaves nothing out counts
 */
export function wholeDenials(report: Report, problems: readonly Span[] = []): readonly Denial[] {
  const title = report.frame.title ? report.words(report.frame.title) : ''
  const found: Denial[] = []
  for (const match of report.find(WHOLE_DENIAL)) {
    const denied = match[2] ?? match[5] ?? ''
    const listed = NEW.test(denied) ? listedAsNew(report, match, problems) : problems
    if (listed !== problems && !listed.length) continue
    const kind = denied.replace(NEW, '').replace(WIDE, '')
    const isAny = (match[1] ?? match[4]) === '任何'
    const isNamed = isAny && isKindOf(report, kind.replace(/管理|使用|情况/g, ''), problems)
    if (!problems.length && !isOfTitle(kind, title) && !(isAny && isWaste(kind, title))) continue
    if (/其他|其它/.test(match[1] ?? match[4] ?? '')) continue
    const sentence = report.sentenceAt(match.start)
    const before = report.text.slice(sentence?.start ?? match.start, match.start)
    const clause = before.slice(Math.max(before.lastIndexOf('；'), before.lastIndexOf('，')) + 1)
    if (PARTIAL.test(clause) || PARTIAL.test(match[0])) continue
    if ((problems.length && OF_ONE.test(before)) || isOneOfMany(report, match.start)) continue
    if (match[0].startsWith('不存在') && !OF_ALL.test(before) && !OF_ALL.test(match[0])) continue
    if (
      problems.length &&
      !leavesNothingOut(report, {match, denied: denied.replace(NEW, ''), before, title, isAny, isNamed, problems})
    )
      continue
    found.push({start: match.start, end: match.end, problems: listed})
  }
  return found
}

const isOfTitle = (words: string, title: string): boolean => [...words].every((character) => title.includes(character))

/** What a report on saving denies when it denies waste is all that it looks for. */
const isWaste = (kind: string, title: string): boolean => kind === '浪费' && /节[约能水电粮]|浪费|光盘/.test(title)

interface Told {
  readonly match: Match
  /** The kind of fault: 公车私用. */
  readonly denied: string
  /** The words of its sentence in front of it. */
  readonly before: string
  readonly title: string
  /** 任何 */
  readonly isAny: boolean
  /** It denies any fault of a kind, and a problem of that kind is listed. */
  readonly isNamed: boolean
  readonly problems: readonly Span[]
}

/** Only the great ones: the small ones may follow. */
const GREAT = /重[大点要]|严重|突出|明显|[较很]?大的?$|[性型]|新|苗头|异常|同类|类似|[此这]类|以上|前述|主要|根本|任意/
/** A breach is the grave kind, unless any is denied: 未发现违规违纪问题，但台账不全. */
const BREACH = /违[规纪法反章]/
/** Words of a fault in the kind that is denied: 欺诈骗保, 泄密, 食物中毒. 安全, 公车使用 and 会议费管理 have none. */
const FAULT_WORDS =
  /[骗诈贪腐挪截漏泄串围套虚假冒伪霸欺罚赌毒乱拖滥超私侵害挤误损瞒谎欠误弊贿渎盗]|失[泄密信职实范]|占用|浪费|事[故件]|风险|伤[害亡]|[死伤]亡/
/** What one may say of all kinds together. */
const GENERAL = /违[规纪法反章]|规定|不符合|要求|不规范|管理|使用|情况|方面|各[类种项]|工作|存在|[类等的和及与、或“”]/g
/** 未发现相关问题 speaks of what was said before. */
const ANAPHORIC = /^(?:该|此|上述|相关|有关|相应)(?:的|方面)?$/

/** Who looked, how, and that it was all: without these words a clause that denies all has nothing left. */
const WHOLE_WORDS = new RegExp(
  [
    '经过?|通过|根据|按照?|依据|在|从|据|对|就|于|将|由|把|向',
    '自查自纠|自[查检评纠]|[检排核清普筛]查|摸排|梳理|查看|查阅|查验|巡查|核[对实]|座谈|走访|询问|汇总|研究|分析|对照',
    '我(?:们|[单公]司|单位|街道|中心|支[队部]|企业|机关|[局镇乡校院县市区园所站队厂店司处科室班组部村社馆库会委办行])',
    '本(?:次|轮|单位|公司|部门|街道|中心|支[队部]|企业|机关|[局镇乡校院县市区园所站队厂店司处科室班组部村社馆库会委办行])',
    '[全各](?:单位|部门|科室|股室|中心|街道|支[队部]|班级|[局镇乡校院县市区园所站队厂店司处科室班组部村社馆库会委办行系统])+',
    '[这此]次|总体|整体|总的|基本|全面|认真|深入|细致|仔细|反复|严格|自我|专项|集中|小组|项目|楼层|机关|组织|开展|进行|实施|逐[一项条个间户处级层册笔人件台车楼栋]|现场|实地|资料|材料|人员|各方面|各个?环节|所有|全部|整个|方式|形式|方法|步骤|阶段|综上|综合|概括|截至|到|目前|现在|至今|迄今|暂时?|尚|均|都|也|并|且|而|共|还|又|一直|始终|同时|因此|所以|可以说|良好|较好|正常|平稳|可控|如下',
    '情况|结果|工作|过程|结论|下来|中|后|之?前|内|里|时|来?[看说讲]|上|下|所述|而言|方面|得出|显示|表明|认为|范围|期间|领域|管理|使用|活动',
    '\\d{1,4}年|\\d{1,2}月|\\d{1,2}日|[上下]半年|[年月日的了过一是和与及等“”（）()、\\s*"]',
  ].join('|'),
  'g',
)

const CHECK = /自[查检评纠]|[检排核清普筛]查|核对|对照|摸排/g
const SELF_CHECK = new RegExp(`${CHECK.source}|总体|整体|总的|综上`)
/** Whoever set up the look set it up for all. */
const SET_UP = /自[查检评纠]|组织|开展(?!的)|我[一-鿿]|总体|整体/
/** 公务接待方面，经逐笔核对，…: a clause that only names a topic. */
const TOPIC = /(?:方面|环节|[领区]域|部分|而言|行为|情形|[上中])$/
/** A subject or a manner of speaking that takes in everything. */
const SAYS_ALL = /自[查检评纠]|[检排核清]查|摸排|总体|整体|总的|综上|我|本|各|全|均|都/
/** Inside one item of several only these speak of all of them. */
const OVER_ALL = /自[查检评纠]|总体|整体|总的|综上|全面/

/** Some of the bodies, an earlier or another's look, a list of great faults, a condition, what others say. */
const NARROWED =
  /部分|有的|有些|个别|一些|少数|[多大]数|某|去年|上年|往[年届]|以往|过去|历[次年届]|上级|[省市县区州厅部委]级?(?:局|厅|委|检查组)[^，]{0,8}查|审计|巡[察视]|督[查导]|第三方|专家|中介|初[查步]|首[轮批]|第[一二三四五][轮次批]|前期|\d{1,2}月份?的?[自检排核]查|负面清单|如果|若|凡|是否|以为|自称|报称|不能|不等于|不代表|并非|除/
/** It goes on to admit something, and knows that it does. */
const CONCEDES = /^([，；。\s]{0,3})(?:但|不过|然而|只是|可(?!以|见)|却|仅)/
/** 总体看，没有发现问题。但… leaves room for what follows. */
const ROUGHLY = /总体|整体|总的|综[上合]|基本|大体|大致|暂/

/** Whether a denial beside listed problems denies all of them: not a kind of fault, a part of what was looked at, or another's look. */
function leavesNothingOut(report: Report, denial: Told): boolean {
  const {match, before, title, isAny, isNamed, problems} = denial
  if (!isNamed && !deniesEveryKind(report, denial)) return false
  const section = report.sectionAt(match.start)
  if (section?.role === 'plan' || report.blockAt(match.start)?.kind === 'cell') return false
  if (problems.some(({start, end}) => start <= match.start && match.end <= end)) return false
  if (!isAny && concedes(report, match, before)) return false
  const clauses = before.slice(before.lastIndexOf('；') + 1).split(/[，：:,]/)
  const own = clauses.at(-1) ?? ''
  const lead = clauses.at(-2) ?? ''
  if (NARROWED.test(own) || NARROWED.test(lead) || isLeft(own, title) || narrows(lead, title)) return false
  if (clauses.some((clause) => TOPIC.test(clause) && isLeft(clause, title) && !SELF_CHECK.test(clause))) return false
  if (isNamed) return true
  if (section && isInItem(report, section, match.start, title) && !OVER_ALL.test(lead + own)) return false
  if (SAYS_ALL.test(own) || (isAny && own) || SELF_CHECK.test(lead)) return true
  if (clauses.length > 1) return isAny && clauses.some((clause) => SELF_CHECK.test(clause))
  return isAny || report.blockAt(match.start)?.start === match.start - before.length
}

/** 未发现问题，但…; 经自查，未发现问题。但… has said as the result of the whole look that there is nothing. */
function concedes({text}: Report, {end}: Match, before: string): boolean {
  const behind = CONCEDES.exec(text.slice(end, end + 8))
  return behind !== null && !(behind[1]?.includes('。') && /自[查检评纠]/.test(before) && !ROUGHLY.test(before))
}

/** Whether a denial is one of faults as such, or of those in what the whole report is about. */
function deniesEveryKind(report: Report, {match, denied, title, isAny, problems}: Told): boolean {
  if (GREAT.test(denied) || ANAPHORIC.test(denied)) return false
  if (BREACH.test(denied) && !isAny) return false
  const special = denied.replace(GENERAL, '')
  if (!isOfTitle(special, title)) return isAny && isWaste(special, title)
  if (FAULT_WORDS.test(special) && !(isAny && isWaste(special, title))) return false
  // a report on safety without 隐患 may still list what its management lacks
  const isDanger = (match[3] ?? match[6]) === '隐患'
  return !isDanger || isAny || [...problems, ...titlesOf(report)].some((span) => report.words(span).includes('隐患'))
}

const titlesOf = (report: Report): readonly Span[] =>
  sectionsOf(report, 'problems', 'problems-plan').flatMap(({title}) => title ?? [])

/** Whether words name something besides what the report is about and those who looked. */
const isLeft = (words: string, title: string): boolean => !isOfTitle(words.replace(WHOLE_WORDS, ''), title)

/** 在围标串标、转包两个方面，… 对食堂账目进行了检查，… 检查灭火器24具，…: the clause in front says that a part alone was looked at. */
function narrows(clause: string, title: string): boolean {
  const object = /(?:对(?!照)|就)([^，]{2,30}?)(?:进行|开展|[作做]了|逐|的|全面|认真|组织|实施|予以)/.exec(clause)
  if (object) return isLeft(object[1] as string, title)
  const check = [...clause.matchAll(CHECK)].at(-1)
  if (check) {
    const behind = clause.slice(check.index + check[0].length)
    return isLeft(behind, title) || (!SET_UP.test(clause) && isLeft(clause.slice(0, check.index), title))
  }
  return /^\s*(?:在|就|对|关于|围绕|针对|从|涉及|至于)/.test(clause) && isLeft(clause.slice(1), title)
}

/** Whether a place lies in one of several items of a part, or under one of its headings, that has a topic of its own. */
function isInItem(report: Report, {pieces, title: heading}: Section, offset: number, title: string): boolean {
  const piece = pieces.findLast(
    ({start, mark, block}) => start <= offset && start !== heading?.start && (mark ?? block.kind === 'heading'),
  )
  if (!piece || piece.start <= (heading?.start ?? -1)) return false
  const [topic = ''] = report.text.slice(piece.body, Math.min(piece.end, piece.body + 20)).split(/[。：:，\n]/, 1)
  return isLeft(topic, title)
}
