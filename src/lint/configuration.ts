import {NO_USER_DATA, type UserData} from '../report/user-data.ts'
import type {Option, OptionValue, Profile, Rule, Severity} from './rule.ts'

export type Language = 'zh' | 'en'

/** All that a run of the rules over one draft depends on, besides the draft. */
export interface Configuration {
  /** How loud rules are that the user set; the others follow preset and profile. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>
  /** Options that the user set, by rule. */
  readonly options: ReadonlyMap<string, Readonly<Record<string, OptionValue>>>
  readonly preset: 'recommended' | 'strict'
  readonly profile: Profile
  /** The genre (文种), when the user names it. */
  readonly genre: string | undefined
  readonly user: UserData
  readonly lang: Language
  /** Whether a suppression needs a reason. */
  readonly requireReasons: boolean
}

export const DEFAULT_CONFIGURATION: Configuration = {
  severities: new Map(),
  options: new Map(),
  preset: 'recommended',
  profile: 'draft',
  genre: undefined,
  user: NO_USER_DATA,
  lang: 'zh',
  requireReasons: false,
}

/** How loud a rule is under a configuration, as long as a finding doesn't say otherwise. */
export function severityOf(rule: Rule, configuration: Configuration): Severity | 'off' {
  const set = configuration.severities.get(rule.id)
  if (set) return set
  const plan = rule.severityIn
  return (
    (configuration.preset === 'strict' ? plan?.strict : undefined) ?? plan?.[configuration.profile] ?? rule.severity
  )
}

const NONE: Readonly<Record<string, OptionValue>> = Object.freeze({})

/** A rule's options: its own defaults, and what the user set above them. */
export function optionsOf(rule: Rule, configuration: Configuration): Readonly<Record<string, OptionValue>> {
  const set = configuration.options.get(rule.id)
  if (!rule.options) return set ?? NONE
  const values: Record<string, OptionValue> = {}
  for (const name in rule.options) values[name] = (rule.options[name] as Option).default
  return set ? Object.assign(values, set) : values
}
