/** A flag of V8 as it is in any run, and as a part of ours sets it for a while. */
export type Flag = readonly [usual: string, ours: string]

/** Later versions of V8 than that of Node.js 20 count calls, and optimise less readily. They complain of flags that are gone. */
const IS_NODE_20 = process.versions.v8.startsWith('11.3.')
const inNode20 = (...flag: Flag): readonly Flag[] => (IS_NODE_20 ? [flag] : [])

/**
 * V8 begins to optimise nothing. Not `--no-opt`: with that, V8 12 changes other flags for good, and then refuses the code
 * caches. Its quick compiler in between (Maglev, from Node.js 24 on) goes on.
 */
export const OPTIMIZE_NOTHING: Flag = ['--max-optimized-bytecode-size=61440', '--max-optimized-bytecode-size=0']

/**
 * In a short run optimised code would not pay, nor unoptimised machine code: compiling these would take a fifth of it. Nor do
 * most of the expressions pay that V8 compiles to machine code when they are used for the second time; and to improve their
 * bytecode takes longer than to run it as it is. What V8 optimises of the kernel takes half of the core that two threads
 * share, and is waited for at the end.
 */
export const SHORT_RUN: readonly Flag[] = [
  OPTIMIZE_NOTHING,
  ['--sparkplug', '--no-sparkplug'],
  ['--regexp-tier-up-ticks=1', '--regexp-tier-up-ticks=100'],
  ['--regexp-peephole-optimization', '--no-regexp-peephole-optimization'],
  ...inNode20('--wasm-tiering-budget=1800000', '--wasm-tiering-budget=1000000000'),
]

/**
 * V8 lets a heap grow to a multiple of what lives in it before it looks through the old part of it: in a long run that would
 * be 60 MB of results that were handed on long ago. To look when it has doubled takes no time that could be measured.
 *
 * Each thread optimises for itself. At V8's usual budget for code that has run, in bytes of it, that takes a seventh of a run
 * over 1,000 drafts, much of it for functions that are run too seldom to pay.
 */
export const LONG_RUN: readonly Flag[] = [
  ['--heap-growing-percent=0', '--heap-growing-percent=100'],
  ...inNode20('--interrupt-budget=67584', '--interrupt-budget=150000'),
]

/** More memory for young objects, in megabytes: for the start of a process, V8 asks for it only then. */
export const roomForYoung = (megabytes: number): readonly Flag[] => [
  ['--min-semi-space-size=0', `--min-semi-space-size=${megabytes}`],
  ['--max-semi-space-size=0', `--max-semi-space-size=${megabytes}`],
]
