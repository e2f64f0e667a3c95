import {fileURLToPath} from 'node:url'
import {mistakeInRule} from '../config/plugins.ts'
import {nearest} from '../language/nearest.ts'
import {Failure} from '../lint/failure.ts'
import {inOneLine} from '../lint/one-line.ts'
import type {Localized} from '../lint/rule.ts'

/** A path, or a file's address (`file:`). */
export type Path = string | URL

interface Kind {
  readonly what: Localized
  readonly accepts: (value: unknown) => boolean
}

const isPath = (value: unknown): boolean => typeof value === 'string' || value instanceof URL
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

const OBJECT: Kind = {what: {zh: '对象', en: 'an object'}, accepts: isObject}
const BOOLEAN: Kind = {
  what: {zh: ' true 或 false', en: 'true or false'},
  accepts: (value) => typeof value === 'boolean',
}
const PATH: Kind = {what: {zh: '路径（文字或 file: 地址）', en: 'a path (a string or a file: URL)'}, accepts: isPath}
const PATHS: Kind = {
  what: {zh: '路径或路径的列表', en: 'a path or a list of paths'},
  accepts: (value) => [value].flat().every(isPath),
}
const TEXT: Kind = {
  what: {zh: '文字或字节（Uint8Array）', en: 'a string or bytes (Uint8Array)'},
  // also those of another realm, as test runners have them
  accepts: (value) => typeof value === 'string' || Object.prototype.toString.call(value) === '[object Uint8Array]',
}
const CONFIG: Kind = {
  what: {zh: '配置文件的路径或 false', en: 'the path of a configuration file, or false'},
  accepts: (value) => value === false || isPath(value),
}
const LIST: Kind = {what: {zh: '列表', en: 'a list'}, accepts: Array.isArray}

const OPTIONS = {
  config: CONFIG,
  settings: OBJECT,
  rules: LIST,
  allowCode: BOOLEAN,
  filePath: PATH,
  fix: BOOLEAN,
  unsafeFixes: BOOLEAN,
} satisfies Record<string, Kind>

export type OptionName = keyof typeof OPTIONS

const WRONG: Localized = {zh: '{name}应为{what}，给的是 {value}。', en: '{name} must be {what}; given is {value}.'}
const UNKNOWN: Localized = {
  zh: '没有“{name}”这个选项，可用的有 {known}。',
  en: 'There is no option “{name}”; known are {known}.',
}
const NEAR: Localized = {
  zh: '没有“{name}”这个选项，是不是“{near}”？',
  en: 'There is no option “{name}”; did you mean “{near}”?',
}
const NO_FILE: Localized = {zh: '“{url}”不是文件的地址。', en: '“{url}” is no address of a file.'}
const NO_RULE: Localized = {zh: 'rules 的第 {n} 项不是规则：{reason}', en: 'Item {n} of rules is no rule: {reason}'}

/** Names that options and suppressions may hold. */
const NAME = /^[\w/-]+$/

/** The longest value that is told as it is. */
const LONGEST = 40

/** Callers without types may give anything. */
function told(value: unknown): string {
  if (typeof value === 'string') return `“${inOneLine(value.slice(0, LONGEST))}”`
  return typeof value === 'object' && value !== null ? Object.prototype.toString.call(value) : String(value)
}

function check(name: Localized, {what, accepts}: Kind, value: unknown): void {
  if (!accepts(value)) throw new Failure(WRONG, {name, what, value: told(value)})
}

/** @throws Failure for what is neither a text nor bytes */
export const checkText = (text: unknown): void => check({zh: '要检查的内容', en: 'The text'}, TEXT, text)

/** @throws Failure for what names no file */
export const checkPatterns = (patterns: unknown): void => check({zh: '要检查的文件', en: 'The files'}, PATHS, patterns)

/** @throws Failure for an option that there isn't, or a value that it doesn't take; undefined is as good as none */
export function checkOptions(options: unknown, known: readonly OptionName[]): void {
  check({zh: '选项', en: 'The options'}, OBJECT, options)
  for (const [key, value] of Object.entries(options as object)) {
    const name = known.find((other) => other === key)
    if (!name) throw unknownOption(key, known)
    if (value !== undefined) check({zh: `${name} `, en: name}, OPTIONS[name], value)
    if (name === 'rules' && Array.isArray(value)) checkRules(value)
  }
}

function unknownOption(name: string, known: readonly string[]): Failure {
  const near = nearest(name, known)
  return near ? new Failure(NEAR, {name, near}) : new Failure(UNKNOWN, {name, known: known.join(', ')})
}

function checkRules(rules: readonly unknown[]): void {
  for (const [index, rule] of rules.entries()) {
    const reason = mistakeInRule(rule, NAME)
    if (reason) throw new Failure(NO_RULE, {n: index + 1, reason})
  }
}

/** @throws Failure for what is no path, nor the address of a file */
export function pathOf(given: unknown): string {
  check({zh: '文件', en: 'The file'}, PATH, given)
  if (typeof given === 'string' && !/^file:\/\//i.test(given)) return given
  try {
    return fileURLToPath(given as Path)
  } catch {
    throw new Failure(NO_FILE, {url: String(given)})
  }
}
