import {defineRule} from '../../src/lint/rule.ts'
import type {Report} from '../../src/report/report.ts'
import {coreOf, ownUnits} from '../../src/report/unit-names.ts'

const TOWN = ['镇', '乡', '街道']
const BODY = ['局', '校', '院', '馆', '园', '公司', '行', '店', '厂', '委', '厅', '社', '中心', '站']
const VILLAGE = ['村', '社区']
/** Kinds of one level: a report's author can be only one of them. 我县 beside 我局 is no contradiction, 我局 beside 我校 is. */
const LEVELS: readonly (readonly string[])[] = [TOWN, BODY, VILLAGE]
const OFFICES: readonly string[] = ['局', '委', '厅']
/** Belong to an office, a hospital or a museum, and may speak as these: 我局 in a centre's report, 我院 in that of a 卫生服务中心. */
const PARTS: readonly string[] = ['中心', '站']
const WHOLES: readonly string[] = [...OFFICES, '院', '馆']
const SELF =
  /(?<!自)我(镇|乡|街道|局|校(?![正对验准])|院(?![子落墙])|馆|园(?!区)|公司|(?<![给对]我)行|店|厂|委|厅|村|社区|社(?!会)|中心|站(?![在起]))(?![们国家])/g
/** 局党组在矛盾面前求稳怕乱: without a name in front it is the author's own. */
const ORGAN = /(局|校|院|馆|园|厂|镇|乡)(?:党[组委]|党总支|党支部|领导班子)/g
/** What stands behind a unit's name where somebody of it signs: 青禾镇党委委员. */
const OF_UNIT = '(?:$|党|人民政府|政府|人大|纪委|办事处)'

/** A college calls itself 我院 and 我校; only schools of other kinds and hospitals are one of both. */
const isCollege = (a: string, b: string, own: readonly string[]): boolean =>
  [a, b].every((kind) => kind === '校' || kind === '院') && !own.some((name) => /医院|卫生院|[中小]学$/.test(name))

const isWithin = (kind: string, right: string): boolean =>
  (PARTS.includes(right) && WHOLES.includes(kind)) || (PARTS.includes(kind) && WHOLES.includes(right))

/** 长风物业有限公司河东服务中心 is a part of the firm that it names, and speaks as the firm too. */
const isBranch = (kind: string, own: readonly string[]): boolean => {
  const pattern = new RegExp(`${kind}[一-鿿]{1,12}(?:${BODY.join('|')}|部)$`)
  return own.some((name) => pattern.test(name))
}

/** 农村商业银行股份有限公司 is 我公司 and 我行. */
const withoutFirm = (name: string): string => name.replace(/(?:股份|集团)?(?:有限)?(?:责任)?公司$/, '')

function isNamed(kind: string, own: readonly string[]): boolean {
  const pattern = new RegExp(`${kind === '校' ? '[校学]' : kind}${OF_UNIT}`)
  return own.some((name) => pattern.test(name) || pattern.test(withoutFirm(name)))
}

/** 我局 in a town's report, 我镇 in a bureau's: a kind that its author can be neither itself nor belong to. */
function isForeign(kind: string, own: readonly string[]): boolean {
  const isTown = TOWN.some((town) => isNamed(town, own))
  const isVillage = VILLAGE.some((village) => isNamed(village, own))
  const isBody = BODY.some((body) => isNamed(body, own))
  if (BODY.includes(kind)) return (isTown || isVillage) && !isBody
  const isOffice = OFFICES.some((office) => isNamed(office, own))
  return isOffice && !isTown && !own.some((name) => /[镇乡村]|街道|社区/.test(name))
}

/** How the author calls itself, and its own organs where it looks for causes: nobody looks for those of a superior there. */
function selves(report: Report): readonly (RegExpExecArray & {start: number; end: number})[] {
  const found = [...report.find(SELF)]
  if (!report.sections.some(({role}) => role === 'causes')) return found
  const isOwn = ({start}: {start: number}): boolean =>
    '，。；：'.includes(report.text.charAt(start - 1)) && report.sectionAt(start)?.role === 'causes'
  return [...found, ...[...report.find(ORGAN)].filter(isOwn)]
}

/** Somebody else's words: 群众反映“我镇…”. */
function isQuoted(report: Report, at: number): boolean {
  const block = report.blockAt(at)
  const before = report.text.slice(block?.start ?? at, at)
  return before.lastIndexOf('“') > before.lastIndexOf('”')
}

