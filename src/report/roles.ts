import {PLAN_HEADING, PLAN_SIGNS, PROBLEM_HEADING, PROBLEM_SIGNS} from './phrases/headings.ts'

/** What a part of a report is for. The names are those of the annotated drafts. */
export type Role =
  | 'title'
  | 'addressee'
  | 'lead'
  | 'work'
  | 'problems'
  | 'causes'
  | 'plan'
  | 'problems-plan'
  | 'closing'
  | 'attachment'
  | 'signature'
  | 'date'
  | 'other'

/**
 * What a heading's words say. `ledger` 整改台账, `measures` 工作措施, `prior` 2023年度民主生活会整改落实情况, `unsettled`
 * 尚未完成整改事项的说明 and `search` 隐患排查治理情况 mean different parts in different places.
 */
export type HeadingRole =
  | 'work'
  | 'problems'
  | 'causes'
  | 'plan'
  | 'problems-plan'
  | 'ledger'
  | 'measures'
  | 'prior'
  | 'unsettled'
  | 'search'
  | 'attachment'
  | 'other'

const FAULT = '问题|不足|短板|弱项|薄弱|差距|隐患|困难|毛病|缺陷|漏洞|缺点|短处|欠缺|症结|矛盾|不(?:符合|合格)项'
const REMEDY = '整改|改进|对策|措施|打算|补救|解决|处理|处置|纠正|怎么改|努力方向|台账|举措|建议|安排|下一?步'

/** A character of each word for a fault, and of each for a cause. */
const FAULT_SIGNS = '题足短项弱距患难病缺洞症盾'
const CAUSE_SIGNS = '因源'

interface Heading {
  readonly role: HeadingRole
  /** Characters of which every match holds one: most headings hold none, and the expression is not asked. */
  readonly has: string
  readonly pattern: RegExp
}

/**
 * Tried in order, the first that matches decides. A heading is stripped of its number first.
 * Sources: the role lexicon and its false friends, collected from guides and real reports.
 */
