import type {Party} from './answers.ts'
import {findGrams, type Grams} from './grams.ts'

/** What is known about one item before it is compared with any other. */
export interface Profile {
  readonly party: Party
  /** The item's words without its mark (一是, 第一，). */
  readonly words: string
  /** The first clause: what the item is about. */
  readonly head: string
  readonly grams: Grams
  readonly headGrams: Grams
  /** Sum of the squared weights of `grams`. */
  readonly norm: number
  readonly headNorm: number
  /** Sum of the weights of the grams of two and three characters. */
  readonly mass: number
}

const LEAD =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*|第[一二三四五六七八九十]{1,2}[，,、]|(?:其?[一二三四五六七八九十]{1,2})(?:是|要|个是)|首先[，,]?|其次[，,]?|再次[，,]?|再者[，,]?|另外[，,]?|此外[，,]?|最后[，,]?|还有[，,]?)/

export function profileOf(party: Party): Profile {
  const words = party.words.replace(LEAD, '')
  const stop = words.search(/[。；：！？\n]/)
  const head = stop > 0 ? words.slice(0, stop) : words
  const grams = findGrams(words)
  const headGrams = head === words ? grams : findGrams(head)
  return {party, words, head, grams, headGrams, norm: squares(grams), headNorm: squares(headGrams), mass: massOf(grams)}
}

function squares({weights}: Grams): number {
  let sum = 0
  for (const weight of weights) sum += weight * weight
  return sum
}

function massOf({weights, sizes}: Grams): number {
  let sum = 0
  for (let index = 0; index < weights.length; index++) if (sizes[index] !== 1) sum += weights[index] as number
  return sum
}
