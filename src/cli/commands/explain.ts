import {rules} from '../../../rules/index.ts'
import {rulePage} from '../../docs/rule-page.ts'
import {ENGINE_RULES} from '../../lint/engine-rules.ts'
import {languageOf, unknownRule} from '../flags.ts'
import {CLEAN, type Io} from '../io.ts'

/** `zicha explain <rule>` prints the rule's page. */
export function explainCommand(id: string, flags: {readonly lang?: string}, io: Io): number {
  const rule = [...rules, ...ENGINE_RULES].find((known) => known.id === id)
  if (!rule) throw unknownRule(id, rules)
  io.out(rulePage(rule, languageOf(flags.lang)))
  return CLEAN
}
