import type {Genre} from './genre.ts'

/** 领导班子对照检查材料（民主生活会）。每年的对照方面由通知定，写在配置 topics 里。 */
export const teamReview = {
  id: 'team-review',
  name: {zh: '领导班子对照检查材料', en: 'review paper of a leading team'},
  title: /对照检查|检视剖析|检视材料/,
  words: /对照检查|民主生活会|班子|检视剖析|谈心谈话/g,
  ground: '一般',
  parts: [
    {role: 'basis', need: 'mandatory', headings: []},
    {role: 'prior', need: 'mandatory', headings: ['上年度民主生活会整改措施落实情况'], ground: '规定'},
    {role: 'work', need: 'forbidden', headings: []},
    {role: 'problems', need: 'mandatory', headings: ['存在的问题', '查摆出的突出问题']},
    {
      role: 'case',
      need: 'conditional',
      headings: ['典型案例剖析'],
      when: {zh: '通知要求时', en: 'when the notice asks for it'},
    },
    {role: 'causes', need: 'mandatory', headings: ['产生问题的原因', '根源剖析']},
    {role: 'plan', need: 'mandatory', headings: ['今后努力方向和整改措施', '改进措施']},
  ],
  shares: {problems: 0.5},
} as const satisfies Genre
