import {CONFUSIONS} from '../../src/language/confusions.ts'
import {defineRule} from '../../src/lint/rule.ts'
import {byWord, compileEntries} from '../../src/lint/word-list.ts'

const CONFUSED = compileEntries(CONFUSIONS)
const TABLE = byWord(CONFUSIONS)

export default defineRule({
  id: 'terms',
  group: 'language',
  severity: 'warning',
  fixes: 'safe',
  ground: '一般',
  what: {
    zh: '错别字，以及配置中规定的用语。',
    en: 'Wrong characters, and the wording that the configuration asks for.',
  },
  why: {zh: '错别字让人怀疑全文没有校对过。', en: 'One wrong character makes readers doubt the whole text.'},
  how: {
    zh: '改成正确的写法。本单位的用语可在配置的 terms 里规定，并列出例外的词。',
    en: 'Use the right word. Your own wording goes into `terms` of the configuration, with exceptions.',
  },
  messages: {found: {zh: '“{wrong}”应为“{right}”。', en: '“{wrong}” should be “{right}”.'}},
  bad: [
    {text: '召开会议⟦布署⟧整改工作。', fixed: '召开会议部署整改工作。'},
    {text: '建立问题⟦台帐⟧。', fixed: '建立问题台账。'},
    {
      text: '向⟦县府⟧报告。',
      fixed: '向县政府报告。',
      user: {terms: [{wrong: '县府', right: '县政府', except: ['县府办']}]},
    },
  ],
  good: [
    {text: '召开会议部署整改工作，建立台账。'},
    {text: '经县府办同意。', user: {terms: [{wrong: '县府', right: '县政府', except: ['县府办']}]}},
    {text: '3月份内部审计完成。'},
  ],
  *check(report) {
    for (const match of report.find(CONFUSED)) {
      const right = TABLE.get(match[0])?.instead ?? ''
      yield {at: match, message: 'found', data: {wrong: match[0], right}, fix: [{at: match, text: right}]}
    }
    for (const {wrong, right, except} of report.user.terms) {
      for (
        let start = report.text.indexOf(wrong);
        start >= 0;
        start = report.text.indexOf(wrong, start + wrong.length)
      ) {
        const at = {start, end: start + wrong.length}
        const isExcepted = except.some((word) => {
          const offset = word.indexOf(wrong)
          return offset >= 0 && report.text.startsWith(word, start - offset)
        })
        if (!isExcepted) yield {at, message: 'found', data: {wrong, right}, fix: [{at, text: right}]}
      }
    }
  },
})
