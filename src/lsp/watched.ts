import {basename, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {BASELINE_NAME} from '../cli/baseline.ts'
import {CONFIG_NAMES, IGNORE_NAMES, SIDECAR_NAME} from '../config/folders.ts'
import type {Session} from './session.ts'
import {decode, keyOf} from './workspace.ts'

/** Files that decide how drafts are checked, by name. */
const NAMES = new Set<string>([...CONFIG_NAMES, ...IGNORE_NAMES, SIDECAR_NAME, BASELINE_NAME])
/** Files that a configuration may name: what it extends, its baseline. */
const DATA = /\.(?:json|ya?ml)$/i

/** What a client is asked to watch: what decides, and the drafts themselves. */
export const GLOBS: readonly string[] = [
  ...[...NAMES].filter((name) => !DATA.test(name)).map((name) => `**/${name}`),
  '**/*.{json,yaml,yml}',
  '**/*.{txt,md,markdown}',
]

/** Whether changed files have a say in how any draft is checked. */
export async function decide(session: Session, uris: readonly string[]): Promise<boolean> {
  const own = uris.filter((uri) => !uri.includes('/node_modules/'))
  if (own.some((uri) => NAMES.has(decode(basename(uri))))) return true
  const data = new Set(own.filter((uri) => DATA.test(uri)).map(keyOf))
  return (
    data.size > 0 &&
    (await named(session)).some((path) => path === undefined || data.has(keyOf(pathToFileURL(path).href)))
  )
}

/** The files that the configurations of open drafts and folders are made of; undefined where one can't be read. */
async function named(session: Session): Promise<(string | undefined)[]> {
  const {workspace, snapshots, analyst} = session
  const roots = workspace.roots.map((root) => ({uri: pathToFileURL(root).href, path: join(root, 'draft.md')}))
  const files = [...roots, ...snapshots].map(async ({uri, path}) => {
    try {
      const setup = await analyst.loaders.for(await workspace.settingsFor(uri)).setupFor(path)
      return [...setup.files, ...(setup.baseline === undefined ? [] : [setup.baseline])]
    } catch {
      return [undefined]
    }
  })
  return (await Promise.all(files)).flat()
}
