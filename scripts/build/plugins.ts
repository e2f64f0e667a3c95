import {fileURLToPath} from 'node:url'
import type {Plugin} from 'rolldown'
import {bytesOf, tableOf} from '../../src/language/codec.ts'
import {writeNeeds} from '../../src/language/needs.ts'
import type {Rule} from '../../src/lint/rule.ts'
import {expressionsOf, withStops} from './expressions.ts'

/** Every other character as an escape: Node reads a file of one-byte characters ten times faster than one of Chinese. */
export const ascii = (): Plugin => ({
  name: 'ascii',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk')
        file.code = file.code.replace(
          /[^\0-\x7f]/g,
          (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
        )
  },
})

/**
 * Keeps the bundler's own functions (`__commonJS` and the like) in the chunk that every run loads, and not in a file of their own
 * beside it.
 * @param main the file that is loaded first
 */
export const helpersWithin = (main: string): Plugin => ({
  name: 'helpers-within',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
    const helpers = chunks.find(({name}) => name === 'rolldown-runtime')
    if (!helpers) throw new Error('the bundle has no helpers of its own')
    const required = new RegExp(`require\\([\`'"]\\./${helpers.fileName}[\`'"]\\)`)
    for (const chunk of chunks) {
      const instead =
        chunk.fileName === main
          ? `(exports.helpers=function(exports){${helpers.code}return exports}({}))`
          : `require('./${main}').helpers`
      chunk.code = chunk.code.replace(required, () => instead)
    }
    delete bundle[helpers.fileName]
  },
})

/** What a chunk may name, as in any module of CommonJS, and `import`: src/cli/boot.ts hands them in. */
const GIVEN = 'exports,require,module,__filename,__dirname,importModule'

/** Where `import(…)` is called in a syntax tree, in the order of the source. */
function importsIn(node: unknown): number[] {
  if (typeof node !== 'object' || node === null) return []
  const {type, start} = node as {readonly type?: string; readonly start: number}
  const within = Object.values(node).flatMap(importsIn)
  return type === 'ImportExpression' ? [start, ...within] : within
}

/**
 * Makes each chunk a function, so that its text is compiled as it was read: half a megabyte takes a while to be copied. What it
 * imports is imported for it: V8 forgets who may do so in what it takes from a code cache.
 */
export const asFunctions = (): Plugin => ({
  name: 'as-functions',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue
      let code = file.code
      for (const start of importsIn(this.parse(code).body).toReversed())
        code = `${code.slice(0, start)}importModule${code.slice(start + 'import'.length)}`
      file.code = `(function(${GIVEN}){${code}\n})`
    }
  },
})

const DESCRIBED = fileURLToPath(new URL('described.ts', import.meta.url))

/** What a rule (规则) says about itself, which a run that only lints never reads. */
export type Description = Pick<Rule, 'what' | 'why' | 'how' | 'bad' | 'good'>

/** As JSON, which holds less than JavaScript: what it would lose is an error. */
function descriptionsOf(rules: readonly Rule[]): string {
  const descriptions = rules.map(({id, what, why, how, bad, good}) => [id, {what, why, how, bad, good}] as const)
  return JSON.stringify(Object.fromEntries(descriptions), (key, value: unknown) => {
    const isPlain = typeof value !== 'object' || value === null || Array.isArray(value) || value.constructor === Object
    if (!isPlain || typeof value === 'function' || (typeof value === 'number' && !Number.isFinite(value)))
      throw new Error(`${key} of a rule is more than JSON holds`)
    return value
  })
}

/**
 * Moves the descriptions of rules into a file of their own, which is read when somebody asks for one; and makes what a rule says of
 * its findings a getter: V8 compiles a function when it is called, so it costs nothing before.
 */
export const descriptionsAside = (rules: readonly Rule[]): Plugin => ({
  name: 'descriptions-aside',
  transform: {
    filter: {id: /\/rules\/[\w-]+\/[\w-]+\.ts$/},
    handler(code) {
      const {body} = this.parse(code, {lang: 'ts'})
      const exported = body.find((statement) => statement.type === 'ExportDefaultDeclaration')?.declaration
      const rule = exported?.type === 'CallExpression' ? exported.arguments[0] : undefined
      if (rule?.type !== 'ObjectExpression') return undefined
      let left = code
      for (const property of rule.properties.toReversed()) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue
        const {name} = property.key
        const value = code.slice(property.value.start, property.value.end)
        const instead = name === 'messages' ? `get messages() { return ${value} }` : `__proto__: described`
        if (name === 'messages' || name === 'what')
          left = left.slice(0, property.start) + instead + left.slice(property.end)
        else if (isDescription(name)) left = left.slice(0, property.start) + left.slice(property.end).replace(/^,/, '')
      }
      return {code: `import {described} from ${JSON.stringify(DESCRIBED)}\n${left}`}
    },
  },
  generateBundle() {
    this.emitFile({type: 'asset', fileName: 'rules.json', source: descriptionsOf(rules)})
  },
})

const isDescription = (name: string): boolean => ['why', 'how', 'bad', 'good'].includes(name)

const NEEDS = fileURLToPath(new URL('../../src/language/needs.ts', import.meta.url))

