import {defineRule} from '../../src/lint/rule.ts'

/** What it begins with comes first, then what may not stand before that: V8 tells most places apart by a first character. */
const REQUEST =
  /(?:妥否|当否|是否妥当|可否)[，,]?\s?(?:请|敬请|恳请)?(?:予以?|领导)?(?:批示|批复|审批|指示|批准|审定)|(?:[现特谨恳敬]请|请)(?<=(?:^|[。；，！])[现特谨恳敬]?请)(?:予以?|求)?(?:批复|批示|审批|批准|核准)(?![^。；]{0,12}[后的])|(?:恳请|请求|恳求|请)(?:县|市|区|上级|镇|局|省|贵|有关|财政)[^。；，]{0,16}(?:批准|拨付|拨款|追加|解决[^。；]{0,8}(?:经费|资金|编制|用地|人员))/gm

export default defineRule({
  id: 'request-in-report',
  group: 'form',
  severity: 'error',
  fixes: 'none',
  ground: '规定',
  what: {zh: '报告里夹带了请示事项。', en: 'A request for approval inside a report.'},
  why: {
    zh: '《党政机关公文处理工作条例》第十五条：不得在报告等非请示性公文中夹带请示事项。上级对报告不作答复，请求会落空。',
    en: 'Article 15 of the regulation on official documents: a report must not carry requests. Reports are not answered, so the request would be lost.',
  },
  how: {
    zh: '删去请求，另行文请示；结尾可写“特此报告”或“请审阅”。',
    en: 'Take it out and send a request (请示) of its own; close with 特此报告 or 请审阅.',
  },
  messages: {
    found: {
      zh: '报告中不得夹带请示事项：“{words}”。请删去，另行请示。',
      en: 'A report must not carry a request: “{words}”. Take it out and send a 请示.',
    },
  },
  bad: [
    {text: '以上报告⟦妥否，请批示⟧。'},
    {text: '特此报告，⟦请予批复⟧。'},
    {text: '因设备老化，⟦恳请县财政局追加⟧预算20万元。'},
  ],
  good: [
    {text: '以上报告，请审阅。'},
    {text: '不妥之处，请批评指正。恳请社会各界监督。'},
    {text: '采购前先报分管领导，请批准后实施。'},
    {text: '逐级审批手续齐全，未经批准不得支出。'},
  ],
  *check(report) {
    for (const match of report.find(REQUEST)) yield {at: match, message: 'found', data: {words: match[0]}}
  },
})
