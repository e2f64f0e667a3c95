import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {docxOfText} from '../../scripts/fixtures/seed-docx.ts'
import {decodeText} from '../../src/draft/decode.ts'
import type {Draft} from '../../src/draft/draft.ts'
import {readText} from '../../src/draft/text.ts'
import {readWord} from '../../src/draft/word/read.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {lint} from '../../src/lint/lint.ts'
import {annotateWord} from '../../src/word/annotate.ts'

/** Real drafts that are no part of the project: named by the environment, else our own. */
const SEED = process.env.ZICHA_SEED ?? ''
const folders = [SEED, 'fixtures/drafts', 'fixtures/sound', 'fixtures'].filter((folder) => folder && existsSync(folder))
const drafts = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name)),
)
if (!SEED) console.warn('skipped: the seed report (ZICHA_SEED names its folder) is not there; our own drafts are used')

/** Rules that look at what only one of the two formats has. */
const OF_FORMAT = new Set(['unresolved-revision', 'mixed-numbering'])

const findings = (draft: Draft) =>
  lint(draft, DEFAULT_CONFIGURATION, rules)
    .filter(({ruleId}) => !OF_FORMAT.has(ruleId))
    .map(({ruleId, severity, message, reading}) => ({
      ruleId,
      severity,
      message,
      words: draft.text.slice(reading.start, reading.end),
      behind: draft.text
        .slice(reading.end, reading.end + 6)
        .split('\n')[0]
        ?.trim(),
    }))

describe.skipIf(!drafts.length)('a report as .docx', () => {
  it.each(drafts)('gives the findings of the .txt, on the same words: %s', (path) => {
    const text = decodeText(readFileSync(path)).text
    expect(findings(readWord(docxOfText(text, {isPlain: true})))).toEqual(findings(readText(text)))
    const bytes = docxOfText(text)
    const draft = readWord(bytes)
    expect(draft.blocks.filter(({kind, aside}) => kind === 'cell' || aside)).toHaveLength(5)
    // what follows the last line can change what it is: the same text, with the same table and note, has no other findings
    const same = {...readText(draft.text), blocks: draft.blocks.map(({list, generated, ...block}) => block)}
    expect(findings(draft)).toEqual(findings(same))
    const diagnostics = lint(readWord(bytes), DEFAULT_CONFIGURATION, rules)
    const annotated = readWord(annotateWord(bytes, diagnostics, {lang: 'zh', now: new Date(2025, 5, 3)}))
    expect(annotated.word.comments.length).toBe(diagnostics.length)
  })
})
