// Where everything lives: at places that the compiler gives out. ../index.ts copies the tables there, writes texts and
// items, and reads the results.

/** The longest text that is compared, in UTF-16 units. What an item says beyond, no measure answers. */
export const MOST: i32 = 20_000
/** Grams are runs of one to three characters. */
export const LONGEST: i32 = 3
export const MOST_GRAMS: i32 = MOST * LONGEST
/** Those of three characters have no place among the concepts: they tell no more than the two in them. */
export const LONGEST_PLACED: i32 = 2
/** The most hits of terms that are kept of an item. */
export const MOST_HITS: i32 = 1 << 14
/** The most kinds of fault and move that there is room for; each is a byte. */
export const MOST_KINDS: i32 = 160

export const DIMENSIONS: i32 = 96
/** The most documents that there is room for. */
export const DOCUMENT_BITS: i32 = 9
export const MOST_DOCUMENTS: i32 = 1 << DOCUMENT_BITS
/** A weight in a document and a place on an axis stand for the square of their level. */
export const WEIGHT_LEVELS: i32 = 128
export const BASIS_LEVELS: i32 = 255
/** Cells of the tables of terms have this many levels, see scripts/correspondence/. */
export const LEVELS: i32 = 89
export const FREQUENCY_BITS: i32 = 17
export const BUCKETS: i32 = 1 << 15

/** Where each bucket of ROWS begins, u32. */
export const STARTS: usize = memory.data((BUCKETS + 1) * 4, 16)
/** Rows of grams, see concepts.ts, and how many bytes there are at most. */
export const MOST_ROWS: i32 = 5 << 18
export const ROWS: usize = memory.data(MOST_ROWS, 16)
/** Documents by dimensions, a level each, u8. */
export const BASIS: usize = memory.data(MOST_DOCUMENTS * DIMENSIONS, 16)
export const FREQUENCIES: usize = memory.data(1 << FREQUENCY_BITS, 16)

/** The tables of terms, of faults and of moves, see terms.ts; what a character of them is worth as a cell. */
export const TERM_TABLE: i32 = 1 << 17
export const TERMS: usize = memory.data(TERM_TABLE * 2, 16)
export const CELL_VALUES: usize = memory.data(128, 16)

/** The text that is read. */
export const TEXT: usize = memory.data(MOST * 2, 16)
/** The hits of terms in it: how much each counts (f64), which kind it shows (u8), where it starts and ends (i32, i32). */
export const HIT_VALUES: usize = memory.data(MOST_HITS * 8, 16)
export const HIT_KINDS: usize = memory.data(MOST_HITS, 16)
export const HIT_SPANS: usize = memory.data(MOST_HITS * 8, 16)
/** How much is said of each document, f32. */
export const SUMS: usize = memory.data(MOST_DOCUMENTS * 4, 16)

/** Room for an item, see item.ts. */
const ITEM: i32 = 1024 + MOST_HITS * 17 + MOST_KINDS * 9 + MOST_DOCUMENTS * 8 + MOST_GRAMS * 9
/** The item that was read, the problem and the measure that are compared. */
export const READ: usize = memory.data(ITEM, 16)
export const PROBLEM: usize = memory.data(ITEM, 16)
export const MEASURE: usize = memory.data(ITEM, 16)
/** Which characters of both stand in a common phrase, a byte each. */
export const PROBLEM_MARKS: usize = memory.data(MOST + 16, 16)
export const MEASURE_MARKS: usize = memory.data(MOST + 16, 16)

/** The evidence that is weighed, in the order of FEATURES (features.ts). */
export const FEATURES: i32 = 31
/** Those of a pair that is compared by itself, f64. */
export const PAIR: usize = memory.data(FEATURES * 8, 16)
/** Hidden units of a network. */
export const UNITS: i32 = 8
export const MOST_NETWORKS: i32 = 8
/** Numbers of a network, f64: see network.ts. */
export const NETWORK: i32 = (FEATURES + 1) * (UNITS + 1) + UNITS
export const NETWORKS: usize = memory.data(MOST_NETWORKS * NETWORK * 8, 16)

/** The weights of a logistic regression, and its bias. */
export const MODEL: usize = memory.data(16 * 8, 16)

/** Where what has no fixed place begins: lists that are as long as a draft wants them. */
@inline
export function behindAll(): usize {
  return (__heap_base + 15) & ~15
}

/** Makes the memory reach so far. */
export function growTo(end: usize): void {
  const missing = i32((end + 0xffff) >> 16) - memory.size()
  if (missing > 0) memory.grow(missing)
}
