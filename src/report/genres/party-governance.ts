import type {Genre} from './genre.ts'

/** 全面从严治党、党建、党风廉政 */
export const partyGovernance = {
  id: 'party-governance',
  name: {zh: '全面从严治党（党建）自查报告', en: 'self-inspection on Party governance'},
  title: /从严治党|党建|党风廉政|廉政建设|主体责任|党支部|党总支|三会一课/,
  words: /从严治党|党建|党风廉政|主体责任|一岗双责|三会一课|第一议题/g,
  ground: '一般',
  parts: [
    {role: 'basis', need: 'mandatory', headings: []},
    {role: 'work', need: 'mandatory', headings: ['工作开展情况', '主要做法和成效', '主体责任落实情况']},
    {role: 'problems', need: 'mandatory', headings: ['存在的问题', '问题和不足', '薄弱环节']},
    {
      role: 'causes',
      need: 'conditional',
      headings: ['原因分析'],
      when: {zh: '通知要求查找原因时', en: 'when the notice asks for causes'},
    },
    {role: 'plan', need: 'mandatory', headings: ['下一步工作打算', '整改措施', '下半年工作安排']},
    {role: 'signature', need: 'optional', headings: []},
  ],
} as const satisfies Genre
