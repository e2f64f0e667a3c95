import {defineRule} from '../../src/lint/rule.ts'

const MARK = /(、|……)(?=等(?![级候待额同价效边距腰温式号]))/g

export default defineRule({
  id: 'mark-before-deng',
  group: 'language',
  severity: 'warning',
  fixes: 'safe',
  ground: '规定',
  what: {zh: '“等”字前面用了顿号或省略号。', en: '、 or …… in front of 等.'},
  why: {
    zh: '《标点符号用法》（GB/T 15834）规定：“等”“等等”前不用顿号，省略号与“等”不连用。',
    en: 'GB/T 15834: no 、 before 等, and never …… together with 等.',
  },
  how: {zh: '删去“等”前面的标点。', en: 'Delete the mark.'},
  messages: {found: {zh: '“等”前面的“{mark}”应删去。', en: 'Delete “{mark}” before 等.'}},
  bad: [
    {text: '开展学习、宣传⟦、⟧等工作。', fixed: '开展学习、宣传等工作。'},
    {text: '检查食堂、宿舍、实验室⟦……⟧等场所。', fixed: '检查食堂、宿舍、实验室等场所。'},
  ],
  good: [{text: '按一级、等级评定两类办理。'}, {text: '开展学习、宣传等工作。'}, {text: '先评级、等候通知。'}],
  *check(report) {
    for (const match of report.find(MARK))
      yield {at: match, message: 'found', data: {mark: match[0]}, fix: [{at: match, text: ''}]}
  },
})
