import type {Draft} from '../draft/draft.ts'
import {readWord} from '../draft/word/read.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {Failure} from '../lint/failure.ts'
import type {Fixed} from '../lint/fix.ts'
import type {Localized} from '../lint/rule.ts'
import {fixWord} from '../word/track-changes.ts'
import type {Input} from './inputs.ts'
import type {Io} from './io.ts'
import {replaceKeepingCopy} from './replace-keeping-copy.ts'
import {whyNotWritten} from './why-not-written.ts'

const NOT_WRITTEN: Localized = {
  zh: '无法写入“{path}”（{reason}），原文件没有改动。',
  en: 'Cannot write “{path}” ({reason}); the file is unchanged.',
}
const NO_FILE: Localized = {
  zh: '从标准输入读来的 Word 文件不能改正，请给出文件名。',
  en: 'A Word file from standard input cannot be repaired. Name the file.',
}

/** What is to be repaired in a Word draft. */
export interface WordRepair {
  readonly found: (draft: Draft) => readonly Diagnostic[]
  readonly isUnsafe: boolean
  readonly isDryRun: boolean
}

/** Repairs a Word file by tracked changes, for the writer to accept in Word; the original is kept beside it. @throws Failure */
export async function repairWord(
  {path, name}: Input,
  draft: Draft,
  bytes: Uint8Array,
  {found, isUnsafe, isDryRun}: WordRepair,
  io: Io,
): Promise<Fixed> {
  const diagnostics = found(draft)
  const fixes = diagnostics.flatMap(({fix}) => (fix && (isUnsafe || fix.safety === 'safe') ? [fix.edits] : []))
  const fixed = fixWord(bytes, fixes, {now: new Date()})
  if (!fixed.applied) return {source: draft.source, applied: 0, diagnostics, draft}
  const after = readWord(fixed.bytes)
  const repaired = {source: after.source, applied: fixed.applied, diagnostics: found(after), draft: after}
  if (isDryRun) {
    const {createTwoFilesPatch} = await import('diff')
    io.out(createTwoFilesPatch(name, name, draft.source, after.source))
    return repaired
  }
  if (path === '-') throw new Failure(NO_FILE)
  try {
    replaceKeepingCopy(path, fixed.bytes)
  } catch (error) {
    throw new Failure(NOT_WRITTEN, {path, reason: whyNotWritten(error)})
  }
  return repaired
}
