import type {Genre} from './genre.ts'

/** 法治政府建设年度情况报告：四部分由《法治政府建设与责任落实督察工作规定》列出 */
export const ruleOfLaw = {
  id: 'rule-of-law',
  name: {zh: '法治政府建设年度报告', en: 'yearly report on rule of law in government'},
  title: /法治(政府|建设)/,
  words: /法治政府|法治建设|依法行政/g,
  ground: '规定',
  parts: [
    {role: 'work', need: 'mandatory', headings: ['年度主要举措和成效']},
    {role: 'problems', need: 'mandatory', headings: ['存在的不足和原因']},
    {
      role: 'responsibility',
      need: 'mandatory',
      headings: ['党政主要负责人履行推进法治建设第一责任人职责情况'],
    },
    {role: 'plan', need: 'mandatory', headings: ['下一年度工作安排']},
    {role: 'signature', need: 'optional', headings: []},
  ],
} as const satisfies Genre
