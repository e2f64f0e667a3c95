import {execFileSync} from 'node:child_process'
import {relative, resolve, sep} from 'node:path'
import {Failure} from '../lint/failure.ts'
import type {Localized} from '../lint/rule.ts'
import {type Ignored, type Input, type Inputs, isDraftName} from './inputs.ts'

const TEXTS = {
  noGit: {
    zh: '--staged 要在 git 仓库里使用，并需要安装 git（{reason}）。',
    en: '--staged needs git and a repository ({reason}).',
  },
  content: {zh: '无法读取“{path}”的暂存内容（{reason}）。', en: 'Cannot read what is staged of “{path}” ({reason}).'},
} satisfies Record<string, Localized>

/** No draft is larger. */
const LARGEST = 64 * 1024 * 1024

function git(...args: string[]): Buffer {
  return execFileSync('git', args, {maxBuffer: LARGEST + 1024, stdio: ['ignore', 'pipe', 'pipe']})
}

const reasonOf = (error: unknown): string => {
  const {stderr, message} = error as {stderr?: Buffer; message: string}
  return (stderr?.toString().trim() || message).split('\n')[0] ?? ''
}

/**
 * The drafts that are staged for a commit, with the content that is staged, whatever stands in the files.
 * @param patterns git's own, for a part of them
 * @throws Failure where there is no repository
 */
export async function findStaged(patterns: readonly string[], ignored: Ignored): Promise<Inputs> {
  let root: string
  let names: string[]
  try {
    root = git('rev-parse', '--show-toplevel').toString().replace(/\n$/, '')
    // -z: names as they are, whatever characters they have
    const args = ['diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z', '--', ...patterns]
    names = git(...args)
      .toString()
      .split('\0')
      .filter(Boolean)
  } catch (error) {
    throw new Failure(TEXTS.noGit, {reason: reasonOf(error)})
  }
  const inputs: Input[] = []
  for (const name of names.sort()) {
    if (!isDraftName(name.slice(name.lastIndexOf('/') + 1))) continue
    const path = relative('.', resolve(root, name.split('/').join(sep)))
    if (!(await ignored(path, false))) inputs.push({path, name: path, bytes: () => stagedBytes(name, path)})
  }
  return {inputs, ignored: [], failures: []}
}

function stagedBytes(name: string, path: string): Uint8Array {
  try {
    // with filters, as it would be checked out: line ends, large files kept elsewhere
    return git('cat-file', '--filters', `:${name}`)
  } catch (error) {
    throw new Failure(TEXTS.content, {path, reason: reasonOf(error)})
  }
}
