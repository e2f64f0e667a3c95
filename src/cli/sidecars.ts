import {readFileSync} from 'node:fs'
import type {ConfigLoader, Setup} from '../config/load.ts'
import {shortPath} from '../config/paths.ts'
import {nearest} from '../language/nearest.ts'
import {severityOf} from '../lint/configuration.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {ENGINE_RULES, suppressionWithoutReason, unknownSuppression, unusedSuppression} from '../lint/engine-rules.ts'
import {Lines} from '../lint/lines.ts'
import type {Data, Rule} from '../lint/rule.ts'
import {fill, pageOf} from '../lint/words.ts'
import type {FileResult} from '../reporters/result.ts'
import type {Entry, Sidecar} from './sidecar.ts'

/** Leaves out findings of one draft. */
export type Keep = (diagnostics: readonly Diagnostic[], source: string) => readonly Diagnostic[]

const keepAll: Keep = (diagnostics) => diagnostics

/** The lists of suppressions that a run meets. */
export class Sidecars {
  readonly #loader: ConfigLoader
  readonly #lists = new Map<string, Promise<Sidecar>>()
  /** With what the first draft of a list was linted. */
  readonly #setups = new Map<Sidecar, Setup>()

  constructor(loader: ConfigLoader) {
    this.#loader = loader
  }

  /** What the lists beside and above a draft leave of its findings. @throws Failure where a list is broken */
  async keeperFor(draft: string, setup: Setup): Promise<Keep> {
    const paths = this.#loader.sidecarsFor(draft)
    if (!paths.length) return keepAll
    const lists = await Promise.all(paths.map((path) => this.#read(path)))
    for (const list of lists) if (!this.#setups.has(list)) this.#setups.set(list, setup)
    return (diagnostics, source) => lists.reduce((left, list) => list.keep(draft, left, source), diagnostics)
  }

  /** Every list that was read. */
  get lists(): Sidecar[] {
    return [...this.#setups.keys()]
  }

  /** What is wrong with the lists themselves, as findings in them. */
  complaints(): FileResult[] {
    return this.lists.flatMap((list) => {
      const source = readFileSync(list.path, 'utf8')
      const judge = new Judge(source, this.#setups.get(list) as Setup)
      const diagnostics = list.entries.flatMap((entry, index) => judge.complaints(list, entry, list.lines[index] ?? 1))
      return diagnostics.length ? [{filePath: shortPath(list.path), source, diagnostics}] : []
    })
  }

  #read(path: string): Promise<Sidecar> {
    let list = this.#lists.get(path)
    if (!list) this.#lists.set(path, (list = import('./sidecar.ts').then(({Sidecar}) => Sidecar.read(path))))
    return list
  }
}

class Judge {
  readonly #lines: Lines
  readonly #length: number
  readonly #setup: Setup
  readonly #severities: ReadonlyMap<string, string>

  constructor(source: string, setup: Setup) {
    this.#lines = new Lines(source)
    this.#length = source.length
    this.#setup = setup
    const known = [...setup.rules, ...ENGINE_RULES]
    this.#severities = new Map(known.map((rule) => [rule.id, severityOf(rule, setup.configuration)]))
  }

  complaints(list: Sidecar, entry: Entry, line: number): Diagnostic[] {
    const {rule, file, reason} = entry
    const severity = this.#severities.get(rule)
    if (severity === undefined) {
      const near = nearest(rule, [...this.#severities.keys()])
      return this.#report(unknownSuppression, near ? 'nearRule' : 'rule', line, {name: rule, near: near ?? ''})
    }
    const found: Diagnostic[] = []
    if (this.#setup.configuration.requireReasons && !reason?.trim())
      found.push(...this.#report(suppressionWithoutReason, 'entry', line, {}))
    if (list.isGone(entry)) found.push(...this.#report(unusedSuppression, 'missing', line, {file}))
    else if (list.saw(entry) && severity !== 'off' && !list.isUsed(entry))
      found.push(...this.#report(unusedSuppression, 'entry', line, {file}))
    return found
  }

  #report(rule: Rule, key: string, line: number, data: Data): Diagnostic[] {
    const {lang} = this.#setup.configuration
    const severity = severityOf(rule, this.#setup.configuration)
    if (severity === 'off') return []
    const start = this.#lines.startOf(line)
    const end = line < this.#lines.count ? this.#lines.startOf(line + 1) - 1 : this.#length
    return [
      {
        ruleId: rule.id,
        severity,
        message: fill(rule.messages[key]?.[lang] ?? '', data),
        url: pageOf(rule.id, lang),
        ...this.#lines.place(start, end),
        reading: {start, end},
        related: [],
        suggestions: [],
      },
    ]
  }
}