/** Where expressions are looked for in whole drafts. */
const OVER_DRAFTS = /\/(?:rules|src\/report)\//

/**
 * Writes regular expressions as V8 compiles them soonest, and around each that is looked for in whole drafts what it needs
 * (src/language/needs.ts).
 */
export const preparedExpressions = (): Plugin => ({
  name: 'prepared-expressions',
  transform: {
    filter: {id: /\/(?:rules|src)\/.*\.ts$/},
    handler(code, id) {
      let changed = code
      let imports = ''
      for (const {start, end, source, flags} of expressionsOf(code, this.parse(code, {lang: 'ts'}).body).toReversed()) {
        let prepared = String(new RegExp(withStops(source), flags))
        const needs = OVER_DRAFTS.test(id) && flags.includes('g') && writeNeeds({source, flags})
        if (needs) {
          prepared = `needing(${prepared}, ${JSON.stringify(needs)})`
          imports = `import {needing} from ${JSON.stringify(NEEDS)}\n`
        }
        changed = changed.slice(0, start) + prepared + changed.slice(end)
      }
      return {code: imports + changed}
    },
  },
})

/**
 * Modules that a dependency loads, but that our use of it never needs: Commander wants `child_process` for commands that are
 * programs of their own.
 */
const UNNEEDED: readonly {readonly module: RegExp; readonly from: string; readonly instead: string}[] = [
  {module: /^(?:node:)?child_process$/, from: '/commander/', instead: 'export default {}'},
]

export const withoutUnneeded = (): Plugin => ({
  name: 'without-unneeded',
  resolveId(id, importer) {
    const index = UNNEEDED.findIndex(({module, from}) => module.test(id) && importer?.includes(from))
    return index < 0 ? undefined : `\0unneeded:${index}`
  },
  load(id) {
    const index = /^\0unneeded:(\d+)$/.exec(id)?.[1]
    return index === undefined ? undefined : UNNEEDED[Number(index)]?.instead
  },
})

/**
 * Groups what the entry imports at once into one chunk, so that a run opens few files.
 * @param also other modules that most runs load
 */
export function startChunk(also: RegExp): {plugin: Plugin; holds: (id: string) => boolean} {
  const needed = new Set<string>()
  return {
    holds: (id) => needed.has(id),
    plugin: {
      name: 'start-chunk',
      buildEnd() {
        const open = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry || also.test(id))
        for (let id = open.pop(); id !== undefined; id = open.pop()) {
          if (needed.has(id)) continue
          needed.add(id)
          open.push(...(this.getModuleInfo(id)?.importedIds ?? []))
        }
      },
    },
  }
}

/** Literals of this length are tables, not words. */
const LONG = 10_000

/** What calls in generated modules make of a literal (src/language/codec.ts), as the bytes that a file holds instead. */
const WRITTEN: Readonly<Record<string, (literal: string) => Uint8Array>> = {
  copyTable: tableOf,
  copyText: (text) => Buffer.from(text, 'utf16le'),
  copyBytes: bytesOf,
  bytesOf,
}

/** A call of one of these. */
interface TableCall {
  readonly type: 'CallExpression'
  readonly callee: {readonly name: string}
  readonly arguments: readonly [literal: {readonly value: string; readonly end: number}]
  readonly start: number
  readonly end: number
}

/** Those with a long literal, in the order of the source. */
function tableCalls(node: unknown): TableCall[] {
  if (typeof node !== 'object' || node === null) return []
  const call = node as TableCall
  if (call.type === 'CallExpression' && Object.hasOwn(WRITTEN, call.callee.name))
    return call.arguments[0].value.length >= LONG ? [call] : []
  return Object.values(node).flatMap(tableCalls)
}

const READ_TABLE = fileURLToPath(new URL('read-table.ts', import.meta.url))

/**
 * Moves generated tables (`data/*.ts`) and the kernel into files of their own beside the bundle. As literals they would be parsed, or
 * unpacked from the code cache, at every start; so they are read to where they are needed.
 */
export const tablesAside = (): Plugin => ({
  name: 'tables-aside',
  transform: {
    filter: {id: /\/data\/[\w-]+\.ts$|\/kernel\/binary\.ts$/},
    handler(code, id) {
      const name = id.replace(/^.*\/([\w-]+)\.ts$/, '$1')
      let moved = code
      for (const {
        callee,
        arguments: [literal],
        start,
        end,
      } of tableCalls(this.parse(code, {lang: 'ts'}).body).reverse()) {
        const fileName = `${name}-${start}.table`
        this.emitFile({
          type: 'asset',
          fileName,
          source: (WRITTEN[callee.name] as (text: string) => Uint8Array)(literal.value),
        })
        const read = callee.name === 'bytesOf' ? 'readFileSync' : 'readTable'
        moved = `${moved.slice(0, start)}${read}(__dirname + '/${fileName}'${moved.slice(literal.end, end)}${moved.slice(end)}`
      }
      if (moved === code) return undefined
      const imports = `import {readFileSync} from 'node:fs'\nimport {readTable} from ${JSON.stringify(READ_TABLE)}\n`
      return {code: imports + moved, moduleType: 'ts'}
    },
  },
})
