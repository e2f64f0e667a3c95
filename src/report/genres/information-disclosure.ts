import type {Genre} from './genre.ts'

/** 政府信息公开工作年度报告：六个标题固定 */
export const informationDisclosure = {
  id: 'information-disclosure',
  name: {zh: '政府信息公开工作年度报告', en: 'yearly report on information disclosure'},
  title: /信息公开.*年度报告/,
  words: /主动公开政府信息|政府信息公开申请|依申请公开/g,
  ground: '规定',
  parts: [
    {role: 'overview', need: 'mandatory', headings: ['总体情况'], verbatim: true},
    {role: 'work', need: 'mandatory', headings: ['主动公开政府信息情况'], verbatim: true},
    {role: 'work', need: 'mandatory', headings: ['收到和处理政府信息公开申请情况'], verbatim: true},
    {role: 'work', need: 'mandatory', headings: ['政府信息公开行政复议、行政诉讼情况'], verbatim: true},
    {role: 'problems', need: 'mandatory', headings: ['存在的主要问题及改进情况'], verbatim: true},
    {role: 'work', need: 'mandatory', headings: ['其他需要报告的事项'], verbatim: true},
  ],
} as const satisfies Genre
