import type {Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'
import {indexAfter, type Span} from '../../draft/span.ts'
import {labelOf} from '../labels.ts'
import type {Piece} from '../marks.ts'
import {headingRole} from '../roles.ts'
import {CORE, type Head, LONGEST_LINE, says} from './heads.ts'

/** Words in bold with which a paragraph begins, its heading: **查出的问题和整改。** 共有三条…; none that only opens the report. */
export function leadOf({text, strong}: Draft, piece: Piece): Span | undefined {
  const {block, mark, opensBlock, body, end} = piece
  if (!strong.length || !opensBlock || mark || block.kind !== 'paragraph' || block.list) return undefined
  const bold = strong[indexAfter(strong, body)]
  if (bold?.start !== body || bold.end > end || bold.end - body > LONGEST_LINE) return undefined
  const words = text.slice(body, bold.end)
  return LEAD.test(words) && !OPENS.test(words) ? {start: body, end: bold.end} : undefined
}

const LEAD = /^[^。；：，！？]{2,}[。：:？]$/
const OPENS = /^(?:自查)?的?(?:依据|背景|缘由|起因|由来|缘起)[。：:]$/
const FEWEST = 3

/** The leads that divide a report with no other headings: one stands over its problems, and one over what was or will be done. */
export function leadHeads(draft: Draft, body: readonly Piece[], heads: readonly Head[]): readonly Head[] {
  if (!draft.strong.length || heads.some(({said}) => CORE.has(said))) return []
  const leads = flatMap(body, (piece): Head[] => {
    const title = leadOf(draft, piece)
    if (!title || labelOf(draft.text, piece)) return []
    const said = headingRole(draft.text.slice(title.start, title.end - 1))
    return said === 'prior' ? [] : [{piece, title, said}]
  })
  const problems = leads.filter(({said}) => said === 'problems' || said === 'problems-plan')
  return leads.length >= FEWEST && problems.length === 1 && says(leads, 'work', 'plan', 'measures') ? leads : []
}
