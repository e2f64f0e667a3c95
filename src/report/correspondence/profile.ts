import {matchesOf} from '../../language/matches.ts'
import {emptiness, namesFact} from '../../language/vague.ts'
import {STEMS} from '../marks/forms.ts'
import type {Party} from './answers.ts'
import type {ItemMemory} from './item-memory.ts'
import {readItem} from './kernel/items.ts'
import type {Item, Side} from './kernel/kernel.ts'

const LEAD =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*|(?:第|头)[一二三四五六七八九十]{1,2}[条件桩点处]?[，,、]|其?[一二三四五六七八九十]{1,2}(?:是|要|个是)|首先[，,]?|其次[，,]?|再次[，,]?|再者[，,]?|另外[，,]?|此外[，,]?|最后[，,]?|还有[，,]?)/
const REFERENCE =
  /(?:针对|对应?|对照|关于|解决)(?:上述|以上|自查发现的|前述)?(?:第([一二三四五六七八九十]|\d{1,2})(?:(?:个|项|条|类|方面)?的?问题|[项条](?=[，。：、；]))|问题([一二三四五六七八九十]|\d{1,2})|(?:问题)?([甲乙丙丁戊己庚辛壬癸])(?=[，,：:；。]|项))/g
const FIGURE = /(?<!\d)\d+(?:\.\d+)?[一-鿿]|[一二两三四五六七八九十]{2,4}[个名台套件处户人项笔份]/g

/**
 * From this emptiness on a measure that names no fact is a promise (进一步加强领导，狠抓落实): it touches a problem at most,
 * wherever it stands.
 */
const PROMISE = 0.65

/** 该客户经理: somebody or something that a problem has named. */
const THIS = /该([一-鿿]{3,4})/

/** How a measure speaks of all problems together: what is done about them, and how that is checked. */
const FOR_ALL = /(?:上述|以上|这些)[^，。；]{0,6}(?:问题|不足|隐患|短板)|(?:整改|复查|自查|检查)(?:情况|结果|进度|成效)/

/** What an item's words alone say. */
export class Content {
  /** The item's words without its mark (一是, 第一，). */
  readonly words: string
  /** What is compared of them. */
  readonly item: Item
  /** Figures with what they count: 3台, 12楼. */
  readonly figures: readonly string[]
  /** Problems that it names by number (针对第二个问题), from 0. */
  readonly refersTo: readonly number[]
  readonly #whole: string
  readonly #side: Side
  readonly #matter: string | undefined
  #isPromise: boolean | undefined
  #isForAll: boolean | undefined

  constructor(whole: string, side: Side) {
    const words = whole.replace(LEAD, '')
    const stop = words.search(/[。；：！？\n]/)
    const headEnd = stop > 0 && stop < words.length - 1 ? stop : Number.POSITIVE_INFINITY
    this.words = words
    this.item = readItem(words, side, headEnd)
    this.figures = words.match(FIGURE) ?? []
    this.refersTo = side === 'measure' ? references(words) : []
    this.#whole = whole
    this.#side = side
    this.#matter = side === 'measure' ? THIS.exec(words)?.[1] : undefined
  }

  /** A measure that only promises. Asked only of measures that seem to answer something. */
  get isPromise(): boolean {
    const whole = this.#whole
    return (this.#isPromise ??= this.#side === 'measure' && emptiness(whole) >= PROMISE && !namesFact(whole))
  }

  /** Whether it names a problem by its number, or what that problem is about by 该. */
  names({words}: Content, problem: number): boolean {
    if (this.refersTo.includes(problem)) return true
    const matter = this.#matter
    return matter !== undefined && (words.includes(matter) || words.includes(matter.slice(0, 3)))
  }

  /** A measure that speaks of all problems and names none. Asked only of measures that seem to answer something. */
  get isForAll(): boolean {
    return (this.#isForAll ??= this.refersTo.length === 0 && FOR_ALL.test(this.#whole))
  }
}

/** What is known about one item before it is compared with any other. */
export interface Profile {
  readonly party: Party
  readonly content: Content
}

export function profileOf(party: Party, side: Side, memory?: ItemMemory): Profile {
  const make = (words: string): Content => new Content(words, side)
  return {party, content: memory ? memory.content(party.words, side, make) : make(party.words)}
}

function references(words: string): number[] {
  return matchesOf(REFERENCE, words).map((match) => {
    if (match[3]) return STEMS.indexOf(match[3])
    const written = match[1] ?? match[2] ?? ''
    return (/\d/.test(written) ? Number(written) : '一二三四五六七八九十'.indexOf(written) + 1) - 1
  })
}
