import type {Span} from '../../src/draft/span.ts'
import {admitsFault} from '../../src/language/tone.ts'
import {namesFact} from '../../src/language/vague.ts'
import {isVow} from '../../src/language/vows.ts'
import {defineRule} from '../../src/lint/rule.ts'
import {isClosing} from '../../src/report/flow.ts'
import type {Piece} from '../../src/report/marks.ts'
import type {Node} from '../../src/report/outline.ts'
import {countCharacters} from '../../src/report/parts.ts'
import type {Report} from '../../src/report/report.ts'
import {headingRole, type Role} from '../../src/report/roles.ts'

/** Marks that open headings; 1. and below open items at least as often. */
const HEADINGS: ReadonlySet<Node['kind']> = new Set(['heading', 'part', 'chinese', 'chinese-bracket'])

/** A short body that says all there is to say. */
const COMPLETE = /无|没有|未|不涉及|见|详|另行|附件|附表|已|全部|均/

/** All text under a heading, its run-in text included; the closing words of the report belong to no part. */
function bodyOf(report: Report, node: Node): {readonly body: string; readonly vows: boolean} {
  const pieces = node.paragraphs.filter(({start}) => start < report.frame.body.end)
  const isLast = node.end >= report.frame.body.end
  const isClosingWords = (piece: Piece): boolean =>
    !/^(无|没有|暂无)/.test(report.words(piece)) &&
    (isClosing(report.text, piece) || (isLast && piece.block.kind !== 'cell' && isVow(report.words(piece))))
  const told = pieces.filter((piece) => !isClosingWords(piece))
  const body = [node.text, ...told].map((part) => report.words(part)).join('')
  return {body, vows: pieces.some((piece) => isClosingWords(piece) && isVow(report.words(piece)))}
}

const isShortLine = (report: Report, node: Node): boolean => {
  const words = report.words(node.title)
  return node.piece.opensBlock && words.length <= 30 && !/[。；，！？：]/.test(words)
}

const TOP: ReadonlySet<Node['kind']> = new Set(['heading', 'part', 'chinese'])

/** The longest heading that is known by its words alone: 三、产生问题的原因分析. */
const LONGEST_KNOWN = 12

interface Empty {
  readonly node: Node
  readonly body: string
  readonly vows: boolean
}

function* emptyNodes(report: Report, nodes: readonly Node[], least: number): Generator<Empty> {
  const {start, end} = report.frame.body
  const headings = nodes.filter((node) => node.start >= start && node.start < end && HEADINGS.has(node.kind))
  const full = headings.filter(
    ({text, paragraphs, children}) => text.end > text.start || paragraphs.length || children.length,
  )
  // （一）…（四） that all stand alone are a list; among others with text a heading without is empty
  const areHeadings = full.length * 2 >= headings.length
  for (const node of headings) {
    if (node.children.length || !isShortLine(report, node)) continue
    const words = report.words(node.title)
    const isKnown = TOP.has(node.kind) && words.length <= LONGEST_KNOWN && headingRole(words) !== undefined
    if (!isKnown && (!areHeadings || tellsFault(words))) continue
    const found = bodyOf(report, node)
    const {body} = found
    if (countCharacters(body) < least && !COMPLETE.test(body) && !namesFact(body)) yield {node, ...found}
  }
  for (const node of nodes) if (node.children.length) yield* emptyNodes(report, node.children, least)
}

/** Headings without a number, each a line of its own, one right behind the other: 存在的问题 … 原因分析 整改措施 …. */
const emptyLines = ({sections, blocks}: Report): Span[] =>
  sections.flatMap(({title, pieces, role}, at) => {
    const next = sections[at + 1]
    const isLine =
      title !== undefined &&
      blocks.some(({kind, start, end}) => kind === 'paragraph' && start === title.start && end === title.end)
    return isLine && next?.title && CORE.has(role) && CORE.has(next.role) && next.role !== role && !pieces.length
      ? [title]
      : []
  })
const CORE: ReadonlySet<Role> = new Set(['problems', 'causes', 'plan'])

/** A line that is a problem itself needs no text below: （三）值班记录缺三天. */
const tellsFault = (words: string): boolean => words.length >= 7 && admitsFault(words)

