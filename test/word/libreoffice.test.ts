import {describe, expect, it} from 'vitest'
import {docx, paragraph} from '../../scripts/fixtures/docx.ts'
import {numberFormats, numberLevels, smallReport, wordFixtures} from '../../scripts/fixtures/word.ts'
import {readWord} from '../../src/draft/word/read.ts'
import {annotateWord} from '../../src/word/annotate.ts'
import {fixWord} from '../../src/word/track-changes.ts'
import {diagnosticAt} from './helpers.ts'
import {converted, odtOf, office, python, textOf} from './office.ts'

const OPTIONS = {lang: 'zh', now: new Date(2025, 5, 3, 9, 5, 7)} as const
const MINUTE = 60_000

/** Labels by the words behind them. */
function labels(lines: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const line of lines) {
    const match = /^(.*?)\s*((?:条目\d+之\d+尾|[层项][甲乙丙丁戊己庚辛壬癸]\S*))$/.exec(line.trim())
    if (match) found.set(match[2] as string, (match[1] as string).replace(/\s/g, ''))
  }
  return found
}

/** What is commented on, as LibreOffice understood it, by the comment's first words. */
function annotations(content: string): Map<string, string> {
  const plain = (xml: string): string =>
    xml
      .replace(/<office:annotation [\s\S]*?<\/office:annotation>/g, '')
      .replace(/<text:s\/>/g, ' ')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&')
  return new Map(
    [
      ...content.matchAll(/<office:annotation (?:[^>]*?)office:name="([^"]+)"[^>]*>([\s\S]*?)<\/office:annotation>/g),
    ].map((match) => {
      const start = match.index + match[0].length
      const end = content.indexOf(`<office:annotation-end office:name="${match[1]}"`, start)
      return [
        plain(match[2]?.replace(/<dc:\w+>[\s\S]*?<\/dc:\w+>|<meta:[\s\S]*?<\/meta:[^>]*>/g, '') ?? '').slice(0, 9),
        end < 0 ? '' : plain(content.slice(start, end)),
      ]
    }),
  )
}

describe.skipIf(!office)('in LibreOffice', () => {
  it.each([
    ['number formats', numberFormats],
    ['levels, restarts and overrides', numberLevels],
  ])(
    'computes the same numbers: %s',
    async (_, make) => {
      const bytes = make()
      const {text} = readWord(bytes)
      const ours = labels(text.split('\n'))
      const theirs = labels(await textOf(bytes))
      expect(ours.size).toBeGreaterThan(10)
      expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs))
    },
    MINUTE,
  )

  it.each([...wordFixtures()])(
    'opens %s with every comment on its words',
    async (_, bytes) => {
      const {text, blocks} = readWord(bytes)
      const running = blocks
        .filter(({aside, start, end, generated}) => !aside && (generated?.end ?? start) < end)
        .slice(0, 40)
      const spans = running
        .map(({start, end, generated}, index) => {
          const from = generated?.end ?? start
          return {start: from + (index % 2), end: Math.max(from + (index % 2) + 1, end - (index % 3))}
        })
        .filter(({start, end}) => end <= text.length && start < end)
      const diagnostics = spans.map((span, index) =>
        diagnosticAt(span, {message: `第${String(index).padStart(3, '0')}号`}),
      )
      const found = annotations(await odtOf(annotateWord(bytes, diagnostics, OPTIONS)))
      expect(found.size).toBe(spans.length)
      for (const {message, reading} of diagnostics)
        expect(found.get(`【提醒】${message}`), message).toBe(text.slice(reading.start, reading.end))
    },
    MINUTE,
  )

  it(
    'opens fixes as tracked changes, accepted in the text',
    async () => {
      const bytes = smallReport()
      const start = readWord(bytes).text.indexOf('偏慢')
      const fixed = fixWord(bytes, [[{start, end: start + 2, text: '较慢'}]], OPTIONS)
      expect(fixed.applied).toBe(1)
      const content = await odtOf(fixed.bytes)
      expect(content).toContain('<dc:creator>自查助手</dc:creator>')
      expect(content.match(/<text:changed-region/g)).toHaveLength(4)
    },
    MINUTE,
  )

  it.each(['doc', 'wps', 'odt'])(
    'reads a .%s that it converted, with its numbers',
    async (type) => {
      // Kingsoft’s .wps text files are Word-97 files
      const old = await converted(smallReport(), type === 'odt' ? 'odt' : 'doc:MS Word 97')
      expect(() => readWord(old)).toThrow('legacy-word')
      const {text} = readWord(await converted(old, 'docx', `draft.${type}`))
      expect(text).toContain('一、工作情况')
      expect(text).toContain('（二）支出进度偏慢')
    },
    MINUTE,
  )
})

describe.skipIf(python('', docx({body: paragraph('正文')})) === undefined)('in python-docx', () => {
  it('opens annotated and fixed copies', () => {
    const bytes = smallReport()
    const script = 'import docx, sys\nd = docx.Document(sys.argv[1])\nprint("|".join(p.text for p in d.paragraphs))'
    const before = python(script, bytes)
    expect(before).toContain('全年开展检查12次')
    expect(
      python(
        script,
        annotateWord(bytes, [diagnosticAt({start: 0, end: 5}), diagnosticAt({start: 30, end: 40})], OPTIONS),
      ),
    ).toBe(before)
  })
})
