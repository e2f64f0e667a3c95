import {type Span, touchesAny} from '../../src/draft/span.ts'
import {defineRule} from '../../src/lint/rule.ts'
import type {Blank} from '../../src/report/blanks.ts'
import {isDone} from '../../src/report/done.ts'
import {FIELD_NAMES, type FieldName} from '../../src/report/fields.ts'
import {headingOf} from '../../src/report/parts.ts'
import type {Report} from '../../src/report/report.ts'
import type {Section} from '../../src/report/sections.ts'

/** What each field is called in the message, and what is inserted for the writer to fill in. */
const NAMES: Readonly<Record<FieldName, {readonly zh: string; readonly slot: string}>> = {
  owner: {zh: '责任人', slot: '责任科室：　'},
  deadline: {zh: '时限', slot: '时限：　'},
  target: {zh: '可检验的目标', slot: '目标：　'},
}

/** 以上措施均由各科室负责，6月底前完成: said once for all measures of a part. */
const FOR_ALL = /(?:以上|上述|各项|所有|全部|均|一律|统一|逐项)/
const DEADLINE_FOR_ALL =
  /\d月(?:\d+日|底|末|初|上旬|中旬|下旬)?(?:之?前|以前|内)?|年底前|年内|\d+(?:个?工作日|天|日|个月)内/
const OWNER_FOR_ALL = /由[^，。；]{2,20}(?:负责|牵头|落实|督办)|责任(?:人|部门|单位|科室)/

/** Parts whose measures are done already, and parts that say how the whole is kept going. */
const NEEDS_NONE = /已(?:经)?(?:采取|整改|完成|落实)|立行立改|边查边改|整改(?:落实|完成|到位)情况|保障|工作要求/

/** What the part says once, outside its measures, for all of them. */
function saidForAll(report: Report, section: Section): ReadonlySet<FieldName> {
  const said = new Set<FieldName>()
  const measures = report.measures.filter(({start}) => start >= section.start && start < section.end)
  const [first] = measures
  for (const sentence of report.sentences) {
    if (sentence.start < section.start || sentence.end > section.end) continue
    const words = report.words(sentence)
    const isLead = first !== undefined && sentence.end <= first.start
    if (!isLead && !FOR_ALL.test(words)) continue
    if (measures.some(({start, end}) => start < sentence.end && sentence.start < end)) continue
    if (DEADLINE_FOR_ALL.test(words)) said.add('deadline')
    if (OWNER_FOR_ALL.test(words)) said.add('owner')
  }
  return said
}

/** Every problem is answered where it stands: what is planned behind them is for all, and only keeps it up. */
function areAnsweredInPlace({problems, measures}: Report): boolean {
  const answered = new Set(measures.map(({under}) => under))
  return problems.length > 1 && problems.every((_, index) => answered.has(index))
}

