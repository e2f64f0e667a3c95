import {type Dirent, readdir, readdirSync, type Stats, statSync} from 'node:fs'
import {join, resolve, sep} from 'node:path'
import type {FileSystemAdapter} from 'fast-glob'
import {shortPath} from '../config/paths.ts'
import {nearest} from '../language/nearest.ts'
import {Failure} from '../lint/failure.ts'
import type {Localized} from '../lint/rule.ts'
import {COMMANDS} from './commands/names.ts'

/** File names that zicha takes from folders. Files given by name may have any. */
const DRAFT = /\.(txt|md|markdown|docx)$/i
/** Lock files of word processors. */
const LOCK = /^(~\$|\.~lock\.)/
export const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git', '.svn', '.hg'])

export const isDraftName = (name: string): boolean => DRAFT.test(name) && !LOCK.test(name)

const MISSING = {
  zh: '找不到文件“{path}”，请检查路径和文件名。{hint}',
  en: 'No such file: “{path}”. Check the path and the name.{hint}',
}
const NO_MATCH = {
  zh: '没有与“{path}”匹配的草稿（.txt、.md、.docx）。',
  en: 'No draft (.txt, .md, .docx) matches “{path}”.',
}
const NO_DRAFTS = {
  zh: '文件夹“{path}”里没有草稿（.txt、.md、.docx）。',
  en: 'There is no draft (.txt, .md, .docx) in the folder “{path}”.',
}
const NO_ACCESS = {
  zh: '无法读取“{path}”（{reason}），请检查权限。',
  en: 'Cannot read “{path}” ({reason}). Check its permissions.',
}

const ALL_IGNORED = {
  zh: '“{path}”里的草稿都在忽略之列（配置的 ignores、.zichaignore 或 .gitignore）；要检查请加 --no-ignore。',
  en: 'All drafts in “{path}” are ignored (by `ignores`, .zichaignore or .gitignore); use --no-ignore to check them.',
}

/** One draft of a run. */
export interface Input {
  /** As the user would write it; `-` is standard input. */
  readonly path: string
  /** Decides format and configuration: the path, or what standard input is called. */
  readonly name: string
  /** Where the content is not that of the file. */
  readonly bytes?: () => Uint8Array
}

export interface Inputs {
  /** Each draft once, in the order of the patterns; those of a folder in the order of their names. */
  readonly inputs: readonly Input[]
  /** Drafts that were named by name, but are to be left out. */
  readonly ignored: readonly string[]
  readonly failures: readonly Failure[]
}

/** Whether a path is left out; a folder's path ends with a separator. */
export type Ignored = (path: string, withGit: boolean) => Promise<boolean>

/** Nothing is left out. */
export const nothingIgnored: Ignored = async () => false

/** The drafts that patterns name: a path that exists is taken as it is, whatever characters it has. */
export async function findInputs(
  patterns: readonly string[],
  ignored: Ignored,
  stdinName = 'stdin.txt',
): Promise<Inputs> {
  const inputs = new Map<string, Input>()
  const left: string[] = []
  const failures: Failure[] = []
  for (const pattern of patterns) {
    if (pattern === '-') {
      inputs.set('-', {path: '-', name: stdinName})
      continue
    }
    try {
      for (const path of await expand(pattern, ignored, left, failures)) {
        const key = resolve(path)
        if (!inputs.has(key)) inputs.set(key, {path, name: path})
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failures.push(error)
    }
  }
  return {inputs: [...inputs.values()], ignored: left, failures}
}

/** @returns undefined where nothing is, nor can be. @throws Failure where that can't be told */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, {throwIfNoEntry: false})
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    // below a file, or longer than a name may be: perhaps a pattern
    if (code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined
    throw noAccess(path, error)
  }
}

/** What is no command is taken for a draft: zicha ledgr 草稿.txt. */
function commandLike(name: string): Localized {
  const near = /^[a-z]+$/.test(name) ? nearest(name, COMMANDS) : undefined
  return near ? {zh: `是不是命令“${near}”？`, en: ` Did you mean the command “${near}”?`} : {zh: '', en: ''}
}

async function expand(pattern: string, ignored: Ignored, left: string[], failures: Failure[]): Promise<string[]> {
  const stats = statsOf(pattern)
  if (stats?.isDirectory()) return draftsIn(pattern, ignored, failures)
  if (stats) {
    // who names a draft wants it checked, even where git doesn't keep it
    if (!(await ignored(pattern, false))) return [pattern]
    left.push(pattern)
    return []
  }
  if (!/[*?[\]{}!()]/.test(pattern)) throw new Failure(MISSING, {path: pattern, hint: commandLike(pattern)})
  const {default: glob} = await import('fast-glob')
  // a backslash separates folders on Windows; fast-glob knows only the slash
  const found = await glob(sep === '\\' ? pattern.replaceAll('\\', '/') : pattern, {
    ignore: ['**/node_modules/**', '**/.git/**'],
    dot: false,
    suppressErrors: true,
    fs: {readdir: noting(failures)},
  })
  const named = found.filter((path) => isDraftName(path.slice(path.lastIndexOf('/') + 1))).sort()
  if (!named.length) throw new Failure(NO_MATCH, {path: pattern})
  const drafts: string[] = []
  for (const path of named) if (!(await ignored(path, true))) drafts.push(path)
  if (!drafts.length) throw new Failure(ALL_IGNORED, {path: pattern})
  return drafts
}

/** Reads folders as Node does, and notes those that may not be read: a pattern would pass them over in silence. */
const noting = (failures: Failure[]): FileSystemAdapter['readdir'] =>
  ((path: string, options: {withFileTypes: true}, done: (error: Error | null, entries: Dirent[]) => void) =>
    readdir(path, options, (error, entries) => {
      if (error?.code === 'EACCES' || error?.code === 'EPERM') failures.push(noAccess(shortPath(path), error))
      done(error, entries)
    })) as unknown as FileSystemAdapter['readdir']

/** All drafts below a folder, in order of their names; no link is followed. Of a folder within that can't be read the others are. */
async function draftsIn(folder: string, ignored: Ignored, failures: Failure[]): Promise<string[]> {
  // a folder that git ignores, but that the user names, is wanted
  const withGit = !(await ignored(`${folder}${sep}`, true))
  const found: string[] = []
  const before = failures.length
  let anyLeft = false
  const open = [folder]
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    const folders: string[] = []
    for (const entry of entriesOf(at, failures)) {
      const path = join(at, entry.name)
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name) && !(await ignored(`${path}${sep}`, withGit))) folders.push(path)
      } else if (entry.isFile() && isDraftName(entry.name)) {
        if (await ignored(path, withGit)) anyLeft = true
        else found.push(path)
      }
    }
    open.unshift(...folders)
  }
  if (!found.length && failures.length === before) throw new Failure(anyLeft ? ALL_IGNORED : NO_DRAFTS, {path: folder})
  return found
}

function entriesOf(folder: string, failures: Failure[]): Dirent[] {
  try {
    return readdirSync(folder, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  } catch (error) {
    failures.push(noAccess(folder, error))
    return []
  }
}

const noAccess = (path: string, error: unknown): Failure =>
  new Failure(NO_ACCESS, {path, reason: (error as NodeJS.ErrnoException).code ?? String(error)})
