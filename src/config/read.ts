import {existsSync, readFileSync, statSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import {Failure} from '../lint/failure.ts'
import {reasonOf} from '../lint/one-line.ts'
import type {Localized} from '../lint/rule.ts'
import {runForeign} from './foreign.ts'
import {shortPath} from './paths.ts'
import type {Mistake} from './shape.ts'

const TEXTS = {
  broken: {zh: '配置文件“{path}”第{line}行：{what}', en: 'Configuration “{path}”, line {line}: {what}'},
  unnumbered: {zh: '配置文件“{path}”：{what}', en: 'Configuration “{path}”: {what}'},
  missing: {zh: '找不到配置文件“{path}”。{what}', en: 'There is no configuration file “{path}”. {what}'},
  unreadable: {zh: '无法读取配置文件“{path}”（{what}）。', en: 'Cannot read the configuration “{path}” ({what}).'},
  code: {
    zh: '配置文件“{path}”是程序代码，不予运行（--no-js-config，编辑器里是设置 zicha.allowCode）；请改用 zicha.config.json 或 .yaml。',
    en: 'The configuration “{path}” is code, which is not run (--no-js-config, in editors the setting zicha.allowCode); use zicha.config.json or .yaml.',
  },
  plugin: {
    zh: '配置文件“{path}”使用规则包“{what}”，不予运行（--no-js-config，编辑器里是设置 zicha.allowCode）。',
    en: 'The configuration “{path}” uses the plugin “{what}”, which is not run (--no-js-config, in editors the setting zicha.allowCode).',
  },
  typescript: {
    zh: '配置文件“{path}”是 TypeScript，需要 Node.js 22.18 以上；请升级，或改用 zicha.config.mjs。',
    en: 'The configuration “{path}” is TypeScript, which needs Node.js 22.18; upgrade, or use zicha.config.mjs.',
  },
  circular: {zh: '配置文件“{path}”的 extends 绕回了自己。', en: 'The configuration “{path}” extends itself.'},
} satisfies Record<string, Localized>

/** What is wrong with a configuration file, in one line. */
export function configFailure(kind: keyof typeof TEXTS, path: string, what?: Localized, line?: number): Failure {
  const text = TEXTS[kind]
  return new Failure(
    {
      zh: text.zh.replace('{what}', () => what?.zh ?? ''),
      en: text.en.replace('{what}', () => what?.en ?? '').trimEnd(),
    },
    {path: shortPath(path), ...(line === undefined ? {} : {line})},
  )
}

/** The same text in both languages. */
export const both = (text: string): Localized => ({zh: text, en: text})

/** What a configuration file holds, not yet checked. */
export interface RawConfig {
  readonly value: unknown
  /** From 1; undefined where the value has no line. */
  lineOf(path: readonly (string | number)[]): number | undefined
}

const isCode = (path: string): boolean => /\.(?:js|mjs|ts)$/.test(path)

/** @throws Failure naming file, line and what was meant */
export async function readConfig(path: string, allowCode: boolean, hint?: Localized): Promise<RawConfig> {
  if (!existsSync(path)) throw configFailure('missing', path, hint)
  if (!isCode(path)) return parseData(path)
  if (!allowCode) throw configFailure('code', path)
  return runCode(path)
}

export function mistakeFailure(path: string, mistakes: readonly Mistake[], lineOf: RawConfig['lineOf']): Failure {
  const line = lineOf((mistakes[0] as Mistake).path)
  return configFailure(line === undefined ? 'unnumbered' : 'broken', path, tellMistakes(mistakes), line)
}

/** The first mistake, with where it is, and how many others there are. */
export function tellMistakes(mistakes: readonly Mistake[]): Localized {
  const {path, within = path, text} = mistakes[0] as Mistake
  const count = mistakes.length
  const at = within.length ? `${within.join('.')} ` : ''
  const more = count > 1 ? {zh: `（另有${count - 1}处）`, en: ` (and ${count - 1} more)`} : {zh: '', en: ''}
  return {zh: `${at}${text.zh}${more.zh}`, en: `${at}${text.en}${more.en}`}
}

/**
 * JSON is YAML: one parser reads both and knows where each value stands.
 * @throws Failure
 */
export async function parseData(path: string): Promise<RawConfig> {
  const {isMap, isScalar, LineCounter, parseDocument} = await import('yaml')
  const lines = new LineCounter()
  const source = readText(path)
  const document = parseDocument(source, {lineCounter: lines, prettyErrors: false})
  const comment = path.endsWith('.json') ? commentIn(source) : undefined
  if (comment !== undefined) throw configFailure('broken', path, COMMENT, lines.linePos(comment).line)
  const [error] = document.errors
  if (error) {
    const what = {zh: YAML_ERRORS[error.code] ?? `写法有误（${error.code}）。`, en: `${error.message}.`}
    throw configFailure('broken', path, what, lines.linePos(error.pos[0]).line)
  }
  const own = path.endsWith('package.json') ? ['zicha'] : []
  const whole = toValue(document, path)
  const value = own.length ? (whole as Record<string, unknown>).zicha : whole
  return {
    value: value ?? {},
    lineOf(keys) {
      for (let depth = keys.length; depth >= 0; depth--) {
        const path = [...own, ...keys.slice(0, depth)]
        // the line of a key is where a reader looks, not where its value begins
        const parent = document.getIn(path.slice(0, -1), true)
        const pair = isMap(parent)
          ? parent.items.find(({key}) => isScalar(key) && String(key.value) === path.at(-1))
          : undefined
        const node = (pair?.key ?? document.getIn(path, true)) as {range?: readonly number[]} | undefined
        if (node?.range) return lines.linePos(node.range[0] as number).line
      }
      return undefined
    },
  }
}

const COMMENT: Localized = {
  zh: 'JSON 里不能写注释（// 或 /*）。请删掉，或改用 zicha.config.yaml，注释以 # 开头。',
  en: 'JSON has no comments (// or /*). Delete it, or use zicha.config.yaml, where comments begin with #.',
}

/** Where a comment as in JavaScript begins: YAML would take it for words. */
function commentIn(json: string): number | undefined {
  for (const {0: found, index} of json.matchAll(/"(?:[^"\\]|\\.)*"|(?<![^\s{}[\],])\/[/*]/g))
    if (!found.startsWith('"')) return index
  return undefined
}

/** The parser's commonest complaints, in the user's words. */
const YAML_ERRORS: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进不齐，或括号没有配对。',
  TAB_AS_INDENT: '缩进用了制表符，请改用空格。',
  DUPLICATE_KEY: '同一项写了两次。',
  MISSING_CHAR: '少了符号（引号、括号、逗号或冒号后的空格）。',
  UNEXPECTED_TOKEN: '多了或放错了符号。',
  BAD_COLLECTION_TYPE: '列表和项目混在了一起，请检查“-”和缩进。',
  BLOCK_AS_IMPLICIT_KEY: '一行里写了两项，或少了换行。',
  MULTILINE_IMPLICIT_KEY: '项目名称后面少了冒号。',
}