export const HEADINGS: readonly Heading[] = [
  {role: 'attachment', has: '附', pattern: /^附件|^附[：:]/},
  // what the measures behind it are to reach
  {role: 'other', has: '标', pattern: /^(整改|工作|总体)目标$/},
  {role: 'other', has: '体启感说', pattern: /体会|启示|感悟|需要?(?:另行|特别|一并)?说明的(?:其他)?(?:问题|事项|情况)/},
  {
    role: 'problems',
    has: '需待',
    pattern: /(需要?|有待|尚待|亟[待需])(进一步)?(改进|整改|完善|加强|提高|解决)的?(地方|方面|之处|环节|事项|问题)/,
  },
  {
    role: 'causes',
    has: '什何啥根',
    pattern: /^为(什么|何|啥)|^(?:问题的?|毛病的?)?(?:根子|病根|根由|根源)(?:到底)?(?:[在出]|出在)(?:哪[里儿]?|何处)$/,
  },
  {
    role: 'problems-plan',
    has: '哪',
    pattern: /^(?:还有)?哪[里儿些][^，]{0,8}(?:不(?!错)|没|欠|差|漏|弱)[^，]{0,6}，[^，]{0,4}怎[么样]再?[办改补管]$/,
  },
  {
    role: 'problems',
    has: '哪',
    pattern: /^(?:还有)?哪[里儿些].{0,8}(?:不(?!错)|没|欠|差|漏|弱|松|乱|难|慢|空|重(?![点要新]))/,
  },
  {
    role: 'work',
    has: '完执落办处',
    pattern:
      /^(?!.*整改).*((计划|要点|任务|目标)的?(完成|执行|落实)情况|(信访|投诉|诉求|举报|群众反映).{0,4}(问题|事项)?的?(办理|处理|处置)情况)$/,
  },
  {
    role: 'measures',
    has: '改',
    pattern: /^(强化|加强|狠抓|抓[好实]|推[进动]|深化|做[实好]|落实)(问题)?整改(落实)?$|^(边查边改|即知即改|立查立改)/,
  },
  {
    role: 'search',
    has: '患险盾漏',
    pattern:
      /^(?!.*(整改|问题)).*(隐患|风险点?|矛盾(纠纷)?|漏洞)(大?排查|摸排|化解|防控|管控|治理|整治|调处)[^。，不未欠缺]{0,10}(情况|工作|成效|机制)$/,
  },
  {
    role: 'work',
    has: '改落回销办',
    pattern:
      /(上一?年度?|上学期|上季度|上半年|上次|上一轮|前期|此前|去年|以往|往年|历[年次]).{0,12}(整改|落实|回看|回头看|销号|问题办[理结])/,
  },
  {
    role: 'prior',
    has: '2',
    pattern:
      /20\d\d年度?.{0,10}(生活会|评议).{0,16}(整改|落实).{0,6}(情况|进展|成效|结果)|^20\d\d年度?(问题)?整改(措施|任务)?的?(落实|完成)情况/,
  },
  {
    role: 'work',
    has: '改',
    pattern:
      /整改(工作|任务|落实)?的?(组织|推进|领导|部署|开展|总体)|组织(领导|推进|实施|落实).{0,6}整改|履行.{0,6}整改.{0,6}责任/,
  },
  {
    role: 'work',
    has: '导识解应置线治',
    pattern: new RegExp(
      `(坚持|突出|强化|聚焦).{0,4}(${FAULT})(导向|意识)|(破解|化解|回应|解决|处置|纾解).{0,10}(${FAULT})|问题线索|专项整治(工作)?(开展)?情况`,
    ),
  },
  {
    role: 'work',
    has: '及和与、',
    pattern: /(?<!整改|改进|防范|补救)(举措|措施|做法).{0,2}[及和与、].{0,3}(做法|举措|措施|成效|成果|亮点)/,
  },
  {
    role: 'unsettled',
    has: '未没正需持长',
    pattern:
      /[未没](?:能|有)?(?:按期|全部|完全)?(?:完成)?(?:整改|销号|办结|解决)(?:完成|到位|完毕|销号)?的?.{0,4}(?:(?:事项|任务)(?:.{0,6}(?:原因|说明))?|问题.{0,6}(?:原因|说明))。?$|(?:正在|[仍尚还]需|持续|长期)(?:持续|继续)?(?:推进|坚持|整改|解决)(?:整改|解决)?的(?:\d+[个项条])?(?:问题|事项|隐患)。?$/,
  },
  {
    role: 'problems-plan',
    has: CAUSE_SIGNS,
    pattern: new RegExp(`(${FAULT}).{0,4}[及和与、].{0,4}(原因|根源|成因).{0,4}[及和与、].{0,8}(${REMEDY})`),
  },
  {
    role: 'problems',
    has: CAUSE_SIGNS,
    pattern: new RegExp(`(${FAULT})(情况)?[及和与、](主要|其|相关)?(原因|根源|成因)`),
  },
  {
    role: 'causes',
    has: `${CAUSE_SIGNS}症`,
    pattern: new RegExp(
      `(${FAULT}).{0,3}(产生|存在|形成|背后)?的?(主要|深层次?|主观|思想)?(原因|根源|成因|症结)|^(主要|深层次?)?(原因|根源|成因|症结)(分析|剖析|查找)?`,
    ),
  },
  {role: 'problems', has: CAUSE_SIGNS, pattern: new RegExp(`(${FAULT}).{0,4}[及和与、].{0,8}(原因|根源|成因)`)},
  {role: 'plan', has: CAUSE_SIGNS, pattern: /(原因|根源).{0,6}[及和与、].{0,8}(整改|改进|措施|打算)/},
  {
    role: 'problems-plan',
    has: '题事患',
    pattern: /(?<!未)已经?(完成)?(整改|解决|销号)(完成|到位|完毕)?的(\d+[个项条])?(问题|事项|隐患)$/,
  },
  {role: 'ledger', has: '账单览', pattern: /(整改|问题|销号|责任).{0,4}(台账|清单|一览表)|三(个|张)清单/},
  {role: 'plan', has: '板', pattern: /补(齐|上)?短板的?办法/},
  {
    role: 'problems-plan',
    has: '及和与、',
    pattern: /(?:发现|[查检]出|查见)的?(?:情况|事项)?[及和与、].{0,4}(?:处理|处置|整改|纠正|改进)/,
  },
  {role: 'problems-plan', has: FAULT_SIGNS, pattern: new RegExp(`(${FAULT}).{0,10}(${REMEDY})`)},
  {role: 'problems', has: FAULT_SIGNS, pattern: new RegExp(`(${FAULT})(?!.{0,4}(整改|改进))`)},
  {role: 'problems', has: PROBLEM_SIGNS, pattern: PROBLEM_HEADING},
  {role: 'causes', has: `${CAUSE_SIGNS}为`, pattern: /(原因|根源|成因)(分析|剖析|查找)?$|^为什么会/},
  {role: 'plan', has: PLAN_SIGNS, pattern: PLAN_HEADING},
  {role: 'measures', has: '措', pattern: /措施|举措/},
  {
    role: 'measures',
    has: '任进',
    pattern:
      /^(?:整改)?(?:任务|责任|进度)(?:分工|安排)?[和与及、](?:任务|责任|进度|时间|时限|分工)(?:分工|安排|表)?。?$/,
  },
  {
    role: 'work',
    has: '况做成亮家过自评结履举回范依组主',
    pattern:
      /情况|做法|成效|成绩|亮点|概况|家底|过程|自查(工作|内容|结果)?|自评|评价|结论|履职|举措|做了什么|回顾|范围|依据|组织|主要工作/,
  },
]

