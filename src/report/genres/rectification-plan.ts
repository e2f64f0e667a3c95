import type {Genre} from './genre.ts'

/** 整改方案 */
export const rectificationPlan = {
  id: 'rectification-plan',
  name: {zh: '整改方案', en: 'rectification plan'},
  title: /整改(工作)?(实施)?方案/,
  words: /整改方案|整改目标|整改任务|责任领导/g,
  ground: '一般',
  parts: [
    {role: 'basis', need: 'mandatory', headings: []},
    {role: 'aim', need: 'mandatory', headings: ['总体要求', '工作目标', '基本原则']},
    {role: 'tasks', need: 'mandatory', headings: ['整改任务', '反馈问题及整改措施', '问题清单']},
    {role: 'steps', need: 'optional', headings: ['实施步骤', '阶段安排']},
    {role: 'guarantee', need: 'mandatory', headings: ['组织领导', '保障措施', '工作要求']},
    {role: 'attachment', need: 'mandatory', headings: ['整改台账']},
  ],
} as const satisfies Genre
