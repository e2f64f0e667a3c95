import {pathToFileURL} from 'node:url'
import {Failure} from '../lint/failure.ts'
import {reasonOf} from '../lint/one-line.ts'
import type {Localized, Rule} from '../lint/rule.ts'
import {runForeign} from './foreign.ts'
import {shortPath} from './paths.ts'

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
    if (!Array.isArray(rules)) throw new Error('no `rules`')
    return rules.map((rule: Rule) => {
      if (typeof rule?.check !== 'function' || !/^[a-z]+(-[a-z]+)*$/.test(rule.id))
        throw new Error(`not a rule: ${String(rule?.id)}`)
      return {...rule, id: `${prefixOf(name)}/${rule.id}`, check: (report, options) => rule.check(report, options)}
    })
  } catch (error) {
    throw new Failure(BROKEN, {name, reason: reasonOf(error)})
  }
}
