import {relative} from 'node:path'
import type {ConfigLoader, Setup} from '../config/load.ts'
import {severityOf} from '../lint/configuration.ts'
import {ENGINE_RULES} from '../lint/engine-rules.ts'
import {CLEAN, type Io} from './io.ts'

/** What a draft is linted with, as a configuration file would say it, with every rule's severity. */
export function effective({configuration, rules, files, baseline}: Setup): Record<string, unknown> {
  const {preset, profile, genre, lang, requireReasons, user, options} = configuration
  const severities = [...rules, ...ENGINE_RULES].map((rule) => {
    const severity = severityOf(rule, configuration)
    const given = options.get(rule.id)
    return [rule.id, given ? [severity, given] : severity]
  })
  return {
    files: files.map((file) => relative('.', file)),
    preset,
    profile,
    genre,
    lang,
    requireReasons,
    ...user,
    baseline: baseline === undefined ? undefined : relative('.', baseline),
    rules: Object.fromEntries(severities),
  }
}

/** `zicha --print-config <draft>` */
export async function printConfig(draft: string, loader: ConfigLoader, io: Io): Promise<number> {
  io.out(`${JSON.stringify(effective(await loader.setupFor(draft)), null, 2)}\n`)
  return CLEAN
}
