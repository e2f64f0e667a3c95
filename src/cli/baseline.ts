import {readFileSync} from 'node:fs'
import {dirname, relative, resolve, sep} from 'node:path'
import {shortPath} from '../config/paths.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {Failure} from '../lint/failure.ts'
import {type Known, withoutKnown} from '../lint/fingerprint.ts'
import type {Localized} from '../lint/rule.ts'
import {writeAtomically} from './write-file.ts'

export const BASELINE_NAME = 'zicha.baseline.json'

const VERSION = 1

const TEXTS = {
  missing: {
    zh: '找不到基线文件“{path}”；先用 zicha baseline 记录。',
    en: 'There is no baseline “{path}”; record one with: zicha baseline',
  },
  broken: {
    zh: '基线文件“{path}”无法读取；请用 zicha baseline 重新记录。',
    en: 'The baseline “{path}” cannot be read; record it anew with: zicha baseline',
  },
  notWritten: {zh: '无法写入“{path}”（{reason}）。', en: 'Cannot write “{path}” ({reason}).'},
} satisfies Record<string, Localized>

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
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch {
      throw new Failure(TEXTS.missing, {path: shortPath(path)})
    }
    try {
      const {version, findings} = JSON.parse(text) as {version: number; findings: Nested}
      if (version !== VERSION) throw new Error('another version')
      return new Baseline(path, new Map(Object.entries(findings).map(([file, known]) => [file, fromJson(known)])))
    } catch {
      throw new Failure(TEXTS.broken, {path: shortPath(path)})
    }
  }

  /** The drafts that it knows, as absolute paths. */
  get drafts(): string[] {
    return [...this.#files.keys()].map((file) => resolve(dirname(this.path), file))
  }

  get size(): number {
    let size = 0
    for (const known of this.#files.values())
      for (const ofRule of known.values()) for (const count of ofRule.values()) size += count
    return size
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
      const reason = (error as NodeJS.ErrnoException).code ?? String(error)
      throw new Failure(TEXTS.notWritten, {path: shortPath(this.path), reason})
    }
  }

  #key(draft: string): string {
    return relative(dirname(this.path), resolve(draft)).split(sep).join('/').normalize('NFC')
  }
}

type Nested = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>

const fromJson = (rules: Nested[string]): Known =>
  new Map(Object.entries(rules).map(([rule, marks]) => [rule, new Map(Object.entries(marks))]))

const sorted = <Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
