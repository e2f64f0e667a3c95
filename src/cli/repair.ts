import {encodeText} from '../draft/decode.ts'
import type {Draft} from '../draft/draft.ts'
import {readText} from '../draft/text.ts'
import type {Configuration} from '../lint/configuration.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {Failure} from '../lint/failure.ts'
import {type Fixed, fix} from '../lint/fix.ts'
import {lint} from '../lint/lint.ts'
import type {Localized, Rule} from '../lint/rule.ts'
import type {Input} from './inputs.ts'
import type {Io} from './io.ts'
import type {ReadDraft} from './read-draft.ts'
import {whyNotWritten} from './why-not-written.ts'
import {writeAtomically} from './write-file.ts'

const NOT_WRITTEN: Localized = {
  zh: '无法写入“{path}”（{reason}），原文件没有改动。',
  en: 'Cannot write “{path}” ({reason}); the file is unchanged.',
}

const CONVERTED: Localized = {
  zh: '“{path}”是转换后检查的，改正写不回去；请先在 Word 或 WPS 中把它“另存为”.docx。',
  en: '“{path}” was converted to be checked; repairs cannot be written back. Save it as .docx first.',
}

export interface RepairFlags {
  readonly fixDryRun?: boolean
  readonly unsafeFixes?: boolean
}

/** What a draft is linted with when it is repaired. */
export interface RepairSetup {
  readonly configuration: Configuration
  readonly rules: readonly Rule[]
  /** Leaves out findings that are suppressed outside the draft; they are not repaired. */
  readonly keep: (diagnostics: readonly Diagnostic[], source: string) => readonly Diagnostic[]
}

/** Repairs one file, or shows what would change. @throws Failure; the file is then unchanged */
export async function repairFile(
  {path, name, bytes}: Input,
  read: ReadDraft,
  {configuration, rules, keep}: RepairSetup,
  flags: RepairFlags,
  io: Io,
): Promise<Fixed> {
  if (bytes) throw new Failure(CONVERTED, {path})
  const {decoded, draft} = read
  const found = (draft: Draft) => keep(lint(draft, configuration, rules), draft.source)
  if (!decoded) {
    const {repairWord} = await import('./repair-word.ts')
    const repair = {found, isUnsafe: flags.unsafeFixes ?? false, isDryRun: flags.fixDryRun ?? false}
    return repairWord({path, name}, draft, read.bytes, repair, io)
  }
  const again = draft.format === 'markdown' ? (await import('../draft/markdown/read.ts')).readMarkdown : readText
  const fixed = fix(draft, again, found, flags.unsafeFixes ?? false)
  if (flags.fixDryRun || path === '-') {
    const {createTwoFilesPatch} = await import('diff')
    if (flags.fixDryRun) {
      if (fixed.applied) io.out(createTwoFilesPatch(name, name, draft.source, fixed.source))
    } else io.out(fixed.source)
  } else if (fixed.applied) writeRepaired(path, encodeText(fixed.source, decoded.encoding))
  return fixed
}

function writeRepaired(path: string, bytes: Uint8Array): void {
  try {
    writeAtomically(path, bytes)
  } catch (error) {
    throw new Failure(NOT_WRITTEN, {path, reason: whyNotWritten(error)})
  }
}
