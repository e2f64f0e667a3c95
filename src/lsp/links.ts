import type {Answer} from '../report/correspondence/answers.ts'
import type {MeasureItem, Problem, Understanding} from './understanding.ts'

/** The problem or measure that holds an offset. */
export type Found =
  | {readonly kind: 'problem'; readonly index: number; readonly item: Problem}
  | {readonly kind: 'measure'; readonly index: number; readonly item: MeasureItem}

/** The shortest item that holds an offset: items of a table or a group may stand within others. */
export function itemAt({problems, measures}: Understanding, offset: number): Found | undefined {
  const holds = ({start, end}: {start: number; end: number}): boolean => start <= offset && offset <= end
  const found: Found[] = [
    ...problems.flatMap((item, index): Found[] => (holds(item) ? [{kind: 'problem', index, item}] : [])),
    ...measures.flatMap((item, index): Found[] => (holds(item) ? [{kind: 'measure', index, item}] : [])),
  ]
  return found.sort((a, b) => a.item.end - a.item.start - (b.item.end - b.item.start))[0]
}

/** The links of an item, best first. */
export const linksOf = ({links}: Understanding, {kind, index}: Pick<Found, 'kind' | 'index'>): readonly Answer[] =>
  links.filter((link) => link[kind] === index).sort((a, b) => b.score - a.score)

/** The items at the other end of an item's links, best first. */
export const answersTo = (
  known: Understanding,
  found: Pick<Found, 'kind' | 'index'>,
): readonly (Problem | MeasureItem)[] =>
  linksOf(known, found).flatMap((link) => {
    const item = found.kind === 'problem' ? known.measures[link.measure] : known.problems[link.problem]
    return item ? [item] : []
  })
