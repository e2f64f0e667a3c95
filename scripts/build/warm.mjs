// Runs the fresh bundle on some drafts, so that the code caches beside it hold what such runs need (see src/cli/boot.ts).
import {spawnSync} from 'node:child_process'
import {readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** One run a kind of draft: each writes the caches of the chunks that it is the first to load. */
const KINDS = ['.txt', '.md']

for (const kind of KINDS) {
  const drafts = ['drafts', 'sound', 'annotated'].flatMap((folder) =>
    readdirSync(`${root}fixtures/${folder}`)
      .filter((name) => name.endsWith(kind))
      .slice(0, 3)
      .map((name) => `fixtures/${folder}/${name}`),
  )
  const {error, signal} = spawnSync(process.execPath, ['dist/zicha.cjs', '--no-config', ...drafts], {cwd: root})
  if (error || signal) throw new Error(`the bundle does not run on ${kind} drafts`, {cause: error ?? signal})
}
