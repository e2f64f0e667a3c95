import {defineRule} from '../../src/lint/rule.ts'
import type {Series} from '../../src/report/series.ts'

/** The order of the marks (层次序数): a larger number is a lower level. */
const LEVEL: Readonly<Record<string, number>> = {
  part: 0,
  chinese: 1,
  'chinese-bracket': 2,
  arabic: 3,
  'arabic-bracket': 4,
  circled: 5,
}

/** Whether the series stands inside one of a lower level: under its item, or between two of its items. */
function isInverted(series: Series, all: readonly Series[]): boolean {
  const level = LEVEL[series.kind]
  const [first] = series.members
  if (level === undefined || !first || first.value !== 1) return false
  const above = series.parent?.piece.mark?.kind
  if (above !== undefined && (LEVEL[above] ?? -1) > level) return true
  const before = all.findLast(
    (other) => (LEVEL[other.kind] ?? -1) > level && (other.members[0]?.mark.start ?? 0) < first.mark.start,
  )
  const next =
    before && all.find((other) => other.kind === before.kind && (other.members[0]?.mark.start ?? 0) > first.mark.start)
  const last = before?.members.at(-1)
  return (
    last !== undefined &&
    last.value === 1 &&
    last.mark.start < first.mark.start &&
    next?.members[0]?.value === last.value + 1
  )
}

export default defineRule({
  id: 'level-inversion',
  group: 'numbering',
  severity: 'warning',
  fixes: 'none',
  ground: '规定',
  what: {zh: '低一级的序号下面用了高一级的序号。', en: 'A higher mark stands under a lower one.'},
  why: {
    zh: '层次序数的次序是“一、”“（一）”“1.”“（1）”，可以从任何一级开始，但下级里面不能用上级的序号，否则层次看不清。',
    en: 'The order is 一、 （一） 1. （1）. One may start anywhere, but under a lower mark a higher one confuses the levels.',
  },
  how: {
    zh: '看一组序号是不是夹在低一级序号的两条之间，或者列在低一级的条目下面。跳级（“一、”下面直接用“1.”）不报。',
    en: 'Whether a list stands between two items, or under an item, of a lower form. Leaving out a level (1. right under 一、) is not reported.',
  },
  messages: {
    inverted: {
      zh: '“{words}”比上面的序号高一级，不能用在它下面，请改用下一级的序号。',
      en: '“{words}” is a higher mark than the one that it stands under. Use a lower one.',
    },
  },
  bad: [
    {text: '（一）存在的问题\n⟦一、⟧台账不全。\n二、培训不够。\n（二）整改措施\n补齐台账，开展培训。'},
    {text: '（1）安全方面\n⟦1.⟧通道堵塞。\n2.线路老化。\n（2）卫生方面\n消毒不勤。'},
  ],
  good: [
    {text: '一、存在的问题\n1.台账不全。\n2.培训不够。\n二、整改措施\n1.补齐台账。\n2.开展培训。'},
    {text: '一、存在的问题\n（一）安全方面\n1.通道堵塞。\n（1）东门。\n（二）卫生方面\n1.消毒不勤。'},
    {text: '1.台账不全。\n2.培训不够。\n一、整改措施\n（一）补齐台账。\n二、工作打算\n（一）开展培训。'},
  ],
  *check(report) {
    for (const series of report.series) {
      if (!isInverted(series, report.series)) continue
      const {mark} = series.members[0] as Series['members'][number]
      const at = {start: mark.start, end: mark.end}
      yield {at, message: 'inverted', data: {words: report.words(at)}}
    }
  },
})
