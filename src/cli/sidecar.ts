import {existsSync, readFileSync} from 'node:fs'
import {dirname, relative, resolve, sep} from 'node:path'
import {shortPath} from '../config/paths.ts'
import {mistakeFailure, parseData} from '../config/read.ts'
import {check, type Shape} from '../config/shape.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {Failure} from '../lint/failure.ts'
import {type Known, withoutKnown} from '../lint/fingerprint.ts'
import type {Localized} from '../lint/rule.ts'
import {withEntries, withoutEntries} from './sidecar-text.ts'
import {whyNotWritten} from './why-not-written.ts'
import {writeAtomically} from './write-file.ts'

/** One suppression (忽略) that leaves no trace in the draft. */
export interface Entry {
  /** From the folder of the list, with slashes. */
  readonly file: string
  readonly rule: string
  /** Of the words and what stands beside them: survives a move to another line. */
  readonly hash: string
  /** How many equal findings it is for; 1 where not set. */
  readonly count?: number
  /** The words, for people who read the list. */
  readonly words?: string
  readonly reason?: string
}

const text = (zh: string, en: string): Shape => ({kind: 'string', what: {zh, en}})

const SHAPE: Shape = {
  kind: 'list',
  what: {zh: '忽略的清单。', en: 'A list of suppressions.'},
  of: {
    kind: 'object',
    what: {zh: '一处忽略。', en: 'One suppression.'},
    fields: {
      file: text('草稿。', 'The draft.'),
      rule: text('规则。', 'The rule.'),
      hash: text('文字的标记。', 'What names the words.'),
      count: {kind: 'number', what: {zh: '几处。', en: 'How many.'}, minimum: 1, isWhole: true},
      words: text('原文。', 'The words.'),
      reason: text('理由。', 'The reason.'),
    },
    required: ['file', 'rule', 'hash'],
  },
}

const HEAD: Localized = {
  zh: '# 不改的地方和理由，由 zicha suppress 写入。文字挪了行也认得；改了字就不再算。\n',
  en: '# What stays as it is, and why; written by zicha suppress. Words may move to other lines, but not change.\n',
}
const NOT_WRITTEN: Localized = {zh: '无法写入“{path}”（{reason}）。', en: 'Cannot write “{path}” ({reason}).'}

/** A list of suppressions, `zicha.ignore.yaml`, for the drafts beside and below it. */
export class Sidecar {
  readonly path: string
  readonly entries: readonly Entry[]
  /** From 1, by entry. */
  readonly lines: readonly number[]
  readonly #byFile = new Map<string, Known>()
  readonly #used = new Map<string, Known>()

  private constructor(path: string, entries: readonly Entry[], lines: readonly number[]) {
    this.path = path
    this.entries = entries
    this.lines = lines
    for (const {file} of entries) {
      const name = file.normalize('NFC')
      if (!this.#byFile.has(name))
        this.#byFile.set(name, knownOf(entries.filter((entry) => entry.file.normalize('NFC') === name)))
    }
  }

  /** @throws Failure naming the line and what was meant */
  static async read(path: string): Promise<Sidecar> {
    if (!existsSync(path)) return new Sidecar(path, [], [])
    const {value: given, lineOf} = await parseData(path)
    const value = isEmpty(given) ? [] : given
    const mistakes = check(SHAPE, value)
    if (mistakes.length) throw mistakeFailure(path, mistakes, lineOf)
    const entries = value as readonly Entry[]
    return new Sidecar(
      path,
      entries,
      entries.map((_, index) => lineOf([index]) ?? 1),
    )
  }

  /** The name under which a draft stands in the list. */
  nameOf(draft: string): string {
    return relative(dirname(this.path), resolve(draft)).split(sep).join('/').normalize('NFC')
  }

  /** Leaves out what the list has for a draft. */
  keep(draft: string, diagnostics: readonly Diagnostic[], source: string): readonly Diagnostic[] {
    const name = this.nameOf(draft)
    const known = this.#byFile.get(name)
    if (!known) return diagnostics
    const {left, used} = withoutKnown(diagnostics, source, known)
    this.#used.set(name, used)
    return left
  }

  /** Whether a draft was linted with this list, so that its unused entries are known. */
  saw(entry: Entry): boolean {
    return this.#used.has(entry.file.normalize('NFC'))
  }

  isUsed({file, rule, hash}: Entry): boolean {
    return this.#used.get(file.normalize('NFC'))?.get(rule)?.has(hash) ?? false
  }

  isGone({file}: Entry): boolean {
    return !existsSync(resolve(dirname(this.path), file))
  }

  /** Adds entries at the end; comments in the file stay. @throws Failure */
  async add(entries: readonly Entry[], lang: 'zh' | 'en'): Promise<void> {
    const text = existsSync(this.path) ? readFileSync(this.path, 'utf8') : ''
    this.#write(await withEntries(text, entries, HEAD[lang]))
  }

  /** Drops the entries that fail a test; comments in the file stay. @throws Failure */
  async keepOnly(wanted: (entry: Entry) => boolean): Promise<number> {
    const kept = this.entries.map(wanted)
    const dropped = kept.filter((isKept) => !isKept).length
    if (dropped) this.#write(await withoutEntries(readFileSync(this.path, 'utf8'), (index) => kept[index] ?? true))
    return dropped
  }

  #write(content: string): void {
    try {
      writeAtomically(this.path, Buffer.from(content))
    } catch (error) {
      throw new Failure(NOT_WRITTEN, {path: shortPath(this.path), reason: whyNotWritten(error)})
    }
  }
}

/** A file with comments only. */
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.keys(value).length

function knownOf(entries: readonly Entry[]): Known {
  const known = new Map<string, Map<string, number>>()
  for (const {rule, hash, count = 1} of entries) {
    const ofRule = known.get(rule) ?? new Map<string, number>()
    known.set(rule, ofRule.set(hash, (ofRule.get(hash) ?? 0) + count))
  }
  return known
}
