// The programs, each as a user starts it on a file or on a folder of drafts, without caches of results.
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const BENCH = fileURLToPath(new URL('.', import.meta.url))
const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The file that a package's command starts: there is no shell in between, on any system. */
export function binOf(name, command = name) {
  const folder = join(BENCH, 'node_modules', name)
  if (!existsSync(folder)) throw new Error(`${name} is not installed: run "npm ci" in bench/`)
  const {bin} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

export function versionOf(name) {
  return JSON.parse(readFileSync(join(BENCH, 'node_modules', name, 'package.json'), 'utf8')).version
}

export function zichaBin() {
  const path = join(ROOT, 'dist', 'zicha.cjs')
  if (!existsSync(path)) throw new Error('zicha is not built: run "npm run build" in the project\'s folder')
  return path
}

/** A glob where a program takes no folders. */
const files = (target, kind) => (target.endsWith(`.${kind}`) ? target : `${target}/*.${kind}`)

/**
 * `slow`: several times slower than the others, so that many drafts are given to them once, and files of megabytes,
 * which take them minutes, never.
 */
export const PROGRAMS = [
  {name: 'zicha', kinds: ['txt', 'md', 'docx'], args: (target) => [zichaBin(), target]},
  {
    name: 'autocorrect-node',
    kinds: ['txt', 'md'],
    args: (target) => [binOf('autocorrect-node', 'autocorrect'), '--lint', target],
  },
  {name: 'rumdl', kinds: ['md'], args: (target) => [binOf('rumdl'), 'check', '--no-cache', target]},
  {name: 'markdownlint-cli2', kinds: ['md'], args: (target, kind) => [binOf('markdownlint-cli2'), files(target, kind)]},
  {
    name: 'remark-cli',
    label: 'remark-cli + preset-lint-recommended',
    kinds: ['md'],
    // without --no-stdout it would print the draft itself
    args: (target) => [binOf('remark-cli', 'remark'), '--no-stdout', target],
  },
  {
    name: 'textlint',
    label: 'textlint, 5 rules',
    kinds: ['txt', 'md'],
    slow: true,
    args: (target, kind) => [binOf('textlint'), files(target, kind)],
  },
  {name: 'zhlint', kinds: ['txt', 'md'], slow: true, args: (target, kind) => [binOf('zhlint'), files(target, kind)]},
]

export const NODE = {name: 'node -e 0', kinds: ['txt', 'md', 'docx'], args: () => ['-e', '0']}

export const programsFor = (kind, {slow = true} = {}) =>
  PROGRAMS.filter((program) => program.kinds.includes(kind) && (slow || !program.slow))
