import type {Span} from '../../src/draft/span.ts'
import {matchesOf} from '../../src/language/matches.ts'
import {defineRule} from '../../src/lint/rule.ts'

const CLOSING: Readonly<Record<string, string>> = {
  '《': '》',
  '“': '”',
  '（': '）',
  '(': '）',
  '【': '】',
  '「': '」',
  '『': '』',
}
const SAME: Readonly<Record<string, string>> = {')': '）'}
/** A block with more stray marks than these is no prose; the first ones are enough to send it back. */
const MOST = 20
const MARK = /[《》“”（）()【】「」『』]/g

interface Stray extends Span {
  readonly kind: 'open' | 'close'
  readonly mark: string
}

/** The marks of a block that have no partner in it. */
function straysIn(words: string): readonly Stray[] {
  const strays: Stray[] = []
  const open: {mark: string; at: number}[] = []
  for (const {index, 0: written} of matchesOf(MARK, words)) {
    const mark = SAME[written] ?? written
    if (CLOSING[mark]) {
      open.push({mark, at: index})
      continue
    }
    const last = open.at(-1)
    if (last && CLOSING[last.mark] === mark) open.pop()
    else if (written === ')' && /[\da-zA-Z一二三四五六七八九十]/.test(words.charAt(index - 1))) continue
    else if (strays.length < MOST) strays.push({start: index, end: index + 1, kind: 'close', mark: written})
  }
  for (const {mark, at} of open.slice(0, MOST)) {
    // a quotation of several paragraphs opens each of them and closes only the last
    if (mark !== '“' || at > 0) strays.push({start: at, end: at + 1, kind: 'open', mark})
  }
  return strays
}

export default defineRule({
  id: 'unpaired-mark',
  group: 'language',
  severity: 'warning',
  fixes: 'none',
  ground: '规定',
  what: {zh: '括号、引号或书名号没有成对。', en: 'A bracket, quotation mark or title mark without its partner.'},
  why: {
    zh: '缺了一半，引用或文件名到哪里为止就说不清了。',
    en: 'Without its partner nobody can tell where a quotation or a title ends.',
  },
  how: {zh: '补上另一半，或删去多余的一半。', en: 'Add the missing half, or delete the stray one.'},
  messages: {
    open: {zh: '“{mark}”没有对应的“{partner}”。', en: '“{mark}” is never closed by “{partner}”.'},
    close: {zh: '多出一个“{mark}”，前面没有与它配对的符号。', en: 'A stray “{mark}” with nothing before it to close.'},
  },
  bad: [
    {text: '认真学习⟦《⟧工作条例，提高认识。'},
    {text: '推行⟦“⟧一网通办服务，群众满意。'},
    {text: '投入资金6万元含补助⟦）⟧，全部到位。'},
  ],
  good: [
    {text: '认真学习《工作条例》，推行“一网通办”（试点）。'},
    {text: '1)制定方案；2)印发通知；a)宣传。'},
    {text: '（一)强化责任。'},
    {text: '印发《关于学习宣传〈条例〉的通知》。'},
    {text: '报告引用讲话全文：\n“第一段的话没有说完。\n“第二段说完了。”'},
  ],
  *check(report) {
    for (const {start, end, kind, mark} of report.inBlocks(straysIn)) {
      const at = {start, end}
      if (kind === 'close') yield {at, message: 'close', data: {mark}}
      else yield {at, message: 'open', data: {mark, partner: CLOSING[mark] as string}}
    }
  },
})
