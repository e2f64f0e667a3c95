import {join} from 'node:path'
import {Sidecar} from '../cli/sidecar.ts'
import {SIDECAR_NAME} from '../config/folders.ts'
import type {ConfigLoader} from '../config/load.ts'
import type {Language} from '../lint/configuration.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {fingerprint} from '../lint/fingerprint.ts'

/** How many of a finding's words are kept for people who read the list. */
const WORDS = 40

/**
 * Records beside the drafts that a finding stays, for drafts that have no place for a remark.
 * @param folder where a list is made, if there is none beside or above the draft
 * @returns the list's path
 * @throws Failure
 */
export async function ignoreBeside(
  path: string,
  diagnostic: Diagnostic,
  source: string,
  loader: ConfigLoader,
  folder: string,
  lang: Language,
): Promise<string> {
  const list = await Sidecar.read(loader.sidecarsFor(path)[0] ?? join(folder, SIDECAR_NAME))
  const words = source.slice(diagnostic.start, diagnostic.end).replace(/\s+/g, ' ').slice(0, WORDS)
  const entry = {file: list.nameOf(path), rule: diagnostic.ruleId, hash: fingerprint(diagnostic, source)}
  await list.add([words ? {...entry, words} : entry], lang)
  return list.path
}
