import type {Language} from './configuration.ts'
import type {Data} from './rule.ts'

/** Puts data into a text: `{name}` becomes the value of `name`. */
export const fill = (text: string, data: Data = {}): string =>
  text.replace(/\{(\w+)\}/g, (slot, name: string) => (name in data ? String(data[name]) : slot))

/** Where a rule's page is kept, from the project's root. */
export const pageOf = (ruleId: string, lang: Language): string => `docs/rules/${lang === 'en' ? 'en/' : ''}${ruleId}.md`
