import {unmask} from '../../src/language/masked-words.ts'
import {defineRule, type Severity} from '../../src/lint/rule.ts'
import type {Blank} from '../../src/report/blanks.ts'
import type {Report} from '../../src/report/report.ts'

const KINDS: ReadonlySet<string> = new Set(['number', 'date', 'name', 'word', 'letters'])

/** A masked name in a case that is told on purpose without names is no slip. */
function severityOf(report: Report, blank: Blank): Severity | undefined {
  if (blank.kind !== 'name') return undefined
  if (report.user.anonymised) return 'info'
  const title = report.sectionAt(blank.start)?.title
  return title && /案例/.test(report.words(title)) ? 'info' : undefined
}

export default defineRule({
  id: 'unfilled-placeholder',
  group: 'unfinished',
  severity: 'error',
  fixes: 'suggestion',
  ground: '规定',
  what: {
    zh: '数字、日期、名称还是 *、×、XX、○○、某某 等占位符，没有填写。',
    en: 'A number, date or name is still a stand-in: *, ×, XX, ○○, 某某.',
  },
  why: {
    zh: '占位符随正式文件报出去，说明稿子没有写完，或者是从网上抄来没有改。',
    en: 'A stand-in in the final text shows that it was not finished, or copied and not adapted.',
  },
  how: {
    zh: '占位符后面是量词、单位、年月日或单位名称，或者紧挨着汉字，就报告。“7×24小时”“1+N+X”“X光”“XX染色体”《×××办事指南》这类正常写法不报。材料有意隐去名称的，在配置中写 anonymised: true。自己常用的占位词和含字母的专名也可以写进配置。',
    en: 'Reported where a classifier, a unit, a date or a name follows, or Chinese text touches it. 7×24, 1+N+X, X光 and quoted forms of titles are let alone. With `anonymised: true` masked names are only a remark; your own stand-ins and names with letters can be configured.',
  },
  messages: {
    number: {zh: '“{of}”前面的数字没有填写。', en: 'The number before “{of}” was never filled in.'},
    figure: {zh: '这里的数字没有填写。', en: 'A number was never filled in here.'},
    date: {zh: '日期不完整，“{of}”没有填写。', en: 'The date is incomplete: its {of} was never filled in.'},
    name: {
      zh: '这里的名称没有填写。请写明单位、地点或姓名。',
      en: 'A name was never filled in. Write the body, place or person.',
    },
    word: {
      zh: '这里缺一个词，像是转载的网页把它隐去了。请补上原词。',
      en: 'A word is missing, as if a web page had masked it. Put it back.',
    },
    letters: {zh: '占位符没有替换成实际内容。', en: 'A stand-in was never replaced.'},
    fill: {zh: '改为“{word}”', en: 'Write “{word}”'},
  },
  bad: [
    {text: '全年召开专题会⟦*⟧次，培训⟦××⟧人次，走访⟦___⟧户。'},
    {text: '经⟦某某⟧同志批准，⟦XX⟧局牵头，于⟦X⟧月⟦X⟧日完成。'},
    {text: '20⟦XX⟧年，⟦**⟧机关党支部坚持党管⟦**⟧。'},
    {text: '整改进度排在全县第⟦*⟧，资料由⟦XX⟧、办公室整理。'},
    {text: '一、典型案例\n⟦某某⟧镇超标准接待。', user: {anonymised: true}},
    {text: '召开党组会⟦？⟧次，检查泵房⟦？？⟧处，签订责任书⟦--⟧份，培训⟦【××】⟧人次。'},
    {text: '述职报告\n局长　⟦XXX⟧\n现报告如下。\n⟦XXX⟧\n2025年6月3日'},
    {text: '| 序号 | 责任人 |\n| --- | --- |\n| 1 | ⟦XXX⟧ |', file: 'md'},
    {text: '**培训情况。** 全年培训⟦*⟧次，走访企业⟦××⟧家。', file: 'md'},
    {text: '4台旧机器是⟦某⟧局调拨的。'},
    {text: '灯坏了四盏 → ⟦待定⟧'},
    {text: '年内整改⟦待核⟧处，涉及⟦△△⟧村。', user: {placeholders: ['待核', '△△']}},
  ],
  good: [
    {text: '值班室7×24小时有人，按照“1+N+X”模式，由N个科室参与。'},
    {text: '放射科X光机已年检，“XX染色体”课题结题，跑道用于4×100米接力。'},
    {text: '统一使用《×××办事指南》的样式，×××处由窗口自填。'},
    {text: '为什么？个别人没有学。怎么办？家家都要改。目标--个个达标。'},
    {text: '传达通报：某县超标准接待。某乡镇有人来电咨询。'},
    {text: '某些同志、某项工作、某种情况仍要关注。标*号的为必查项目，共2*3项。'},
    {text: '**重点**工作已完成，**安全意识**有所增强。', file: 'md'},
    {text: '实施“双领+X”行动，打造XX创客空间。', user: {names: ['XX创客空间']}},
  ],
  *check(report) {
    for (const blank of report.blanks) {
      if (!KINDS.has(blank.kind)) continue
      const {start, end, kind, of} = blank
      const severity = severityOf(report, blank)
      const words =
        kind === 'word' ? unmask(report.text.slice(Math.max(0, start - 4), start), report.text.slice(end, end + 4)) : []
      yield {
        at: {start, end},
        message:
          kind === 'number' && !of ? 'figure' : (kind as Exclude<typeof kind, 'instruction' | 'frame' | 'silent'>),
        data: {of},
        ...(severity ? {severity} : {}),
        suggestions: words.map((word) => ({
          message: 'fill' as const,
          data: {word},
          edits: [{at: {start, end}, text: word}],
        })),
      }
    }
  },
})
