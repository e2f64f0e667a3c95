import type {Genre} from './genre.ts'

/** 民主生活会（组织生活会）情况报告、会后整改落实情况 */
export const democraticLifeMeeting = {
  id: 'democratic-life-meeting',
  name: {zh: '民主生活会（组织生活会）情况报告', en: 'report on a democratic life meeting'},
  title: /(民主|组织)生活会(?!.*(对照检查|检视|发言)).*(情况|报告|整改)/,
  words: /会前准备|相互批评|批评意见|民主生活会/g,
  ground: '一般',
  parts: [
    {role: 'overview', need: 'mandatory', headings: ['会前准备情况']},
    {role: 'work', need: 'mandatory', headings: ['会议召开情况', '查摆问题和批评情况']},
    {role: 'prior', need: 'mandatory', headings: ['上年度整改措施落实情况'], ground: '规定'},
    {role: 'status', need: 'mandatory', headings: ['整改措施及落实情况']},
    {role: 'plan', need: 'optional', headings: ['下一步打算']},
    {role: 'attachment', need: 'optional', headings: ['批评意见汇总表', '整改清单']},
    {role: 'signature', need: 'optional', headings: []},
  ],
} as const satisfies Genre
