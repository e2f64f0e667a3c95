import {defineRule} from '../../src/lint/rule.ts'
import type {Node} from '../../src/report/outline.ts'
import {charactersIn, countCharacters} from '../../src/report/parts.ts'
import type {Report} from '../../src/report/report.ts'

const HEADINGS: ReadonlySet<Node['kind']> = new Set(['heading', 'chinese-bracket'])

/** Closing items are short by nature: 其他事项, 结语. */
const SHORT_BY_NATURE = /其他|其它|此外|另外|结语|说明|附/

/** Groups of at least three siblings under one heading, every level. */
function* families(report: Report, nodes: readonly Node[]): Generator<readonly Node[]> {
  const same = nodes.filter(({kind}) => HEADINGS.has(kind))
  if (same.length >= 3) yield same
  for (const node of nodes) yield* families(report, node.children)
}

export default defineRule({
  id: 'section-imbalance',
  group: 'structure',
  severity: 'info',
  fixes: 'none',
  ground: '实务',
  what: {zh: '并列的小节长短悬殊。', en: 'Sections of one level differ strikingly in length.'},
  why: {
    zh: '一节几百字、旁边一节只有一两句，多半是没有写完。',
    en: 'Two lines beside half a page are often unfinished.',
  },
  how: {
    zh: '比较同一上级标题下的各小节字数，最短的不到其余各节平均数的几分之一时提示。“其他”一类的末项不报。',
    en: 'The lengths of sections under one heading are compared; the shortest is reported when it is many times shorter than the others on average. Closing items such as 其他 are left alone.',
  },
  messages: {
    short: {
      zh: '“{heading}”只有{count}个字，同级其他小节平均{others}个字，请看是否没有写完。',
      en: '“{heading}” has {count} characters, its siblings {others} on average: is it finished?',
    },
  },
  options: {
    ratio: {
      default: 8,
      minimum: 2,
      what: {zh: '其余各节平均是它的多少倍以上', en: 'how many times longer the others are'},
    },
    least: {
      default: 200,
      minimum: 1,
      what: {zh: '其余各节平均至少多少字才比较', en: 'characters that the others have on average at least'},
    },
  },
  bad: [
    {
      text: '一、工作情况\n（一）组织自查。5月成立检查组，检查仓库两次，登记隐患12处，逐处拍照并写明责任班组。\n⟦（二）加强培训⟧。讲课一次。\n（三）边查边改。当场更换灭火器4具，清理通道两处，其余隐患列入台账，由后勤科每周核对一次。',
      options: {least: 30, ratio: 3},
    },
    {
      text: '## 工作情况\n\n### 组织自查\n\n5月成立检查组，检查仓库两次，登记隐患12处，逐处拍照并写明责任班组。\n\n### ⟦加强培训⟧\n\n讲课一次。\n\n### 边查边改\n\n当场更换灭火器4具，清理通道两处，其余隐患列入台账，由后勤科每周核对一次。\n',
      file: 'md',
      options: {least: 30, ratio: 3},
    },
  ],
  good: [
    {
      text: '一、工作情况\n（一）组织自查。5月成立检查组，检查仓库两次，登记隐患12处，逐处拍照并写明责任班组。\n（二）其他工作。讲课一次。\n（三）边查边改。当场更换灭火器4具，清理通道两处，其余隐患列入台账，由后勤科每周核对一次。',
      options: {least: 30, ratio: 3},
    },
    {
      text: '一、工作情况\n（一）组织自查。5月检查仓库两次。\n（二）加强培训。讲课一次。\n（三）边查边改。更换灭火器4具。',
    },
  ],
  *check(report, {ratio, least}) {
    for (const family of families(report, report.outline.nodes)) {
      const lengths = family.map(({start, end}) =>
        charactersIn(report, {start, end: Math.min(end, report.frame.body.end)}),
      )
      const total = lengths.reduce((sum, length) => sum + length, 0)
      const count = Math.min(...lengths)
      const node = family[lengths.indexOf(count)]
      const others = Math.round((total - count) / (family.length - 1))
      // an empty section is another rule's
      if (!node || others < least || count * ratio >= others || SHORT_BY_NATURE.test(report.words(node.title))) continue
      const heading = report.words(node.title).replace(/[。；：]$/, '')
      if (countCharacters(report.words(node)) <= countCharacters(heading) + 3) continue
      const at = {start: node.piece.start, end: node.title.start + heading.length}
      yield {at, message: 'short', data: {heading, count, others}}
    }
  },
})
