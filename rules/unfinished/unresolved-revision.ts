import type {Span} from '../../src/draft/span.ts'
import {PLAIN_WORD} from '../../src/draft/word/facts.ts'
import {defineRule} from '../../src/lint/rule.ts'

/** A long list of further places helps nobody. */
const MOST_RELATED = 5

/** Black, and greys so dark that they print as black. */
const isBlack = (color: string): boolean => /^(?:[0-3][0-9a-f]){3}$/i.test(color)

const authorsOf = (all: readonly {readonly author: string}[]): string =>
  [...new Set(all.map(({author}) => author).filter(Boolean))].slice(0, 3).join('、') || '—'

export default defineRule({
  id: 'unresolved-revision',
  group: 'unfinished',
  severity: 'warning',
  severityIn: {draft: 'info'},
  fixes: 'none',
  ground: '一般',
  what: {
    zh: 'Word 文件里还留着修订、批注、隐藏文字、突出显示、彩色字或删除线。',
    en: 'The Word file still holds tracked changes, comments, hidden words, highlight, coloured or struck words.',
  },
  why: {
    zh: '带着修改痕迹报出去就是“花脸稿”；别人打开修订和隐藏文字，能看到不该看到的内容。',
    en: 'The reader sees the workshop, and whoever opens changes or hidden words sees what was not meant for them.',
  },
  how: {
    zh: '报出前在“审阅”里接受或拒绝全部修订，删去批注，清除隐藏文字、突出显示和彩色。只看正文；红头、已标为“已解决”的批注和本工具写的批注不算。',
    en: 'Accept or reject all changes, delete comments, clear hidden words, highlight and colours. Only the body counts, not a red head, resolved comments or the comments of this tool.',
  },
  messages: {
    revision: {
      zh: '还有 {n} 处修订没有接受或拒绝（修订人：{authors}）。',
      en: '{n} tracked changes wait to be accepted or rejected (by {authors}).',
    },
    comment: {
      zh: '还有 {n} 条批注没有处理（批注人：{authors}）。',
      en: '{n} comments are not dealt with (by {authors}).',
    },
    hidden: {
      zh: '这里有隐藏文字“{words}”，打印不出来，收到文件的人却能看到。',
      en: 'Hidden words stand here, unprinted but there for everybody who gets the file: “{words}”.',
    },
    highlight: {zh: '{n} 处文字还带着突出显示的底色。', en: 'Highlighted words, in {n} places.'},
    color: {zh: '{n} 处文字是彩色的，正式文稿用黑色。', en: 'Coloured words, in {n} places; a report is set in black.'},
    struck: {zh: '{n} 处文字带着删除线。', en: 'Struck words, in {n} places.'},
    more: {zh: '还有这里。', en: 'And here.'},
  },
  bad: [
    {
      text: '加强⟦日常⟧管理，严格考核。',
      facts: {
        word: {
          ...PLAIN_WORD,
          revisions: [
            {kind: 'insertion', author: '经办人', date: '', at: {start: 2, end: 4}, text: '日常'},
            {kind: 'deletion', author: '科长', date: '', at: {start: 7, end: 7}, text: '认真'},
          ],
        },
      },
    },
    {
      text: '整改率为⟦96%⟧⟦⟧。',
      profile: 'final',
      facts: {
        word: {
          ...PLAIN_WORD,
          comments: [{author: '科长', date: '', text: '请核', at: {start: 4, end: 7}, isDone: false, isOurs: false}],
          hidden: [{at: {start: 7, end: 7}, text: '（去年数）'}],
        },
      },
    },
    {
      text: '一是⟦学习⟧不深，⟦二是⟧落实不严，⟦三是⟧作风不实。',
      facts: {
        word: {
          ...PLAIN_WORD,
          highlighted: [{start: 2, end: 4}],
          coloured: [{start: 7, end: 9, color: 'FF0000'}],
          struck: [{start: 14, end: 16}],
        },
      },
    },
  ],
  good: [
    {text: '加强日常管理。', facts: {word: PLAIN_WORD}},
    {
      text: '加强日常管理，严格考核。',
      facts: {
        word: {
          ...PLAIN_WORD,
          comments: [
            {author: '科长', date: '', text: '请核', at: {start: 0, end: 2}, isDone: true, isOurs: false},
            {author: '自查助手', date: '', text: '请改', at: {start: 0, end: 2}, isDone: false, isOurs: true},
          ],
          coloured: [{start: 0, end: 2, color: '1F1F1F'}],
        },
      },
    },
    {
      text: '平原县财政局关于预算执行的自查报告\n一、工作情况\n已全部完成。',
      facts: {word: {...PLAIN_WORD, coloured: [{start: 0, end: 6, color: 'FF0000'}]}},
    },
  ],
  *check({draft: {word}, frame: {body}}) {
    if (!word) return
    const open = word.comments.filter(({isDone, isOurs}) => !isDone && !isOurs)
    const kinds = [
      {message: 'revision', all: word.revisions.map(({at}) => at), authors: authorsOf(word.revisions)},
      {message: 'comment', all: open.map(({at}) => at), authors: authorsOf(open)},
      {message: 'highlight', all: word.highlighted, authors: ''},
      {
        message: 'color',
        all: word.coloured.filter(({start, color}) => start >= body.start && !isBlack(color)),
        authors: '',
      },
      {message: 'struck', all: word.struck, authors: ''},
    ] as const
    for (const {message, all, authors} of kinds) {
      const [first, ...others]: readonly Span[] = all
      if (!first) continue
      const related = others.slice(0, MOST_RELATED).map((at) => ({at, message: 'more' as const}))
      yield {at: first, message, data: {n: all.length, authors}, related}
    }
    for (const {at, text} of word.hidden) yield {at, message: 'hidden', data: {words: text.trim().slice(0, 20)}}
  },
})
