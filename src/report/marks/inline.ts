import {isSpace} from '../../language/characters.ts'
import type {Mark, MarkKind} from '../marks.ts'
import {isSameList, markAt} from './forms.ts'

/**
 * Inside a paragraph a mark stands behind the end of a clause, never behind a word. Behind a comma only some are looked at:
 * …方面，一是…；二是… Whether a mark or a space begins is asked first: it tells most places apart.
 */
const BOUNDARY =
  /(?=[\t-/:-@\xa0\u1680\u2000-\u3002\ufeff-\uff1f])(?:(?:[。；：！？!?;:”）)…]|(?<!\s)\s|(?<=[一-鿿”）])\.)\s*(?=[一二三四五六七八九十第头首其再此另同还最（(①-⑳\d０-９问隐措])|[，,](?=[一二三四五六七八九十]{1,3}[是要]|[第其][一二三四五六七八九十]{1,3}[，：是]|首先))/g
const INLINE: ReadonlySet<MarkKind> = new Set([
  'part',
  'chinese',
  'chinese-bracket',
  'arabic',
  'arabic-bracket',
  'circled',
  'ordinal',
  'enumeration',
  'demand',
  'sequence',
  'label',
])

/** The marks within a block, behind the one that it begins with: …查看了三处：一是…；二是… */
export function inlineMarks(text: string, first: Mark | undefined, from: number, end: number): Mark[] {
  const marks: Mark[] = first ? [first] : []
  /** Marks behind commas that count on: items where the next one stands behind the end of a clause. */
  let waiting: Mark[] = []
  // a block without any must not be searched to the end of the draft; the character before it is looked back at
  const shift = Math.max(0, from - 1)
  const words = text.slice(shift, end)
  BOUNDARY.lastIndex = from - shift
  for (let match = BOUNDARY.exec(words); match; match = BOUNDARY.exec(words)) {
    const at = match.index + shift
    const before = text.charAt(at)
    const mark = markAt(text, BOUNDARY.lastIndex + shift, end)
    if (!mark || !INLINE.has(mark.kind)) continue
    if (before === '，' || before === ',') {
      if (follows(mark, waiting.at(-1) ?? marks.at(-1))) waiting.push(mark)
      // 一是…，原因有，一是…: behind an 一是 it opens a list within the item
      else waiting = mark.value === 1 && !isSameMark(mark, marks.at(-1)) ? [mark] : []
      continue
    }
    // 14:30） closes a bracket behind a time
    if (mark.kind === 'arabic-bracket' && /[：:]/.test(before) && /\d/.test(text.charAt(at - 1))) continue
    // （1） behind a word's own bracket or quotation mark is a reference, not an item; 一是 may follow both
    if (mark.kind.startsWith('arabic') && /[”）)]/.test(before)) continue
    // 8:30）: a time
    if (before === ':' && mark.kind.startsWith('arabic') && /\d/.test(text.charAt(at - 1))) continue
    // 一、二组 inside a sentence are numbers, not a heading
    if (mark.kind === 'chinese' && /[一二三四五六七八九十]/.test(text.charAt(mark.end))) continue
    if (
      /\s/.test(before) &&
      !endsClause(text, at) &&
      !isStrong(mark.kind) &&
      !endsHeading(text, from, marks.at(-1), at)
    )
      continue
    if (follows(mark, waiting.at(-1)) || skipsOne(mark, waiting.at(-1))) marks.push(...waiting)
    waiting = []
    marks.push(mark)
    BOUNDARY.lastIndex = mark.end - shift
  }
  return first ? marks.slice(1) : marks
}

/** 二是 behind 一是. */
const follows = (mark: Mark, before: Mark | undefined): boolean =>
  before?.value !== undefined && mark.value === before.value + 1 && isSameList(mark.kind, before.kind)

/** 三是 behind 一是: a list whose 二是 was forgotten. */
const skipsOne = (mark: Mark, before: Mark | undefined): boolean =>
  before?.value === 1 && mark.value === 3 && mark.kind === before.kind

const isSameMark = (mark: Mark, before: Mark | undefined): boolean =>
  before?.kind === mark.kind && before.value === mark.value

/** A space behind the short heading of 二、 ends it, where a scan has lost the line end: `三、整改措施 1. …` */
function endsHeading(text: string, from: number, last: Mark | undefined, offset: number): boolean {
  const start = last?.end ?? from
  return (
    last !== undefined && isStrong(last.kind) && offset - start <= 20 && !/[，。；：]/.test(text.slice(start, offset))
  )
}

/** Marks that open a heading even behind a mere space, in text that a scan has flattened. */
const isStrong = (kind: MarkKind): boolean => kind === 'chinese' || kind === 'chinese-bracket' || kind === 'part'

function endsClause(text: string, offset: number): boolean {
  let at = offset
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--
  return /[。；：！？!?;:”）)]/.test(text.charAt(at - 1))
}
