import {execFileSync} from 'node:child_process'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {unzipSync} from 'fflate'
import {beforeAll, describe, expect, it} from 'vitest'
import {readSettings} from '../../src/lsp/settings.ts'
import {GENRES} from '../../src/report/genres/index.ts'
import {CAPABILITIES, Client} from './client.ts'
import {DRAFT, temporaryFolder} from './drafts.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = temporaryFolder()

interface Manifest {
  readonly version: string
  readonly main: string
  readonly contributes: {
    readonly commands: readonly {readonly command: string; readonly title: string}[]
    readonly configuration: {readonly properties: Readonly<Record<string, Setting>>}
  }
}

interface Setting {
  readonly default: unknown
  readonly description: string
  readonly enum?: readonly unknown[]
  readonly enumDescriptions?: readonly string[]
}

let files: Record<string, Uint8Array>
let manifest: Manifest
const json = <Value>(name: string): Value => JSON.parse(Buffer.from(files[name] as Uint8Array).toString()) as Value

beforeAll(() => {
  const told = execFileSync('npm', ['run', 'vscode:package'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString()
  const path = /^(.*\.vsix):/m.exec(told)?.[1] as string
  files = unzipSync(readFileSync(path))
  manifest = json('extension/package.json')
}, 120_000)

describe('the extension', () => {
  it('holds what its manifest names', () => {
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        '[Content_Types].xml',
        'extension.vsixmanifest',
        `extension/${manifest.main.slice(2)}`,
        'extension/server/zicha.cjs',
        'extension/zicha.schema.json',
        'extension/docs/rules/lone-item.md',
      ]),
    )
    expect(Buffer.from(files['extension.vsixmanifest'] as Uint8Array).toString()).toContain(
      `Version="${manifest.version}"`,
    )
  })

  it('says everything in Chinese and in English', () => {
    const used =
      JSON.stringify(manifest)
        .match(/%[\w.-]+%/g)
        ?.map((key) => key.slice(1, -1)) ?? []
    const zh = json<Record<string, string>>('extension/package.nls.zh-cn.json')
    const en = json<Record<string, string>>('extension/package.nls.json')
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort())
    expect([...new Set(used)].sort()).toEqual(Object.keys(en).sort())
  })

  it('offers the settings that the server reads, with its own defaults', () => {
    const {'zicha.trace.server': _, ...own} = manifest.contributes.configuration.properties
    const {locale: __, ...read} = readSettings(null, 'zh', root)
    const expected = Object.entries(read).map(([name, value]) => [`zicha.${name}`, value ?? null])
    expect(Object.fromEntries(Object.entries(own).map(([name, one]) => [name, one.default]))).toEqual(
      Object.fromEntries(expected),
    )
    for (const [name, one] of Object.entries(own))
      for (const value of one.enum ?? []) {
        const key = name.slice('zicha.'.length)
        expect(readSettings({[key]: value}, 'zh', root)).toHaveProperty(key, value ?? undefined)
      }
  })

  it('offers every genre by its name', () => {
    const genre = manifest.contributes.configuration.properties['zicha.genre']
    expect(genre?.enum).toEqual([...GENRES.map(({id}) => id), null])
    for (const [name, lang] of [
      ['package.nls.zh-cn.json', 'zh'],
      ['package.nls.json', 'en'],
    ] as const) {
      const texts = json<Record<string, string>>(`extension/${name}`)
      const told = genre?.enumDescriptions?.map((key) => texts[key.slice(1, -1)])
      expect(told?.slice(0, -1)).toEqual(GENRES.map((one) => one.name[lang]))
    }
  })

  it('says in Chinese whatever its code says', () => {
    const zh = json<Record<string, string>>('extension/l10n/bundle.l10n.zh-cn.json')
    const code = readFileSync(join(root, 'editors/vscode/src/extension.ts'), 'utf8')
    const used = [...code.matchAll(/l10n\.t\('([^']+)'\)/g)].map(([, words]) => words)
    expect(Object.keys(zh).sort()).toEqual([...new Set(used)].sort())
  })

  it('registers every command that it offers', () => {
    const code = Buffer.from(files['extension/extension.cjs'] as Uint8Array).toString()
    for (const {command} of manifest.contributes.commands) expect(code).toContain(command)
  })

  it('has a server that works where it is unpacked', async () => {
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(folder.path, name)), {recursive: true})
      writeFileSync(join(folder.path, name), bytes)
    }
    const client = new Client([process.execPath, join(folder.path, 'extension/server/zicha.cjs'), 'lsp', '--stdio'])
    await client.start(CAPABILITIES, {locale: 'en'})
    client.open('file:///甲.md', DRAFT)
    const found = (await client.diagnostics('file:///甲.md', 1)).find(({code}) => code === 'repeated-mark')
    expect(found?.codeDescription?.href).toContain('extension/docs/rules/en/repeated-mark.md')
    client.open('file:///大.md', `${DRAFT}${'档案室的温湿度计停用，没有人更换。\n\n'.repeat(1500)}`)
    expect((await client.diagnostics('file:///大.md', 1)).length).toBeGreaterThan(0)
    expect(await client.stop()).toBe(0)
  })
})
