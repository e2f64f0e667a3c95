import {defineRule} from '../../src/lint/rule.ts'
import {canBeSame, coreOf, titleUnit} from '../../src/report/unit-names.ts'

/** Bodies that sign with their own name: 局 beside 局 can be compared, 局 beside 领导小组 cannot. */
const KIND = /(?:局|委|镇|乡|街道|村|社区|校|学|院|馆|园|公司|中心|集团|厅|银行|支行|站|所)$/

export default defineRule({
  id: 'signature-mismatch',
  group: 'consistency',
  severity: 'error',
  fixes: 'none',
  ground: '规定',
  what: {
    zh: '落款单位与标题单位不一致，或成文日期早于报告所属时间。',
    en: 'Signature and title name different units, or the date lies before the period.',
  },
  why: {
    zh: '落款是别的单位，说明结尾没有改；日期早于报告期，内容就不可能是真的。',
    en: 'Another unit’s signature was left in; a date before the end of the period makes the content impossible.',
  },
  how: {zh: '核对标题、落款和日期。', en: 'Check title, signature and date.'},
  messages: {
    unit: {
      zh: '标题单位是“{title}”，落款却是“{signature}”。',
      en: 'The title names “{title}”, the signature “{signature}”.',
    },
    date: {
      zh: '成文日期早于报告所属时间（{period}）。',
      en: 'The date lies before the period that the report is about ({period}).',
    },
    title: {zh: '标题里的单位', en: 'the unit in the title'},
  },
  bad: [
    {text: '平原县水利局关于2024年汛前检查的自查报告\n一、工作情况\n检查水库3座。\n⟦临溪县水利局⟧\n2024年5月8日'},
    {text: '青禾镇2025年安全生产工作自查报告\n一、工作情况\n检查企业8家。\n青禾镇人民政府\n⟦2024年12月8日⟧'},
  ],
  good: [
    {text: '青禾镇关于2024年安全生产工作的自查报告\n检查企业8家。\n青禾镇人民政府\n2024年12月8日'},
    {text: '县市场监管局关于2024年食品安全的自查报告\n检查企业8家。\n县市场监督管理局\n2024年12月8日'},
    {text: '中共平原县水利局党组关于2024年履职情况的报告\n检查水库3座。\n平原县水利局\n2025年1月8日'},
    {
      text: '平原县水利局网络安全自查报告\n一、存在的问题\n没有专人看管账号。\n二、整改措施\n（一）2026年一季度选配2名管理员，由办公室负责。\n平原县水利局\n2025年12月8日',
    },
    {text: '平原县水利局2025—2026年供热季自查报告\n检查泵站3座。\n平原县水利局\n2025年10月8日'},
    {text: '平原县水利局关于2024年汛前检查的自查报告\n检查水库3座。\n县防汛工作领导小组\n2024年5月8日'},
  ],
  *check(report) {
    const {frame, period} = report
    const named = frame.title && titleUnit(report.words(frame.title))
    if (named && frame.title && frame.signature) {
      const own = coreOf(named)
      const kind = KIND.exec(own)?.[0]
      const signers = report.words(frame.signature).split('\n')
      const isOther = (signer: string): boolean => {
        const core = coreOf(signer.replace(/\s/g, ''))
        return KIND.exec(core)?.[0] === kind && !canBeSame(own, core)
      }
      const signed = signers.join('、').replace(/\s/g, '')
      // bodies that sign together: one of them is the author's
      if (kind && signers.every(isOther))
        yield {
          at: frame.signature,
          message: 'unit',
          data: {title: named, signature: signed},
          related: [{at: {start: frame.title.start, end: frame.title.end}, message: 'title'}],
        }
    }
    const dated =
      frame.date &&
      report.dates.find(({start, end}) => frame.date && start >= frame.date.start && end <= frame.date.end)
    if (frame.date && dated?.year && period && dated.year < period.year)
      yield {at: frame.date, message: 'date', data: {period: `${period.year}年`}}
  },
})
