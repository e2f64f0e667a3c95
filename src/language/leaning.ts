import {BIAS, SIZE, STEP, table} from './data/leaning.ts'

/** Longest run of characters that is weighed. */
const LONGEST = 3

/** The runs of up to three characters in a sentence, each once: digits as 0, the sentence's beginning as ^, none across a mark. */
export function leaningGrams(sentence: string): Set<string> {
  const words = `^${sentence.replace(/^(?:[一二三四五六七八九十]{1,2}[是要]|首先|其次|再次|最后)[，,：:]?/, '').replace(/\d+/g, '0')}`
  const grams = new Set<string>()
  for (let at = 0; at < words.length; at++)
    for (let size = 1; size <= LONGEST && at + size <= words.length; size++) {
      const gram = words.slice(at, at + size)
      if (size > 1 && /[，。；：、！？“”（）《》\s]/.test(gram.charAt(size - 1))) break
      grams.add(gram)
    }
  return grams
}

let weights: ReadonlyMap<string, number> | undefined

/** Unpacked when the first sentence is weighed: some thousand runs. */
function weightsOfGrams(): ReadonlyMap<string, number> {
  if (weights) return weights
  const unpacked = new Map<string, number>()
  const bytes = new Uint8Array(SIZE)
  table(bytes)
  for (const row of new TextDecoder('utf-16le').decode(bytes).split('|')) {
    const [level, ...grams] = row.split(' ')
    for (const gram of grams) unpacked.set(gram, Number(level) * STEP)
  }
  weights = unpacked
  return unpacked
}

/** Logits: above 0 a sentence reads like something done about a fault, below 0 like a fault. */
export function leaning(sentence: string): number {
  const known = weightsOfGrams()
  let score = BIAS
  for (const gram of leaningGrams(sentence)) score += known.get(gram) ?? 0
  return score
}

/** How sure one sentence may make of the whole that it is part of. */
const MOST = 4

/** A sentence's leaning, so that no single one outweighs all others. */
export const bounded = (leaning: number): number => Math.max(-MOST, Math.min(MOST, leaning))

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
