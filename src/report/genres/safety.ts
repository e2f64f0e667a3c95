import type {Genre} from './genre.ts'

/** 安全生产、消防、隐患排查 */
export const safety = {
  id: 'safety',
  name: {zh: '安全生产（隐患排查）自查报告', en: 'self-inspection on safety'},
  title: /(?<!网络|数据|信息)安全|隐患|消防/,
  words: /安全生产|隐患|消防|安全检查/g,
  ground: '一般',
  parts: [
    {role: 'basis', need: 'mandatory', headings: []},
    {role: 'overview', need: 'mandatory', headings: ['自查工作开展情况', '排查范围']},
    {role: 'problems', need: 'mandatory', headings: ['自查发现的问题', '存在的安全隐患', '排查出的问题']},
    {role: 'status', need: 'mandatory', headings: ['整改情况', '隐患整改落实情况']},
    {role: 'plan', need: 'mandatory', headings: ['下一步工作措施', '防范措施']},
    {role: 'attachment', need: 'optional', headings: ['隐患清单', '隐患台账']},
    {role: 'signature', need: 'optional', headings: []},
  ],
} as const satisfies Genre
