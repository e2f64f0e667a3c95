import {flatMap} from '../../src/draft/flat-map.ts'
import {chineseNumeral, parseNumeral} from '../../src/language/numerals.ts'
import {defineRule, type Finding} from '../../src/lint/rule.ts'
import {renumbered} from '../../src/report/numbers.ts'
import type {Report} from '../../src/report/report.ts'

const KINDS: ReadonlySet<string> = new Set(['enumeration', 'demand', 'ordinal', 'sequence'])

const IN_SENTENCE = /(?<numeral>[一二三四五六七八九十](?<=[，：:].)[一二三四五六七八九十]{0,2})[是要]/g

/** …，一是…，三是…: a list inside one sentence, whose marks are no pieces of their own. */
function* behindCommas(report: Report): Generator<Finding<'skipped'>> {
  const marks = new Set(flatMap(report.series, ({members}) => members.map(({mark}) => mark.start)))
  let last: {readonly value: number; readonly word: string; readonly end: number} | undefined
  for (const match of report.find(IN_SENTENCE)) {
    const words = match[0]
    const value = parseNumeral(match.groups?.numeral ?? '') ?? 0
    const follows =
      last && last.word === words.slice(-1) && !/[。！？\n]/.test(report.text.slice(last.end, match.start))
    if (marks.has(match.start)) last = undefined
    else if (follows && last && value > last.value + 1) {
      const at = {start: match.start, end: match.end}
      yield {at, message: 'skipped', data: {words, right: expectedWords(words, last.value + 1)}}
      last = {value, word: words.slice(-1), end: match.end}
    } else if (value === 1 || (follows && last && value === last.value + 1))
      last = {value, word: words.slice(-1), end: match.end}
    else last = undefined
  }
}

export default defineRule({
  id: 'enumeration-gap',
  group: 'numbering',
  severity: 'error',
  fixes: 'unsafe',
  ground: '规定',
  what: {
    zh: '“一是……三是……”漏了一个，或者“首先”后面接“第二”。',
    en: '一是 … 三是 … leaves one out, or 首先 is followed by 第二.',
  },
  why: {
    zh: '“一是、三是”之间缺了“二是”，多半是删改后没有重排，也可能真的漏了一条。',
    en: 'One is missing, or the list was edited and not renumbered.',
  },
  how: {
    zh: '以一个标题下的内容为范围，逐个比较“一是、二是”“一要、二要”“第一、第二”。写在句中、逗号后面的也算。修复会依次重排，要用 --unsafe-fixes 才执行。',
    en: 'Compares 一是, 二是 / 一要, 二要 / 第一, 第二 under one heading, those behind a comma included. The fix renumbers what follows; it is not a safe one.',
  },
  messages: {
    skipped: {
      zh: '列举不连续：这里应为“{right}”，却写成了“{words}”。',
      en: 'The enumeration skips: “{right}” is expected, “{words}” is written.',
    },
    repeated: {
      zh: '列举重复：“{words}”已经用过，这里应为“{right}”。',
      en: '“{words}” is used twice; “{right}” is expected here.',
    },
    back: {
      zh: '列举次序颠倒：这里应为“{right}”，却写成了“{words}”。',
      en: 'The enumeration runs backwards: “{right}” is expected, “{words}” is written.',
    },
    mixed: {
      zh: '前面用“首先”，这里用“{words}”，两种列举方式混用。',
      en: '首先 before and “{words}” here: two ways of enumerating are mixed.',
    },
  },
  bad: [
    {
      text: '原因有：一是重视不够。二是人手不足。⟦四是⟧经费紧张。五是设备老化。',
      fixed: '原因有：一是重视不够。二是人手不足。三是经费紧张。四是设备老化。',
    },
    {
      text: '一要压实责任；二要补齐台账；⟦二要⟧抓好培训；四要强化督查。',
      fixed: '一要压实责任；二要补齐台账；三要抓好培训；四要强化督查。',
    },
    {
      text: '第一，台账不全。第二，培训不够。第三，演练少。第四，巡查不勤。⟦第三，⟧经费不足。',
      fixed: '第一，台账不全。第二，培训不够。第三，演练少。第四，巡查不勤。第五，经费不足。',
    },
    {text: '首先，台账不全。⟦第二，⟧培训不够。'},
    {
      text: '首先是台账不全。其次是培训不够。⟦第四是⟧演练少。',
      fixed: '首先是台账不全。其次是培训不够。第三是演练少。',
    },
    {text: '首先，台账不全。⟦再次，⟧培训不够。'},
    {text: '每月讲一个案例，一是讲清经过，⟦三是⟧讲清得失。'},
    {
      text: '为做到位，一是每周一带班巡查一遍，当天登记；⟦三是⟧把结果记入考核。',
      fixed: '为做到位，一是每周一带班巡查一遍，当天登记；二是把结果记入考核。',
    },
  ],
  good: [
    {text: '究其原因，一是重视不够，二是人手不足；三是经费紧张。'},
    {text: '（一）学习不够\n一是次数少。二是内容旧。\n（二）作风不实\n一是调研少。二是督查松。'},
    {text: '首先，台账不全。其次，培训不够。再次，演练少。'},
    {text: '每月讲一个案例，一是讲清经过，二是讲清原因，三是讲清得失，一要联系实际，二要留下讲稿。'},
    {text: '首先，台账不全。其次，培训不够。第三，演练少。第四，巡查不勤。'},
    {text: '主要是台账不全。其次是培训不够。再次是演练少。'},
    {text: '仓储方面，一是台账不全；二是培训不够。运输方面，一是车况差；二是记录少。'},
    {text: '为做到位，一是每周一带班巡查一遍；二要当天登记；三是把结果记入考核。'},
    {text: '一等奖一名，奖品一是证书一份，余下的由科室定；二是奖金。请三是组核对。'},
    {text: '第三、第五党支部换届；第二，会议记录要补齐。'},
  ],
  *check(report) {
    yield* behindCommas(report)
    for (const [index, series] of report.series.entries()) {
      if (!KINDS.has(series.kind)) continue
      const fix = renumbered(report.text, series)
      for (const [place, {member, expected, kind}] of series.misnumbered.entries()) {
        const at = {start: member.mark.start, end: member.mark.end}
        const words = report.words(at).replace(/[，,、：:]$/, '')
        const right = expectedWords(words, expected)
        yield {at, message: kind, data: {words, right}, ...(place === 0 && fix ? {fix} : {})}
      }
      const [first] = series.members
      const before = report.series[index - 1]
      // 第二 is read as a list of its own, under 首先 or behind it
      if (series.kind === 'ordinal' && first?.value === 2 && before?.kind === 'sequence' && before.count === 1) {
        const at = {start: first.mark.start, end: first.mark.end}
        yield {at, message: 'mixed', severity: 'warning', data: {words: report.words(at).replace(/[，,、：:]$/, '')}}
      }
    }
  },
})

const SEQUENCE = ['首先', '其次', '再次']

const expectedWords = (words: string, expected: number): string =>
  words
    .replace(/首先|其次|再次/, SEQUENCE[expected - 1] ?? `第${chineseNumeral(expected)}`)
    .replace(/\d{1,2}/, String(expected))
    .replace(/[一二三四五六七八九十]{1,3}/, chineseNumeral(expected))
