import type {Language} from './configuration.ts'
import type {Data} from './rule.ts'

/** Texts that were filled before: what stands between the slots, at even places, and the names of these. */
const split = new Map<string, readonly string[]>()

/** Puts data into a rule's text: `{name}` becomes the value of `name`. */
export function fill(text: string, data: Data = {}): string {
  let parts = split.get(text)
  if (!parts) split.set(text, (parts = text.split(/\{(\w+)\}/)))
  if (parts.length === 1) return text
  const filled = parts.slice()
  for (let slot = 1; slot < parts.length; slot += 2) {
    const name = parts[slot] as string
    filled[slot] = name in data ? String(data[name]) : `{${name}}`
  }
  // not with +, which keeps what it was made of: the draft's whole text behind a few words of it
  return filled.join('')
}

/** Where a rule's page is kept, from the project's root. */
export const pageOf = (ruleId: string, lang: Language): string => `docs/rules/${lang === 'en' ? 'en/' : ''}${ruleId}.md`
