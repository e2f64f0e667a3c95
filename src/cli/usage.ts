import type {CommanderError} from 'commander'
import type {Language} from '../lint/configuration.ts'
import type {Localized} from '../lint/rule.ts'

export const help = {
  program: {
    zh: '自查：检查自查报告、整改报告草稿。不联网。',
    en: 'Checks drafts of Chinese self-inspection reports. Offline.',
  },
  version: {zh: '显示版本', en: 'print the version'},
  help: {zh: '显示帮助', en: 'print this help'},
  lint: {zh: '检查草稿（默认命令）', en: 'check drafts (the default command)'},
  inspect: {zh: '看懂了什么：各部分、问题、措施及其对应', en: 'what was understood: parts, problems, measures, links'},
  ledger: {zh: '整改台账：问题、措施、责任人、时限，空缺标明', en: 'the ledger of problems and measures, gaps shown'},
  ledgerFile: {zh: '写入的文件：.xlsx、.csv 或 .md', en: 'the file to write: .xlsx, .csv or .md'},
  explain: {zh: '说明一条规则', en: 'explain a rule'},
  rules: {zh: '列出全部规则', en: 'list all rules'},
  lsp: {zh: '为编辑器提供检查（语言服务器）', en: 'serve an editor (language server)'},
  stdio: {zh: '经标准输入输出通信（默认）', en: 'talk on standard input and output (the default)'},
  nodeIpc: {zh: '经 Node 进程通道通信', en: 'talk over Node’s own channel'},
  baseline: {zh: '只报告基线文件里没有的', en: 'report only what is not in this baseline'},
  noBaseline: {zh: '不用配置里的基线', en: 'use no baseline'},
  cache: {zh: '没有改动的草稿用上次的结果', en: 'take last time’s results for drafts that did not change'},
  cacheLocation: {zh: '缓存放在这个文件夹', en: 'folder for the cache'},
  staged: {zh: '只检查 git 暂存区里的草稿（按暂存的内容）', en: 'check what is staged in git, as it is staged'},
  watch: {zh: '草稿一改就再检查', en: 'check again when a draft changes'},
  suppress: {
    zh: '把不改的地方记入 zicha.ignore.yaml（不动草稿）',
    en: 'record what stays as it is in zicha.ignore.yaml; drafts are not touched',
  },
  suppressRule: {zh: '哪条规则', en: 'which rule'},
  line: {zh: '只记这一行的', en: 'only what stands on this line'},
  reason: {zh: '不改的理由', en: 'why it stays'},
  prune: {zh: '清理不再用得上的记录', en: 'drop records that are not needed any more'},
  baselineCommand: {
    zh: '把现有的问题记入基线，以后只报告新的',
    en: 'record today’s findings, so that later only new ones are reported',
  },
  baselineFile: {zh: '基线文件（默认 zicha.baseline.json）', en: 'the baseline (zicha.baseline.json)'},
  init: {zh: '写一份配置文件', en: 'write a configuration file'},
  yes: {zh: '不提问，用默认值', en: 'ask nothing, take the defaults'},
  unit: {zh: '报告单位全称', en: 'full name of the reporting unit'},
  period: {zh: '报告期，如 2025、2025H1、2025Q3', en: 'period, such as 2025, 2025H1, 2025Q3'},
  files: {zh: '草稿、文件夹或通配符；- 表示标准输入', en: 'drafts, folders or patterns; - is standard input'},
  rule: {
    zh: '设定一条规则的级别，可多次使用，如 long-sentence=off',
    en: 'set the severity of a rule, may be repeated: long-sentence=off',
  },
  genre: {zh: '指定文种', en: 'name the genre'},
  profile: {zh: 'draft（草稿，默认）或 final（定稿）', en: 'draft (default) or final'},
  preset: {zh: 'recommended（默认）或 strict（从严）', en: 'recommended (default) or strict'},
  lang: {zh: '语言：zh 或 en', en: 'language: zh or en'},
  stdinFilename: {zh: '标准输入的文件名（决定格式）', en: 'name for standard input (decides the format)'},
  noColor: {zh: '不用颜色', en: 'no colours'},
  config: {zh: '指定配置文件', en: 'use this configuration file'},
  noConfig: {zh: '不读配置文件', en: 'read no configuration file'},
  noJsConfig: {zh: '不运行 .js、.ts 配置和规则包', en: 'refuse configuration that is code, and plugins'},
  noIgnore: {zh: '忽略之列的也检查', en: 'check also what is to be ignored'},
  printConfig: {zh: '显示这份草稿实际使用的配置', en: 'print the configuration that a draft gets'},
  lintFormat: {
    zh: '输出格式：pretty（默认）、compact、json、jsonl、sarif、github、gitlab、junit、checkstyle、rdjson、markdown、html，或模块名',
    en: 'pretty (default), compact, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, markdown, html, or a module',
  },
  outputFile: {zh: '结果写入文件', en: 'write the report to a file'},
  format: {zh: '输出格式', en: 'output format'},
  fix: {
    zh: '自动改正（只改不影响意思的；Word 文件写成修订）',
    en: 'repair what can be repaired safely (in Word files as tracked changes)',
  },
  convert: {zh: '用 LibreOffice 打开 .doc、.wps、.odt', en: 'open .doc, .wps and .odt by means of LibreOffice'},
  annotate: {zh: '把检查结果写成 Word 批注', en: 'write the findings into a Word file as comments'},
  word: {zh: 'Word 文档（.docx）', en: 'a Word document (.docx)'},
  copy: {zh: '写到这个文件', en: 'write to this file'},
  inPlace: {zh: '写回原文件，原件另存', en: 'write into the file itself, keep a backup'},
  fixDryRun: {zh: '只显示会怎样改，不写文件', en: 'show what --fix would change, write nothing'},
  unsafeFixes: {zh: '连同可能影响意思的改正', en: 'also fixes that may change the sense'},
  against: {
    zh: '与别的报告（文件或文件夹，可多次使用）比较，找出照抄的内容',
    en: 'compare with other reports (file or folder, may be repeated) and report what is copied',
  },
  stats: {zh: '显示各条规则用时', en: 'print the time that each rule took'},
  quiet: {zh: '只报告错误', en: 'report errors only'},
  maxWarnings: {zh: '警告超过此数时退出码为 1', en: 'exit with 1 when there are more warnings'},
} satisfies Record<string, Localized>

