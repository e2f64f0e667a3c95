import type {Genre} from './genre.ts'

/** 教育督导、履行教育职责、办学水平 */
export const education = {
  id: 'education',
  name: {zh: '教育督导（办学水平）自查自评报告', en: 'self-assessment for school inspection'},
  title: /督导|办学|教育职责|教育评估|义务教育|保教/,
  words: /督导|办学|教育职责|教育教学|学校基本情况/g,
  ground: '一般',
  parts: [
    {role: 'basis', need: 'mandatory', headings: []},
    {role: 'overview', need: 'mandatory', headings: ['学校基本情况', '教育基本情况']},
    {role: 'work', need: 'mandatory', headings: ['履职情况', '主要做法及成效', '指标达成情况']},
    {role: 'problems', need: 'mandatory', headings: ['存在的问题', '困难和不足']},
    {role: 'plan', need: 'mandatory', headings: ['下一步整改措施', '改进措施', '今后工作思路']},
    {
      role: 'prior',
      need: 'conditional',
      headings: ['上一轮督导反馈问题整改情况'],
      when: {zh: '复查、“回头看”时', en: 'when the inspection is a second one'},
    },
    {role: 'attachment', need: 'optional', headings: ['自评得分表', '佐证材料目录']},
    {role: 'signature', need: 'optional', headings: []},
  ],
} as const satisfies Genre
