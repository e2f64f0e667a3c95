import type {Language} from '../lint/configuration.ts'
import type {ExampleContext, Localized, Rule} from '../lint/rule.ts'

const TEXTS = {
  severity: {zh: '级别', en: 'Severity'},
  ground: {zh: '依据', en: 'Ground'},
  fixes: {zh: '改正', en: 'Repair'},
  group: {zh: '类别', en: 'Group'},
  why: {zh: '为什么', en: 'Why'},
  how: {zh: '怎样改', en: 'What to do'},
  bad: {zh: '会报告', en: 'Reported'},
  badNote: {zh: '`⟦…⟧` 标出报告的位置。', en: '`⟦…⟧` marks what is reported.'},
  fixed: {zh: '自动改正后：', en: 'After the fix:'},
  good: {zh: '不会报告', en: 'Not reported'},
  options: {zh: '选项', en: 'Options'},
  option: {zh: '名称', en: 'Name'},
  fallback: {zh: '默认值', en: 'Default'},
  what: {zh: '作用', en: 'Meaning'},
  suppress: {
    zh: '不想在某处报告时，见文档“配置”一章。',
    en: 'To silence it in one place, see the chapter on configuration.',
  },
} satisfies Record<string, Localized>

export const SEVERITIES = {
  error: {zh: '错误', en: 'error'},
  warning: {zh: '警告', en: 'warning'},
  info: {zh: '提示', en: 'info'},
  off: {zh: '默认关闭', en: 'off'},
} satisfies Record<string, Localized>

export const REPAIRS = {
  none: {zh: '由作者改', en: 'by the writer'},
  suggestion: {zh: '给出建议', en: 'suggestions'},
  unsafe: {zh: '可自动改，需确认（--unsafe-fixes）', en: 'automatic, to be confirmed (--unsafe-fixes)'},
  safe: {zh: '可自动改（--fix）', en: 'automatic (--fix)'},
} satisfies Record<string, Localized>

export const GROUND_NAMES = {
  规定: {zh: '规定', en: 'set by a norm (规定)'},
  一般: {zh: '一般', en: 'general practice (一般)'},
  实务: {zh: '实务', en: 'custom of the trade (实务)'},
} satisfies Record<string, Localized>

export const GROUP_NAMES = {
  unfinished: {zh: '未完成', en: 'unfinished'},
  structure: {zh: '结构', en: 'structure'},
  correspondence: {zh: '问题与措施', en: 'correspondence'},
  consistency: {zh: '前后一致', en: 'consistency'},
  numbering: {zh: '序号', en: 'numbering'},
  form: {zh: '公文格式', en: 'form'},
  language: {zh: '语言文字', en: 'language'},
} satisfies Record<string, Localized>

const context = ({file, genre, profile, options, user}: ExampleContext): string => {
  const parts = [
    ...(file && file !== 'txt' ? [`.${file}`] : []),
    ...(genre ? [`--genre ${genre}`] : []),
    ...(profile ? [`--profile ${profile}`] : []),
    ...(options ? [JSON.stringify(options)] : []),
    ...(user ? [JSON.stringify(user)] : []),
  ]
  return parts.length ? ` ${parts.join(' ')}` : ''
}

const block = (text: string, info: ExampleContext): string => {
  const note = context(info)
  return `${note ? `\`${note.trim()}\`\n\n` : ''}\`\`\`\`text\n${text}\n\`\`\`\``
}

const examples = (rule: Rule, t: (text: Localized) => string): string[] => [
  `## ${t(TEXTS.bad)}`,
  '',
  t(TEXTS.badNote),
  ...rule.bad.flatMap((example) => [
    '',
    block(example.text, example),
    ...(example.fixed === undefined ? [] : ['', t(TEXTS.fixed), '', block(example.fixed, {})]),
  ]),
  '',
  `## ${t(TEXTS.good)}`,
  ...rule.good.flatMap((example) => ['', block(example.text, example)]),
]

/** A rule's page in Markdown: what `zicha explain` prints and what stands in `docs/rules`. */
export function rulePage(rule: Rule, lang: Language): string {
  const t = (text: Localized): string => text[lang]
  const options = Object.entries(rule.options ?? {})
  const lines = [
    `# ${rule.id}`,
    '',
    t(rule.what),
    '',
    `- ${t(TEXTS.group)}: ${t(GROUP_NAMES[rule.group])}`,
    `- ${t(TEXTS.severity)}: ${t(SEVERITIES[rule.severity])}`,
    `- ${t(TEXTS.ground)}: ${t(GROUND_NAMES[rule.ground])}`,
    `- ${t(TEXTS.fixes)}: ${t(REPAIRS[rule.fixes])}`,
    '',
    `## ${t(TEXTS.why)}`,
    '',
    t(rule.why),
    '',
    `## ${t(TEXTS.how)}`,
    '',
    t(rule.how),
  ]
  if (rule.bad.length) lines.push('', ...examples(rule, t))
  if (options.length)
    lines.push(
      '',
      `## ${t(TEXTS.options)}`,
      '',
      `| ${t(TEXTS.option)} | ${t(TEXTS.fallback)} | ${t(TEXTS.what)} |`,
      '| --- | --- | --- |',
      ...options.map(([name, option]) => `| \`${name}\` | \`${JSON.stringify(option.default)}\` | ${t(option.what)} |`),
    )
  return `${lines.join('\n')}\n`
}
