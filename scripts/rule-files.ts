import {existsSync, readdirSync} from 'node:fs'
import {GROUPS, type Group} from '../src/lint/rule.ts'

export interface RuleFile {
  readonly id: string
  readonly group: Group
  /** From the project's root. */
  readonly path: string
}

/** The rule files in the order of the groups, then by id. A file that begins with `_` is a helper, no rule. */
export const ruleFiles = (): RuleFile[] =>
  GROUPS.filter((group) => existsSync(`rules/${group}`)).flatMap((group) =>
    readdirSync(`rules/${group}`)
      .filter((name) => name.endsWith('.ts') && !name.startsWith('_'))
      .sort()
      .map((name) => ({id: name.slice(0, -3), group, path: `rules/${group}/${name}`})),
  )