/** Which expressions may match words that hold a character: a bit for all that ask for the same ones. */
const SIGNS = new Map<number, number>()
const ASKED = [...new Set(HEADINGS.map(({has}) => has))]
ASKED.forEach((has, bit) => {
  for (const sign of has) SIGNS.set(sign.charCodeAt(0), (SIGNS.get(sign.charCodeAt(0)) ?? 0) | (1 << bit))
})
const TRIED = HEADINGS.map(({role, has, pattern}) => ({role, pattern, bit: 1 << ASKED.indexOf(has)}))

/** The role that a heading's words give it; undefined when they say nothing. */
export function headingRole(
  words: string,
  own: Readonly<Record<string, readonly string[]>> = {},
): HeadingRole | undefined {
  for (const [role, stems] of Object.entries(own))
    if (stems.some((stem) => words.includes(stem))) return role as HeadingRole
  let signs = 0
  for (let at = 0; at < words.length; at++) signs |= SIGNS.get(words.charCodeAt(at)) ?? 0
  return TRIED.find(({bit, pattern}) => (signs & bit) !== 0 && pattern.test(words))?.role
}

/** 针对“X”问题 and “X”问题整改情况: a heading that is a problem, over what was done about it. */
const ANSWERED =
  /^(?:针对[^，。；：]{2,60}?问题(?![^，。；：]{0,4}问题)|(?:关于|对|就)?“[^”]{2,60}”[^，。；：“”]{0,6}问题)(?=(?<remedy>的?整改(?:落实|进展|完成|推进)?(?:情况)?)?(?:[，。：:\s]|$))/
/** 针对反馈的问题 and 针对存在的突出问题 mean all of them. */
const ALL =
  /(?:上述|以上|这些|存在|[查找排]出|查摆|发现|反馈|指出|提出|主要|突出|共性|重点)的?(?:主要|突出|具体|各类)?问题/

/** How many characters at the beginning of a heading name a problem that is answered below it; 0 where none is named. */
export function answeredLength(words: string): number {
  const match = ANSWERED.exec(words)
  if (!match || (!match.groups?.remedy && !words.startsWith('针对'))) return 0
  return words.includes('“') || !ALL.test(match[0]) ? match[0].length : 0
}

/** 关于“X”的问题 as all of a heading: what others have named, over what was done about it. */
export const isNamedFault = (words: string): boolean => /^关于“[^”]{2,60}”[^，。；：“”面]{0,4}问题。?$/.test(words)
