import {type Span, touchesAny} from '../../src/draft/span.ts'
import {CHAT_TALK, MAY_BE_CHAT} from '../../src/language/residue.ts'
import {defineRule} from '../../src/lint/rule.ts'
import {wholeAround} from '../../src/report/residue.ts'

const HEADING = /^#{1,6}[ 　]+(?=\S)/
const FENCE = /^(?:`{3,}|~{3,})\w{0,20}$/
const BOLD = /(\*\*|__)(?=[^\s*_])([^*_\n]{0,80}[一-鿿][^*_\n]{0,80})\1/g

/** The first phrase of a chat program in a line. */
function chatIn(words: string): readonly Span[] {
  if (!MAY_BE_CHAT.test(words)) return []
  for (const pattern of CHAT_TALK) {
    const match = pattern.exec(words)
    if (match) return [{start: match.index, end: match.index + match[0].length}]
  }
  return []
}

/** The Markdown mark that a line begins with. */
function marksIn(words: string): readonly Span[] {
  const mark = HEADING.exec(words) ?? FENCE.exec(words)
  return mark ? [{start: 0, end: mark[0].length}] : []
}

export default defineRule({
  id: 'markup-residue',
  group: 'unfinished',
  severity: 'error',
  fixes: 'safe',
  ground: '规定',
  what: {
    zh: '留有聊天程序的客套话，或者纯文本、Word 稿里留有 Markdown 符号。',
    en: 'The talk of a chat program, or Markdown marks in plain text or Word.',
  },
  why: {
    zh: '“以下是为您生成的报告”和 #、** 都不是公文内容，是粘贴时带进来的。',
    en: 'They came in with the paste and are no part of the report.',
  },
  how: {
    zh: '查找“以下是为您”“希望对您有帮助”“作为AI”一类的话；在 .txt 和 .docx 中还查找行首的 #、```、成对的 **。没有填写的 ** 由 unfilled-placeholder 报告。',
    en: 'Looks for phrases such as 以下是为您 and 希望对您有帮助; in .txt and .docx also for # at the start of a line, ``` and pairs of **. Stars that stand for a blank belong to unfilled-placeholder.',
  },
  messages: {
    chat: {
      zh: '这是聊天程序的话，不是报告的内容，请删去。',
      en: 'This is the talk of a chat program, not part of the report. Delete it.',
    },
    mark: {zh: '留有 Markdown 符号“{mark}”，请删去。', en: 'The Markdown mark “{mark}” was left in.'},
    remove: {zh: '删去这句话', en: 'Delete the sentence'},
  },
  bad: [
    {text: '⟦以下是为您生成的消防安全自查报告：⟧\n我局按照要求开展了自查。'},
    {
      text: '⟦# ⟧消防安全自查报告\n⟦**⟧一、基本情况⟦**⟧\n我局开展了自查。',
      fixed: '消防安全自查报告\n一、基本情况\n我局开展了自查。',
    },
    {text: '⟦```⟧\n我局开展了自查。', fixed: '\n我局开展了自查。'},
    {text: '特此报告。⟦希望这份报告对您有所帮助！⟧'},
  ],
  good: [
    {text: '# 消防安全自查报告\n\n**一、基本情况**\n\n我局开展了自查。', file: 'md'},
    {text: '2024年，**机关召开会议，学习**精神，上半年**党建工作有序推进。'},
    {text: '全年培训【**】人次，谈话【**】家。'},
    {text: '清单见表1#楼一栏，以下是整改情况。希望大家继续支持我局工作。'},
  ],
  *check(report) {
    for (const phrase of report.inBlocks(chatIn)) {
      const at = wholeAround(report, phrase)
      yield {at, message: 'chat', suggestions: [{message: 'remove', edits: [{at, text: ''}]}]}
    }
    if (report.draft.format === 'markdown') return
    for (const at of report.inBlocks(marksIn))
      yield {at, message: 'mark', data: {mark: report.words(at).trim()}, fix: [{at, text: ''}]}
    for (const match of report.find(BOLD)) {
      const mark = match[1] as string
      const pair = [
        {start: match.start, end: match.start + mark.length},
        {start: match.end - mark.length, end: match.end},
      ]
      if (pair.some((at) => touchesAny(report.blanks, at))) continue
      for (const at of pair) yield {at, message: 'mark', data: {mark}, fix: pair.map((each) => ({at: each, text: ''}))}
    }
  },
})
