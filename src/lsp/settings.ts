import {resolve} from 'node:path'
import {GENRE_NAMES} from '../cli/flags.ts'
import {ConfigLoader} from '../config/load.ts'
import {type Configuration, DEFAULT_CONFIGURATION, type Language} from '../lint/configuration.ts'
import type {Profile, Rule} from '../lint/rule.ts'

/** What the editor's own settings say (`zicha.*`). Undefined: as the configuration file has it. */
export interface Settings {
  readonly enable: boolean
  /** The editor's language, where neither setting nor configuration says another. */
  readonly locale: Language
  readonly lang: Language | undefined
  readonly profile: Profile | undefined
  readonly preset: 'recommended' | 'strict' | undefined
  readonly genre: string | undefined
  /** A configuration file for all drafts. */
  readonly config: string | undefined
  /** Whether configuration that is code, and plugins, may be run. */
  readonly allowCode: boolean
  readonly codeLens: boolean
  readonly inlayHints: boolean
  readonly workspaceDiagnostics: boolean
}

/**
 * Reads what a client sent: null, nothing, or values of a wrong type all count as not set.
 * @param folder where paths start
 */
export function readSettings(value: unknown, locale: Language, folder: string): Settings {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const flag = (name: string, fallback: boolean): boolean =>
    typeof given[name] === 'boolean' ? (given[name] as boolean) : fallback
  const choice = <Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined =>
    choices.find((one) => one === given[name])
  const {config} = given
  return {
    enable: flag('enable', true),
    locale,
    lang: choice('lang', ['zh', 'en']),
    profile: choice('profile', ['draft', 'final']),
    preset: choice('preset', ['recommended', 'strict']),
    genre: choice('genre', GENRE_NAMES),
    config: typeof config === 'string' && config.trim() ? resolve(folder, config) : undefined,
    allowCode: flag('allowCode', false),
    codeLens: flag('codeLens', true),
    inlayHints: flag('inlayHints', false),
    workspaceDiagnostics: flag('workspaceDiagnostics', true),
  }
}

/** Finds the configuration of drafts as the command line does, the editor's settings laid over files. */
export function createLoader(settings: Settings, rules: readonly Rule[]): ConfigLoader {
  const {config, allowCode, locale, lang, profile, preset, genre} = settings
  const chosen: Partial<Configuration> = {
    ...(lang && {lang}),
    ...(profile && {profile}),
    ...(preset && {preset}),
    ...(genre && {genre}),
  }
  return new ConfigLoader({
    config,
    allowCode,
    rules,
    genres: GENRE_NAMES,
    base: {...DEFAULT_CONFIGURATION, lang: locale},
    finish: (configuration) => ({...configuration, ...chosen}),
  })
}
