import {runInNewContext} from 'node:vm'
import {anyOf} from '../../src/report/phrases/any-of.ts'

/** A regular expression in the code of a module, `[start, end)`. */
export interface Expression {
  readonly start: number
  readonly end: number
  readonly source: string
  readonly flags: string
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly callee?: {readonly name?: string}
  readonly regex?: {readonly pattern: string; readonly flags: string}
}

interface Declaration {
  readonly declarations?: readonly {readonly id: {readonly name?: string}; readonly init: Node | null}[]
}

/** A declaration, or its export. */
interface Statement extends Declaration {
  readonly declaration?: Declaration | null
}

/** The code of a module's constants, by name. */
type Constants = ReadonlyMap<string, string>

/**
 * The expressions that are made when a module is loaded, not within a function: literals, and those that `new RegExp` or
 * `anyOf` makes of its constants.
 * @param body the statements of its syntax tree
 */
export function expressionsOf(code: string, body: readonly unknown[]): Expression[] {
  const constants = new Map<string, string>()
  for (const statement of body as readonly Statement[])
    for (const {id, init} of (statement.declaration ?? statement).declarations ?? [])
      if (id.name && init) constants.set(id.name, code.slice(init.start, init.end))
  return expressionsIn(body, (node) => expressionAt(code.slice(node.start, node.end), node, constants))
}

function expressionsIn(node: unknown, at: (node: Node) => Expression | undefined): Expression[] {
  if (typeof node !== 'object' || node === null) return []
  if ('type' in node) {
    if (/Function|Class/.test(String(node.type))) return []
    const found = at(node as Node)
    if (found) return [found]
  }
  return Object.values(node).flatMap((part) => expressionsIn(part, at))
}

function expressionAt(text: string, node: Node, constants: Constants): Expression | undefined {
  const {type, start, end, callee, regex} = node
  if (regex) return {start, end, source: regex.pattern, flags: regex.flags}
  const isMade =
    type === 'NewExpression' ? callee?.name === 'RegExp' : type === 'CallExpression' && callee?.name === anyOf.name
  if (!isMade) return undefined
  try {
    const {source, flags}: RegExp = runInNewContext([...needed(text, constants), text].join(';'), {anyOf})
    return {start, end, source, flags}
  } catch {
    // made of more than constants
    return undefined
  }
}

/** The declarations of the constants that some code names, and of those that they are made of. */
function needed(text: string, constants: Constants, known = new Set<string>()): Set<string> {
  for (const name of text.match(/\b[A-Z][A-Z\d_]*\b/g) ?? []) {
    const value = constants.get(name)
    const declaration = `const ${name} = ${value}`
    if (value === undefined || known.has(declaration)) continue
    needed(value, constants, known)
    known.add(declaration)
  }
  return known
}

/** What opens a group: its kind, with its bracket. */
const OPENING = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y
const QUANTIFIER = /(?:[*+?]|\{\d+(?:,\d*)?\})?\??/y
/** A character, a class or an escape that is read as one. */
const ONE = /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<\w+>|[pP]\{\w+\}|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|[\s\S]/y

interface Group {
  readonly isAssertion: boolean
  readonly isBehind: boolean
  /** Whether an alternative begins with it. */
  readonly begins: boolean
  hasAlternatives: boolean
}

/**
 * An expression that matches the same and takes less time to compile: V8 writes what follows alternatives once more for each
 * of them, unless an assertion comes first. An empty one, which always holds, is put there. Not behind an optional group
 * that an alternative begins with: there V8 looks for what follows it, which is worth more.
 */
export function withStops(source: string): string {
  const taken = (kind: RegExp, at: number): string => {
    kind.lastIndex = at
    return kind.exec(source)?.[0] ?? ''
  }
  const groups: Group[] = []
  let stopped = ''
  let begins = true
  for (let at = 0; at < source.length; ) {
    const part = source[at] === '(' ? taken(OPENING, at) : taken(ONE, at)
    at += part.length
    stopped += part
    if (part.startsWith('(')) {
      const isAssertion = /[=!]$/.test(part)
      groups.push({isAssertion, isBehind: part.startsWith('(?<') && isAssertion, begins, hasAlternatives: false})
      begins = true
      continue
    }
    const around = groups.at(-1)
    begins = part === '|'
    if (part === '|' && around) around.hasAlternatives = true
    if (part !== ')') continue
    groups.pop()
    const quantifier = taken(QUANTIFIER, at)
    at += quantifier.length
    stopped += quantifier
    const isFollowed = at < source.length && !'|)$'.includes(source[at] as string)
    const isStopped = around?.hasAlternatives && !around.isAssertion && !(quantifier && around.begins)
    if (isFollowed && isStopped && !groups.some(({isBehind}) => isBehind)) stopped += '(?=)'
  }
  return stopped
}
