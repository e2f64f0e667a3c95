import {flatMap} from '../../src/draft/flat-map.ts'
import {defineRule} from '../../src/lint/rule.ts'
import type {Node} from '../../src/report/outline.ts'
import {endOfBody, headingOf, sectionsOf} from '../../src/report/parts.ts'
import type {Report} from '../../src/report/report.ts'

const titles = (report: Report, nodes: readonly Node[]): string[] =>
  flatMap(nodes, (node) => [report.words(node.title), ...titles(report, node.children)])

export default defineRule({
  id: 'topic-coverage',
  group: 'structure',
  severity: 'warning',
  fixes: 'suggestion',
  ground: '规定',
  what: {zh: '通知要求对照的方面没有写到。', en: 'A topic that the notice asks for is not covered.'},
  why: {
    zh: '审稿人拿着通知逐项打勾，少一个方面就要退回。',
    en: 'Reviewers tick off the topics of the notice; one that is missing sends the report back.',
  },
  how: {
    zh: '通知要求的方面写在配置 topics 里（可带别名），逐个在标题、小标题和各条问题的首句里找。没有配置就不检查。',
    en: 'The topics, with other names, are given in the setting `topics`, and looked for in headings and in the first clause of each problem. Without the setting nothing is checked.',
  },
  messages: {
    none: {
      zh: '没有写到通知要求的“{topic}”方面。如果写了，请在标题或该条首句点明，或在配置里给它加别名。',
      en: 'The topic “{topic}” is not covered. If it is, name it in a heading or first clause, or add another name for it.',
    },
    insert: {zh: '补上“{topic}”小标题', en: 'Insert a heading “{topic}”'},
  },
  bad: [
    {
      text: '对照检查材料\n⟦一、存在的问题⟧\n（一）理论学习方面。全年集中学习只有4次。\n二、整改措施\n1.每月学习一次。',
      user: {
        topics: [
          {name: '担当作为', aliases: ['敢于担当']},
          {name: '理论学习', aliases: []},
        ],
      },
    },
    {
      text: '营商环境自查报告\n我局检查了3个窗口。⟦⟧',
      user: {topics: [{name: '窗口服务', aliases: []}]},
    },
  ],
  good: [
    {
      text: '对照检查材料\n一、存在的问题\n（一）在敢于担当方面。两件信访事项拖了三个月。\n二、整改措施\n1.6月底前办结。',
      user: {topics: [{name: '担当作为', aliases: ['敢于担当']}]},
    },
    {text: '对照检查材料\n一、存在的问题\n（一）理论学习方面。全年集中学习只有4次。'},
  ],
  *check(report) {
    const {topics} = report.user
    if (!topics.length) return
    const shown = [
      ...report.sections.map((section) => headingOf(report, section)),
      ...titles(report, report.outline.nodes),
      ...flatMap(report.problems, ({head, group}) => [report.words(head), group ? report.words(group) : '']),
    ].join('\n')
    const part = sectionsOf(report, 'problems', 'problems-plan')[0]
    const at = part?.title ? {start: part.start, end: part.title.end} : endOfBody(report)
    const end = part?.end ?? at.end
    for (const {name, aliases} of topics) {
      if ([name, ...aliases].some((word) => shown.includes(word))) continue
      yield {
        at,
        message: 'none',
        data: {topic: name},
        suggestions: [
          {message: 'insert', data: {topic: name}, edits: [{at: {start: end, end}, text: `\n${name}方面\n`}]},
        ],
      }
    }
  },
})
