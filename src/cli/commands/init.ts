import {existsSync, rmSync, writeFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {configShape} from '../../config/fields.ts'
import {Folders} from '../../config/folders.ts'
import {check} from '../../config/shape.ts'
import type {Language} from '../../lint/configuration.ts'
import {Failure} from '../../lint/failure.ts'
import type {Localized} from '../../lint/rule.ts'
import {GENRES} from '../../report/genres/index.ts'
import {GENRE_NAMES, languageOf} from '../flags.ts'
import {CLEAN, type Io} from '../io.ts'
import {whyNotWritten} from '../why-not-written.ts'

const FILE = 'zicha.config.yaml'
const SCHEMA = 'node_modules/zicha/zicha.schema.json'

export interface InitFlags {
  readonly yes?: boolean
  readonly unit?: string
  readonly genre?: string
  readonly period?: string
  readonly lang?: string
}

interface Answers {
  readonly unit: string
  readonly genre: string
  readonly period: string
}

const TEXTS = {
  exists: {
    zh: '这里已有配置文件“{path}”，没有改动；要重来请先删除或改名。',
    en: 'There is a configuration already, “{path}”; it was not changed. Delete or rename it first.',
  },
  notWritten: {zh: '无法写入“{path}”（{reason}）。', en: 'Cannot write “{path}” ({reason}).'},
  wrong: {zh: '{key}：{reason}', en: '{key}: {reason}'},
  done: {
    zh: '已写入 {path}。现在可以检查草稿：zicha 草稿文件夹\n',
    en: 'Wrote {path}. Now check your drafts: zicha <folder>\n',
  },
  unit: {zh: '报告单位全称（直接回车跳过）：', en: 'Full name of the reporting unit (Enter to skip): '},
  genre: {
    zh: '主要文种（写编号或名称，直接回车由标题判断）：',
    en: 'Main genre (number or name, Enter to judge by the title): ',
  },
  period: {
    zh: '报告期，如 2025、2025H1、2025Q3（直接回车跳过）：',
    en: 'Period, such as 2025, 2025H1, 2025Q3 (Enter to skip): ',
  },
} satisfies Record<string, Localized>

/** Asks one question and gives the answer; '' where there is none. */
export type Ask = (question: string) => Promise<string>

/** `zicha init`: writes a configuration, and never over another. */
export async function initCommand(flags: InitFlags, io: Io, ask?: Ask): Promise<number> {
  const lang = languageOf(flags.lang)
  const folders = new Folders()
  const present = folders.configurationOf(resolve('.'))
  if (present !== undefined && resolve(present, '..') === resolve('.')) throw new Failure(TEXTS.exists, {path: present})
  const answers = await collect(flags, lang, flags.yes ? undefined : ask, io)
  try {
    // fails where the file has come into being meanwhile
    writeFileSync(FILE, await configText(answers, lang), {flag: 'wx'})
  } catch (error) {
    // nothing is left of a file of ours that has no room
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(FILE, {force: true})
    throw new Failure(TEXTS.notWritten, {path: FILE, reason: whyNotWritten(error)})
  }
  io.out(TEXTS.done[lang].replace('{path}', FILE))
  return CLEAN
}

async function collect(flags: InitFlags, lang: Language, ask: Ask | undefined, io: Io): Promise<Answers> {
  const answers = {unit: '', genre: '', period: ''}
  for (const key of ['unit', 'genre', 'period'] as const) {
    const given = flags[key]
    if (given !== undefined) {
      answers[key] = key === 'genre' ? genreId(given.trim()) : given.trim()
      const wrong = mistakeIn(key, answers[key], lang)
      if (wrong) throw new Failure(TEXTS.wrong, {key: `--${key}`, reason: wrong})
      continue
    }
    if (!ask) continue
    if (key === 'genre') io.out(genreList(lang))
    for (;;) {
      const answer = (await ask(TEXTS[key][lang])).trim()
      answers[key] = key === 'genre' ? genreId(answer) : answer
      const wrong = answers[key] ? mistakeIn(key, answers[key], lang) : undefined
      if (!wrong) break
      io.out(`${wrong}\n`)
    }
  }
  return answers
}

const genreList = (lang: Language): string =>
  `${GENRES.map(({name}, index) => `  ${String(index + 1).padStart(2)} ${name[lang]}`).join('\n')}\n`

/** A genre's id, by its number in the list or its name; anything else as it is. */
const genreId = (answer: string): string =>
  (GENRES[Number(answer || 0) - 1] ?? GENRES.find(({name}) => name.zh === answer))?.id ?? answer

function mistakeIn(key: keyof Answers, value: string, lang: Language): string | undefined {
  return check(configShape([], GENRE_NAMES), {[key]: value})[0]?.text[lang]
}

async function configText({unit, genre, period}: Answers, lang: Language): Promise<string> {
  const {stringify} = await import('yaml')
  const line = (key: string, value: string, example: string): string =>
    value ? stringify({[key]: value}).trimEnd() : `# ${key}: ${example}`
  const zh = lang === 'zh'
  const name = GENRES.find(({id}) => id === genre)?.name[lang]
  return [
    ...(existsSync(SCHEMA) ? [`# yaml-language-server: $schema=${SCHEMA}`] : []),
    zh
      ? '# 自查（zicha）的配置。全部设置见 docs/configuration.md。'
      : '# Configuration of zicha; see docs/configuration.md.',
    '',
    zh ? '# 报告单位全称：文中出现别的单位名称时提醒' : '# The reporting unit: names of other units are reported',
    line('unit', unit, '某某县财政局'),
    '',
    zh ? '# 文种：不写则由标题判断' : '# Genre: judged by the title where not set',
    `${line('genre', genre, 'safety')}${name ? ` # ${name}` : ''}`,
    '',
    zh ? '# 报告期：文中年份与它不符时提醒' : '# Period: other years are reported',
    line('period', period, '2025H1'),
    '',
    zh
      ? '# 规则：off 关闭，info 提示，warning 警告，error 错误（zicha rules 查看全部）'
      : '# Rules: off, info, warning, error',
    'rules: {}',
    '#  long-sentence: off',
    '',
    zh ? '# 不检查的文件（写法同 .gitignore）' : '# Files that are not checked, as in .gitignore',
    'ignores: []',
    '#  - 模板/',
    '',
  ].join('\n')
}
