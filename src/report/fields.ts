import {moved, type Span} from '../draft/span.ts'

export const FIELD_NAMES = ['owner', 'deadline', 'target'] as const
export type FieldName = (typeof FIELD_NAMES)[number]

/** The words of a measure that name who does it, by when, what will be there afterwards, and how far it has come. */
export interface Fields {
  readonly owner: Span | undefined
  readonly deadline: Span | undefined
  readonly target: Span | undefined
  /** What a label or a cell says of how far it has come: 整改结果：…, 完成情况：… */
  readonly status: Span | undefined
}

const OWNER_LABEL = '(?:责任|牵头|主办|承办|落实|经办|负责|分管|主管)(?:人|部门|单位|科室|领导|股室|处室)'
const MAY_LABEL = new RegExp(OWNER_LABEL)
/** 责任人：… whoever is named behind the label, up to the end of the clause. */
const LABELLED_OWNER = new RegExp(`${OWNER_LABEL}[：:][ 　]*([^，。；！？（）()\\n：:]{1,40})`)
/** 牵头单位为… 责任人…: the same without a colon, in a clause of its own. */
const NAMED_OWNER = new RegExp(
  `(?:^|[，。；（(\\s])${OWNER_LABEL}[为是]?(?![每应要须必对将在按逐认负到不已和及])([一-鿿]{2,12})(?=[，。；、）)\\s]|$)`,
)
/** A body or person in front of a verb of doing, or behind 由, 责任… */
const OWNER =
  /由[^，。；由]{2,24}?(?:负责|出具|提交|提供|安排|联系|牵头|会同|统一|分管|每|在|把|对|逐|到|派|组织|统筹|审|起|抽|带|按|随机|专人|统|收|汇|陪|实|[具集完制开])|(?:责任|牵头|主办|承办|落实|经办)(?:人|部门|单位|科室|领导|股室|处室)(?![：:])|[一-鿿]{1,10}(?:局|科|科室|部|处|室|办|办公室|委|委员会|组|小组|专班|站|所|队|院|中心|馆|支部|党委|党组|党总支|班子|主任|书记|局长|校长|院长|所长|站长|队长|组长|经理|董事长|园长|馆长|科长|处长|部长|护士长|班长|店长|村干部|网格员|电工|会计|出纳|专人|负责人|管理员|安全员|审计组)(?:会同|牵头|负责|每|逐|对|把|将|统一|定期|联合|组织|按|在|到|与|和|随机|抽|审|收|汇总|跟踪|督办|签字|验收|上门|为|带队|分片|包片|[，,]?\d)|(?:明确|指定|安排|聘请|选派|落实|确定)[^，。；]{0,10}(?:专人|\d+名|[一二两三四五]名|人员|责任人|联络员|管理员|监督员)/
/** 由施工单位于9月10日前…: an owner in front of a date. */
const UNTIL = /(?:^|[，。；是要])由([^，。；由\d]{2,14}?)(?:[于在](?=\d|本|年)|(?=[当每]))/

const BEFORE_NAME =
  /^(?:[一二三四五六七八九十]{1,3}[是要])?(?:[^由]*由|日前|月底前|月前|底前|前)?(?:明确|指定|安排|聘请|选派|落实|确定)?/
/** 于9月15日前铲除, 和1名: what the name ends before. */
const BEHIND_NAME = /[于在自从](?=[\d本每年]).*$|[和与、]\d+名?$/
const DOING =
  /(?:出具|提交|提供|安排|联系|牵头|负责|会同|统一|分管|统筹|组织|直接|共同|一起|联合|定期|分片|包片|跟踪|督办|签字|验收|汇总|随机|代为|上门|[每在把对逐到派审起抽带按随收汇陪实具集完制开代将和与须经于，,\d])+$/

