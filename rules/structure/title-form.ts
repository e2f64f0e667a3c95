import {defineRule} from '../../src/lint/rule.ts'
import {countCharacters} from '../../src/report/parts.ts'

/** 报告, and the names by which papers of this trade go. */
const GENRE_WORD = /报告|汇报|总结|材料|方案|说明|提纲|小结|台账|清单|情况|(?:一封|公开)信$/

export default defineRule({
  id: 'title-form',
  group: 'structure',
  severity: 'info',
  severityIn: {final: 'warning'},
  fixes: 'none',
  ground: '规定',
  what: {
    zh: '没有标题，或标题没有文种、末尾有标点、过长。',
    en: 'The title is missing, names no kind of paper, ends with a mark or is too long.',
  },
  why: {
    zh: '公文标题由发文单位、事由和文种组成，收文登记和归档都靠它。',
    en: 'A title names the unit, the matter and the kind of paper; registers and archives go by it.',
  },
  how: {
    zh: '看第一行，Word 稿看标题样式。草稿中只作提示，定稿时作提醒。',
    en: 'The first line, or the title style of a Word file, is looked at. A note in drafts, a warning under the profile `final`.',
  },
  messages: {
    missing: {
      zh: '没有标题。标题一般写作“（单位）关于（事由）的自查报告”。',
      en: 'There is no title. It usually reads “(unit) 关于 (matter) 的自查报告”.',
    },
    genre: {
      zh: '标题“{title}”里没有文种，一般以“报告”结尾。',
      en: 'The title “{title}” does not name the kind of paper; it usually ends in 报告.',
    },
    mark: {zh: '标题末尾不用标点“{mark}”。', en: 'A title does not end with “{mark}”.'},
    long: {
      zh: '标题有{count}个字，超过{most}个字，请写短些。',
      en: 'The title has {count} characters, more than {most}: shorten it.',
    },
  },
  options: {
    most: {default: 50, minimum: 1, what: {zh: '标题最多多少字', en: 'the most characters of a title'}},
  },
  bad: [
    {text: '⟦⟧县教育局：\n根据通知要求，现将自查情况报告如下。\n一、存在的问题\n1.两间教室的灯坏了。'},
    {
      text: '⟦消防安全自查工作⟧\n县教育局：\n根据通知要求，现将自查情况报告如下。\n一、存在的问题\n1.两间教室的灯坏了。',
    },
    {text: '⟦消防安全自查报告。⟧\n根据通知要求，现将自查情况报告如下。\n一、存在的问题\n1.两间教室的灯坏了。'},
    {text: '⟦东河小学消防安全自查报告⟧\n根据通知要求，现将自查情况报告如下。', options: {most: 10}},
  ],
  good: [
    {text: '东河小学消防安全自查报告\n县教育局：\n根据通知要求，现将自查情况报告如下。'},
    {text: '# 东河小学消防安全自查情况\n\n根据通知要求，现将自查情况报告如下。', file: 'md'},
    {text: '致全体家长的一封信\n——东河小学食堂自查情况\n各位家长：\n食堂查了三天，现将情况说明如下。'},
  ],
  *check(report, {most}) {
    const {frame, blocks} = report
    const first = blocks[0]
    if (!first) return
    const line = report.words(first)
    const title = frame.title ?? (isLine(line) ? first : undefined)
    if (!title) {
      yield {at: {start: first.start, end: first.start}, message: 'missing'}
      return
    }
    const at = {start: title.start, end: title.end}
    const words = report.words(title).replace(/\s/g, '')
    const mark = /[。，；：！.,;!]$/.exec(words)?.[0]
    if (mark) yield {at, message: 'mark', data: {mark}}
    else if (!GENRE_WORD.test(words)) yield {at, message: 'genre', data: {title: words}}
    if (countCharacters(words) > most) yield {at, message: 'long', data: {count: countCharacters(words), most}}
  },
})

/** A short first line without a clause: a title, though an odd one. */
const isLine = (words: string): boolean =>
  words.length <= 40 &&
  !/[，；：:]|。./.test(words) &&
  !/^[一二三四五六七八九十（(\d]/.test(words) &&
  /[一-鿿]{4}/.test(words)
