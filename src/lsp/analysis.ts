import {Baseline} from '../cli/baseline.ts'
import {type Keep, Sidecars} from '../cli/sidecars.ts'
import type {ConfigLoader, Setup} from '../config/load.ts'
import type {Draft} from '../draft/draft.ts'
import {readText} from '../draft/text.ts'
import type {Language} from '../lint/configuration.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {Failure} from '../lint/failure.ts'
import {fix} from '../lint/fix.ts'
import {lintReport, lintSteps, makeViews} from '../lint/lint.ts'
import {createReport} from '../report/create.ts'
import type {Memory} from '../report/memory.ts'
import type {Report} from '../report/report.ts'
import type {Format} from './snapshot.ts'
import {type Understanding, understand} from './understanding.ts'

/** A draft's text and how to read it. */
export interface DraftText {
  readonly path: string
  readonly format: Format
  readonly text: string
}

/** A sample has about so many characters. */
const SAMPLE = 5000

/** The code of the finding that says why nothing could be checked. */
export const NOT_CHECKED = 'not-checked'

const NOTHING: Understanding = {
  genre: {zh: '', en: ''},
  genreConfidence: 0,
  sections: [],
  problems: [],
  measures: [],
  causes: [],
  links: [],
  blanks: [],
  folds: [],
}

/** All that is known of one text of a draft; each part is made when it is first asked for. */
export interface Analysis {
  readonly lang: Language
  readonly diagnostics: readonly Diagnostic[]
  readonly understanding: Understanding
  /** The text after every safe fix. */
  readonly fixed: string
  /** What was understood, as `zicha inspect` draws it; undefined where the draft is not checked. */
  picture(): Promise<string | undefined>
  /** A text of usual length that has something of every part of the draft; empty where nothing is checked. */
  readonly sample: string
  /** Analyses another text of the same draft step by step, and keeps nothing of it; missing where nothing is checked. */
  rehearse?(text: string, memory: Memory): Iterable<undefined>
}

/** Reads a draft, perhaps with the help of an earlier text of it. */
type Read = (source: string, before?: Draft) => Draft

class DraftAnalysis implements Analysis {
  readonly #path: string
  readonly #report: Report
  readonly #setup: Setup
  readonly #keep: Keep
  readonly #read: Read
  #diagnostics: readonly Diagnostic[] | undefined
  #understanding: Understanding | undefined

  constructor({text, path}: DraftText, setup: Setup, keep: Keep, read: Read, memory?: Memory) {
    this.#path = path
    this.#report = createReport(read(text, memory?.draft), {...setup.configuration, ...(memory && {memory})})
    this.#setup = setup
    this.#keep = keep
    this.#read = read
  }

  get lang(): Language {
    return this.#setup.configuration.lang
  }

  get diagnostics(): readonly Diagnostic[] {
    return (this.#diagnostics ??= this.#lint(this.#report))
  }

  get understanding(): Understanding {
    return (this.#understanding ??= understand(this.#report))
  }

  get fixed(): string {
    const {draft} = this.#report
    const again = (found: Draft): readonly Diagnostic[] =>
      found === draft ? this.diagnostics : this.#lint(createReport(found, this.#setup.configuration))
    return fix(draft, this.#read, again, false).source
  }

  get sample(): string {
    const {draft, sections} = this.#report
    const {source, map} = draft
    const each = SAMPLE / (sections.length + 1)
    const pieces: string[] = []
    let end = 0
    for (const {start} of [{start: 0}, ...sections]) {
      const from = Math.max(end, source.lastIndexOf('\n', map.toSource({start, end: start}).start) + 1)
      end = source.indexOf('\n', from + each) + 1 || source.length
      pieces.push(source.slice(from, end))
    }
    return pieces.join('')
  }

  async picture(): Promise<string> {
    const {drawUnderstanding} = await import('../reporters/understanding-picture.ts')
    return drawUnderstanding(this.#path, this.#report, {lang: this.lang, color: false, columns: 100})
  }

  *rehearse(text: string, memory: Memory): Iterable<undefined> {
    const {configuration, rules} = this.#setup
    const report = createReport(this.#read(text, memory.draft), {...configuration, memory})
    yield
    yield* makeViews(report)
    yield* lintSteps(report, configuration, rules)
  }

  #lint(report: Report): readonly Diagnostic[] {
    const {configuration, rules} = this.#setup
    return this.#keep(lintReport(report, configuration, rules), report.draft.source)
  }
}

/**
 * Analyses a text under the configuration that is found for its path. A configuration that can't be read becomes the
 * only finding; a text that is no Chinese prose is left alone.
 * @param memory what an earlier text of the same draft left
 */
export async function analyse(
  {path, format, text}: DraftText,
  loader: ConfigLoader,
  lang: Language,
  memory?: Memory,
): Promise<Analysis> {
  if (!isChinese(text)) return silent(text, lang, [])
  try {
    if (loader.mayIgnore(path) && (await loader.ignores(path, false))) return silent(text, lang, [])
    const setup = await loader.setupFor(path)
    const read = format === 'markdown' ? (await import('../draft/markdown/reread.ts')).rereadMarkdown : readText
    return new DraftAnalysis({path, format, text}, setup, await keeperFor(path, setup, loader), read, memory)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return silent(text, lang, [notChecked(error.in(lang))])
  }
}

/** The lists of what stays, read once for each state of the configuration. */
const lists = new WeakMap<ConfigLoader, {readonly sidecars: Sidecars; readonly baselines: Map<string, Baseline>}>()

/** What suppressions beside the draft and the baseline leave of its findings. @throws Failure */
async function keeperFor(path: string, setup: Setup, loader: ConfigLoader): Promise<Keep> {
  let known = lists.get(loader)
  if (!known) lists.set(loader, (known = {sidecars: new Sidecars(loader), baselines: new Map()}))
  const beside = await known.sidecars.keeperFor(path, setup)
  if (setup.baseline === undefined) return beside
  let baseline = known.baselines.get(setup.baseline)
  if (!baseline) known.baselines.set(setup.baseline, (baseline = Baseline.read(setup.baseline)))
  const recorded = baseline
  return (diagnostics, source) => recorded.keep(path, beside(diagnostics, source), source)
}

const silent = (text: string, lang: Language, diagnostics: readonly Diagnostic[]): Analysis => ({
  lang,
  diagnostics,
  understanding: NOTHING,
  fixed: text,
  picture: async () => undefined,
  sample: '',
})

const notChecked = (message: string): Diagnostic => ({
  ruleId: NOT_CHECKED,
  severity: 'error',
  message,
  url: '',
  start: 0,
  end: 0,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  reading: {start: 0, end: 0},
  related: [],
  suggestions: [],
})

/** As much of a text as tells its language, and so many characters of it, evenly spread. */
const LOOKED_AT = 20_000
const LOOKS = 1000

/** Whether a text is Chinese prose; editors open every `.txt` and `.md` there is. */
export function isChinese(text: string): boolean {
  let chinese = 0
  let latin = 0
  const most = Math.min(text.length, LOOKED_AT)
  const step = Math.ceil(most / LOOKS)
  for (let at = 0; at < most; at += step) {
    const code = text.charCodeAt(at)
    if (code >= 0x4e00 && code < 0xa000) chinese++
    else if ((code | 32) >= 97 && (code | 32) <= 122) latin++
  }
  // a Chinese character says about as much as two or three letters
  return chinese * 3 > latin
}
