import fc from 'fast-check'

const WORDS = ['学习', '机关', '会议', '重点', '问题：', '制度。', '，', '；', '（一）', '“四个意识”', '3', 'a', ' ', '　', '《条例》', '𠮷']
const STARS = ['*', '**', '***', '****', '_', '__', '*次', '**条，', '**机关', '**重点**', '**责任人：**', '*注*', '__', '**。**']
const INLINE = [
  '`', '``', '[', ']', '](', '](http://a.cn/b)', '](请填写)', '![', '&amp;', '&#x41;', '&nbsp;', '&', '\\', '\\*', '\\|', '<', '>', '<XX>',
  '<b>', '</b>', '<br>', '<br/>', '<!-- 注 -->', '<!-- zicha-disable -->', '<!--', '-->', '<?', '~~', '~', '$x$', '|', 'http://a.cn', '[^1]', '[ ] ', '[x] ', '{', '^', '=', '  \n', '\\\n',
]
const LINE_STARTS = [
  '# ', '## ', '#', '- ', '* ', '+ ', '1. ', '2) ', '> ', '>', '    ', '\t', '  ', '---', '***', '___', '===', '```', '~~~', '| ', '|', '|---|', '--- | ---', '|-|-|\n',
  '[^1]: ', '[甲]: ', '[a]: http://b.cn', '<div>', '</div>', '<style>', '</style>', '<pre>', '一、', '- [ ] ', '-', '1.', ':-', '　　',
]
const LINE_ENDS = ['\n', '\n', '\n', '\n\n', '\r\n', '\r', '\n\n\n', '\n \n']

/** Text that holds every kind of markup, whole and broken. */
export const soup: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {weight: 4, arbitrary: fc.constantFrom(...WORDS)},
      {weight: 2, arbitrary: fc.constantFrom(...STARS)},
      {weight: 2, arbitrary: fc.constantFrom(...INLINE)},
      {weight: 3, arbitrary: fc.tuple(fc.constantFrom(...LINE_ENDS), fc.constantFrom('', '', ...LINE_STARTS)).map((pair) => pair.join(''))},
      {weight: 1, arbitrary: fc.constantFrom('\n| 甲 | 乙 |\n|---|---|\n| **1** | *次 |\n', '\n```\n代码*次\n```\n', '\n1. 甲\n   - 乙\n\n   丙\n2. 丁\n\n戊', '---\nkey: 值\n---\n')},
    ),
    {maxLength: 40},
  )
  .map((parts) => parts.join(''))

/** Drafts without markup: lines of words, stars of blanks, every kind of white space. */
export const plainDraft: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {weight: 6, arbitrary: fc.constantFrom('我局认真学习', '，', '。', '存在以下问题：', '一、', '（一）', '1.', '2、', '①', '“', '”', '（', '）', '3.5%', 'XX', '某', '；', '20**年', '召开会议*次。', '《》', '——', '…', '#', '&', '"', '𠮷', '￥500', '$5', '=', '|', '[', ']', '<', '>5')},
      {weight: 1, arbitrary: fc.constantFrom(' ', '　', '\t', '\u00a0')},
      {weight: 2, arbitrary: fc.constantFrom('\n', '\r\n', '\n\n', '\n　　', '\n    ', '\r', '\n\t')},
    ),
    {maxLength: 50},
  )
  .map((parts) => `关于${parts.join('')}`)
  .filter((text) => !/^[ \t]*(?:[>|:+*-]|#{1,6}(?:[ \t]|$)|\d+[.)](?:[ \t]|$)|=+[ \t]*$)/m.test(text.replace(/\r/g, '\n')))
