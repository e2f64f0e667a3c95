import type {Configuration} from '../lint/configuration.ts'
import type {OptionValue} from '../lint/rule.ts'
import type {UserData} from '../report/user-data.ts'
import type {ConfigFile} from './fields.ts'

type Settings = Omit<ConfigFile, 'extends' | 'ignores' | 'overrides' | 'plugins' | 'baseline'>

/** Drops the keys that are not set, so that they don't hide what is below. */
const set = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>

function userOf(base: UserData, settings: Settings): UserData {
  const {unit, aliases, superiors, placeholders, names, headings, anonymised, priorInSeparateDocument, limits} =
    settings
  const period = settings.period === undefined ? undefined : String(settings.period)
  return {
    ...base,
    ...set({unit, aliases, superiors, period, placeholders, names, anonymised, priorInSeparateDocument}),
    ...(headings ? {headings: {...base.headings, ...headings}} : {}),
    ...(limits ? {limits: {...base.limits, ...limits}} : {}),
    ...(settings.topics ? {topics: settings.topics.map(({name, aliases = []}) => ({name, aliases}))} : {}),
    ...(settings.terms ? {terms: settings.terms.map(({wrong, right, except = []}) => ({wrong, right, except}))} : {}),
  }
}

/** Lays the settings of a file (or of one of its overrides) over a configuration. */
export function applySettings(base: Configuration, settings: Settings): Configuration {
  const severities = new Map(base.severities)
  const options = new Map(base.options)
  for (const [id, value] of Object.entries(settings.rules ?? {})) {
    const [severity, given] = typeof value === 'string' ? [value] : value
    severities.set(id, severity)
    if (given) options.set(id, {...options.get(id), ...(given as Record<string, OptionValue>)})
  }
  const {preset, profile, genre, lang, requireReasons} = settings
  return {
    ...base,
    ...set({preset, profile, genre, lang, requireReasons}),
    severities,
    options,
    user: userOf(base.user, settings),
  }
}

/** The presets that `extends` may name. */
export const PRESETS: Readonly<Record<string, Settings>> = {
  recommended: {preset: 'recommended'},
  strict: {preset: 'strict'},
  draft: {profile: 'draft'},
  final: {profile: 'final'},
}
