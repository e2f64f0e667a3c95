import type {OptionValue, Rule, Severity} from '../lint/rule.ts'
import type {Fields, Shape} from './shape.ts'

/** What a configuration file holds. Every key may be left out. */
export interface ConfigFile {
  readonly extends?: string | readonly string[]
  readonly preset?: 'recommended' | 'strict'
  readonly profile?: 'draft' | 'final'
  readonly genre?: string
  readonly lang?: 'zh' | 'en'
  readonly rules?: Readonly<
    Record<string, Severity | 'off' | readonly [Severity | 'off', Readonly<Record<string, OptionValue>>?]>
  >
  readonly unit?: string
  readonly aliases?: readonly string[]
  readonly superiors?: readonly string[]
  /** A whole year may be a number, as YAML reads it. */
  readonly period?: string | number
  readonly topics?: readonly {readonly name: string; readonly aliases?: readonly string[]}[]
  readonly terms?: readonly {readonly wrong: string; readonly right: string; readonly except?: readonly string[]}[]
  readonly placeholders?: readonly string[]
  readonly names?: readonly string[]
  readonly headings?: Readonly<Record<string, readonly string[]>>
  readonly anonymised?: boolean
  readonly priorInSeparateDocument?: boolean
  readonly limits?: {
    readonly maximumLength?: number
    readonly minimumProblemShare?: number
    readonly maximumWorkShare?: number
  }
  readonly requireReasons?: boolean
  readonly baseline?: string
  readonly plugins?: readonly string[]
  readonly ignores?: readonly string[]
  readonly overrides?: readonly (Omit<ConfigFile, 'extends' | 'ignores' | 'overrides' | 'plugins' | 'baseline'> & {
    readonly files: string | readonly string[]
  })[]
}

/** Types a configuration written in JavaScript or TypeScript. */
export const defineConfig = (config: ConfigFile): ConfigFile => config

const text = (zh: string, en: string, pattern?: RegExp): Shape => ({
  kind: 'string',
  what: {zh, en},
  ...(pattern ? {pattern} : {}),
})
const texts = (zh: string, en: string): Shape => ({kind: 'list', what: {zh, en}, of: text('文字', 'a string')})

const optionShape = (option: NonNullable<Rule['options']>[string]): Shape => {
  const {what, default: value, minimum, maximum, choices} = option
  if (choices) return {kind: 'choice', what, choices}
  if (typeof value === 'boolean') return {kind: 'boolean', what}
  if (typeof value === 'number')
    return {
      kind: 'number',
      what,
      ...(minimum === undefined ? {} : {minimum}),
      ...(maximum === undefined ? {} : {maximum}),
    }
  return typeof value === 'string' ? {kind: 'string', what} : {kind: 'list', what, of: text('文字', 'a string')}
}

function rulesShape(rules: readonly Rule[]): Shape {
  const fields = rules.map(({id, what, options = {}}): [string, Shape] => [
    id,
    {
      kind: 'rule',
      what,
      options: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionShape(option)])),
    },
  ])
  return {
    kind: 'object',
    what: {zh: '各条规则的级别和选项。', en: 'Severity and options of rules.'},
    fields: Object.fromEntries(fields),
  }
}

const share = (zh: string, en: string): Shape => ({kind: 'number', what: {zh, en}, minimum: 0, maximum: 1})

