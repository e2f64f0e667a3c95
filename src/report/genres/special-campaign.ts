import type {Genre} from './genre.ts'

/** 专项整治、学习教育查摆、“回头看” */
export const specialCampaign = {
  id: 'special-campaign',
  name: {zh: '专项整治（学习教育）自查报告', en: 'self-inspection within a campaign'},
  title: /专项整治|学习教育|主题教育|回头看|八项规定|形式主义|作风|营商环境|群众身边|查摆/,
  words: /专项整治|学习教育|查摆|形式主义|八项规定|营商环境|集中整治/g,
  ground: '一般',
  parts: [
    {role: 'basis', need: 'mandatory', headings: []},
    {role: 'work', need: 'mandatory', headings: ['学习研讨情况', '组织推进情况']},
    {role: 'problems', need: 'mandatory', headings: ['查摆问题情况', '对照检查发现的问题']},
    {
      role: 'status',
      need: 'conditional',
      headings: ['集中整治情况', '立行立改情况'],
      when: {zh: '已经开始整改时', en: 'once rectification has begun'},
    },
    {role: 'causes', need: 'optional', headings: ['原因分析']},
    {role: 'plan', need: 'mandatory', headings: ['下一步整改措施', '长效机制建设']},
    {role: 'attachment', need: 'optional', headings: ['问题清单', '整改台账']},
    {role: 'signature', need: 'optional', headings: []},
  ],
} as const satisfies Genre
