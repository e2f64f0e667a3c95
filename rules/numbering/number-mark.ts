import {defineRule} from '../../src/lint/rule.ts'
import type {Mark} from '../../src/report/marks.ts'
import {markLike} from '../../src/report/numbers.ts'
import type {Report} from '../../src/report/report.ts'
import type {Series} from '../../src/report/series.ts'

/** How a number is written in the form of its list, which it has not: （3） for 3. */
function formOfList(report: Report, {value = 0}: Mark, {members}: Series): string | undefined {
  const like = members.find(({mark}) => !mark.isOdd)
  return like && markLike(report.words(like.mark), value)
}

/** What should stand behind the number; undefined where the mark is as it should be. */
function rightTail({kind, tail}: Mark, series: Series, arabic: string): string | undefined {
  if (kind === 'chinese') return tail === '、' ? undefined : '、'
  if (kind === 'chinese-bracket' || kind === 'arabic-bracket' || kind === 'circled') return tail ? '' : undefined
  if (kind === 'enumeration' || kind === 'demand') return /[，,]/.test(tail) ? '' : undefined
  if (kind !== 'arabic') return undefined
  if (arabic === 'dot') return tail === '、' ? '.' : undefined
  // 1、 throughout is a habit; the odd one out is a slip
  const pauses = series.members.filter(({mark}) => mark.tail === '、').length
  const dots = series.members.length - pauses
  if (!pauses || !dots) return undefined
  return tail === '、' ? (pauses <= dots ? '.' : undefined) : pauses > dots ? '、' : undefined
}

export default defineRule({
  id: 'number-mark',
  group: 'numbering',
  severity: 'warning',
  fixes: 'safe',
  ground: '规定',
  what: {
    zh: '序号后面的标点不对，或者一组里有一个写法不同。',
    en: 'The mark behind a number is wrong, or a number is not written like its neighbours.',
  },
  why: {
    zh: '按照标点符号用法的国家标准，“一”后面用顿号，“（一）”“（1）”“①”后面不加标点，“1”后面用下脚点，“一是”后面不用逗号。',
    en: 'The national standard on punctuation: 一、 with a pause mark, （一） （1） ① with nothing, 1. with a dot, 一是 without a comma.',
  },
  how: {
    zh: '查看每个序号后面的标点；“（2）”“（4）”之间写成“3.”的也报。整组都写成“1、”的不报，只报同一组里与别的不一样的；要一律用“1.”的，把 arabic 设为 dot。',
    en: 'Looks at the mark behind each number, and at a 3. between （2） and （4）. A list that is 1、 throughout is let alone, only the odd one is reported; set `arabic` to `dot` to ask for 1. everywhere.',
  },
  messages: {
    remove: {
      zh: '“{words}”后面不用标点，应写作“{right}”。',
      en: 'Nothing follows this number: write “{right}”, not “{words}”.',
    },
    replace: {zh: '应写作“{right}”，不写“{words}”。', en: 'Write “{right}”, not “{words}”.'},
    odd: {
      zh: '同一组序号写法不一：这里应与其他各条一样写作“{right}”。',
      en: 'The list mixes two forms; like the others this should be “{right}”.',
    },
  },
  options: {
    arabic: {
      default: 'consistent',
      choices: ['consistent', 'dot'],
      what: {
        zh: '阿拉伯数字序号：consistent 只要求同一组一致，dot 要求一律用下脚点',
        en: 'arabic numbers: `consistent` within a list, or always with a dot (`dot`)',
      },
    },
  },
  bad: [
    {
      text: '⟦一，⟧基本情况\n设施完好。\n二、存在的问题\n登记不全。',
      fixed: '一、基本情况\n设施完好。\n二、存在的问题\n登记不全。',
    },
    {
      text: '⟦（一）、⟧强化督办\n按月通报。\n（二）压实责任\n签订责任书。',
      fixed: '（一）强化督办\n按月通报。\n（二）压实责任\n签订责任书。',
    },
    {text: '1.台账不全。\n2.培训不够。\n⟦3、⟧演练少。', fixed: '1.台账不全。\n2.培训不够。\n3.演练少。'},
    {
      text: '（1）台账不全。\n（2）培训不够。\n⟦3.⟧演练少。\n（4）巡查不勤。',
      fixed: '（1）台账不全。\n（2）培训不够。\n（3）演练少。\n（4）巡查不勤。',
    },
    {
      text: '1.台账不全。\n⟦②⟧培训不够。\n3.演练少。',
      fixed: '1.台账不全。\n2.培训不够。\n3.演练少。',
    },
    {text: '⟦一是，⟧台账不全。二是培训不够。', fixed: '一是台账不全。二是培训不够。'},
    {text: '⟦1、⟧台账不全。\n⟦2、⟧培训不够。', fixed: '1.台账不全。\n2.培训不够。', options: {arabic: 'dot'}},
  ],
  good: [
    {text: '一、安全方面\n1.台账不全。\n2.通道堵塞。\n二、卫生方面\n3.消毒不勤。\n三、其他方面\n4.演练少。'},
    {text: '1、台账不全。\n2、培训不够。\n3、演练少。'},
    {text: '一、基本情况\n（一）人员\n1.专职3人。\n（1）持证2人。\n①电工1人。'},
    {text: '一是台账不全。二是培训不够。第一，压实责任。第二，补齐台账。'},
  ],
  *check(report, {arabic}) {
    for (const series of report.series) {
      for (const {mark, piece} of series.members) {
        if (mark.isOdd) {
          const right = formOfList(report, mark, series)
          const at = {start: mark.start, end: mark.end}
          // in Markdown the number of a list is markup
          const fix = piece.block.list ? undefined : [{at, text: right ?? ''}]
          if (right) yield {at, message: 'odd', data: {right}, ...(fix && {fix})}
          continue
        }
        const right = rightTail(mark, series, arabic)
        if (right === undefined) continue
        const words = report.words(mark)
        const bare = words.slice(0, words.lastIndexOf(mark.tail))
        const at = {start: mark.start, end: mark.start + bare.length + mark.tail.length}
        const message = mark.kind === 'arabic' && arabic !== 'dot' ? 'odd' : right ? 'replace' : 'remove'
        const tail = {start: mark.start + bare.length, end: at.end}
        yield {at, message, data: {words: report.words(at), right: bare + right}, fix: [{at: tail, text: right}]}
      }
    }
  },
})
