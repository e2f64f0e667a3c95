import type {Span} from '../draft/span.ts'
import type {Quantity} from './quantities.ts'
import type {Report} from './report.ts'

/** The same thing counted in two places with two results. */
export interface Conflict {
  /** What is counted: 查出隐患, 谈话. */
  readonly what: string
  readonly first: Quantity
  readonly second: Quantity
}

/** Words before the thing itself: when, how far, how. */
const FRAME =
  /^(?:经?自查中?|截至目前|截至|目前|现已|已经|已|全年|今年以来|一年来|期间|先后|累计|共计|总共|共|一共|总计|均|全部|分别|另|还|并|其中|我[局镇校院馆站所队办公司]+|全[局镇校院县市区])+/
const VERB = /(?:累计|共计|总共|共|一共|总计|先后|分别|各|达到?|为|有|了|计)+$/
/** Said of many occasions: another number belongs to another occasion. */
const GENERIC =
  /^(?:召开|开展|组织|举办|进行|完成|参加|印发|制定|修订|新增|投入|发放|落实)?(?:会议|专题会议?|培训|活动|检查|学习|问题|人员|干部|党员|资金|经费|制度|文件|资料|任务|工作|项目|党课)?$/
/** Numbers of a part, of another time or another place are no contradiction. */
const LIMITED = /其中|分别|每|各|平均|人均|月|季度|半年|去年|上年|同比|比|增|减|降|升|首次|第.次|本次|此次|另|新/
const SHORTEST = 4
/** What a self-inspection counts once, and tells again in its summary. */
const DEED =
  /查出|排查|发现|检查|抽查|巡查|巡察|督查|整改|谈话|约谈|通报|警示|走访|签订|发放|受理|办结|移交|问责|退回|清退|收回|清理|核查|演练|宣讲|征求|座谈|公开|评查|培训|隐患|投诉|线索/

/** Totals that are told twice with different numbers: the same words, the same unit, no limiting word in either clause. */
export function findConflicts(report: Report): readonly Conflict[] {
  const known = new Map<string, Quantity>()
  const conflicts: Conflict[] = []
  for (const quantity of report.quantities) {
    const what = keyOf(report, quantity)
    if (what === undefined) continue
    const key = `${what} ${quantity.unit}`
    const first = known.get(key)
    if (!first) known.set(key, quantity)
    else if (first.value !== quantity.value && report.blockAt(first.start) !== report.blockAt(quantity.start))
      conflicts.push({what, first, second: quantity})
  }
  return conflicts
}

function keyOf(report: Report, quantity: Quantity): string | undefined {
  const {before, after, approximate, unit} = quantity
  if (approximate || /^(?:%|[万亿]|个?百分点)/.test(unit) || report.blockAt(quantity.start)?.kind === 'cell')
    return undefined
  const role = report.sectionAt(quantity.start)?.role
  if (role === 'plan' || role === 'causes') return undefined
  const clause: Span = {start: before.start, end: after.end}
  if (LIMITED.test(report.words(clause))) return undefined
  const words = report.text.slice(before.start, before.end).trim().replace(FRAME, '').replace(VERB, '')
  return words.length < SHORTEST ||
    words.length > 16 ||
    !/^[一-鿿]+$/.test(words) ||
    GENERIC.test(words) ||
    !DEED.test(words)
    ? undefined
    : words
}
