import fc from 'fast-check'
import {afterEach, expect, it, vi} from 'vitest'
import {networks} from '../../src/report/correspondence/data/weights.ts'
import {binary} from '../../src/report/correspondence/kernel/binary.ts'

// not among Node's types
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: unknown
  CompileError: new (message: string) => Error
}

const usual = WebAssembly

afterEach(() => {
  vi.unstubAllGlobals()
})

/** What a kernel of its own makes of items: of each what it reads, of each pair its features and score, the nearest ones. */
async function made(): Promise<(problems: readonly string[], measures: readonly string[]) => unknown[]> {
  vi.resetModules()
  const {readItem} = await import('../../src/report/correspondence/kernel/items.ts')
  const {Places} = await import('../../src/report/correspondence/kernel/nearest.ts')
  const {PairTable} = await import('../../src/report/correspondence/kernel/pairs.ts')
  // the kernel is made when it is first asked
  readItem('', 'problem', 0)
  return (problems, measures) => {
    const read = problems.map((words) => readItem(words, 'problem', words.indexOf('，')))
    const own = measures.map((words) => readItem(words, 'measure', words.indexOf('，')))
    const places = new Places(read)
    const all = Int32Array.from(problems.keys())
    const near = own.map((measure) => [...places.nearest(measure, all)])
    const pairs = read.flatMap((_, problem) => own.map((__, measure) => ({problem, measure})))
    const table = new PairTable(
      {
        problemOf: Int32Array.from(pairs, ({problem}) => problem),
        measureOf: Int32Array.from(pairs, ({measure}) => measure),
        isLaidOut: new Uint8Array(pairs.length),
      },
      read.length,
      own.length,
    )
    for (const [pair, {problem, measure}] of pairs.entries())
      table.compare(pair, read[problem] as Uint8Array, own[measure] as Uint8Array)
    table.compareRivals()
    table.score(networks)
    return [read, own, near, [...table.features], [...table.compete({measure: 0, problem: 0})]]
  }
}

/** As V8 is on a processor for which it has no vectors. */
class WithoutVectors extends usual.Module {
  constructor(bytes: Uint8Array) {
    if (Buffer.from(bytes).equals(binary())) throw new usual.CompileError('Wasm SIMD unsupported')
    super(bytes)
  }
}

it('gives the same to the last digit where V8 has no vectors', async () => {
  const withVectors = await made()
  const modules = vi.fn(WithoutVectors)
  vi.stubGlobal('WebAssembly', {Instance: usual.Instance, CompileError: usual.CompileError, Module: modules})
  const without = await made()
  const item = fc
    .array(
      fc.constantFrom(
        '灭火器',
        '压力不足',
        '公车',
        '未登记',
        '更换',
        '档案',
        '归档',
        '进一步加强',
        '，',
        '食堂',
        '专人',
      ),
      {maxLength: 30},
    )
    .map((words) => words.join(''))
  const some = fc.array(item, {minLength: 1, maxLength: 5})
  fc.assert(
    fc.property(some, some, (problems, measures) => {
      expect(without(problems, measures)).toEqual(withVectors(problems, measures))
    }),
  )
  expect(modules.mock.results.map(({type}) => type)).toEqual(['throw', 'return'])
})
