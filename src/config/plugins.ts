import {pathToFileURL} from 'node:url'
import {Failure} from '../lint/failure.ts'
import {reasonOf} from '../lint/one-line.ts'
import type {Localized, Rule} from '../lint/rule.ts'
import {runForeign} from './foreign.ts'
import {shortPath} from './paths.ts'
import {SEVERITIES} from './shape.ts'

/** Rules of others: a package `zicha-plugin-<name>` whose default export (or named export) holds `rules`. */
export interface Plugin {
  readonly rules: readonly Rule[]
}

const MISSING: Localized = {
  zh: '配置文件“{path}”要用规则包“{name}”，但没有找到；请先安装：npm install --save-dev {name}',
  en: 'The configuration “{path}” uses the plugin “{name}”, which was not found; install it: npm install --save-dev {name}',
}
const BROKEN: Localized = {
  zh: '规则包“{name}”无法使用：{reason}',
  en: 'The plugin “{name}” cannot be used: {reason}',
}

/** `zicha-plugin-x`, `@scope/zicha-plugin-x` and a path to a file all give their rules the prefix `x/`. */
export const prefixOf = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? name).replace(/\.(?:js|mjs|cjs|ts)$/, '').replace(/^zicha-plugin-/, '')

const packageOf = (name: string): string =>
  /^[./\\@]/.test(name) || name.startsWith('zicha-plugin-') ? name : `zicha-plugin-${name}`

const NO_RULES: Localized = {zh: '没有 rules（规则的列表）。', en: 'it has no `rules`, a list.'}

/**
 * Why something can't be run as a rule; undefined for a rule.
 * @param name what its id may be
 */
export function mistakeInRule(given: unknown, name = /^[a-z]+(-[a-z]+)*$/): Localized | undefined {
  const rule = Object(given) as Partial<Rule>
  const id = String(rule.id)
  if (typeof rule.id !== 'string' || !name.test(id))
    return {
      zh: `规则的 id 应为小写字母和连字符，给的是“${id}”。`,
      en: `the id of a rule is in kebab-case, not “${id}”.`,
    }
  const parts = {
    check: typeof rule.check === 'function',
    severity: SEVERITIES.some((severity) => severity === rule.severity),
    messages: typeof rule.messages === 'object' && rule.messages !== null,
  }
  const wrong = Object.entries(parts).find(([, isThere]) => !isThere)
  return wrong && {zh: `规则 ${id} 没有合用的 ${wrong[0]}。`, en: `the rule ${id} has no proper \`${wrong[0]}\`.`}
}

/**
 * Loads the rules of a plugin, each under `prefix/id`.
 * @param path the configuration that names it: packages and paths are looked for from there
 * @throws Failure
 */
export async function loadPlugin(given: string, path: string): Promise<readonly Rule[]> {
  const {createRequire} = await import('node:module')
  const name = packageOf(given)
  let file: string
  try {
    file = createRequire(path).resolve(name)
  } catch {
    throw new Failure(MISSING, {path: shortPath(path), name})
  }
  try {
    const load = (): Promise<unknown> => import(pathToFileURL(file).href)
    const module = (await runForeign(given, load)) as Partial<Plugin> & {default?: Partial<Plugin>}
    const rules = module.default?.rules ?? module.rules
    if (!Array.isArray(rules)) throw new Failure(BROKEN, {name, reason: NO_RULES})
    return rules.map((rule: Rule) => {
      const mistake = mistakeInRule(rule)
      if (mistake) throw new Failure(BROKEN, {name, reason: mistake})
      return {...rule, id: `${prefixOf(name)}/${rule.id}`, check: (report, options) => rule.check(report, options)}
    })
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(BROKEN, {name, reason: reasonOf(error)})
  }
}
