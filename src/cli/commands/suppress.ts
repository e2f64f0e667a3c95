import {dirname, join, relative, resolve} from 'node:path'
import {rules} from '../../../rules/index.ts'
import {SIDECAR_NAME} from '../../config/folders.ts'
import type {ConfigLoader} from '../../config/load.ts'
import {shortPath} from '../../config/paths.ts'
import type {Language} from '../../lint/configuration.ts'
import type {Diagnostic} from '../../lint/diagnostic.ts'
import {ENGINE_RULES} from '../../lint/engine-rules.ts'
import {Failure} from '../../lint/failure.ts'
import {knownOf} from '../../lint/fingerprint.ts'
import {CRASHED} from '../../lint/lint.ts'
import type {Localized, Rule} from '../../lint/rule.ts'
import {fill} from '../../lint/words.ts'
import type {FileResult} from '../../reporters/result.ts'
import {createLoader, type Flags, ignoredBy, languageOf, unknownRule} from '../flags.ts'
import {findInputs} from '../inputs.ts'
import {CLEAN, FAILED, type Io} from '../io.ts'
import {lintInputs} from '../lint-inputs.ts'
import {type Entry, Sidecar} from '../sidecar.ts'
import {tell} from './lint.ts'

export interface SuppressFlags extends Omit<Flags, 'rule'> {
  readonly rule?: string
  readonly line?: number
  readonly reason?: string
  readonly prune?: boolean
}

const TEXTS = {
  which: {
    zh: '请说明忽略什么：--rule 规则名，或 --line 行号。要把现有问题全部记下，用 zicha baseline。',
    en: 'Say what to suppress, with --rule or --line. To record all findings, use zicha baseline.',
  },
  files: {zh: '请给出草稿。', en: 'Name the drafts.'},
  reason: {zh: '配置要求写明理由，请加 --reason 理由。', en: 'The configuration asks for a reason: add --reason.'},
  nothing: {
    zh: '“{path}”里没有这样的问题，没有记录。',
    en: 'There is no such finding in “{path}”; nothing was recorded.',
  },
  done: {zh: '已记录 {n} 处到 {path}。\n', en: 'Recorded {n} in {path}.\n'},
  pruned: {zh: '{path}：清理了 {n} 条。\n', en: '{path}: dropped {n}.\n'},
} satisfies Record<string, Localized>

/** `zicha suppress <drafts…> --rule <id>`: records findings that stay, beside the drafts. */
export async function suppressCommand(patterns: readonly string[], flags: SuppressFlags, io: Io): Promise<number> {
  const asked = languageOf(flags.lang)
  const loader = createLoader({...flags, rule: []})
  if (flags.prune) return prune(patterns, flags, loader, asked, io)
  if (!patterns.length) throw new Failure(TEXTS.files)
  if (flags.rule === undefined && flags.line === undefined) throw new Failure(TEXTS.which)
  const {inputs, failures} = await findInputs(patterns, ignoredBy(loader, {...flags, rule: []}))
  const {run, results} = await lintInputs(inputs, loader, {baseline: false, lang: asked}, io)
  const failed = [...failures, ...run.failures]
  // the rules of plugins are known by now
  if (flags.rule !== undefined) checkRule(flags.rule, [...new Set([...rules, ...run.rules]), ...ENGINE_RULES])
  const wanted = ({ruleId, line}: Diagnostic): boolean =>
    ruleId !== CRASHED && (flags.rule ?? ruleId) === ruleId && (flags.line ?? line) === line
  for (const result of results) {
    const diagnostics = result.diagnostics.filter(wanted)
    if (!diagnostics.length) failed.push(new Failure(TEXTS.nothing, {path: result.filePath}))
    else {
      const {configuration} = await loader.setupFor(result.filePath)
      if (configuration.requireReasons && !flags.reason?.trim()) throw new Failure(TEXTS.reason)
      await record({...result, diagnostics}, flags.reason, loader, asked, io)
    }
  }
  tell(failed, asked, io)
  return failed.length ? FAILED : CLEAN
}

/** @throws Failure for a rule that there isn't */
function checkRule(id: string, known: readonly Rule[]): void {
  if (!known.some((rule) => rule.id === id)) throw unknownRule(id, known)
}

async function record(
  {filePath, source, diagnostics}: FileResult,
  reason: string | undefined,
  loader: ConfigLoader,
  lang: Language,
  io: Io,
): Promise<void> {
  const path = loader.sidecarsFor(filePath)[0] ?? newSidecar(filePath)
  const list = await Sidecar.read(path)
  const entries: Entry[] = []
  for (const [rule, marks] of knownOf(diagnostics, source))
    for (const [hash, count] of marks) {
      const first = diagnostics.find((other) => other.ruleId === rule && knownOf([other], source).get(rule)?.has(hash))
      const words = first ? source.slice(first.start, first.end).replace(/\s+/g, ' ').slice(0, 40) : ''
      entries.push({
        file: list.nameOf(filePath),
        rule,
        hash,
        ...(count > 1 ? {count} : {}),
        ...(words ? {words} : {}),
        ...(reason ? {reason} : {}),
      })
    }
  await list.add(entries, lang)
  io.out(fill(TEXTS.done[lang], {n: diagnostics.length, path: shortPath(path)}))
}

/** In the working folder, which is usually the project's, unless the draft lies elsewhere. */
function newSidecar(draft: string): string {
  const outside = relative('.', draft).startsWith('..')
  return join(outside ? dirname(resolve(draft)) : resolve('.'), SIDECAR_NAME)
}

async function prune(
  patterns: readonly string[],
  flags: SuppressFlags,
  loader: ConfigLoader,
  lang: Language,
  io: Io,
): Promise<number> {
  const {inputs, failures} = await findInputs(
    patterns.length ? patterns : ['.'],
    ignoredBy(loader, {...flags, rule: []}),
  )
  const {run} = await lintInputs(inputs, loader, {baseline: false, lang}, io)
  const failed = [...(patterns.length ? failures : []), ...run.failures]
  const lists = new Map(run.sidecars.lists.map((list) => [list.path, list]))
  // a list may name only drafts that are gone
  for (const path of loader.sidecarsFor(resolve('.', SIDECAR_NAME)))
    if (!lists.has(path)) lists.set(path, await Sidecar.read(path))
  for (const list of lists.values()) {
    const n = await list.keepOnly(
      (entry) => !list.isGone(entry) && (!list.saw(entry) || run.rulesOff.has(entry.rule) || list.isUsed(entry)),
    )
    io.out(fill(TEXTS.pruned[lang], {n, path: shortPath(list.path)}))
  }
  tell(failed, lang, io)
  return failed.length ? FAILED : CLEAN
}