export default defineRule({
  id: 'incomplete-measure',
  group: 'correspondence',
  severity: 'warning',
  fixes: 'suggestion',
  ground: '实务',
  what: {
    zh: '措施没有写明谁来做、什么时候完成、做到什么程度。',
    en: 'A measure names no owner, no deadline and no target.',
  },
  why: {
    zh: '整改要能落实、能检查：整改方案和台账一般要求写明责任人、时限和目标。',
    en: 'Rectification must be done and checked: plans and ledgers ask for an owner, a deadline and a target.',
  },
  how: {
    zh: '在措施本身、“责任人：”“时限：”等标注和台账的各栏里找责任人、时限、目标（数量、制度、成果）。开头统一写明的时限、责任人对各条都算；各个问题都已就地写明措施的，后面总的打算不查。三项写到的少于 least 项时报告，台账里别的行都填、这一行空着的也报告；要求三项齐全的，把 least 设为 3。',
    en: 'Owner, deadline and target (a quantity, a document, a result) are looked for in the measure, in labels such as 责任人： and in the columns of a ledger. What the part says once for all counts for each; where each problem is answered below itself, general plans behind them are not asked. Reported when fewer than `least` are there, or where a cell is empty that other rows have filled; set it to 3 to demand all.',
  },
  messages: {
    missing: {
      zh: '这条措施没有写明{fields}，不便落实和检查。',
      en: 'This measure lacks {fields} (owner, deadline or target), so it can hardly be carried out or checked.',
    },
    empty: {
      zh: '这条措施的{fields}一栏空着，表里其他各条都填了，请补上。',
      en: 'The cell for {fields} (owner, deadline or target) is empty here and filled in the other rows.',
    },
    insert: {zh: '在句末补上待填的栏目', en: 'Add blanks to fill in at its end'},
  },
  options: {
    least: {
      default: 1,
      minimum: 1,
      maximum: 3,
      what: {
        zh: '责任人、时限、目标三项中至少要写几项',
        en: 'how many of owner, deadline and target a measure must name',
      },
    },
  },
  bad: [
    {text: '一、存在的问题\n1.三名新人没有培训。\n二、整改措施\n1.⟦加强学习，提高认识。⟧'},
    {
      text: '一、存在的问题\n1.三名新人没有培训。\n二、整改措施\n1.⟦6月底前组织新人培训。⟧\n2.由人事科7月10日前考核新人，合格率达到100%。',
      options: {least: 3},
    },
    {
      text: '# 培训自查报告\n\n## 问题整改台账\n\n| 问题 | 整改措施 | 责任人 | 时限 |\n| --- | --- | --- | --- |\n| 新人没有培训 | ⟦组织新人学习⟧ |  | 6月底 |\n| 灯坏了两盏 | 更换照明灯 | 后勤科 | 6月底 |\n| 门锁损坏 | 更换门锁 | 后勤科 | 7月底 |',
      file: 'md',
    },
  ],
  good: [
    {
      text: '问题整改情况报告\n一、问题整改情况\n1.三名新人没有培训。已由人事科5月6日补训，3人全部合格。\n2.灯坏了两盏。后勤科5月8日已换新灯两盏。\n二、下一步打算\n群众不点头的事项，不急着报完成。\n改过的地方常去看，防止反弹。',
    },
    {
      text: '一、存在的问题\n1.三名新人没有培训。\n二、已采取的措施\n1.请老师傅带新人上岗，边干边学。\n三、保障措施\n1.加强领导，把培训列入考核。',
    },
    {text: '一、存在的问题\n1.三名新人没有培训。\n二、整改措施\n1.由人事科6月底前组织新人培训，3人全部参加。'},
    {
      text: '一、存在的问题\n1.三名新人没有培训。\n二、整改措施\n以下措施均由人事科负责，6月底前完成：\n1.组织新人学习操作规程。\n2.安排老师傅带新人上岗。',
    },
    {text: '一、存在的问题\n1.三名新人没有培训。\n二、整改措施\n1.已安排新人跟班学习。'},
    {
      text: '# 培训自查报告\n\n## 问题整改台账\n\n| 问题 | 整改措施 | 责任人 | 时限 |\n| --- | --- | --- | --- |\n| 新人没有培训 | 组织新人学习 | 人事科 | 6月底 |',
      file: 'md',
    },
    {
      text: '一、存在的问题\n1.药品柜没有上锁。\n2.内部报表重复填写。\n二、整改措施\n1.药品柜上锁，由护士专人看管。\n2.二季度合并内部报表，减少一半。',
    },
  ],
  *check(report, {least}) {
    // a paper that shows no sign of being a self-inspection plans at large
    const isGuess = report.genre.source === 'fallback'
    const said = new Map<Section | undefined, ReadonlySet<FieldName>>([[undefined, new Set()]])
    // a figure or a date still to be filled in was meant to be there
    const blanksOf = (kind: Blank['kind']): readonly Blank[] => report.blanks.filter((blank) => blank.kind === kind)
    const isAnswered = areAnsweredInPlace(report)
    const blanks = {owner: [], deadline: blanksOf('date'), target: blanksOf('number')}
    for (const [index, measure] of report.measures.entries()) {
      // what was carried out needs no deadline any more; what came of it is the matter of other rules
      if (isDone(report, measure)) continue
      const isGeneral = isAnswered && !report.answers.byMeasure[index]?.length
      if (isGeneral && report.sectionAt(measure.start)?.role === 'plan') continue
      if (measure.unfilled.length) {
        const fields = measure.unfilled.map((field) => NAMES[field].zh).join('、')
        yield {at: {start: measure.start, end: measure.end}, message: 'empty', data: {fields}}
        continue
      }
      const missing = FIELD_NAMES.filter((field) => measure[field] === undefined && !touchesAny(blanks[field], measure))
      if (FIELD_NAMES.length - missing.length >= least) continue
      const section = report.sectionAt(measure.start)
      if (section && NEEDS_NONE.test(headingOf(report, section))) continue
      const inherited = said.get(section) ?? (section && saidForAll(report, section))
      if (inherited) said.set(section, inherited)
      const left = missing.filter((field) => !inherited?.has(field))
      if (FIELD_NAMES.length - left.length >= least) continue
      const at: Span = {start: measure.start, end: measure.end}
      const stop = /[。；]$/.test(report.words(at)) ? measure.end - 1 : measure.end
      yield {
        at,
        message: 'missing',
        ...(isGuess ? {severity: 'info' as const} : {}),
        data: {fields: left.map((field) => NAMES[field].zh).join('、')},
        suggestions: [
          {
            message: 'insert',
            edits: [{at: {start: stop, end: stop}, text: `（${left.map((field) => NAMES[field].slot).join('；')}）`}],
          },
        ],
      }
    }
  },
})
