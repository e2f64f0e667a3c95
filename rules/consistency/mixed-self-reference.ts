import {defineRule} from '../../src/lint/rule.ts'
import {coreOf, ownUnits} from '../../src/report/unit-names.ts'

/** Kinds of one level: a report's author can be only one of them. 我县 beside 我局 is no contradiction, 我局 beside 我校 is. */
const LEVELS: readonly (readonly string[])[] = [
  ['镇', '乡', '街道'],
  ['局', '校', '院', '馆', '园', '公司', '行', '店', '厂', '委', '厅'],
  ['村', '社区'],
]
const SELF = /(?<![自给对])我(镇|乡|街道|局|校|院(?![子落墙])|馆|园(?!区)|公司|行|店|厂|委|厅|村|社区)(?![们国家])/g

/** A college calls itself 我院 and 我校; only schools of other kinds and hospitals are one of both. */
const isCollege = (a: string, b: string, own: readonly string[]): boolean =>
  [a, b].every((kind) => kind === '校' || kind === '院') && !own.some((name) => /医院|卫生院|[中小]学$/.test(name))

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
  ],
  good: [
    {text: '我县高度重视，我局成立领导小组。'},
    {text: '我局召开会议，我局党支部学习。'},
    {text: '临溪师范学院自查报告\n我院组织自查，我校教师共32名。'},
    {text: '我校是我镇唯一的小学，我校教师共32名。'},
  ],
  *check(report) {
    const found = [...report.find(SELF)]
    const own = ownUnits(report).map(coreOf)
    for (const level of LEVELS) {
      const members = found.filter((match) => level.includes(match[1] as string))
      const counts = new Map<string, number>()
      for (const match of members) counts.set(match[1] as string, (counts.get(match[1] as string) ?? 0) + 1)
      const named = level.find((kind) => own.some((name) => name.endsWith(kind) || (kind === '校' && /学$/.test(name))))
      const most = [...counts].sort((a, b) => b[1] - a[1])
      const kind = named ?? most[0]?.[0]
      if (!kind || (!named && most.length > 1 && (most[0]?.[1] ?? 0) === (most[1]?.[1] ?? 0))) continue
      for (const match of members)
        if (match[1] !== kind && !isCollege(match[1] as string, kind, own))
          yield {at: {start: match.start, end: match.end}, message: 'found', data: {own: `我${kind}`, other: match[0]}}
    }
  },
})
