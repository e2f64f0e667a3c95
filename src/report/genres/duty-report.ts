import type {Genre} from './genre.ts'

/** 述职（述责述廉）报告。字数和比例由通知定，写在配置 limits 里。 */
export const dutyReport = {
  id: 'duty-report',
  name: {zh: '述职（述责述廉）报告', en: 'report on duties'},
  title: /述职|述责|述廉|履职(情况)?报告/,
  words: /述职|述责|述廉|履职情况/g,
  ground: '一般',
  parts: [
    {role: 'basis', need: 'mandatory', headings: []},
    {role: 'work', need: 'mandatory', headings: ['履职情况', '主要做法和成效']},
    {role: 'problems', need: 'mandatory', headings: ['存在的问题', '存在的问题和原因']},
    {role: 'causes', need: 'mandatory', headings: ['原因分析']},
    {role: 'plan', need: 'mandatory', headings: ['下一步工作思路和主要措施', '下一步打算']},
    {role: 'signature', need: 'optional', headings: []},
  ],
} as const satisfies Genre
