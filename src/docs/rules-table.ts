import type {Language} from '../lint/configuration.ts'
import {GROUPS, type Localized, type Rule} from '../lint/rule.ts'
import {GROUND_NAMES, GROUP_NAMES, REPAIRS, SEVERITIES} from './rule-page.ts'

const TEXTS = {
  title: {zh: '规则一览', en: 'Rules'},
  intro: {
    zh: '共 {n} 条。级别是默认级别；依据分“规定”“一般”“实务”三等。',
    en: 'There are {n}. The severity is the default one; the ground is a norm (规定), general practice (一般) or custom of the trade (实务).',
  },
  head: {zh: '| 规则 | 报告什么 | 级别 | 依据 | 改正 |', en: '| Rule | What it reports | Severity | Ground | Repair |'},
} satisfies Record<string, Localized>

/** The index of the rules' pages, in Markdown. */
export function rulesTable(rules: readonly Rule[], lang: Language): string {
  const row = ({id, what, severity, ground, fixes}: Rule): string =>
    `| [${id}](${id}.md) | ${what[lang]} | ${SEVERITIES[severity][lang]} | ${GROUND_NAMES[ground][lang]} | ${REPAIRS[fixes][lang]} |`
  const groups = GROUPS.flatMap((group) => {
    const members = rules.filter((rule) => rule.group === group)
    if (!members.length) return []
    return [
      `## ${GROUP_NAMES[group][lang]}`,
      '',
      TEXTS.head[lang],
      '| --- | --- | --- | --- | --- |',
      ...members.map(row),
      '',
    ]
  })
  return [`# ${TEXTS.title[lang]}`, '', TEXTS.intro[lang].replace('{n}', String(rules.length)), '', ...groups].join(
    '\n',
  )
}
