import {defineRule} from '../../src/lint/rule.ts'

const MARK = /(?<=[”》])、(?=[“《])/g

export default defineRule({
  id: 'mark-between-quotes',
  group: 'language',
  severity: 'off',
  severityIn: {strict: 'info'},
  fixes: 'safe',
  ground: '规定',
  what: {zh: '相邻的引号或书名号之间用了顿号。', en: '、 between neighbouring quotation or title marks.'},
  why: {
    zh: '《标点符号用法》（GB/T 15834）4.5.3.5 说这里“通常不用顿号”。三分之一的省级政府工作报告仍在用，所以默认关闭。',
    en: 'GB/T 15834 4.5.3.5 says that 、 is usually left out here. A third of the provincial reports write it, so the rule is off by default.',
  },
  how: {zh: '删去顿号。', en: 'Delete the 、.'},
  messages: {found: {zh: '相邻的引号、书名号之间通常不用顿号。', en: '、 is usually left out between these marks.'}},
  bad: [
    {text: '学习《党章》⟦、⟧《条例》。', fixed: '学习《党章》《条例》。'},
    {text: '落实“三会一课”⟦、⟧“主题党日”制度。', fixed: '落实“三会一课”“主题党日”制度。'},
  ],
  good: [{text: '学习《党章》《条例》。'}, {text: '学习《党章》（修订）、《条例》。'}],
  *check(report) {
    for (const match of report.find(MARK)) yield {at: match, message: 'found', fix: [{at: match, text: ''}]}
  },
})
