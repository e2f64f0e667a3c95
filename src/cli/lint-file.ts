import type {Setup} from '../config/load.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {lintReport, type Stopwatch} from '../lint/lint.ts'
import {createReport} from '../report/create.ts'
import type {FileResult} from '../reporters/result.ts'
import type {Input} from './inputs.ts'
import type {Io} from './io.ts'
import {readDraft} from './read-draft.ts'

export interface FileOptions {
  readonly fix?: boolean
  readonly fixDryRun?: boolean
  readonly unsafeFixes?: boolean
  /** Whether the result holds what was understood. */
  readonly withReport?: boolean
  readonly stopwatch?: Stopwatch | undefined
  /** What is left of the findings of a draft; they are not repaired either. */
  readonly keep: (diagnostics: readonly Diagnostic[], source: string) => readonly Diagnostic[]
}

/** Lints one draft, and repairs it where that is asked for. @throws Failure */
export async function lintFile(
  input: Input,
  bytes: Uint8Array,
  {configuration, rules}: Setup,
  options: FileOptions,
  io: Io,
): Promise<FileResult> {
  const read = await readDraft(input, bytes)
  const {stopwatch, keep} = options
  if (options.fix || options.fixDryRun) {
    const {repairFile} = await import('./repair.ts')
    const {source, diagnostics} = await repairFile(input, read, {configuration, rules, keep}, options, io)
    return {filePath: input.name, source, diagnostics}
  }
  const {draft} = read
  const report = createReport(draft, configuration)
  return {
    filePath: input.name,
    source: draft.source,
    diagnostics: keep(lintReport(report, configuration, rules, stopwatch), draft.source),
    ...(options.withReport ? {report} : {}),
  }
}
