import {PLAIN_WORD} from '../../src/draft/word/facts.ts'
import {defineRule} from '../../src/lint/rule.ts'
import {canBeSame, coreOf, ownUnits} from '../../src/report/unit-names.ts'

/** What a property must look like to be judged: the name of a body, not of a person or a computer. */
const UNIT =
  /(?:局|委|委员会|政府|办公室|中心|学校|中学|小学|学院|大学|医院|公司|集团|银行|厅|镇|乡|街道|社区|村|支部|党委|党组|研究院|事务所)$/
const MAKER = /微软|microsoft|联想|lenovo|惠普|戴尔|dell|金山|kingsoft|wps|系统之家|番茄花园|雨林木风|深度/i
const DATA = ['author', 'lastAuthor', 'company', 'manager'] as const

export default defineRule({
  id: 'foreign-metadata',
  group: 'unfinished',
  severity: 'warning',
  fixes: 'none',
  ground: '实务',
  what: {
    zh: '文件属性里的作者、单位或标题是别人的。',
    en: 'The file’s properties name another body, or the title of another document.',
  },
  why: {
    zh: '收到电子版的人点开“属性”就能看到，说明稿子是从别处套来的，也会泄露姓名。',
    en: 'Whoever gets the file can read there that it was made from somebody else’s.',
  },
  how: {
    zh: '在 Word 的“文件—信息—检查文档”里清除个人信息。只看像单位名称的内容；人名、电脑默认的用户名不算。本单位的别名、上级单位可在配置里写明。',
    en: 'Clear personal information (File, Info, Inspect Document). Only names of bodies are judged, not persons or default user names. Name aliases and superiors in the configuration.',
  },
  messages: {
    unit: {
      zh: '文件属性里写着“{value}”，正文里没有这个单位，请清除文件属性。',
      en: 'The file’s properties name “{value}”, a body that the text does not know. Clear them.',
    },
    title: {
      zh: '文件属性里的标题是“{value}”，与正文不符，可能是套用旧稿留下的。',
      en: 'The file’s title property says “{value}”; perhaps it was left by an older document.',
    },
  },
  bad: [
    {
      text: '⟦⟧平原县财政局关于预算执行的自查报告\n一、工作情况',
      facts: {word: {...PLAIN_WORD, properties: {company: '临溪县教育局'}}},
    },
    {
      text: '⟦⟧关于预算执行的自查报告\n一、工作情况',
      user: {unit: '平原县财政局'},
      facts: {word: {...PLAIN_WORD, properties: {author: '河口镇人民政府'}}},
    },
    {
      text: '⟦⟧平原县财政局关于专项资金的自查报告\n一、工作情况',
      facts: {word: {...PLAIN_WORD, properties: {title: '临溪县教育局安全工作总结'}}},
    },
  ],
  good: [
    {
      text: '平原县财政局关于预算执行的自查报告\n一、工作情况',
      facts: {
        word: {
          ...PLAIN_WORD,
          properties: {
            author: '微软用户',
            lastAuthor: 'Administrator',
            company: '微软中国',
            title: '平原县财政局关于预算执行的自查报告',
          },
        },
      },
    },
    {
      text: '关于预算执行的自查报告\n一、工作情况',
      user: {unit: '平原县财政局', superiors: ['临溪市财政局']},
      facts: {word: {...PLAIN_WORD, properties: {company: '财政局', manager: '临溪市财政局', title: 'PowerPoint'}}},
    },
    {
      text: '安全生产自查报告\n市应急管理局通报了情况。',
      facts: {word: {...PLAIN_WORD, properties: {company: '市应急管理局'}}},
    },
  ],
  *check(report) {
    const {draft, text, user, blocks} = report
    if (!draft.word) return
    const {properties} = draft.word
    const start = blocks[0]?.start ?? 0
    const at = {start, end: start}
    const known = [...ownUnits(report), ...user.superiors.map(coreOf)]
    const flat = text.replace(/\s/g, '')
    const seen = new Set<string>()
    for (const name of DATA) {
      const value = properties[name]?.replace(/\s/g, '') ?? ''
      const core = coreOf(value)
      if (!UNIT.test(value) || MAKER.test(value) || seen.has(value)) continue
      if (
        flat.includes(value) ||
        (core.length > 1 && flat.includes(core)) ||
        known.some((unit) => canBeSame(unit, core))
      )
        continue
      seen.add(value)
      yield {at, message: 'unit', data: {value}}
    }
    const title = properties.title?.replace(/\s/g, '') ?? ''
    // Word sets the title by itself from a document's first words: a rest of them in the text is no other document
    if (/[一-鿿]{6}/.test(title) && !flat.includes(title.slice(0, 6)))
      yield {at, message: 'title', data: {value: title.slice(0, 40)}, severity: 'info'}
  },
})