export default defineRule({
  id: 'mixed-self-reference',
  group: 'consistency',
  severity: 'warning',
  fixes: 'none',
  ground: '实务',
  what: {
    zh: '同一份报告里，自称前后不一（我局、我校）。',
    en: 'The author calls itself by two kinds of name (我局 and 我校).',
  },
  why: {
    zh: '自称不一，说明有一部分是从别的单位的材料里抄来的。',
    en: 'It shows that a part was taken from another unit’s report.',
  },
  how: {zh: '核对这一段的内容，改成本单位的自称。', en: 'Check the passage and use your own unit’s name.'},
  messages: {
    found: {
      zh: '全文自称“{own}”，这里写成了“{other}”，请核对。',
      en: 'The report says “{own}” elsewhere and “{other}” here; please check.',
    },
  },
  bad: [
    {text: '我局成立领导小组，我局召开会议。为此⟦我校⟧制定了制度。'},
    {text: '市图书馆自查报告\n加强管理，为⟦我校⟧教学提供保障。'},
    {text: '平原县中医医院自查报告\n我院组织自查，⟦我局⟧将于6月底前完成整改。'},
    {text: '河东小学安全工作自查报告\n我校组织自查，⟦我园⟧厨房有两处隐患。'},
    {text: '青禾镇安全生产自查报告\n我镇成立专班，给⟦我局⟧造成不良影响。'},
    {text: '平原县水利局安全生产自查报告\n⟦我镇⟧把经费列入预算。'},
    {text: '县机关事务服务中心用车自查报告\n签订承诺书，为⟦我校⟧师生保驾护航。'},
    {
      text: '长风化工有限公司对照检查材料\n一、存在的问题\n台账不全。\n二、原因分析\n平时管得松，⟦局党组⟧没有把检查当回事。\n三、整改措施\n补齐台账。',
    },
    {text: '清溪支行反洗钱自查报告\n我行开展自查，在⟦我社⟧营业厅张贴海报。'},
  ],
  good: [
    {text: '城东社区卫生服务中心自查报告\n我中心开展自查，我院药房已整改。'},
    {text: '县水利局农村供水服务中心自查报告\n我中心开展自查，向我局党组作了汇报。'},
    {
      text: '河东小区消防整改报告\n我公司收到通知后逐项整改。\n一、存在的问题\n台账不全。\n长风物业有限公司河东服务中心\n2025年6月3日',
    },
    {
      text: '长风化工有限公司对照检查材料\n一、工作情况\n学习教育由县工信局指导，局党组派人到会。\n二、存在的问题\n台账不全。\n三、原因分析\n平时管得松，县工信局党组提醒过两次，公司党委没有把检查当回事。\n四、整改措施\n补齐台账。',
    },
    {text: '我站在窗口观察了一天，从我社会经验看，问题不小。'},
    {text: '我县高度重视，我局成立领导小组。'},
    {text: '我局召开会议，我局党支部学习。'},
    {text: '临溪师范学院自查报告\n我院组织自查，我校教师共32名。'},
    {
      text: '临溪农村商业银行自查报告\n我行开展了自查。\n二、存在的问题\n台账不全。\n临溪农村商业银行股份有限公司\n2025年6月3日',
    },
    {text: '平原县水利局自查报告\n群众反映“我镇的渠漏水”，我县已列入计划。'},
    {text: '青禾镇财政局自查报告\n我局核对了我镇的账目。'},
    {text: '我校是我镇唯一的小学，我校教师共32名。'},
  ],
  *check(report) {
    const found = selves(report)
    if (found.length === 0) return
    const own = ownUnits(report).map(coreOf)
    for (const level of LEVELS) {
      const members = found.filter((match) => level.includes(match[1] as string))
      const counts = new Map<string, number>()
      for (const match of members) counts.set(match[1] as string, (counts.get(match[1] as string) ?? 0) + 1)
      const most = [...counts].sort((a, b) => b[1] - a[1])
      const named = level.filter((kind) => isNamed(kind, own))
      const kinds = named.length ? named : most[0] && most[0][1] !== most[1]?.[1] ? [most[0][0]] : []
      const other = LEVELS.flat().find((kind) => isNamed(kind, own)) ?? ''
      for (const match of members) {
        const kind = match[1] as string
        const at = {start: match.start, end: match.end}
        if (kinds.length && !kinds.includes(kind)) {
          if (!isBranch(kind, own) && !kinds.some((right) => isCollege(kind, right, own) || isWithin(kind, right)))
            yield {at, message: 'found', data: {own: `我${kinds[0]}`, other: match[0]}}
        } else if (isForeign(kind, own) && !isQuoted(report, match.start))
          yield {at, message: 'found', data: {own: `我${other}`, other: match[0]}}
      }
    }
  },
})
