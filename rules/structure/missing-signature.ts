import {defineRule} from '../../src/lint/rule.ts'

/** Blocks at the end, and under the title, in which a date or a signing body may stand. */
const LAST = 5
const FIRST = 4
const DATE = /[\d〇○零一二三四五六七八九X×*＊_\s]{2,}年[^，。；：]{0,8}月|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}/
const UNIT =
  /(?:局|委|委员会|政府|办公室|公司|中心|院|校|学|园|站|所|队|馆|处|科|部|厅|镇|乡|街道|社区|村|支部|党组|党委|行|店|厂|协会|库|大队)$/

export default defineRule({
  id: 'missing-signature',
  group: 'structure',
  severity: 'info',
  severityIn: {final: 'error'},
  fixes: 'none',
  ground: '规定',
  what: {zh: '文末没有落款单位或成文日期。', en: 'The report ends without the signing body or the date.'},
  why: {
    zh: '没有署名和日期的报告不是完整的公文，也无法归档。',
    en: 'Without both the report is no finished document and cannot be filed.',
  },
  how: {
    zh: '看正文之后的几行有没有单位名称和“年月日”。草稿中只作提示，定稿（profile: final）时按错误报告。',
    en: 'The lines behind the body are searched for a body’s name and a date. A note in drafts, an error under the profile `final`.',
  },
  messages: {
    both: {
      zh: '文末没有落款单位和成文日期，请在定稿前补上。',
      en: 'There is neither a signing body nor a date at the end.',
    },
    signature: {zh: '文末没有落款单位，请在定稿前补上。', en: 'There is no signing body at the end.'},
    date: {zh: '文末没有成文日期，请在定稿前补上。', en: 'There is no date at the end.'},
  },
  bad: [
    {text: '消防自查报告\n一、存在的问题\n1.泵房灭火器过期，没有更换。⟦⟧', profile: 'final'},
    {text: '消防自查报告\n一、存在的问题\n1.泵房灭火器过期，没有更换。\n2024年5月8日⟦⟧', profile: 'final'},
    {text: '消防自查报告\n一、存在的问题\n1.泵房灭火器过期，没有更换。\n河口泵站⟦⟧', profile: 'final'},
  ],
  good: [
    {text: '消防自查报告\n一、存在的问题\n1.泵房灭火器过期，没有更换。\n河口泵站\n2024年5月8日', profile: 'final'},
    {text: '消防自查报告\n一、存在的问题\n1.泵房灭火器过期，没有更换。\n河口泵站\n2024.5.8', profile: 'final'},
    {text: '消防自查报告\n河口泵站\n（2024年5月8日）\n一、存在的问题\n1.泵房灭火器过期，没有更换。', profile: 'final'},
  ],
  *check(report) {
    const {frame, blocks, text} = report
    const body = blocks.filter(({kind}) => kind !== 'cell')
    const lines = [...body.slice(0, FIRST), ...body.slice(-LAST)].map((block) => report.words(block))
    const short = lines.filter((words) => words.length <= 40 && !/[。；，]/.test(words) && !/[：:]$/.test(words))
    const isTitle = (words: string): boolean => frame.title !== undefined && words === report.words(frame.title)
    const hasDate = frame.date !== undefined || short.some((words) => !isTitle(words) && DATE.test(words))
    const hasUnit =
      frame.signature !== undefined ||
      short.some((words) => !isTitle(words) && UNIT.test(words.replace(/[（(].*[)）]$/, '')))
    if (hasDate && hasUnit) return
    const end = text.trimEnd().length
    yield {at: {start: end, end}, message: hasDate ? 'signature' : hasUnit ? 'date' : 'both'}
  },
})
