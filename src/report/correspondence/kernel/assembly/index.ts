// The arithmetic of comparing items, in AssemblyScript (https://www.assemblyscript.org): `npm run generate` compiles it
// into ../binary.ts. It is the one part of the program whose speed is that of its loops, and a run over one draft is over
// before V8 would have optimised them; WebAssembly is fast from the first call. Nor does what it gives depend on how an
// engine computes a logarithm.

export {setUp} from './concepts'
export {
  EMPTY_FIELD,
  GENERAL_FIELD,
  GRAMS_FIELD,
  HITS_FIELD,
  KINDS_FIELD,
  LENGTH_FIELD,
  LISTS_FIELD,
  PLACE_FIELD,
  readItem,
  SUBJECTS_FIELD,
} from './item'
export {compete, doubt, weigh} from './matching'
export {
  BASIS,
  BUCKETS,
  CELL_VALUES,
  DIMENSIONS,
  FEATURES,
  FREQUENCIES,
  FREQUENCY_BITS,
  LEVELS,
  MEASURE,
  MODEL,
  MOST,
  MOST_DOCUMENTS,
  MOST_KINDS,
  MOST_NETWORKS,
  MOST_ROWS,
  NETWORK,
  NETWORKS,
  PAIR,
  PROBLEM,
  PROBLEM_MARKS,
  READ,
  ROWS,
  STARTS,
  TERM_TABLE,
  TERMS,
  TEXT,
  UNITS,
} from './memory'
export {FOUND, findNearest, lengths, listed, NEAREST, OWN, places, reservePlaces} from './nearest'
export {scorePairs} from './network'
export {comparePair} from './pair'
export {
  cells,
  chances,
  isLaidOut,
  measureOf,
  problemOf,
  reservePairs,
  SECOND,
  scores,
  second,
  THIRD,
  third,
} from './pairs'
export {compareRivals} from './rivals'
export {ENTRIES, setTerms} from './terms'