export default defineRule({
  id: 'empty-section',
  group: 'structure',
  severity: 'error',
  fixes: 'none',
  ground: '一般',
  what: {zh: '标题下面没有内容。', en: 'A heading has no text below it.'},
  why: {
    zh: '只有标题没有正文，说明这一部分还没有写，或者粘贴时丢了。',
    en: 'A heading alone was never written out, or its text got lost when it was pasted.',
  },
  how: {
    zh: '标题之后直接是同级或更高一级的标题，或者到了文末。标题后面同段有正文的、下面有小标题或表格的不报；各条都只有一行的，当作清单，不报。下面只有几个字的作提醒。',
    en: 'The heading is followed by another of the same or a higher level, or by the end. Headings that run into their text, have subheadings or a table are fine, and so is a list of one-line items. A body of a few characters is a warning.',
  },
  messages: {
    empty: {
      zh: '“{heading}”下面没有内容。请补写，或删去这个标题。',
      en: '“{heading}” has no text below it. Write it, or remove the heading.',
    },
    vow: {
      zh: '“{heading}”下面只有表态的话，没有具体内容。请补写。',
      en: '“{heading}” is followed by a vow only. Write what it is about.',
    },
    short: {
      zh: '“{heading}”下面只有{count}个字，请看是否没有写完。',
      en: '“{heading}” is followed by only {count} characters: is it finished?',
    },
  },
  options: {
    least: {
      default: 20,
      minimum: 1,
      what: {zh: '标题下少于多少字算没有写完', en: 'characters below which a body counts as unfinished'},
    },
  },
  bad: [
    {
      text: '二、工作情况\n（一）组织自查。5月成立检查组，检查仓库两次。\n⟦（二）强化监督⟧\n（三）边查边改。当场更换灭火器4具，清理通道两处。\n三、存在的问题\n1.仓库照明灯坏了两盏。',
    },
    {
      text: '一、存在的问题\n1.仓库照明灯坏了两盏，夜间取货看不清。\n⟦二、原因分析⟧\n三、整改措施\n1.6月10日前由后勤科更换照明灯，每月检查一次。',
    },
    {text: '一、存在的问题\n1.仓库照明灯坏了两盏，夜间取货看不清。\n⟦二、整改措施⟧\n抓紧。'},
    {
      text: '消防自查报告\n全站自查了一遍。\n存在的问题\n1.仓库照明灯坏了两盏，夜间取货看不清。\n⟦原因分析⟧\n整改措施\n1.6月10日前由后勤科更换照明灯，每月检查一次。',
    },
    {
      text: '一、存在的问题\n1.仓库照明灯坏了两盏，夜间取货看不清。\n⟦二、下一步打算⟧\n我站将以此次自查为契机，推动消防工作再上新台阶。',
    },
    {
      text: '# 消防自查报告\n\n## 一、组织情况\n\n5月成立检查组，由副站长任组长，成员5名。\n\n## ⟦二、整改措施⟧\n\n抓紧。\n',
      file: 'md',
    },
  ],
  good: [
    {
      text: '二、工作情况\n（一）组织自查。5月成立检查组，检查仓库两次。\n（二）强化监督。检查组每周通报一次。\n三、存在的问题\n1.仓库照明灯坏了两盏。',
    },
    {
      text: '一、存在的问题\n（一）值班不规范。夜班记录缺三天，接班人没有签字。\n（二）照明不足。仓库灯坏了两盏。\n（三）消防通道没有及时清理',
    },
    {text: '一、存在的问题\n（一）仓库照明灯坏了两盏\n（二）消防通道堆放纸箱\n（三）值班记录缺三天'},
    {text: '一、工作情况\n5月检查仓库、泵房各两次，成员5名。\n二、其他需要报告的事项\n无其他需要报告的事项。'},
    {text: '一、工作情况\n（一）组织自查\n5月成立检查组，检查仓库、泵房各两次。\n二、其他需要报告的事项\n无。'},
  ],
  *check(report, {least}) {
    for (const {start, end} of emptyLines(report))
      yield {at: {start, end}, message: 'empty', data: {heading: report.words({start, end}), count: 0}}
    for (const {node, body, vows} of emptyNodes(report, report.outline.nodes, least)) {
      const count = countCharacters(body)
      yield {
        at: {start: node.piece.start, end: node.title.end},
        message: count ? 'short' : vows ? 'vow' : 'empty',
        data: {heading: report.words(node.title), count},
        ...(count || vows ? {severity: 'warning' as const} : {}),
      }
    }
  },
})
