import {dirname, resolve} from 'node:path'
import {nearest} from '../language/nearest.ts'
import {ENGINE_RULES} from '../lint/engine-rules.ts'
import type {Localized, Rule} from '../lint/rule.ts'
import {type ConfigFile, configShape} from './fields.ts'
import {matcher} from './ignored.ts'
import type {Layer, Layers} from './load.ts'
import {loadPlugin} from './plugins.ts'
import {both, codeFailure, configFailure, mistakeFailure, readConfig} from './read.ts'
import {PRESETS} from './resolve.ts'
import {check, type Mistake, type Shape} from './shape.ts'

export interface LayerOptions {
  readonly allowCode: boolean
  readonly rules: readonly Rule[]
  readonly genres: readonly string[]
}

/**
 * Reads a configuration file, what it extends, and the plugins of all of them.
 * @param above the files that led here by `extends`
 * @throws Failure naming file, line and what was meant
 */
export async function readLayers(
  path: string,
  above: readonly string[],
  options: LayerOptions,
  hint?: Localized,
): Promise<Layers> {
  if (above.includes(path)) throw configFailure('circular', path)
  const {value, lineOf} = await readConfig(path, options.allowCode, hint)
  const below: Layer[] = []
  const plugins = new Map<string, Rule>()
  for (const name of namesIn(value, 'extends')) {
    const preset = PRESETS[name]
    if (preset) {
      below.push({path, content: preset, overrides: []})
      continue
    }
    const extended = await readLayers(resolve(dirname(path), name), [...above, path], options, presetHint(name))
    below.push(...extended.layers)
    for (const rule of extended.plugins) plugins.set(rule.id, rule)
  }
  for (const name of namesIn(value, 'plugins')) {
    if (!options.allowCode) throw configFailure('plugin', path, both(name))
    for (const rule of await loadPlugin(name, path)) plugins.set(rule.id, rule)
  }
  const added = [...plugins.values()]
  const mistakes = mistakesIn(path, configShape([...options.rules, ...ENGINE_RULES, ...added], options.genres), value)
  if (mistakes.length) throw mistakeFailure(path, mistakes, lineOf)
  return {layers: [...below, layerOf(path, value as ConfigFile)], plugins: added}
}

/** A value that code has made may run code of its own when it is read. */
function mistakesIn(path: string, shape: Shape, value: unknown): readonly Mistake[] {
  try {
    return check(shape, value)
  } catch (error) {
    throw codeFailure(path, error)
  }
}

function layerOf(path: string, content: ConfigFile): Layer {
  const folder = dirname(path)
  return {
    path,
    content,
    ...(content.ignores?.length ? {ignores: matcher(folder, content.ignores)} : {}),
    overrides: (content.overrides ?? []).map(({files}) => matcher(folder, [files].flat())),
  }
}

/** The names under a key of a value that is not yet checked. */
function namesIn(value: unknown, key: string): string[] {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
  return [given].flat().filter((name) => typeof name === 'string')
}

/** A preset's mistyped name looks like a path. */
function presetHint(name: string): Localized | undefined {
  const near = nearest(name, Object.keys(PRESETS))
  return near === undefined ? undefined : {zh: `是不是“${near}”？`, en: `Did you mean “${near}”?`}
}