/** The keys that may also stand in an override. */
const ownFields = (rules: readonly Rule[], genres: readonly string[]): Fields => ({
  preset: {
    kind: 'choice',
    what: {zh: '规则集：recommended（默认）或 strict（从严）。', en: 'recommended (default) or strict.'},
    choices: ['recommended', 'strict'],
  },
  profile: {
    kind: 'choice',
    what: {zh: '阶段：draft（草稿，默认）或 final（定稿）。', en: 'draft (default) or final.'},
    choices: ['draft', 'final'],
  },
  genre: {kind: 'choice', what: {zh: '文种。', en: 'Genre.'}, choices: genres},
  lang: {kind: 'choice', what: {zh: '提示语言。', en: 'Language of messages.'}, choices: ['zh', 'en']},
  rules: rulesShape(rules),
  unit: text('报告单位全称。', 'Full name of the reporting unit.'),
  aliases: texts('单位简称。', 'Short names of the unit.'),
  superiors: texts('上级单位和协作单位，名称可以出现在文中。', 'Superiors and partners, whose names may appear.'),
  period: {
    kind: 'string',
    what: {zh: '报告期：2025、2025H1、2025Q3。', en: 'Period: 2025, 2025H1, 2025Q3.'},
    pattern: /^(?:19|20)\d{2}(?:H[12]|Q[1-4])?$/,
    takesNumbers: true,
  },
  topics: {
    kind: 'list',
    what: {zh: '通知要求写到的内容。', en: 'Topics that the notice asks for.'},
    of: {
      kind: 'object',
      what: {zh: '名称和别名。', en: 'Name and other names.'},
      fields: {name: text('名称。', 'Name.'), aliases: texts('别名。', 'Other names.')},
      required: ['name'],
    },
  },
  terms: {
    kind: 'list',
    what: {zh: '本单位的用语：错的写法、对的写法、例外。', en: 'Wording: wrong, right, exceptions.'},
    of: {
      kind: 'object',
      what: {zh: '一条用语。', en: 'One entry.'},
      fields: {
        wrong: text('错的写法。', 'Wrong.', /./),
        right: text('对的写法。', 'Right.'),
        except: texts('包含它而不算错的词。', 'Words that contain it and are right.'),
      },
      required: ['wrong', 'right'],
    },
  },
  placeholders: texts('本单位模板里的空位，如“待核”。', 'Words that are blanks in your forms.'),
  names: texts('看着像空位、其实是名称的词，如“双领+X”。', 'Words that look like blanks but are names.'),
  headings: {
    kind: 'map',
    what: {zh: '各部分在本单位的标题用词。', en: 'Heading words by role.'},
    of: texts('标题用词。', 'Heading words.'),
  },
  anonymised: {kind: 'boolean', what: {zh: '文中名称是有意隐去的。', en: 'Names were masked on purpose.'}},
  priorInSeparateDocument: {
    kind: 'boolean',
    what: {zh: '上年度整改情况另有文件。', en: 'Last year’s rectification is reported separately.'},
  },
  limits: {
    kind: 'object',
    what: {zh: '通知规定的篇幅。', en: 'Limits that a notice sets.'},
    fields: {
      maximumLength: {kind: 'number', what: {zh: '全文最多字数。', en: 'Longest report, in characters.'}, minimum: 1},
      minimumProblemShare: share('问题部分至少占多少（0–1）。', 'Least share of the problems part.'),
      maximumWorkShare: share('成绩部分至多占多少（0–1）。', 'Greatest share of the work part.'),
    },
  },
  requireReasons: {kind: 'boolean', what: {zh: '每处忽略都要写理由。', en: 'Every suppression needs a reason.'}},
})

/** The shape of settings for all drafts, without those that only a file can have. */
export const settingsShape = (rules: readonly Rule[], genres: readonly string[]): Shape => ({
  kind: 'object',
  what: {zh: '设置。', en: 'Settings.'},
  fields: ownFields(rules, genres),
})

/** The shape of a configuration file, for the rules at hand. */
export function configShape(rules: readonly Rule[], genres: readonly string[]): Shape {
  const own = ownFields(rules, genres)
  const globs: Shape = {
    kind: 'one-or-more',
    what: {zh: '文件（.gitignore 写法）。', en: 'Files, as patterns of .gitignore.'},
    of: text('模式', 'a pattern'),
  }
  return {
    kind: 'object',
    what: {zh: '自查的配置。', en: 'Configuration of zicha.'},
    fields: {
      extends: {
        kind: 'one-or-more',
        what: {
          zh: '继承：recommended、strict、draft、final 或另一个配置文件。',
          en: 'recommended, strict, draft, final, or another file.',
        },
        of: text('名称或路径', 'a name or a path'),
      },
      ...own,
      plugins: texts('第三方规则包（zicha-plugin-*）。', 'Packages of rules (zicha-plugin-*).'),
      baseline: text('基线文件：其中已有的问题不再报告。', 'Baseline: a file of findings that are not reported again.'),
      ignores: texts('不检查的文件（.gitignore 写法）。', 'Files that are not checked, as patterns of .gitignore.'),
      overrides: {
        kind: 'list',
        what: {zh: '对部分文件另作规定。', en: 'Other settings for some files.'},
        of: {
          kind: 'object',
          what: {zh: '一组文件。', en: 'One group of files.'},
          fields: {files: globs, ...own},
          required: ['files'],
        },
      },
    },
  }
}
