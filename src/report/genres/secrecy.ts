import type {Genre} from './genre.ts'

/** 保密自查自评 */
export const secrecy = {
  id: 'secrecy',
  name: {zh: '保密自查自评报告', en: 'self-assessment on secrecy'},
  title: /保密/,
  words: /保密|涉密|定密|密级/g,
  ground: '一般',
  parts: [
    {role: 'basis', need: 'mandatory', headings: []},
    {role: 'overview', need: 'mandatory', headings: ['自查自评开展情况']},
    {role: 'work', need: 'mandatory', headings: ['保密工作责任制落实情况', '涉密人员管理', '涉密载体管理']},
    {role: 'problems', need: 'mandatory', headings: ['存在的问题', '薄弱环节']},
    {role: 'plan', need: 'mandatory', headings: ['整改措施', '下一步工作']},
    {role: 'signature', need: 'optional', headings: []},
  ],
} as const satisfies Genre
