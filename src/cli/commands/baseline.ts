import {existsSync} from 'node:fs'
import {shortPath} from '../../config/paths.ts'
import {knownOf} from '../../lint/fingerprint.ts'
import type {Localized} from '../../lint/rule.ts'
import {fill} from '../../lint/words.ts'
import {BASELINE_NAME, Baseline} from '../baseline.ts'
import {createLoader, type Flags, ignoredBy, languageOf} from '../flags.ts'
import {findInputs} from '../inputs.ts'
import {CLEAN, FAILED, type Io} from '../io.ts'
import {lintInputs} from '../lint-inputs.ts'
import {refuseLikeDraft} from '../over-draft.ts'
import {tell} from './lint.ts'

export interface BaselineFlags extends Flags {
  readonly baseline?: string
  readonly prune?: boolean
}

const TEXTS = {
  done: {
    zh: '已把 {n} 处记入 {path}{others}。以后只看新的问题：zicha --baseline {path} …，或在配置里写 baseline: {path}\n',
    en: 'Recorded {n} findings in {path}{others}. To see only new ones: zicha --baseline {path} …, or baseline: {path} in the configuration\n',
  },
  others: {zh: '（其他草稿的 {n} 处照旧）', en: ' ({n} of other drafts stay)'},
  kept: {zh: '有文件没有读到，基线没有改动。', en: 'Some files were not read; the baseline is unchanged.'},
  pruned: {zh: '{path}：原有 {before} 处，还剩 {n} 处。\n', en: '{path}: {n} of {before} findings remain.\n'},
} satisfies Record<string, Localized>

/** `zicha baseline <drafts…>`: records the findings of today, or forgets those that are gone. */
export async function baselineCommand(patterns: readonly string[], flags: BaselineFlags, io: Io): Promise<number> {
  const lang = languageOf(flags.lang)
  const loader = createLoader(flags)
  const path = flags.baseline ?? (await loader.setupFor('zicha.txt')).baseline ?? BASELINE_NAME
  if (flags.prune) return prune(path, flags, io)
  // else its writer is told to delete it
  refuseLikeDraft(path)
  // what other drafts were forgiven stays
  const baseline = existsSync(path) ? Baseline.read(path) : new Baseline(path)
  const {inputs, failures} = await findInputs(patterns.length ? patterns : ['.'], ignoredBy(loader, flags))
  const {run, results} = await lintInputs(inputs, loader, {baseline: false, lang}, io)
  const failed = [...failures, ...run.failures]
  if (failed.length) {
    // half a baseline would forget what the missing drafts were forgiven
    tell(failed, lang, io)
    io.error(`${TEXTS.kept[lang]}\n`)
    return FAILED
  }
  for (const {filePath, source, diagnostics} of results) baseline.set(filePath, knownOf(diagnostics, source))
  baseline.write()
  const beside = baseline.sizeBeside(results.map(({filePath}) => filePath))
  const others = beside ? fill(TEXTS.others[lang], {n: beside}) : ''
  io.out(fill(TEXTS.done[lang], {n: baseline.size - beside, path: shortPath(baseline.path), others}))
  return CLEAN
}

async function prune(path: string, flags: BaselineFlags, io: Io): Promise<number> {
  const lang = languageOf(flags.lang)
  const loader = createLoader(flags)
  const {drafts, size: before} = Baseline.read(path)
  const there = drafts.filter((draft) => existsSync(draft)).map(shortPath)
  const {inputs} = await findInputs(there, async () => false)
  const {run} = await lintInputs(inputs, loader, {baseline: path, lang}, io)
  const baseline = run.baselines.get(path) ?? Baseline.read(path)
  baseline.prune((draft) => !existsSync(draft), run.rulesOff)
  baseline.write()
  io.out(fill(TEXTS.pruned[lang], {n: baseline.size, before, path: shortPath(baseline.path)}))
  tell(run.failures, lang, io)
  return run.failures.length ? FAILED : CLEAN
}
