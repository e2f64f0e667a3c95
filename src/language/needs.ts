/**
 * What a regular expression can't match without: strings of which every match holds at least one. Looking for them is far
 * cheaper than the expression, which V8 must even compile first; most expressions match nothing in most drafts.
 */
export type Needs = readonly string[]

const SEPARATOR = '\n'
/** More strings than this cost as much as the expression itself. */
const MOST = 120

const written = new WeakMap<RegExp, string>()
const derived = new WeakMap<RegExp, Needs>()

/**
 * An expression with what it needs, as the build writes it around the literal (scripts/build/plugins.ts). Not as a property
 * of the expression: V8 is slow with expressions that have any of their own.
 */
export function needing(pattern: RegExp, needs: string): RegExp {
  written.set(pattern, needs)
  return pattern
}

/** Whether a text holds what an expression needs. */
export function mayMatch(pattern: RegExp, text: string): boolean {
  let needs = derived.get(pattern)
  if (!needs) derived.set(pattern, (needs = (written.get(pattern) ?? writeNeeds(pattern)).split(SEPARATOR)))
  if (text.length < WORTH_LOOKING) return needs.some((need) => text.includes(need))
  look(text)
  return needs.some((need) => mayHold(need) && text.includes(need))
}

/** From so many characters on it pays to know which ones there are: most needs are told by that. */
const WORTH_LOOKING = 500

/** The text that was looked at last; each of its characters has its stamp. */
let looked = ''
let stamp = 0
const stamps = new Uint16Array(0x10000)
const LAST_STAMP = 0xffff

/** One expression after another is asked about the same text. */
function look(text: string): void {
  if (text === looked) return
  looked = text
  if (++stamp > LAST_STAMP) {
    stamps.fill(0)
    stamp = 1
  }
  for (let at = 0; at < text.length; at++) stamps[text.charCodeAt(at)] = stamp
}

/** Whether the text that was looked at last has the first and the last character of a string. */
const mayHold = (need: string): boolean =>
  need === '' || (stamps[need.charCodeAt(0)] === stamp && stamps[need.charCodeAt(need.length - 1)] === stamp)

/** What an expression needs, in one string; empty, which every text holds, where nothing can be said. */
export function writeNeeds({source, flags}: Pick<RegExp, 'source' | 'flags'>): string {
  const needs = flags.includes('i') || flags.includes('v') ? undefined : new Reader(source).alternatives()
  return needs && needs.length <= MOST && !needs.includes('') ? [...new Set(needs)].join(SEPARATOR) : ''
}

/** Likewise, where it finds any of some words. */
export const needsOfWords = (words: readonly string[]): string => (words.length <= MOST ? words.join(SEPARATOR) : '')

/** How well a set of strings tells texts apart: by its shortest string, then by how few they are. */
const worth = (needs: Needs): number => Math.min(...needs.map(({length}) => length)) * 1000 - needs.length

/** Reads an expression from left to right. Whatever it doesn't know needs nothing. */
class Reader {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  /** What all alternatives up to a closing bracket or the end need together; undefined where one of them needs nothing. */
  alternatives(): Needs | undefined {
    const needs: string[] = []
    let isKnown = true
    do {
      const own = this.#sequence()
      if (own) needs.push(...own)
      else isKnown = false
    } while (this.#take('|'))
    return isKnown ? needs : undefined
  }

  /** The best of what the parts of a sequence need. */
  #sequence(): Needs | undefined {
    let best: Needs | undefined
    let run = ''
    const offer = (needs: Needs | undefined): void => {
      if (needs && (!best || worth(needs) > worth(best))) best = needs
    }
    const endRun = (): void => {
      if (run) offer([run])
      run = ''
    }
    while (this.#at < this.#source.length && !'|)'.includes(this.#source.charAt(this.#at))) {
      const part = this.#part()
      const least = this.#quantifier()
      if (typeof part === 'string' && least === undefined) run += part
      else {
        endRun()
        if (least !== 0) offer(typeof part === 'string' ? [part] : part)
      }
    }
    endRun()
    return best
  }

  /** A character that stands for itself, what a group or class needs, or undefined. */
  #part(): string | Needs | undefined {
    const character = this.#source.charAt(this.#at++)
    if (character === '\\') return this.#escape()
    if (character === '[') return this.#class()
    if (character === '(') return this.#group()
    return '.^$'.includes(character) ? undefined : character
  }

  /** An escaped mark stands for itself; classes, assertions and numbers for nothing that is known. */
  #escape(): string | undefined {
    const character = this.#source.charAt(this.#at++)
    if (character === 'k') this.#at = this.#source.indexOf('>', this.#at) + 1
    else if (character === 'u') this.#at += 4
    else if (character === 'x') this.#at += 2
    return /\w/.test(character) ? undefined : character
  }

  #class(): Needs | undefined {
    const start = this.#at
    for (; this.#source.charAt(this.#at) !== ']'; this.#at++) if (this.#source.charAt(this.#at) === '\\') this.#at++
    const inside = this.#source.slice(start, this.#at++)
    return /[\\^-]/.test(inside) || inside.length > 12 ? undefined : [...inside]
  }

  #group(): Needs | undefined {
    const kind = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.#source.slice(this.#at, this.#at + 40))?.[0] ?? ''
    this.#at += kind.length
    const needs = this.alternatives()
    this.#at++
    // what stands beside a match is no part of it, though it must stand in the text as well
    return kind.endsWith('!') ? undefined : needs
  }

  /** The least number of times; undefined where no quantifier follows. */
  #quantifier(): number | undefined {
    const found = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at, this.#at + 16))
    if (!found) return undefined
    this.#at += found[0].length
    return found[1] === undefined ? (found[0].startsWith('+') ? 1 : 0) : Number(found[1])
  }

  #take(character: string): boolean {
    if (this.#source.charAt(this.#at) !== character) return false
    this.#at++
    return true
  }
}
