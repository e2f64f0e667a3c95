import {encodeText} from '../draft/encode.ts'
import {readText} from '../draft/text.ts'
import type {Configuration} from '../lint/configuration.ts'
import {Failure} from '../lint/failure.ts'
import {type Fixed, fix} from '../lint/fix.ts'
import type {Localized, Rule} from '../lint/rule.ts'
import type {Io} from './io.ts'
import type {ReadDraft} from './read-draft.ts'
import {writeAtomically} from './write-file.ts'

const NOT_WRITTEN: Localized = {
  zh: '无法写入“{path}”（{reason}），原文件没有改动。',
  en: 'Cannot write “{path}” ({reason}); the file is unchanged.',
}

const NO_WORD: Localized = {
  zh: 'Word 文件“{path}”的改正请用 zicha fix-word。',
  en: 'Use zicha fix-word for the Word file “{path}”.',
}

export interface RepairFlags {
  readonly fixDryRun?: boolean
  readonly unsafeFixes?: boolean
}

/** Repairs one file, or shows what would change. @throws Failure; the file is then unchanged */
export async function repairFile(
  path: string,
  name: string,
  read: ReadDraft,
  configuration: Configuration,
  rules: readonly Rule[],
  flags: RepairFlags,
  io: Io,
): Promise<Fixed> {
  const {decoded, draft} = read
  if (!decoded) throw new Failure(NO_WORD, {path})
  const again = draft.format === 'markdown' ? (await import('../draft/markdown/read.ts')).readMarkdown : readText
  const fixed = fix(draft, again, configuration, rules, flags.unsafeFixes ?? false)
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
    throw new Failure(NOT_WRITTEN, {path, reason: (error as NodeJS.ErrnoException).code ?? String(error)})
  }
}