const DEADLINE =
  /(?:\d{4}年)?(?:\d{1,2}|[XxＸ×*＊_○〇\s]{1,4})月(?:(?:\d{1,2}|[XxＸ×*＊_○〇\s]{1,4})日|底|末|初|上旬|中旬|下旬|份)?|(?:今|明|本|次)?年(?:底|内|末|度内)|(?:本|下|次)(?:周|月|季度|学期|年度|学年)|(?:(?<!\d)\d+|(?<![一二两三四五六七八九十半])[一二两三四五六七八九十半]+)个?(?:工作日|小时|天|日|周|个?月|季度|年)(?:之?内|前|以内|后)|(?<![每按隔])[一二三四1-4]季度|[上下]半年|学期[初末]|开学|(?:国庆|中秋|端午|清明|元旦|五一|春)节?前|节前|汛前|入冬前|即日起|立即|当[天日场周月]|每(?:周[一二三四五六日天]|月\d{1,2}日|天|日|周|月|季度?|年|半年|学期|旬|班|晚|[一二两三四五六七八九十\d]+(?:天|周|个?月|小时|年))|长期坚持|常态化|\d{1,2}(?:月|日)(?:前|起|完成)|定期|按季度|按月|按周|按日|逐月|年前|(?<=^|[，。；])明年/
const TARGET =
  /(?<!\d)\d+(?:\.\d+)?(?:%|％|‰|个|名|人|次|件|项|台|套|份|处|条|家|户|场|期|间|辆|块|张|册|吨|米|公里|平方米|万元|元|分|小时|课时|学时|天|支|具|只|盏|盘|度|倍|页|组|把|批)|(?<![一二两三四五六七八九十百])[一二两三四五六七八九十百]+(?:次|名|项|个|场|期|份|套|台|间|人|遍|轮|本|级|方)|百分之|全部|全覆盖|逐(?:一|项|个|台|件|户|人|笔|条|册|村|站)|一律|《[^》]{2,40}》|台账|清单|制度|办法|档案|名录|不少于|不低于|不超过|达到|降至|提高到|清零|到位|闭环|公示|合格|一半|减半|过半|纳入[^，。；]{0,16}考核|挂钩/

/** Asks what a function finds in some words; it may be known already. */
export type Told = <Value>(find: (words: string) => Value, words: string) => Value

type Find = (words: string) => Span | undefined

const first =
  (pattern: RegExp): Find =>
  (words) => {
    const match = pattern.exec(words)
    return match ? {start: match.index, end: match.index + match[0].length} : undefined
  }

/** The name behind a label, or in front of what it is to do; a label without a name is no owner. */
const ownerIn: Find = (words) => {
  const hasLabel = MAY_LABEL.test(words)
  const labelled = hasLabel ? LABELLED_OWNER.exec(words) : null
  if (labelled?.[1]) {
    const [all, name] = labelled
    const end = labelled.index + all.length
    // the next label stands behind a gap: 责任人：… 完成时限：…
    const own = /[：:]/.test(words.charAt(end)) ? name.replace(/\s*\S*$/, '') : name.trimEnd()
    const start = end - name.length
    if (own) return {start, end: start + own.length}
  }
  const match = (hasLabel ? NAMED_OWNER.exec(words) : null) ?? OWNER.exec(words) ?? UNTIL.exec(words)
  if (!match) return undefined
  const told = match[1] ?? match[0]
  const start = match.index + match[0].lastIndexOf(told)
  const before = BEFORE_NAME.exec(told)?.[0].length ?? 0
  const name = told.slice(before).replace(BEHIND_NAME, '').replace(DOING, '')
  return name.length >= 2
    ? {start: start + before, end: start + before + name.length}
    : {start, end: start + told.length}
}
const deadlineIn = first(DEADLINE)
const targetIn = first(TARGET)

export function findFields(text: string, told: Told, item: Span, labelled: readonly Span[]): Fields {
  const within = ({start, end}: Span, find: Find): Span | undefined => {
    const found = told(find, text.slice(start, end))
    return found && moved(found, start)
  }
  const inLabels = (find: Find): Span | undefined => {
    for (const span of labelled) {
      const found = 'role' in span && span.role === 'status' ? undefined : within(span, find)
      if (found) return found
    }
    return undefined
  }
  const allOf = (role: string): Span[] => labelled.filter((span) => 'role' in span && span.role === role)
  const byRole = (role: string): Span | undefined => allOf(role)[0]
  const statuses = allOf('status')
  return {
    owner: byRole('owner') ?? within(item, ownerIn),
    deadline: byRole('deadline') ?? within(item, deadlineIn) ?? inLabels(deadlineIn),
    target: byRole('target') ?? within(item, targetIn),
    // of several measures under one problem each has the status behind it, else the one within
    status:
      statuses.find(({start}) => start >= item.end) ?? statuses.find(({start}) => start >= item.start) ?? statuses[0],
  }
}
