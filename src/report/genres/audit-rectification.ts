import type {Genre} from './genre.ts'

/** 审计查出问题整改报告 */
export const auditRectification = {
  id: 'audit-rectification',
  name: {zh: '审计查出问题整改报告', en: 'rectification after an audit'},
  title: /审计.*整改|整改.*审计/,
  words: /审计(发现|查出|指出|报告|决定)/g,
  ground: '一般',
  parts: [
    {role: 'basis', need: 'mandatory', headings: []},
    {role: 'organisation', need: 'mandatory', headings: ['整改工作部署和推进情况']},
    {role: 'status', need: 'mandatory', headings: ['审计查出问题整改情况']},
    {
      role: 'remaining',
      need: 'conditional',
      headings: ['正在整改的问题及原因', '尚未整改到位的问题'],
      when: {zh: '还有未整改到位的问题时', en: 'when something is not done yet'},
    },
    {role: 'plan', need: 'mandatory', headings: ['下一步工作安排']},
    {role: 'signature', need: 'optional', headings: []},
  ],
} as const satisfies Genre
