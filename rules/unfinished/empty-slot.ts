import {defineRule} from '../../src/lint/rule.ts'
import type {Blank} from '../../src/report/blanks.ts'

function messageFor({kind, of, start, end}: Blank) {
  if (kind === 'silent') return 'lost'
  if (/^[《“‘（(【〔[]$/.test(of)) return 'pair'
  if (/^(?:[年月日]|年月日)$/.test(of)) return 'date'
  if (of === '') return 'label'
  return end - start > 1 || of !== '%' ? 'gap' : 'rate'
}

export default defineRule({
  id: 'empty-slot',
  group: 'unfinished',
  severity: 'error',
  fixes: 'none',
  ground: '规定',
  what: {
    zh: '书名号、引号里是空的，或者数字、日期的位置空着。',
    en: 'Empty brackets, or a gap where a number or date should stand.',
  },
  why: {
    zh: '空着的位置说明内容还没有填，读的人无从知道是哪份文件、多少数量、哪一天。',
    en: 'The reader cannot tell which document, how many, or on which day.',
  },
  how: {
    zh: '找空的《》“”（），没有数字的“为%”“第　号”“　年　月　日”，量词前的一段空白，以及数字整个丢掉的“占地面积平方米”。表格里的空格子不算。',
    en: 'Empty 《》 “” （）, 为%, 第　号 or 　年　月　日 without digits, white space before a classifier, and units whose digits are gone (占地面积平方米). Empty table cells do not count.',
  },
  messages: {
    pair: {zh: '“{words}”里面是空的，请补上内容。', en: '“{words}” is empty. Fill it in.'},
    date: {zh: '日期的“{of}”没有填写。', en: 'The {of} of the date was never filled in.'},
    rate: {zh: '百分号前面没有数字。', en: 'No number stands before the percent sign.'},
    gap: {zh: '“{of}”前面留着空，没有填写。', en: 'A gap before “{of}” was never filled in.'},
    lost: {
      zh: '“{of}”前面缺少数字，可能在复制时丢失。',
      en: 'The number before “{of}” is gone, perhaps lost in copying.',
    },
    label: {zh: '这一栏后面没有内容。', en: 'Nothing follows this label.'},
  },
  bad: [
    {text: '印发⟦《》⟧，整改率为⟦%⟧，走访企业⟦    ⟧家。'},
    {text: '县财政局\n2025年⟦  ⟧月⟦  ⟧日'},
    {text: '学校占地面积⟦平方米⟧，现有学生⟦人⟧，教职工62人。'},
    {text: '1.制度没有上墙。\n责任人⟦：⟧\n完成时限：6月底'},
    {text: '1.制度没有上墙。\n整改措施：6月底前上墙。\n责任人⟦：⟧\n2.灯坏了两盏。'},
    {text: '1.制度上墙（责任人⟦：⟧；时限：6月底）。'},
    {text: '会议于⟦ ⟧月⟦ ⟧日召开，20⟦  ⟧年6月复查，⟦  ⟧月⟦  ⟧日前完成。'},
    {text: '全年召开党组会⟦ ⟧次，事故同比下降⟦%⟧，满意率为⟦  ⟧。责任人：⟦　　⟧资金：2万元'},
    {text: '4月以来接种⟦　　⟧剂次，注射⟦  ⟧针次。'},
    {text: '1至7月废水浓度均值为⟦　　⟧mg/L，库温为⟦  ⟧℃。'},
  ],
  good: [
    {text: '浓度为 12mg/L，距离约 3km，库温 12℃。'},
    {text: '三、整改措施　对堆在楼道里的纸箱，三日内搬走。'},
    {text: '坚持20 年来的做法，6月 日常巡查20次，同比下降 5%，比重为 12%。负责人：　　联系电话：'},
    {text: '时　　间：2025年6月3日\n地　　点：二楼会议室\n主 持 人：支部书记'},
    {text: '印发《安全生产责任制》，整改率为96%，走访企业12家。'},
    {text: '| 序号 | 完成日期 |\n| --- | --- |\n| 1 | |', file: 'md'},
    {text: '责任人：\n办公室主任'},
    {text: '责任人：\n1.办公室主任\n2.后勤科科长'},
    {text: '　　人大代表和群众参加评议，单位：平方米。2025年6月3日　　个别党员请假。'},
  ],
  *check(report) {
    for (const blank of report.blanks) {
      if (blank.kind !== 'frame' && blank.kind !== 'silent') continue
      const at = {start: blank.start, end: blank.end}
      yield {at, message: messageFor(blank), data: {words: report.words(at), of: blank.of}}
    }
  },
})
