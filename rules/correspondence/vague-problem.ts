import {moved, type Span} from '../../src/draft/span.ts'
import {admitsFault} from '../../src/language/tone.ts'
import {emptiness, namesFact} from '../../src/language/vague.ts'
import {defineRule} from '../../src/lint/rule.ts'
import {CONTINUES} from '../../src/report/flow.ts'
import {countCharacters} from '../../src/report/parts.ts'

/** A promise among the problems, no problem itself. */
const PROMISES =
  /^(?:对此|对于?这些)?[，,]?(?:我们|我[一-鿿]|我们一定|今后)[^，。；]{0,8}(?:一定|将|要|坚信|相信|必须|会)/

/** From this share of empty words on a sentence behind the facts of a problem is not about them. */
const NOTHING_ELSE = 0.95

/** …缺了4次。政治站位也还不够高，需要进一步提升。: a fault that names no fact, behind one that does. */
function emptyBehind(words: string): Span | undefined {
  for (let start = words.indexOf('。') + 1; start > 0 && start < words.length; ) {
    const stop = words.indexOf('。', start)
    const end = stop < 0 ? words.length : stop + 1
    const sentence = words.slice(start, end)
    const isEmpty = admitsFault(sentence) && emptiness(sentence) >= NOTHING_ELSE && !namesFact(sentence)
    if (isEmpty && !CONTINUES.test(sentence)) return {start, end}
    start = end
  }
  return undefined
}

export default defineRule({
  id: 'vague-problem',
  group: 'correspondence',
  severity: 'warning',
  fixes: 'none',
  ground: '一般',
  what: {zh: '问题没有写出任何事实。', en: 'A problem names no fact.'},
  why: {
    zh: '“学习不够深入、还需进一步加强”，谁都能写，看不出查了什么。审稿要求见人见事。',
    en: '“Study is not deep enough” could stand in any report and shows nothing of what was checked.',
  },
  how: {
    zh: '去掉放在哪里都能用的词（不够、有待、进一步、积极性、存在差距……），看剩下多少实在内容；整条一起看，带有数字、地点、时间、文件、举例的不报；但事实后面另有一句全是这样的词，只报那一句。',
    en: 'Words that fit everywhere (不够, 有待, 进一步 …) are taken away, and what remains is measured. The whole item is judged; one with a figure, a time, a document or an example is left alone, but for a sentence behind the facts that is nothing but such words.',
  },
  messages: {
    vague: {
      zh: '这个问题没有写出具体事实，谁都可以这样写。请写明哪里、什么事、多少，最好有一个例子。',
      en: 'This problem names no fact. Say where, what and how many, best with an example.',
    },
    sentence: {
      zh: '这一句没有写出具体事实，谁都可以这样写。请写明是什么事，或者删去。',
      en: 'This sentence names no fact. Say what it is about, or delete it.',
    },
  },
  options: {
    most: {
      default: 60,
      minimum: 1,
      maximum: 100,
      what: {zh: '套话占百分之几以上才报告', en: 'percent of empty words from which a problem is reported'},
    },
    shortest: {
      default: 12,
      minimum: 1,
      what: {zh: '少于多少字的问题不判断', en: 'characters below which a problem is not judged'},
    },
  },
  bad: [
    {
      text: '一、存在的问题\n1.仓库照明灯坏了两盏。\n2.⟦理论学习不够深入，工作方式方法还需进一步创新。⟧\n二、整改措施\n1.6月5日前更换照明灯。',
    },
    {
      text: '一、存在的问题\n⟦一是一些工作抓得还不够实，与上级要求相比还有一定差距。⟧\n二是仓库照明灯坏了两盏。\n二、整改措施\n一是6月5日前更换照明灯。',
    },
    {
      text: '一、存在的问题\n1.中心组学习有2次没有记录。⟦大局意识也还不够强，标准还不够高，需要进一步增强。⟧\n2.仓库照明灯坏了两盏。\n二、整改措施\n1.6月5日前更换照明灯。',
    },
  ],
  good: [
    {
      text: '一、存在的问题\n1.中心组学习有2次没有记录。这说明我们重视不够，要求还不够严格。\n2.仓库照明灯坏了两盏。必须高度重视，切实加以解决。\n二、整改措施\n1.6月5日前更换照明灯。',
    },
    {
      text: '一、存在的问题\n1.理论学习不够深入。上半年集中学习只有2次，计划是6次。\n二、整改措施\n1.每月集中学习一次。',
    },
    {
      text: '一、存在的问题\n1.制度不健全。\n2.危险品仓库没有建立出入库登记，领用靠口头交代。\n二、整改措施\n1.6月底前建立登记制度。',
    },
    {
      text: '一、整改情况\n（一）针对“理论学习不够深入、工作作风还需改进”问题\n1.每月集中学习一次。\n2.每季度到联系点一次。',
    },
  ],
  *check(report, {most, shortest}) {
    for (const {start, end} of report.problems) {
      const words = report.words({start, end})
      // headings that stand for a problem, and quoted findings, are short by nature
      if (countCharacters(words) < shortest || /^(?:关于|针对|对|就)?“/.test(words) || PROMISES.test(words)) continue
      if (!namesFact(words) && emptiness(words) * 100 >= most) yield {at: {start, end}, message: 'vague'}
      else {
        const at = report.told(emptyBehind, words)
        if (at && at.end - at.start >= shortest) yield {at: moved(at, start), message: 'sentence'}
      }
    }
  },
})
