// Runs the fresh bundle on some drafts, so that the code caches beside it hold what such runs need (see src/cli/boot.ts).
import {spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** One run a kind of draft: each writes the caches of the chunks that it is the first to load. */
const RUNS = [
  ['.txt'],
  // with an option, for the parser of these
  ['.md', '--no-color'],
]

// elsewhere: the configuration is looked for as it is beside drafts that have none
const folder = mkdtempSync(join(tmpdir(), 'zicha-'))
try {
  for (const [kind, ...options] of RUNS) {
    const drafts = ['drafts', 'sound', 'annotated'].flatMap((from) =>
      readdirSync(join(root, 'fixtures', from))
        .filter((name) => name.endsWith(kind))
        .slice(0, 3)
        .map((name) => {
          cpSync(join(root, 'fixtures', from, name), join(folder, `${from}-${name}`))
          return `${from}-${name}`
        }),
    )
    const program = join(root, 'dist', 'zicha.cjs')
    const {error, signal} = spawnSync(process.execPath, [program, ...options, ...drafts], {cwd: folder})
    if (error || signal) throw new Error(`the bundle does not run on ${kind} drafts`, {cause: error ?? signal})
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}
