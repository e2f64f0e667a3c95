import {nearest} from '../language/nearest.ts'
import type {Localized} from '../lint/rule.ts'

/** What a value of the configuration may be: checked here, written into the JSON Schema, explained in the documentation. */
export type Shape =
  /** Words; where numbers are taken as well, for the words that they are written as. */
  | {readonly kind: 'string'; readonly what: Localized; readonly pattern?: RegExp; readonly takesNumbers?: boolean}
  | {readonly kind: 'boolean'; readonly what: Localized}
  | {
      readonly kind: 'number'
      readonly what: Localized
      readonly minimum?: number
      readonly maximum?: number
      readonly isWhole?: boolean
    }
  | {readonly kind: 'choice'; readonly what: Localized; readonly choices: readonly string[]}
  | {readonly kind: 'list'; readonly what: Localized; readonly of: Shape}
  /** One value or a list of them. */
  | {readonly kind: 'one-or-more'; readonly what: Localized; readonly of: Shape}
  /** A severity, or a severity with the rule's options. */
  | {readonly kind: 'rule'; readonly what: Localized; readonly options: Fields}
  | {readonly kind: 'map'; readonly what: Localized; readonly of: Shape}
  | {readonly kind: 'object'; readonly what: Localized; readonly fields: Fields; readonly required?: readonly string[]}

export type Fields = Readonly<Record<string, Shape>>

export const SEVERITIES = ['off', 'info', 'warning', 'error'] as const

/** Where in the configuration, and what is wrong there. */
export interface Mistake {
  readonly path: readonly (string | number)[]
  /** What is named in front of the text: the path, unless the text names its last key itself. */
  readonly within?: readonly (string | number)[]
  readonly text: Localized
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const told = (value: unknown): string => {
  const words = asJson(value) ?? String(value)
  return words.length > 40 ? `${words.slice(0, 40)}…` : words
}

/** Undefined for what JSON has no words for. */
function asJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    // it holds itself, or something that JSON can't hold
    return Array.isArray(value) ? '[…]' : isObject(value) ? '{…}' : undefined
  }
}

const mustBe = (path: Mistake['path'], value: unknown, zh: string, en: string): Mistake => ({
  path,
  text: {zh: `应为${zh}，写成了 ${told(value)}`, en: `must be ${en}, but is ${told(value)}`},
})

/** A description inside a sentence. */
const bare = (what: string): string => what.replace(/[。.]$/, '')

const oneOf = (path: Mistake['path'], value: unknown, choices: readonly string[]): Mistake => {
  const near = typeof value === 'string' ? nearest(value, choices) : undefined
  const list = choices.length > 12 ? `${choices.slice(0, 12).join(', ')}, …` : choices.join(', ')
  return {
    path,
    text: {
      zh: `应为 ${list} 之一，写成了 ${told(value)}${near ? `。是不是“${near}”？` : ''}`,
      en: `must be one of ${list}, but is ${told(value)}${near ? `. Did you mean “${near}”?` : ''}`,
    },
  }
}

function unknownKey(path: Mistake['path'], key: string, known: readonly string[]): Mistake {
  const near = nearest(key, known)
  return {
    path: [...path, key],
    within: path,
    text: {
      zh: `没有“${key}”这一项${near ? `，是不是“${near}”？` : `；可用的有：${known.join('、')}`}`,
      en: `“${key}” is not known${near ? `; did you mean “${near}”?` : `; known are ${known.join(', ')}`}`,
    },
  }
}

function checkFields(
  fields: Fields,
  value: unknown,
  path: Mistake['path'],
  required: readonly string[] = [],
): Mistake[] {
  if (!isObject(value)) return [mustBe(path, value, '对象', 'an object')]
  const missing = required
    .filter((key) => !(key in value))
    .map((key): Mistake => ({path, text: {zh: `缺少“${key}”`, en: `“${key}” is missing`}}))
  return [
    ...missing,
    ...Object.entries(value).flatMap(([key, inner]) => {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined
      if (field) return check(field, inner, [...path, key])
      return key === '$schema' ? [] : [unknownKey(path, key, Object.keys(fields))]
    }),
  ]
}

/** Everything that is wrong with a value, in the order in which it stands. */
export function check(shape: Shape, value: unknown, path: Mistake['path'] = []): Mistake[] {
  switch (shape.kind) {
    case 'string': {
      const {what, pattern, takesNumbers} = shape
      const words = takesNumbers && typeof value === 'number' ? String(value) : value
      if (typeof words !== 'string') return [mustBe(path, value, '文字', 'a string')]
      return pattern && !pattern.test(words) ? [mustBe(path, value, bare(what.zh), bare(what.en))] : []
    }
    case 'boolean':
      return typeof value === 'boolean' ? [] : [mustBe(path, value, ' true 或 false', 'true or false')]
    case 'number': {
      const {minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY} = shape
      const isOne = shape.isWhole ? Number.isInteger(value) : typeof value === 'number'
      if (isOne && (value as number) >= minimum && (value as number) <= maximum) return []
      if (minimum === maximum) return [mustBe(path, value, ` ${minimum}`, `${minimum}`)]
      const range = `${shape.minimum ?? '…'}–${shape.maximum ?? '…'}`
      return [
        shape.isWhole
          ? mustBe(path, value, `整数（${range}）`, `a whole number (${range})`)
          : mustBe(path, value, `数字（${range}）`, `a number (${range})`),
      ]
    }
    case 'choice':
      return shape.choices.includes(value as string) ? [] : [oneOf(path, value, shape.choices)]
    case 'list':
      if (!Array.isArray(value)) return [mustBe(path, value, '列表', 'a list')]
      return value.flatMap((inner, index) => check(shape.of, inner, [...path, index]))
    case 'one-or-more':
      return Array.isArray(value)
        ? value.flatMap((inner, index) => check(shape.of, inner, [...path, index]))
        : check(shape.of, value, path)
    case 'rule':
      return checkRule(shape.options, value, path)
    case 'map':
      if (!isObject(value)) return [mustBe(path, value, '对象', 'an object')]
      return Object.entries(value).flatMap(([key, inner]) => check(shape.of, inner, [...path, key]))
    case 'object':
      return checkFields(shape.fields, value, path, shape.required)
  }
}

function checkRule(options: Fields, value: unknown, path: Mistake['path']): Mistake[] {
  if (!Array.isArray(value)) return SEVERITIES.includes(value as never) ? [] : [oneOf(path, value, SEVERITIES)]
  const [severity, given, ...rest] = value
  return [
    ...(SEVERITIES.includes(severity) ? [] : [oneOf([...path, 0], severity, SEVERITIES)]),
    ...(given === undefined ? [] : checkFields(options, given, [...path, 1])),
    ...(rest.length ? [mustBe(path, value, '[级别, 选项]', '[severity, options]')] : []),
  ]
}
