import {defineRule} from '../../src/lint/rule.ts'
import {findCopies} from '../../src/report/copies.ts'
import {countCharacters, excerpt} from '../../src/report/parts.ts'

/** Places shown with the finding. */
const SHOWN = 5

const LAST_YEAR = {
  name: '去年的报告.txt',
  text: `青禾镇人民政府关于2024年消防安全的自查报告
我镇于3月5日至3月20日对辖区36家企业和12个村逐一开展了消防安全检查。
检查中发现，老街农贸市场的两处消防通道长期被临时摊位占用，消防车无法通行。
部分沿街商铺把电动车推进店内充电，夜间没有人看守，存在较大的火灾风险。
下一步由市场管理所在4月底前清退占道摊位14个，并重新划定消防通道标线。
青禾镇人民政府
2024年3月25日`,
}

export default defineRule({
  id: 'copied-report',
  group: 'consistency',
  severity: 'warning',
  fixes: 'none',
  ground: '实务',
  what: {
    zh: '与上年报告或别的单位的报告大量相同。',
    en: 'Much of the report stands in last year’s, or in another unit’s.',
  },
  why: {
    zh: '只改年份、数字和单位名称的报告，说明没有真正自查，也最容易留下旧数字、旧单位名。',
    en: 'A report in which only years, figures and names were changed shows that nothing was inspected, and tends to keep old figures and names.',
  },
  how: {
    zh: '用 --against 给出要比较的报告（文件或文件夹）才检查。逐句比较，不计数字、日期、标点和本单位名称；个别词不同也算相同。短句在三份以上报告里都有的，当作套话不计。相同的句子超过 percent，或者连续相同的文字达到 run 字，就报告。',
    en: 'Only checked where --against names reports to compare with. Sentences are compared without figures, dates, marks and the unit’s own names, and may differ in a word. Short ones that stand in three reports or more are set phrases and left out. Reported where more than `percent` is the same, or a run of `run` characters.',
  },
  messages: {
    share: {
      zh: '有{share}%的内容与“{name}”相同或只改了数字、名称，其中最长的一段连续{sentences}句、{characters}字。请按实际情况重写。',
      en: '{share}% of the text stands in “{name}” but for figures and names; the longest run has {sentences} sentences, {characters} characters. Write what was really found.',
    },
    run: {
      zh: '从这里起连续{sentences}句、{characters}字与“{name}”相同或只改了数字、名称，请核对是否符合实际。',
      en: 'From here on {sentences} sentences, {characters} characters, stand in “{name}” but for figures and names. Are they still true?',
    },
    theirs: {zh: '“{name}”中写的是：{words}', en: '“{name}” has: {words}'},
  },
  options: {
    percent: {
      default: 50,
      minimum: 1,
      maximum: 100,
      what: {zh: '相同的内容达到百分之几就报告', en: 'percent of the text from which a copy is reported'},
    },
    run: {
      default: 200,
      minimum: 20,
      what: {zh: '连续多少字相同就报告', en: 'characters of a run from which it is reported'},
    },
    shortest: {
      default: 18,
      minimum: 8,
      what: {zh: '多少字以上的句子才比较', en: 'shortest sentence that is compared, in characters'},
    },
  },
  bad: [
    {
      text: `⟦石桥镇人民政府关于2025年消防安全的自查报告⟧
我镇于4月8日至4月22日对辖区41家企业和9个村逐一开展了消防安全检查。
检查中发现，老街农贸市场的三处消防通道长期被临时摊位占用，消防车无法通行。
部分沿街商铺把电动车推进店内充电，夜间没有人看守，存在较大的火灾风险。
下一步由市场管理所在5月底前清退占道摊位9个，并重新划定消防通道标线。
石桥镇人民政府
2025年4月25日`,
      user: {against: [LAST_YEAR]},
    },
    {
      text: `石桥镇人民政府关于2025年消防安全的自查报告
今年新建的物流园有4个仓库没有通过消防验收就投入使用，镇应急办已经责令停用。
幸福里小区的高层住宅有26户在楼道堆放杂物，物业公司每月只清理一次，清完又堆。
镇敬老院的厨房油烟管道两年没有清洗，燃气报警器有1个电池耗尽，没有人更换。
⟦检查中发现，老街农贸市场的三处消防通道长期被临时摊位占用，消防车无法通行。
部分沿街商铺把电动车推进店内充电，夜间没有人看守，存在较大的火灾风险。⟧
物流园的仓库由镇应急办督促产权单位在6月底前补办验收，补办之前不得存放货物。
楼道杂物由社区网格员每周二、周五巡查，堆放三次以上的张榜公布，物业公司当天清走。
敬老院由民政办在5月10日前请专业公司清洗管道，更换全部报警器电池，今后每半年一次。`,
      options: {run: 60},
      user: {against: [LAST_YEAR]},
    },
  ],
  good: [
    {
      text: `石桥镇人民政府关于2025年消防安全的自查报告
今年新建的物流园有4个仓库没有通过消防验收就投入使用，镇应急办已经责令停用。
检查中发现，老街农贸市场的三处消防通道长期被临时摊位占用，消防车无法通行。
物流园的仓库由镇应急办督促产权单位在6月底前补办验收，补办之前不得存放货物。`,
      user: {against: [LAST_YEAR]},
    },
    {
      text: `青禾镇人民政府关于2025年消防安全的自查报告
我镇坚持人民至上、生命至上，牢牢守住安全底线。
今年新建的物流园有4个仓库没有通过消防验收就投入使用，镇应急办已经责令停用。`,
      user: {
        against: ['甲', '乙', '丙'].map((name) => ({
          name,
          text: '我镇坚持人民至上、生命至上，牢牢守住安全底线。',
        })),
      },
      options: {percent: 10},
    },
    {text: LAST_YEAR.text},
  ],
  *check(report, {percent, run, shortest}) {
    const copies = findCopies(report, shortest)
    const closest = copies.toSorted((a, b) => b.share - a.share)[0]
    if (!closest?.sentences.length) return
    const lengthOf = (copy: typeof closest): number =>
      copy.run.reduce((sum, sentence) => sum + countCharacters(report.words(sentence)), 0)
    const title = report.frame.title ?? report.blocks[0]
    if (closest.sentences.length >= 3 && 100 * closest.share >= percent && title) {
      const data = {
        name: closest.other.name,
        share: Math.round(100 * closest.share),
        sentences: closest.run.length,
        characters: lengthOf(closest),
      }
      const {start, end} = title
      yield {at: {start, end}, message: 'share', data, related: placesOf(closest.sentences, closest.other.name)}
      return
    }
    const longest = copies.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]
    const first = longest?.run[0]
    const last = longest?.run.at(-1)
    const characters = longest ? lengthOf(longest) : 0
    if (!longest || !first || !last || longest.run.length < 2 || characters < run) return
    yield {
      at: {start: first.start, end: last.end},
      message: 'run',
      data: {name: longest.other.name, sentences: longest.run.length, characters},
      related: placesOf(longest.run, longest.other.name),
    }
  },
})

const placesOf = (
  sentences: readonly {readonly start: number; readonly end: number; readonly theirs: string}[],
  name: string,
) =>
  sentences.slice(0, SHOWN).map(({start, end, theirs}) => ({
    at: {start, end},
    message: 'theirs' as const,
    data: {name, words: excerpt(theirs, 40)},
  }))
