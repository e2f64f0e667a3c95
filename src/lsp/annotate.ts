import {reading} from '../cli/read-draft.ts'
import type {ConfigLoader} from '../config/load.ts'
import {readWord} from '../draft/word/read.ts'
import {lint} from '../lint/lint.ts'
import {annotateWord} from '../word/annotate.ts'

/**
 * A copy of a Word file with the findings as comments, and how many there are.
 * @throws Failure
 */
export async function annotateFile(
  bytes: Uint8Array,
  path: string,
  loader: ConfigLoader,
): Promise<{readonly bytes: Uint8Array; readonly count: number}> {
  const {configuration, rules} = await loader.setupFor(path)
  return reading(path, () => {
    const diagnostics = lint(readWord(bytes), configuration, rules)
    const annotated = annotateWord(bytes, diagnostics, {lang: configuration.lang, now: new Date(), rules})
    return {bytes: annotated, count: diagnostics.length}
  })
}
