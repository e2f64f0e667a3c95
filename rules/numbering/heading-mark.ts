import {defineRule} from '../../src/lint/rule.ts'
import {markedHeadings} from '../../src/report/headings.ts'

export default defineRule({
  id: 'heading-mark',
  group: 'numbering',
  severity: 'info',
  fixes: 'safe',
  ground: '规定',
  what: {zh: '单独成行的标题末尾有标点。', en: 'A heading that is a line of its own ends with a mark.'},
  why: {
    zh: '标点符号用法的国家标准规定，标题末尾一般不用点号。不少单位习惯加句号，所以只作提示。',
    en: 'The national standard on punctuation wants none there. Many offices write one, so this is only a remark.',
  },
  how: {
    zh: '标题单独成行、下面还有正文或条目，末尾是句号、分号、逗号的，就提示。标题后面接着写正文的（如“（一）加强学习。每月……”），写有数字、时限、责任人的完整句子，不算。',
    en: 'A heading on a line of its own, with text or items below, that ends with 。 ； or ，. Headings that run into their text do not count, nor whole items with figures, a deadline or an owner.',
  },
  messages: {mark: {zh: '标题末尾不用“{mark}”。', en: 'A heading takes no “{mark}” at its end.'}},
  bad: [
    {text: '一、存在的问题⟦。⟧\n登记不全，培训不够。', fixed: '一、存在的问题\n登记不全，培训不够。'},
    {text: '（一）认识不足⟦；⟧\n1.学习不多。\n2.督促不勤。', fixed: '（一）认识不足\n1.学习不多。\n2.督促不勤。'},
    {
      text: '（一）课程规范，教学平稳⟦。⟧\n1.课表上墙。\n2.教案有据。\n（二）安全扎实。校门口有人值守。\n（三）减负有效。作业有公示。',
      fixed:
        '（一）课程规范，教学平稳\n1.课表上墙。\n2.教案有据。\n（二）安全扎实。校门口有人值守。\n（三）减负有效。作业有公示。',
    },
  ],
  good: [
    {text: '（一）加强学习。每月集中学习一次。\n（二）压实责任。逐级签订责任书。'},
    {text: '一、存在的问题\n1.登记不全。\n2.培训不够。'},
    {text: '（一）登记不全。\n（二）培训不够。'},
    {text: '二、整改措施\n（一）补齐设备台账，由办公室负责，6月底前完成。\n台账每月更新。'},
    {text: '（一）登记不全。\n（二）培训不够。\n（三）巡查不勤。\n特此报告。'},
  ],
  *check(report) {
    for (const {piece} of markedHeadings(report.text, report.outline, report.frame.body)) {
      const at = {start: piece.end - 1, end: piece.end}
      yield {at, message: 'mark', data: {mark: report.words(at)}, fix: [{at, text: ''}]}
    }
  },
})
