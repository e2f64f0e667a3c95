import {readFileSync} from 'node:fs'
import {dirname, relative, resolve, sep} from 'node:path'
import {shortPath} from '../config/paths.ts'
import {tellMistakes} from '../config/read.ts'
import {check, type Shape} from '../config/shape.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {Failure} from '../lint/failure.ts'
import {type Known, withoutKnown} from '../lint/fingerprint.ts'
import {reasonOf} from '../lint/one-line.ts'
import type {Localized} from '../lint/rule.ts'
import {whyNotWritten} from './why-not-written.ts'
import {writeAtomically} from './write-file.ts'

export const BASELINE_NAME = 'zicha.baseline.json'

const VERSION = 1

const TEXTS = {
  missing: {
    zh: '找不到基线文件“{path}”；先用 zicha baseline 记录。',
    en: 'There is no baseline “{path}”; record one with: zicha baseline',
  },
  broken: {
    zh: '基线文件“{path}”的内容不对：{what}。请改正，或删除后用 zicha baseline 重新记录。',
    en: 'The baseline “{path}” is broken: {what}. Correct it, or delete it and record it anew with: zicha baseline',
  },
  notRead: {zh: '无法读取基线文件“{path}”（{reason}）。', en: 'Cannot read the baseline “{path}” ({reason}).'},
  notWritten: {zh: '无法写入“{path}”（{reason}）。', en: 'Cannot write “{path}” ({reason}).'},
} satisfies Record<string, Localized>

const NO_JSON: Localized = {zh: '不是 JSON', en: 'it is no JSON'}

const mapOf = (zh: string, en: string, of: Shape): Shape => ({kind: 'map', what: {zh, en}, of})

const SHAPE: Shape = {
  kind: 'object',
  what: {zh: '基线。', en: 'A baseline.'},
  fields: {
    version: {kind: 'number', what: {zh: '版本。', en: 'The version.'}, minimum: VERSION, maximum: VERSION},
    findings: mapOf(
      '各草稿的问题。',
      'Findings by draft.',
      mapOf(
        '各规则的问题。',
        'Findings by rule.',
        mapOf('各处文字的标记。', 'Findings by what names their words.', {
          kind: 'number',
          what: {zh: '几处。', en: 'How many.'},
          minimum: 1,
          isWhole: true,
        }),
      ),
    ),
  },
  required: ['version', 'findings'],
}

/** Findings of an earlier day (基线), by draft: only what is new is reported. */
export class Baseline {
  readonly path: string
  /** By path from the baseline's folder, with slashes. */
  readonly #files: Map<string, Known>
  readonly #used = new Map<string, Known>()

  constructor(path: string, files: ReadonlyMap<string, Known> = new Map()) {
    this.path = resolve(path)
    this.#files = new Map(files)
  }

  /** @throws Failure */
  static read(path: string): Baseline {
    const content = parse(path)
    const mistakes = check(SHAPE, content)
    if (mistakes.length) throw broken(path, tellMistakes(mistakes))
    const {findings} = content as {readonly findings: Nested}
    return new Baseline(path, new Map(Object.entries(findings).map(([file, known]) => [file, fromJson(known)])))
  }

  /** How many findings it knows in drafts other than these. */
  sizeBeside(drafts: readonly string[]): number {
    const keys = new Set(drafts.map((draft) => this.#key(draft)))
    return sizeOf([...this.#files].flatMap(([key, known]) => (keys.has(key) ? [] : [known])))
  }

  /** The drafts that it knows, as absolute paths. */
  get drafts(): string[] {
    return [...this.#files.keys()].map((file) => resolve(dirname(this.path), file))
  }

  get size(): number {
    return sizeOf(this.#files.values())
  }

  /** Leaves out what is known. */
  keep(draft: string, diagnostics: readonly Diagnostic[], source: string): readonly Diagnostic[] {
    const key = this.#key(draft)
    const {left, used} = withoutKnown(diagnostics, source, this.#files.get(key) ?? new Map())
    this.#used.set(key, used)
    return left
  }

  set(draft: string, known: Known): void {
    this.#files.set(this.#key(draft), known)
  }

  /**
   * Forgets what was not seen in the drafts that were linted, and the drafts that are gone.
   * @param rulesOff rules that did not run: what is known of them stays
   */
  prune(isGone: (draft: string) => boolean, rulesOff: ReadonlySet<string>): void {
    for (const [key, known] of [...this.#files]) {
      const used = this.#used.get(key)
      if (used) this.#files.set(key, new Map([...[...known].filter(([rule]) => rulesOff.has(rule)), ...used]))
      else if (isGone(resolve(dirname(this.path), key))) this.#files.delete(key)
    }
  }

  /** In the order of names, so that versions of it can be compared. @throws Failure */
  write(): void {
    const files = [...this.#files].filter(([, known]) => known.size)
    const findings = sorted(
      files.map(([file, known]) => [file, sorted([...known].map(([rule, marks]) => [rule, sorted([...marks])]))]),
    )
    try {
      writeAtomically(this.path, Buffer.from(`${JSON.stringify({version: VERSION, findings}, null, 2)}\n`))
    } catch (error) {
      throw new Failure(TEXTS.notWritten, {path: shortPath(this.path), reason: whyNotWritten(error)})
    }
  }

  #key(draft: string): string {
    return relative(dirname(this.path), resolve(draft)).split(sep).join('/').normalize('NFC')
  }
}

function parse(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? reasonOf(error)
    throw new Failure(reason === 'ENOENT' ? TEXTS.missing : TEXTS.notRead, {path: shortPath(path), reason})
  }
  try {
    return JSON.parse(text)
  } catch {
    throw broken(path, NO_JSON)
  }
}

const broken = (path: string, what: Localized): Failure => new Failure(TEXTS.broken, {path: shortPath(path), what})

function sizeOf(all: Iterable<Known>): number {
  let size = 0
  for (const known of all) for (const ofRule of known.values()) for (const count of ofRule.values()) size += count
  return size
}

type Nested = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>

const fromJson = (rules: Nested[string]): Known =>
  new Map(Object.entries(rules).map(([rule, marks]) => [rule, new Map(Object.entries(marks))]))

const sorted = <Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
