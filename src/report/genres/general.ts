import type {Genre} from './genre.ts'

/** 通用自查报告：类型不明时用 */
export const general = {
  id: 'general',
  name: {zh: '通用自查报告', en: 'self-inspection report'},
  title: /自查|自评|自纠/,
  words: /自查|自评|自纠/g,
  ground: '一般',
  parts: [
    {role: 'basis', need: 'mandatory', headings: []},
    {role: 'work', need: 'mandatory', headings: ['工作开展情况', '自查工作情况']},
    {role: 'problems', need: 'mandatory', headings: ['存在的问题', '自查发现的问题']},
    {role: 'causes', need: 'optional', headings: ['原因分析']},
    {role: 'plan', need: 'mandatory', headings: ['下一步工作打算', '整改措施']},
    {role: 'signature', need: 'optional', headings: []},
  ],
} as const satisfies Genre
