import type {Genre} from './genre.ts'

/** 巡视巡察、督查反馈问题的整改进展 */
export const inspectionRectification = {
  id: 'inspection-rectification',
  name: {zh: '巡视巡察（督查）反馈问题整改情况报告', en: 'rectification after an inspection'},
  title: /(巡视|巡察|反馈|督察|督查|检查).*整改(?!方案)|整改(落实|进展|完成)情况/,
  words: /巡视|巡察|反馈(的)?(意见|问题)|整改落实/g,
  ground: '一般',
  parts: [
    {role: 'basis', need: 'mandatory', headings: []},
    {role: 'organisation', need: 'mandatory', headings: ['整改工作组织推进情况', '党组履行整改主体责任情况']},
    {role: 'status', need: 'mandatory', headings: ['反馈问题整改落实情况', '具体问题整改情况']},
    {
      role: 'remaining',
      need: 'conditional',
      headings: ['尚未完成的整改事项', '需长期整改的事项'],
      when: {zh: '还有未完成事项时', en: 'when something is not done yet'},
    },
    {role: 'plan', need: 'mandatory', headings: ['下一步工作打算', '巩固深化整改成果的措施']},
    {
      role: 'contact',
      need: 'conditional',
      headings: ['联系方式'],
      when: {zh: '向社会公布的版本', en: 'in the public version'},
    },
    {role: 'attachment', need: 'optional', headings: ['整改台账', '问题清单']},
    {role: 'signature', need: 'optional', headings: []},
  ],
} as const satisfies Genre
