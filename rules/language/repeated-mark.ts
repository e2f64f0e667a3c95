import {defineRule} from '../../src/lint/rule.ts'

const MARKS = /[，、；：。]{2,}/g

export default defineRule({
  id: 'repeated-mark',
  group: 'language',
  severity: 'warning',
  fixes: 'safe',
  ground: '规定',
  what: {zh: '标点重复或连用。', en: 'Punctuation doubled or piled up.'},
  why: {zh: '多半是修改时留下的，读者会停下来。', en: 'Mostly left over from an edit; it makes the reader stumble.'},
  how: {zh: '只留一个标点。', en: 'Keep one mark.'},
  messages: {
    same: {zh: '标点“{marks}”重复，留一个即可。', en: '“{marks}” is doubled; one is enough.'},
    mixed: {zh: '标点“{marks}”连用，请留合适的一个。', en: '“{marks}” pile up; keep the right one.'},
  },
  bad: [
    {text: '开展了学习⟦，，⟧落实了责任。', fixed: '开展了学习，落实了责任。'},
    {text: '任务已经完成⟦。。⟧', fixed: '任务已经完成。'},
    {text: '整改措施⟦：，⟧由办公室牵头。'},
  ],
  good: [{text: '学习……落实。真的？！'}, {text: '“一网通办”，《条例》。'}, {text: '时间：9:30，地点：会议室。'}],
  *check(report) {
    for (const match of report.find(MARKS)) {
      const marks = match[0]
      const first = marks.charAt(0)
      if ([...marks].every((mark) => mark === first))
        yield {at: match, message: 'same', data: {marks}, fix: [{at: match, text: first}]}
      else yield {at: match, message: 'mixed', data: {marks}}
    }
  },
})
