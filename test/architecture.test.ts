import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, normalize} from 'node:path'
import {describe, expect, it} from 'vitest'

/** What each folder may import, besides itself. `type:` is for types only. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  draft: ['language'],
  language: ['draft', 'type:lint'],
  report: ['draft', 'language', 'type:lint'],
  lint: ['draft', 'language', 'report'],
  rules: ['draft', 'language', 'report', 'lint'],
  word: ['draft', 'lint'],
  docs: ['lint'],
  reporters: ['lint', 'type:report', 'type:draft', 'type:language'],
}
/** Folders that run in a browser as well. */
const CORE = ['draft', 'language', 'report', 'lint', 'rules', 'word', 'reporters', 'docs']

interface Import {
  readonly file: string
  readonly target: string
  readonly isType: boolean
}

const FROM = /^(import|export)( type)?[^'"]*?from '([^']+)'|import\('([^']+)'\)/gm

const folderOf = (path: string): string => {
  const [top = '', second = ''] = path.split('/')
  return top === 'src' ? second : top
}

function importsOf(file: string): Import[] {
  return [...readFileSync(file, 'utf8').matchAll(FROM)].map(([, , type, from, lazily]) => {
    const target = from ?? lazily ?? ''
    return {
      file,
      target: target.startsWith('.') ? normalize(join(dirname(file), target)).replaceAll('\\', '/') : target,
      isType: type !== undefined,
    }
  })
}

const files = ['src', 'rules'].flatMap((top) =>
  readdirSync(top, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${top}/${name.replaceAll('\\', '/')}`),
)
const imports = files.flatMap(importsOf)

describe.each(Object.entries(ALLOWED))('%s', (folder, allowed) => {
  it('imports only what comes before it', () => {
    const wrong = imports.filter(({file, target, isType}) => {
      if (folderOf(file) !== folder || !/^(?:src|rules)\//.test(target)) return false
      const to = folderOf(target)
      return to !== folder && !allowed.includes(to) && !(isType && allowed.includes(`type:${to}`))
    })
    expect(wrong).toEqual([])
  })
})

it('keeps node: out of what runs in a browser', () => {
  expect(imports.filter(({file, target}) => CORE.includes(folderOf(file)) && target.startsWith('node:'))).toEqual([])
})

it('lets no rule import another', () => {
  const isRule = (path: string): boolean => /^rules\/.+\/.+/.test(path)
  expect(imports.filter(({file, target}) => isRule(file) && isRule(target))).toEqual([])
})

it('shows rules nothing of the engine but their contract', () => {
  const engine = imports.filter(({file, target}) => file.startsWith('rules/') && target.startsWith('src/lint/'))
  expect([...new Set(engine.map(({target}) => target))].sort()).toEqual(['src/lint/rule.ts', 'src/lint/word-list.ts'])
})
