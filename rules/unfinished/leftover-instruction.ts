import {defineRule} from '../../src/lint/rule.ts'

export default defineRule({
  id: 'leftover-instruction',
  group: 'unfinished',
  severity: 'error',
  fixes: 'suggestion',
  ground: '规定',
  what: {
    zh: '括号里给起草人看的提示没有删掉。',
    en: 'A note to the writer was left in brackets.',
  },
  why: {
    zh: '“（此处填写月份）”“【待补充】”是写稿时的提示，不是报告的内容，报出去就是没写完。',
    en: '（此处填写月份） and 【待补充】 are meant for the writer. In a report that is handed in they show that it is unfinished.',
  },
  how: {
    zh: '看括号里是不是填写提示：此处填写、请根据实际情况、待补充、待核实、单位名称、具体数字等。（请示）（详见附件）（此处隐患已消除）这类正文不报。',
    en: 'Brackets that hold an instruction: 此处填写, 请根据实际情况, 待补充, 单位名称, 具体数字 … Brackets that belong to the text, such as （详见附件）, are let alone.',
  },
  messages: {
    note: {
      zh: '填写提示“{words}”没有删掉，请写上实际内容。',
      en: 'The instruction “{words}” was left in. Write what it asks for.',
    },
    remove: {zh: '删去这条提示', en: 'Delete the instruction'},
  },
  bad: [
    {text: '整改时限为⟦（此处填写月份）⟧，由⟦（单位名称）⟧负责。'},
    {text: '1.库房漏雨，墙面发霉。⟦（整改措施待补）⟧\n2.门锁损坏。⟦（整改时限待定）⟧'},
    {text: '1.尾款到期没有退还。\n整改措施：⟦（待财务科补充）⟧'},
    {text: '公示监督电话⟦【待补充】⟧，录制微课⟦[填写数字]⟧节。'},
    {text: '⟦（请根据实际情况填写）⟧\n去年以来新录用的⟦（人数）⟧人已经签订承诺书。'},
    {text: '由⟦【姓名】⟧牵头培训30人次⟦（数据待补）⟧，走访8户⟦（需核实）⟧⟦（请办公室核实）⟧。'},
    {text: '插座没有盖板。⟦（整改措施待补）⟧'},
    {text: '拍摄短片2部。⟦（责任人由信息科补填）⟧\n⟦（问题部分应结合实际，一般写3至5条）⟧\n⟦（街道办全称）⟧'},
  ],
  good: [
    {
      text: '抽查台账12份，有3份只写了问题（整改措施待补）。2处隐患整改措施待定，已报县里（整改措施见附件）。有1项（整改完成时间待县里批复）。',
    },
    {text: '张贴公示表（请当事人签字确认），3户收入来源不清（需核实），补助经费（申报金额未定）尚未到账。'},
    {text: '补贴（由本人领取）已经发放，两份预案（演练部分应由社区配合）需要修订。'},
    {text: '【时间】6月3日【地点】会议室。'},
    {text: '（请示）已经报送，（此处隐患已消除），（填写漏项3处）。'},
    {text: '具体措施（详见附件1）由各科室落实，职工待遇（待遇标准见文件）不变。'},
    {text: '【立行立改】窗口增设座椅。会议纪要〔2024〕3号已经印发。'},
  ],
  *check(report) {
    for (const {start, end, kind} of report.blanks) {
      if (kind !== 'instruction') continue
      const at = {start, end}
      yield {
        at,
        message: 'note',
        data: {words: report.words(at)},
        suggestions: [{message: 'remove', edits: [{at, text: ''}]}],
      }
    }
  },
})
