import {defineRule} from '../../src/lint/rule.ts'

export default defineRule({
  id: 'addressee-form',
  group: 'structure',
  severity: 'warning',
  fixes: 'safe',
  ground: '规定',
  what: {
    zh: '主送机关的写法：冒号用全角；上行文一般只主送一个机关。',
    en: 'The addressee: a full-width colon, and usually only one body above.',
  },
  why: {
    zh: '公文格式标准要求主送机关后用全角冒号；向上级报告一般只主送一个机关，需要时抄送其他机关。',
    en: 'The layout standard asks for a full-width colon; a paper sent upwards usually has one addressee, others get copies.',
  },
  how: {zh: '看标题下面以冒号结尾的一行。', en: 'The line with a colon below the title is looked at.'},
  messages: {
    colon: {zh: '主送机关后用全角冒号“：”。', en: 'The addressee ends with the full-width colon “：”.'},
    several: {
      zh: '主送了{count}个机关。上行文一般只主送一个机关，其他机关可用抄送。',
      en: 'There are {count} addressees. A paper sent upwards usually has one; others may get copies.',
    },
  },
  bad: [
    {
      text: '消防自查报告\n县教育局⟦:⟧\n根据通知要求，现将情况报告如下。',
      fixed: '消防自查报告\n县教育局：\n根据通知要求，现将情况报告如下。',
    },
    {text: '消防自查报告\n⟦县委、县政府、县教育局：⟧\n根据通知要求，现将情况报告如下。'},
  ],
  good: [
    {text: '消防自查报告\n县教育局：\n根据通知要求，现将情况报告如下。'},
    {text: '消防自查报告\n报送：县教育局\n根据通知要求，现将情况报告如下。'},
    {text: '消防自查报告\n致：县教育局\n根据通知要求，现将情况报告如下。'},
    {text: '关于报送自查情况的通知\n各乡镇人民政府、县直各单位：\n现将情况通报如下。'},
  ],
  *check(report) {
    const {addressee} = report.frame
    if (!addressee) return
    const words = report.words(addressee)
    if (words.endsWith(':')) {
      const at = {start: addressee.end - 1, end: addressee.end}
      yield {at, message: 'colon', fix: [{at, text: '：'}]}
    }
    // 各镇、各部门 are addressed downwards
    const names = words.replace(/^[一-鿿]{1,4}[：:](?=.)|[：:]$/g, '').split(/[、，,：:]/)
    if (names.length > 1 && !/各/.test(words))
      yield {
        at: addressee,
        message: 'several',
        severity: names.length > 2 ? 'warning' : 'info',
        data: {count: names.length},
      }
  },
})
