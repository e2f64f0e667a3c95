import type {Setup} from '../config/load.ts'
import {lintReport, type Stopwatch} from '../lint/lint.ts'
import {createReport} from '../report/create.ts'
import type {FileResult} from '../reporters/result.ts'
import {exceptItself} from './against.ts'
import type {Input} from './inputs.ts'
import {readDraft, reading} from './read-draft.ts'

export interface FileOptions {
  /** Whether the result holds what was understood. */
  readonly withReport?: boolean
  readonly stopwatch?: Stopwatch | undefined
}

/** Lints one draft. @throws Failure */
export async function lintFile(
  input: Input,
  bytes: Uint8Array,
  {configuration, rules}: Setup,
  {withReport, stopwatch}: FileOptions,
): Promise<FileResult> {
  const {draft} = await readDraft(input, bytes)
  const report = createReport(draft, exceptItself(configuration, input.name))
  const diagnostics = await reading(input.path, () => lintReport(report, configuration, rules, stopwatch))
  return {filePath: input.name, source: draft.source, diagnostics, ...(withReport ? {report} : {})}
}
