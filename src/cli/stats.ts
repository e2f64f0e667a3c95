import type {Language} from '../lint/configuration.ts'
import type {Localized} from '../lint/rule.ts'

const HEAD: Localized = {zh: '规则用时（毫秒）', en: 'Time of each rule (milliseconds)'}

/** The time of each rule, slowest first, with its share of all rules. */
export function timesTable(times: ReadonlyMap<string, number>, lang: Language): string {
  const total = [...times.values()].reduce((sum, time) => sum + time, 0) || 1
  const rows = [...times]
    .sort((a, b) => b[1] - a[1])
    .map(
      ([rule, time]) =>
        `${rule.padEnd(28)}${time.toFixed(1).padStart(10)}${((100 * time) / total).toFixed(1).padStart(8)}%`,
    )
  return `${HEAD[lang]}\n${rows.join('\n')}\n`
}
