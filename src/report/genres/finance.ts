import type {Genre} from './genre.ts'

/** 财务、内部控制、“小金库”、专项资金、采购 */
export const finance = {
  id: 'finance',
  name: {zh: '财务（内控、资金、采购）自查报告', en: 'self-inspection on finance'},
  title: /财务|财经|内控|内部控制|小金库|资金|基金|资产|采购|会议费|三公|收支/,
  words: /财务|内部控制|小金库|专项资金|政府采购|预算|支出/g,
  ground: '一般',
  parts: [
    {role: 'basis', need: 'mandatory', headings: []},
    {role: 'overview', need: 'mandatory', headings: ['基本情况', '自查范围与方法', '自查工作开展情况']},
    {role: 'work', need: 'mandatory', headings: ['收支管理情况', '资产管理情况', '内部控制建设情况']},
    {role: 'problems', need: 'mandatory', headings: ['自查发现的问题', '存在的问题']},
    {role: 'causes', need: 'optional', headings: ['原因分析']},
    {role: 'plan', need: 'mandatory', headings: ['整改措施', '整改情况及下一步打算']},
    {role: 'signature', need: 'optional', headings: []},
  ],
} as const satisfies Genre