/** @throws Failure for aliases that point nowhere or multiply without end */
function toValue(document: {toJS(options: {maxAliasCount: number}): unknown}, path: string): unknown {
  try {
    return document.toJS({maxAliasCount: 50})
  } catch (error) {
    throw configFailure('unnumbered', path, both(reasonOf(error)))
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    throw configFailure('unreadable', path, both((error as NodeJS.ErrnoException).code ?? reasonOf(error)))
  }
}

async function runCode(path: string): Promise<RawConfig> {
  try {
    // a file that changed while zicha watches is another module
    const url = `${pathToFileURL(path).href}?${statSync(path).mtimeMs}`
    const value = await runForeign(shortPath(path), async () => ((await import(url)) as {default?: unknown}).default)
    return {value: value ?? {}, lineOf: () => undefined}
  } catch (error) {
    const {code} = Object(error) as NodeJS.ErrnoException
    throw code === 'ERR_UNKNOWN_FILE_EXTENSION' ? configFailure('typescript', path) : codeFailure(path, error)
  }
}

/** What the code of a configuration has thrown. */
export function codeFailure(path: string, thrown: unknown): Failure {
  const reason = reasonOf(thrown)
  return configFailure('unnumbered', path, {zh: `运行出错：${reason}`, en: `it failed: ${reason}`})
}
