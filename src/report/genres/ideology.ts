import type {Genre} from './genre.ts'

/** 意识形态工作责任制落实情况 */
export const ideology = {
  id: 'ideology',
  name: {zh: '意识形态工作自查（专题）报告', en: 'self-inspection on ideological work'},
  title: /意识形态|宣传(文化|思想)(工作|阵地)/,
  words: /意识形态|舆情|阵地管理/g,
  ground: '一般',
  parts: [
    {role: 'basis', need: 'mandatory', headings: []},
    {role: 'work', need: 'mandatory', headings: ['工作开展情况', '落实意识形态工作责任制情况']},
    {
      role: 'risk',
      need: 'conditional',
      headings: ['风险研判', '意识形态领域形势分析'],
      when: {zh: '半年、年度专题报告', en: 'in half-yearly and yearly reports'},
    },
    {role: 'problems', need: 'mandatory', headings: ['存在的问题', '薄弱环节']},
    {role: 'plan', need: 'mandatory', headings: ['下一步工作打算', '整改措施']},
    {role: 'signature', need: 'optional', headings: []},
  ],
} as const satisfies Genre
