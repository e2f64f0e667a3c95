import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {rules} from '../rules/index.ts'
import {readMarkdown} from '../src/draft/markdown/read.ts'
import {readText} from '../src/draft/text.ts'
import {chineseNumeral} from '../src/language/numerals.ts'
import {DEFAULT_CONFIGURATION} from '../src/lint/configuration.ts'
import type {Diagnostic} from '../src/lint/diagnostic.ts'
import {lint} from '../src/lint/lint.ts'

const FOLDER = 'fixtures/sound'

function findings(name: string, text: string): readonly Diagnostic[] {
  const draft = name.endsWith('.md') ? readMarkdown(text) : readText(text)
  return lint(draft, DEFAULT_CONFIGURATION, rules)
}

const drafts = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(`${FOLDER}/${name}`, 'utf8').replaceAll('\r\n', '\n'),
}))

/** One way to spoil a sound draft, and the rule that must notice. */
interface Mutation {
  readonly kind: string
  readonly rule: string | readonly string[]
  /** The spoiled text; the same text where the draft offers no place for it. */
  readonly spoil: (text: string) => string
}

const replaceFirst = (pattern: RegExp, by: string | ((...groups: string[]) => string)) => (text: string) =>
  text.replace(pattern, by as string)

/** Replaces the last match of a global expression. */
const replaceLast = (pattern: RegExp, by: (match: RegExpMatchArray) => string) => (text: string) => {
  const match = [...text.matchAll(pattern)].at(-1)
  return match ? text.slice(0, match.index) + by(match) + text.slice(match.index + match[0].length) : text
}

const lineOf = (text: string, pattern: RegExp): string | undefined =>
  text.split('\n').find((line) => pattern.test(line))

