import {readdirSync, statSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {Failure} from '../lint/failure.ts'

/** File names that zicha takes from folders. Files given by name may have any. */
const DRAFT = /\.(txt|md|markdown|docx)$/i
/** Lock files of word processors. */
const LOCK = /^(~\$|\.~lock\.)/
const SKIPPED = new Set(['node_modules', '.git', '.svn', '.hg'])

export const isDraftName = (name: string): boolean => DRAFT.test(name) && !LOCK.test(name)

const MISSING = {
  zh: '找不到文件“{path}”，请检查路径和文件名。',
  en: 'No such file: “{path}”. Check the path and the name.',
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

export interface Inputs {
  /** Paths as the user would write them, each once; `-` is standard input. */
  readonly files: readonly string[]
  readonly failures: readonly Failure[]
}

/** The drafts that patterns name: a path that exists is taken as it is, whatever characters it has. */
export async function findInputs(patterns: readonly string[], isIgnored: (path: string) => boolean): Promise<Inputs> {
  const files = new Set<string>()
  const failures: Failure[] = []
  for (const pattern of patterns) {
    try {
      for (const file of await expand(pattern, isIgnored)) files.add(file)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failures.push(error)
    }
  }
  return {files: [...files], failures}
}

async function expand(pattern: string, isIgnored: (path: string) => boolean): Promise<string[]> {
  if (pattern === '-') return ['-']
  const stats = statSync(pattern, {throwIfNoEntry: false})
  if (stats?.isDirectory()) {
    const found = draftsIn(pattern, isIgnored)
    if (!found.length) throw new Failure(NO_DRAFTS, {path: pattern})
    return found
  }
  if (stats) return [pattern]
  if (!/[*?[\]{}!()]/.test(pattern)) throw new Failure(MISSING, {path: pattern})
  const {default: glob} = await import('fast-glob')
  // a backslash separates folders on Windows; fast-glob knows only the slash
  const found = await glob(sep === '\\' ? pattern.replaceAll('\\', '/') : pattern, {
    ignore: ['**/node_modules/**', '**/.git/**'],
    dot: false,
    suppressErrors: true,
  })
  const drafts = found.filter((path) => isDraftName(path.slice(path.lastIndexOf('/') + 1)) && !isIgnored(path)).sort()
  if (!drafts.length) throw new Failure(NO_MATCH, {path: pattern})
  return drafts
}

/** All drafts below a folder, in order of their names; no link is followed. */
function draftsIn(folder: string, isIgnored: (path: string) => boolean): string[] {
  const found: string[] = []
  const open = [folder]
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    const inside = at
    let entries: ReturnType<typeof listed>
    try {
      entries = listed(inside)
    } catch (error) {
      throw new Failure(NO_ACCESS, {path: inside, reason: (error as NodeJS.ErrnoException).code ?? ''})
    }
    const folders: string[] = []
    for (const entry of entries) {
      const path = join(inside, entry.name)
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name) && !isIgnored(`${relative('.', path)}/`)) folders.push(path)
      } else if (entry.isFile() && isDraftName(entry.name) && !isIgnored(path)) found.push(path)
    }
    open.unshift(...folders)
  }
  return found
}

const listed = (folder: string) =>
  readdirSync(folder, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
