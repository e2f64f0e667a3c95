import {rules} from '../../rules/index.ts'
import {ConfigLoader} from '../config/load.ts'
import {nearest} from '../language/nearest.ts'
import type {Configuration, Language} from '../lint/configuration.ts'
import {DEFAULT_CONFIGURATION} from '../lint/configuration.ts'
import {ENGINE_RULES} from '../lint/engine-rules.ts'
import {Failure} from '../lint/failure.ts'
import type {Localized, Profile, Rule, Severity} from '../lint/rule.ts'
import {GENRES} from '../report/genres/index.ts'
import type {UserData} from '../report/user-data.ts'
import {type Ignored, nothingIgnored} from './inputs.ts'

/** What the command line says about a run. */
export interface Flags {
  readonly rule: readonly string[]
  readonly genre?: string
  readonly profile?: string
  readonly preset?: string
  readonly lang?: string
  /** A configuration file; false for none at all. */
  readonly config?: string | false
  /** False: no configuration that is code, no plugins. */
  readonly jsConfig?: boolean
  /** False: check also what is to be left out. */
  readonly ignore?: boolean
}

const UNKNOWN_RULE: Localized = {
  zh: '没有“{name}”这条规则。{hint}用 zicha rules 查看全部规则。',
  en: 'There is no rule “{name}”. {hint}See all of them with: zicha rules',
}
const BAD_RULE: Localized = {
  zh: '--rule 的写法是“规则名=级别”，级别为 error、warning、info 或 off；收到的是“{value}”。',
  en: '--rule takes “rule=severity” with error, warning, info or off; it got “{value}”.',
}
const BAD_CHOICE: Localized = {
  zh: '{flag} 只能是 {choices}；收到的是“{value}”。{hint}',
  en: '{flag} takes one of {choices}; it got “{value}”. {hint}',
}

const TOGETHER: Localized = {zh: '{a} 和 {b} 不能同时使用。', en: '{a} and {b} cannot be used together.'}
const ALONE: Localized = {zh: '{flag} 要和 {others} 一起使用。', en: '{flag} is used together with {others}.'}

export const notTogether = (a: string, b: string): Failure => new Failure(TOGETHER, {a, b})

/** An option that does nothing without one of others. */
export const notAlone = (flag: string, ...others: readonly string[]): Failure =>
  new Failure(ALONE, {flag, others: {zh: others.join(' 或 '), en: others.join(' or ')}})

/** To be put into a message behind its first sentence: which known name may have been meant. */
export const didYouMean = (name: string, known: readonly string[]): Localized => {
  const near = nearest(name, known)
  return near ? {zh: `是不是“${near}”？`, en: `Did you mean “${near}”? `} : {zh: '', en: ''}
}

export function unknownRule(name: string, rules: readonly Rule[]): Failure {
  const ids = rules.map(({id}) => id)
  return new Failure(UNKNOWN_RULE, {name, hint: didYouMean(name, ids)})
}

function choose<Choice extends string>(flag: string, value: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value)
  if (found) return found
  throw new Failure(BAD_CHOICE, {flag, value, choices: choices.join(', '), hint: didYouMean(value, choices)})
}

function parseRules(values: readonly string[], rules: readonly Rule[]): Map<string, Severity | 'off'> {
  const severities = new Map<string, Severity | 'off'>()
  for (const value of values) {
    const [, id = '', severity = ''] = /^([\w/-]+)=(error|warning|info|off)$/.exec(value) ?? []
    if (!id) throw new Failure(BAD_RULE, {value})
    if (!rules.some((rule) => rule.id === id)) throw unknownRule(id, rules)
    severities.set(id, severity as Severity | 'off')
  }
  return severities
}

/** What the user may call a genre (文种): its id or its Chinese name. */
export const GENRE_NAMES: readonly string[] = GENRES.flatMap(({id, name}) => [id, name.zh])

export const languageOf = (lang: string | undefined): Language => choose('--lang', lang ?? 'zh', ['zh', 'en'])

/** @throws Failure where a value is not one of those that the option takes */
export function applyFlags(
  base: Configuration,
  flags: Flags,
  rules: readonly Rule[],
  genres: readonly string[],
): Configuration {
  return {
    ...base,
    severities: new Map([...base.severities, ...parseRules(flags.rule, [...rules, ...ENGINE_RULES])]),
    ...(flags.preset === undefined ? {} : {preset: choose('--preset', flags.preset, ['recommended', 'strict'])}),
    ...(flags.profile === undefined ? {} : {profile: choose<Profile>('--profile', flags.profile, ['draft', 'final'])}),
    ...(flags.genre === undefined ? {} : {genre: choose('--genre', flags.genre, genres)}),
    ...(flags.lang === undefined ? {} : {lang: languageOf(flags.lang)}),
  }
}

/**
 * Finds the configuration of drafts, with the flags laid over it.
 * @param against other reports to compare with
 * @throws Failure where a flag is wrong
 */
export function createLoader(flags: Flags, against: UserData['against'] = []): ConfigLoader {
  const {config, jsConfig = true} = flags
  const compare = (configuration: Configuration): Configuration =>
    against.length ? {...configuration, user: {...configuration.user, against}} : configuration
  return new ConfigLoader({
    config: config === false ? undefined : config,
    ignoreFiles: config === false,
    allowCode: jsConfig,
    rules,
    genres: GENRE_NAMES,
    base: DEFAULT_CONFIGURATION,
    finish: (configuration, known) => compare(applyFlags(configuration, flags, known, GENRE_NAMES)),
  })
}

/** What `ignores` and ignore files leave out; nothing with `--no-ignore`. */
export const ignoredBy = (loader: ConfigLoader, flags: Flags): Ignored =>
  flags.ignore === false
    ? nothingIgnored
    : async (path, withGit) => {
        if (!withGit && !loader.mayIgnore(path)) return false
        try {
          return await loader.ignores(path, withGit)
        } catch (error) {
          // a broken configuration is told when the draft is linted
          if (error instanceof Failure) return false
          throw error
        }
      }
