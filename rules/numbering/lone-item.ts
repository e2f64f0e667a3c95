import {contains} from '../../src/draft/span.ts'
import {defineRule} from '../../src/lint/rule.ts'

const KINDS: ReadonlySet<string> = new Set(['chinese', 'chinese-bracket', 'arabic', 'arabic-bracket', 'enumeration'])

export default defineRule({
  id: 'lone-item',
  group: 'numbering',
  severity: 'info',
  fixes: 'none',
  ground: '一般',
  what: {zh: '编了序号，却只有一条。', en: 'A numbered list has only one item.'},
  why: {
    zh: '只有“（一）”没有“（二）”，常是合并、删减后留下的；只有一条就不必编号。',
    en: 'A （一） without a （二） is often left over from an edit; one item needs no number.',
  },
  how: {
    zh: '同一个标题下，某种序号只出现一个“一”，后面没有“二”，就提示。附件说明里的不算。',
    en: 'A list under one heading that has a first item and no second. Annex lists do not count.',
  },
  messages: {lone: {zh: '只有“{words}”，后面没有下一条。', en: '“{words}” is followed by no second item.'}},
  bad: [
    {text: '一、存在的问题\n⟦（一）⟧台账不全。\n二、整改措施\n补齐台账。'},
    {text: '下一步，做好整改。⟦一是⟧补齐台账，6月底前完成。'},
  ],
  good: [
    {text: '一、存在的问题\n（一）台账不全。\n（二）培训不够。\n二、整改措施\n补齐台账，开展培训。'},
    {text: '主要原因：一是台账不全，二是培训不够。'},
    {text: '我局开展了自查，提高\n1.5个百分点。'},
  ],
  *check(report) {
    for (const {kind, members, count} of report.series) {
      const [first] = members
      if (!KINDS.has(kind) || count > 1 || first?.value !== 1) continue
      if (kind.startsWith('arabic') && !first.piece.opensBlock) continue
      if (report.frame.attachment && contains(report.frame.attachment, first.piece)) continue
      const at = {start: first.mark.start, end: first.mark.end}
      yield {at, message: 'lone', data: {words: report.words(at).replace(/[，,]$/, '')}}
    }
  },
})
