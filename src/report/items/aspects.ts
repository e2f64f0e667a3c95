import type {Span} from '../../draft/span.ts'
import {leaning} from '../../language/leaning.ts'
import {matchesOf} from '../../language/matches.ts'
import {admitsFault} from '../../language/tone.ts'
import {CONTINUES, tellsFault} from '../flow.ts'
import type {RawItems} from '../items.ts'
import type {Node} from '../outline.ts'

/**
 * （一）联系群众方面 over one paragraph: 走访流于形式，全年…12次。答复拖沓。来信9封…: several problems, where each sentence, or
 * a short one and the next, names a fault first and tells a figure behind it.
 */
export function faultsOfAspect(text: string, {title, piece, paragraphs, children}: Node): RawItems | undefined {
  const isAspect = text.slice(Math.max(title.start, title.end - 3), title.end).includes('方面')
  if (children.length || paragraphs.length > 1 || !isAspect) return undefined
  const from = paragraphs[0] ?? {body: title.end, end: piece.end}
  if (paragraphs[0] && piece.end > title.end) return undefined
  const faults: {start: number; end: number}[] = []
  let isOpen = false
  for (const {index, 0: words} of matchesOf(/[^。！？\s][^。！？]*[。！？]?/g, text.slice(from.body, from.end))) {
    const start = from.body + index
    const end = start + words.length
    const last = faults.at(-1)
    if (isOpen && last) last.end = end
    else faults.push({start, end})
    isOpen = !isOpen && /^[^，。；\d]{3,12}。$/.test(words)
  }
  const isFault = ({start, end}: Span): boolean => {
    const words = text.slice(start, end)
    if (ONE_MORE.test(words) ? admitsFault(words) && leaning(words) < 0 : isWhole(words)) return true
    const [head = '', name = ''] = /^([^，。；：\d]{4,12})[，。](?=.*\d)/s.exec(words) ?? []
    return head !== '' && !CONTINUES.test(name) && leaning(words) < 0
  }
  if (faults.length < 2 || !faults.every(isFault)) return undefined
  return {problems: faults.map((fault) => ({...fault, group: title})), measures: []}
}

/** 另有两份没有签字。 is one more fault, however little it leans to one. */
const ONE_MORE = /^另[有外]/

/** A sentence that tells a fault and its facts by itself, not the facts of the one before: 去年5月… */
const isWhole = (words: string): boolean =>
  words.length >= SHORTEST_WHOLE &&
  words.includes('，') &&
  !GOES_ON.test(words) &&
  !CONTINUES.test(words) &&
  tellsFault(words)
const SHORTEST_WHOLE = 20
const GOES_ON = /^(?:[去今前]年|[上下]半年|\d|一季度|抽查|经[查核])/
