import type {Genre} from './genre.ts'

/** 个人对照检查材料、发言提纲、党性分析 */
export const personalReview = {
  id: 'personal-review',
  name: {zh: '个人对照检查材料', en: 'personal review paper'},
  title: /发言提纲|党性分析|(个人|本人|同志).*(对照检查|检视剖析|检视材料)|(对照检查|检视剖析|检视材料).*(个人|本人)/,
  words: /本人|个人对照检查|党性分析|自我批评/g,
  ground: '一般',
  parts: [
    {role: 'basis', need: 'mandatory', headings: []},
    {
      role: 'prior',
      need: 'conditional',
      headings: ['上年度问题整改情况'],
      when: {zh: '上年度查摆过问题时', en: 'when problems were stated last year'},
    },
    {role: 'work', need: 'forbidden', headings: []},
    {role: 'problems', need: 'mandatory', headings: ['存在的问题', '查摆出的问题']},
    {
      role: 'case',
      need: 'conditional',
      headings: ['典型案例剖析', '个人有关事项'],
      when: {zh: '通知要求时', en: 'when the notice asks for it'},
    },
    {role: 'causes', need: 'mandatory', headings: ['原因剖析']},
    {role: 'plan', need: 'mandatory', headings: ['今后努力方向和改进措施', '今后努力方向']},
    {role: 'signature', need: 'mandatory', headings: []},
  ],
  shares: {problems: 0.5},
} as const satisfies Genre
