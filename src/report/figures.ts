import type {Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import {indexAfter, type Span} from '../draft/span.ts'
import type {Quantity} from './quantities.ts'
import type {Report} from './report.ts'

/** A total of what a report counts once. */
export interface Figure extends Span {
  /** What is counted: 查出隐患, 谈话. */
  readonly what: string
  readonly value: number
  readonly unit: string
  /** What is counted and its unit: those of two figures that could contradict each other are the same. */
  readonly key: string
}

/** The same thing counted in two places with two results. */
export interface Conflict {
  readonly first: Figure
  readonly second: Figure
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

/** A paragraph about one of several that did the same: 第一组检查库房…, 第二阶段…. */
const ONE_OF_MANY =
  /^[　\s（(【]{0,3}第[一二三四五六七八九十\d]{1,2}(?:检查|督导|督查|自查|工作)?(?:小?组|阶段|轮|批|片)/

/** How many a body has, which it says of itself as a whole: 全局共有党员87名. Not of its other parts, nor of another time. */
const STOCK =
  /^([全我本][局镇乡校院馆站所队厂县市区办村]|公司|学校|医院)(?:目前)?(?:现有|共有|现共有|有|共|现)?((?:在职|在岗|在编|在校)?(?:正式|中共|预备)?(?:党员|干部职工|教职工|专任教师|职工|学生|在校生|幼儿|党支部|基层党组织|科室|工作人员|医护人员|行政村|村民小组))(?:共|共有|有|现有|总数|人数)?$/
/** Another time than now, told anywhere before the number in its sentence. */
const OTHER_TIME = /[年月日]|当时|原先|此前|以前|曾|截至|上期|初/

/** With so many different numbers each part of the report counts what it found: 第一组发现问题7项, 第二组…5项, 共15项. */
const ONE_EACH = 3

/** Totals that are told twice with different numbers: the same words, the same unit, no limiting word in either clause. */
export function findConflicts(report: Report): readonly Conflict[] {
  const known = new Map<string, Figure[]>()
  for (const figure of report.figures) {
    const role = report.sectionAt(figure.start)?.role
    if (role === 'plan' || role === 'causes') continue
    const figures = known.get(figure.key)
    if (figures) figures.push(figure)
    else known.set(figure.key, [figure])
  }
  const conflicts: Conflict[] = []
  for (const [first, ...others] of known.values()) {
    if (!first || new Set([first, ...others].map(({value}) => value)).size >= ONE_EACH) continue
    for (const second of others)
      if (first.value !== second.value && report.blockAt(first.start) !== report.blockAt(second.start))
        conflicts.push({first, second})
  }
  return conflicts
}

/** @param quantities the draft's, in reading order */
export const findFigures = ({text, blocks}: Draft, quantities: readonly Quantity[]): readonly Figure[] =>
  flatMap(blocks, (block) => {
    const figures: Figure[] = []
    if (block.kind === 'cell' || ONE_OF_MANY.test(text.slice(block.start, block.start + 8))) return figures
    for (let at = indexAfter(quantities, block.start); at < quantities.length; at++) {
      const quantity = quantities[at] as Quantity
      if (quantity.start >= block.end) break
      const counted = countedBy(text, quantity)
      if (counted === undefined) continue
      const {start, end, value, unit} = quantity
      // a copy: a piece of a text would keep the whole of it in memory
      const what = [...counted].join('')
      figures.push({start, end, what, value, unit, key: `${what} ${unit}`})
    }
    return figures
  })

/** What its sentence tells before a clause, as far as it may name a time. */
const sentenceBefore = (text: string, start: number): string =>
  /[^。；！？\n]*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? ''

const isShare = (unit: string): boolean => '%万亿'.includes(unit.charAt(0)) || unit.endsWith('百分点')

/** What a quantity counts; undefined where it is no total. */
function countedBy(text: string, {before, after, approximate, unit}: Quantity): string | undefined {
  if (approximate || isShare(unit)) return undefined
  const clause = text.slice(before.start, before.end).trim()
  // 全镇有党员43名没有参加 counts some of them
  const stock = after.start === after.end ? STOCK.exec(clause) : null
  // most clauses are too short, or tell of nothing that is done once
  if (!stock && (clause.length < SHORTEST || !DEED.test(clause))) return undefined
  if (LIMITED.test(text.slice(before.start, after.end))) return undefined
  if (stock) {
    const [, whole = '', counted = ''] = stock
    return OTHER_TIME.test(sentenceBefore(text, before.start)) ? undefined : whole + counted
  }
  const words = clause.replace(FRAME, '').replace(VERB, '')
  return words.length < SHORTEST ||
    words.length > 16 ||
    !/^[一-鿿]+$/.test(words) ||
    GENERIC.test(words) ||
    !DEED.test(words)
    ? undefined
    : words
}