/** The lines of the part whose heading matches, up to the next heading of the same kind. */
function withoutPart(text: string, heading: RegExp): string {
  const lines = text.split('\n')
  const isHeading = (line: string): boolean => /^(?:## )?[　 ]*[一二三四五六]、/.test(line)
  const start = lines.findIndex((line) => isHeading(line) && heading.test(line))
  if (start < 0) return text
  const next = lines.findIndex(
    (line, index) =>
      index > start && (isHeading(line) || /^特此报告|^附件/.test(line) || /(?:局|镇|场|学|心|处|组)$/.test(line)),
  )
  return [...lines.slice(0, start), ...lines.slice(next < 0 ? lines.length : next)].join('\n')
}

const MUTATIONS: readonly Mutation[] = [
  {kind: 'a number becomes a star', rule: 'unfilled-placeholder', spoil: replaceFirst(/\d+(?=次|件|名|份|家|人)/, '*')},
  {
    kind: 'the day of the last date is blanked',
    rule: ['unfilled-placeholder', 'empty-slot'],
    spoil: replaceLast(/(\d{4})年\d+月\d+日/g, ([, year]) => `${year}年X月X日`),
  },
  {
    kind: 'the last date loses its digits',
    rule: ['empty-slot', 'unfilled-placeholder'],
    spoil: replaceLast(/\d{4}年\d+月\d+日/g, () => '    年  月  日'),
  },
  {kind: 'a title is emptied', rule: 'empty-slot', spoil: replaceFirst(/《[^》]+》/, '《》')},
  {
    kind: 'an instruction is left in',
    rule: 'leftover-instruction',
    spoil: replaceFirst(/现将/, '（此处填写自查范围）现将'),
  },
  {
    kind: 'the page’s footer is left in',
    rule: 'template-residue',
    spoil: (text) => `${text.trimEnd()}\n更多自查报告范文请点击下载全文\n`,
  },
  {kind: 'a chat wrapper is left in', rule: 'markup-residue', spoil: (text) => `以下是为您生成的自查报告：\n${text}`},
  {
    kind: 'the problems part is cut out',
    rule: 'missing-section',
    spoil: (text) => (/问题及整改措施/.test(text) ? text : withoutPart(text, /问题/)),
  },
  {
    kind: 'the measures part is cut out',
    rule: 'missing-section',
    spoil: (text) => (/问题及整改措施/.test(text) ? text : withoutPart(text, /措施|打算/)),
  },
  {kind: '二是 becomes 三是', rule: 'enumeration-gap', spoil: replaceFirst(/^二是/m, '四是')},
  {kind: '二、 becomes 三、', rule: 'number-gap', spoil: replaceFirst(/^([#　 ]*)二、/m, '$1五、')},
  {
    kind: '2. becomes 3.',
    rule: 'number-gap',
    spoil: (text) => (/^[　 ]*3\./m.test(text) && !/^#/.test(text) ? text.replace(/^([　 ]*)2\./m, '$17.') : text),
  },
  {kind: '（二） becomes （三）', rule: 'number-gap', spoil: replaceFirst(/^（二）/m, '（六）')},
  {kind: '一、 becomes 一，', rule: 'number-mark', spoil: replaceFirst(/^二、/m, '二，')},
  {
    kind: '三个方面 becomes 四个方面',
    rule: 'count-mismatch',
    spoil: replaceFirst(
      /([一二三四五])个方面的问题/,
      (_, count) => `${chineseNumeral('一二三四五'.indexOf(count ?? '') + 2)}个方面的问题`,
    ),
  },
  {
    kind: 'the parts of a sum no longer add up',
    rule: 'sum-mismatch',
    spoil: replaceFirst(/已整改(\d+)个/, (_, count) => `已整改${Number(count) + 3}个`),
  },
  {
    kind: 'a part of a total is changed',
    rule: 'sum-mismatch',
    spoil: replaceFirst(/财政拨款(\d+)万元/, (_, sum) => `财政拨款${Number(sum) + 40}万元`),
  },
  {
    kind: 'a day that no month has',
    rule: 'impossible-date',
    spoil: replaceLast(/(\d{4}年)\d+月\d+日/g, ([, year]) => `${year}2月30日`),
  },
  {kind: 'the year loses its 年', rule: 'year-without-nian', spoil: replaceFirst(/(20\d\d)年(上半年)/, '$1$2')},
  {
    kind: 'last year’s deadline is left in',
    rule: 'stale-year',
    spoil: replaceLast(/(\d+)月(底|\d+日)前/g, ([words]) => `2023年${words}`),
  },
  {
    kind: 'a paragraph is pasted twice',
    rule: 'repeated-text',
    spoil: (text) => {
      const line = lineOf(text, /^(?:（一）|一是|　*1\.| {4}1\.)[^|]{30,}。$/)
      return line ? text.replace(line, `${line}\n${line}`) : text
    },
  },
  {kind: 'another unit signs', rule: 'signature-mismatch', spoil: replaceFirst(/\n石桥县统计局\n/, '\n白沙县统计局\n')},
  {kind: 'the author changes its kind', rule: 'mixed-self-reference', spoil: replaceFirst(/我局把/, '我校把')},
  {
    kind: 'an annex that is not there',
    rule: 'dangling-reference',
    spoil: (text) => (/附件/.test(text) ? text : text.replace(/。\n/, '，详见附件2。\n')),
  },
  {kind: 'a half-width comma', rule: 'half-width-mark', spoil: replaceFirst(/([一-鿿])，([一-鿿])/, '$1,$2')},
  {kind: 'a bracket loses its partner', rule: 'unpaired-mark', spoil: replaceFirst(/》/, '')},
  {kind: 'a doubled mark', rule: 'repeated-mark', spoil: replaceFirst(/，/, '，，')},
  {kind: 'a request is smuggled in', rule: 'request-in-report', spoil: (text) => `${text.trimEnd()}\n妥否，请批示。\n`},
  {kind: 'the document number in square brackets', rule: 'document-number', spoil: replaceFirst(/〔(\d{4})〕/, '[$1]')},
  {kind: 'a wrong character', rule: 'terms', spoil: replaceFirst(/登记|台账|安全|检查/, '布署')},
  {
    kind: 'a measure says nothing',
    rule: ['vague-measure', 'incomplete-measure'],
    spoil: (text) => {
      const line = text
        .slice(text.search(/措施\n|打算\n/))
        .split('\n')
        .slice(1)
        .find((words) => /^(?:一是|1\.| {4}1\.|（一）)/.test(words))
      return line
        ? text.replace(
            line,
            line.replace(/^(\s*(?:一是|1\.|（一）)).*$/, '$1进一步提高思想认识，切实加强组织领导，不断强化工作措施。'),
          )
        : text
    },
  },
]

describe('sound drafts', () => {
  it.each(drafts)('$name has no error and no warning', ({name, text}) => {
    expect(
      findings(name, text)
        .filter(({severity}) => severity !== 'info')
        .map(({ruleId, line, message}) => `${line} ${ruleId} ${message}`),
    ).toEqual([])
  })
})

describe.each(MUTATIONS)('$kind', ({rule, spoil}) => {
  const meant = [rule].flat()
  const spoiled = drafts
    .map(({name, text}) => ({name, text, changed: spoil(text)}))
    .filter(({text, changed}) => changed !== text)
  it('finds a place in at least one draft', () => expect(spoiled.length).toBeGreaterThan(0))
  it.each(spoiled)('is caught in $name', ({name, text, changed}) => {
    const count = (of: string): number => findings(name, of).filter(({ruleId}) => meant.includes(ruleId)).length
    expect(count(changed)).toBeGreaterThan(count(text))
  })
})
