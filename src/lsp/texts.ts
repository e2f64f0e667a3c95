import {fill} from '../lint/lint.ts'
import type {Data, Localized} from '../lint/rule.ts'
import type {Settings} from './settings.ts'

/** What the server itself says to the writer. */
export const TEXTS = {
  problem: {zh: '问题', en: 'Problem'},
  measure: {zh: '措施', en: 'Measure'},
  cause: {zh: '原因', en: 'Cause'},
  why: {zh: '为什么', en: 'Why'},
  how: {zh: '怎样改', en: 'What to do'},
  part: {zh: '所在部分：{role}', en: 'Part: {role}'},
  noMeasure: {zh: '没有找到对应的措施。', en: 'No measure answers it.'},
  weakMeasure: {zh: '没有明显对应的措施。', en: 'No measure clearly answers it.'},
  nearest: {zh: '最接近：第{line}行“{head}”（{score}）', en: 'Nearest: line {line} “{head}” ({score})'},
  noProblem: {zh: '没有找到它所针对的问题。', en: 'It answers no listed problem.'},
  link: {zh: '第{line}行“{head}”（{score}）', en: 'line {line} “{head}” ({score})'},
  evidence: {zh: '依据：{words}', en: 'evidence: {words}'},
  owner: {zh: '责任人：{words}', en: 'Owner: {words}'},
  deadline: {zh: '时限：{words}', en: 'Deadline: {words}'},
  lensMeasures: {zh: '{n} 项措施', en: '{n} measures'},
  lensMeasure: {zh: '1 项措施', en: '1 measure'},
  lensNoMeasure: {zh: '无对应措施', en: 'no measure'},
  lensWeak: {zh: '对应不明显', en: 'no clear measure'},
  lensProblems: {zh: '针对 {n} 个问题', en: 'answers {n} problems'},
  lensProblem: {zh: '针对 1 个问题', en: 'answers 1 problem'},
  replace: {zh: '改为“{text}”', en: 'Change to “{text}”'},
  remove: {zh: '删去“{text}”', en: 'Remove “{text}”'},
  insert: {zh: '补上“{text}”', en: 'Insert “{text}”'},
  repair: {zh: '改正：{rule}', en: 'Repair: {rule}'},
  unsafe: {zh: '{title}（请核对）', en: '{title} (check it)'},
  fixAll: {zh: '改正所有可以自动改正的地方（自查）', en: 'Apply all safe fixes (zicha)'},
  ignore: {zh: '在此处忽略“{rule}”', en: 'Ignore “{rule}” here'},
  reason: {zh: '理由', en: 'reason'},
  ignored: {zh: '已记入 {file}，可在那里补写理由。', en: 'Recorded in {file}; you may add a reason there.'},
  isName: {
    zh: '“{word}”是名称，不是空缺（写入配置）',
    en: '“{word}” is a name, not a blank (add to the configuration)',
  },
  nameAdded: {zh: '已把“{word}”写入 {file} 的 names。', en: 'Added “{word}” to `names` in {file}.'},
  configIsCode: {
    zh: '配置文件 {file} 是程序，请自行在 names 中加入“{word}”。',
    en: 'The configuration {file} is code; add “{word}” to its `names` yourself.',
  },
  notSaved: {zh: '请先保存草稿。', en: 'Save the draft first.'},
  notWritten: {zh: '无法写入 {file}（{reason}）。', en: 'Cannot write {file} ({reason}).'},
  annotated: {zh: '已批注 {n} 处，另存为 {file}。', en: 'Wrote {n} comments to {file}.'},
  noRule: {zh: '没有“{rule}”这条规则。', en: 'There is no rule “{rule}”.'},
  unknownDraft: {zh: '找不到这份草稿。', en: 'There is no such draft.'},
} satisfies Record<string, Localized>

/** A text in the writer's language. */
export const say = (
  key: keyof typeof TEXTS,
  {lang, locale}: Pick<Settings, 'lang' | 'locale'>,
  data: Data = {},
): string => fill(TEXTS[key][lang ?? locale], data)

/** Words cut down to one short line. */
export function shorten(words: string, most = 30): string {
  const flat = words.replace(/\s+/g, ' ').trim()
  const characters = [...flat]
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : flat
}