const HINT: Localized = {zh: '用 zicha --help 查看用法。', en: 'See zicha --help.'}

const MESSAGES: Readonly<Record<string, Localized>> = {
  'commander.unknownOption': {zh: '没有“{name}”这个选项。', en: 'There is no option “{name}”.'},
  'commander.missingArgument': {zh: '请给出要检查的草稿或文件夹。', en: 'Name the drafts or folders to check.'},
  'commander.optionMissingArgument': {zh: '选项“{name}”后面少了值。', en: 'The option “{name}” needs a value.'},
  'commander.invalidArgument': {zh: '选项的值不对：{name}。', en: 'Wrong value for an option: {name}.'},
  'commander.excessArguments': {zh: '多余的参数。', en: 'Too many arguments.'},
}
/** What is missing, by the name of the argument. */
const MISSING: Readonly<Record<string, Localized>> = {
  rule: {
    zh: '请给出规则名，如 zicha explain count-mismatch。',
    en: 'Name a rule, such as: zicha explain count-mismatch.',
  },
  file: {zh: '请给出一个 Word 文件（.docx）。', en: 'Name a Word file (.docx).'},
}
const OTHER: Localized = {zh: '命令写法不对。', en: 'Wrong usage.'}

/** One line for what commander refuses, in the user's language. */
export function describeUsageError(error: CommanderError, lang: Language): string {
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? ''
  const near = /Did you mean (?:one of )?([^)?]+)\?/.exec(error.message)?.[1]
  const missing = error.code === 'commander.missingArgument' ? MISSING[quoted] : undefined
  const told = (missing ?? MESSAGES[error.code] ?? OTHER)[lang].replace('{name}', quoted)
  const guess = near ? (lang === 'zh' ? `是不是“${near}”？` : ` Did you mean “${near}”?`) : ''
  return `${told}${guess}${lang === 'zh' ? '' : ' '}${HINT[lang]}`
}
