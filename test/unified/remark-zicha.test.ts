import {execFileSync, spawn, spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {createMessageConnection, StreamMessageReader, StreamMessageWriter} from 'vscode-languageserver/node'
import {createLinter} from '../../src/api/linter.ts'
import remarkZicha, {type RemarkZichaOptions} from '../../src/unified/remark-zicha.ts'

async function messagesOf(value: string, options: RemarkZichaOptions = {config: false}, path = '稿.md') {
  const file = new VFile({path, value})
  const processor = unified().use(remarkParse).use(remarkZicha, options)
  await processor.run(processor.parse(file), file)
  return file.messages
}

describe('remark-zicha', () => {
  it('tells rule, place, severity, page and reasons', async () => {
    const [blank] = (await messagesOf('# 关于消防安全的自查报告\n\n召开会议**次。\n')).filter(
      ({ruleId}) => ruleId === 'unfilled-placeholder',
    )
    expect(blank).toMatchObject({
      source: 'zicha',
      fatal: true,
      actual: '**',
      place: {start: {line: 3, column: 5, offset: 19}, end: {line: 3, column: 7, offset: 21}},
    })
    expect(fileURLToPath(blank?.url ?? '')).toBe(resolve('docs/rules/unfilled-placeholder.md'))
    expect(blank?.note).toContain('占位符')
  })

  it('offers what the words may be replaced by', async () => {
    const messages = await messagesOf('# 关于消防安全的自查报告\n\n上半年检查6次,发现隐患3处。\n')
    const [mark] = messages.filter(({ruleId}) => ruleId === 'half-width-mark')
    expect(mark).toMatchObject({actual: ',', expected: ['，']})
  })

  it('takes options as a configuration does', async () => {
    const settings = {rules: {'unfilled-placeholder': 'info'}, lang: 'en'} as const
    const [blank] = (await messagesOf('召开会议**次。', {config: false, settings})).filter(
      ({ruleId}) => ruleId === 'unfilled-placeholder',
    )
    expect(blank?.fatal).toBeUndefined()
    expect(blank?.reason).toMatch(/^[ -~“”]/)
    const own = {
      ...(await import('../../rules/unfinished/unfilled-placeholder.ts')).default,
      id: 'own-rule',
    }
    const ids = (await messagesOf('召开会议**次。', {config: false, rules: [own]})).map(({ruleId}) => ruleId)
    expect(ids).toContain('own-rule')
    await expect(messagesOf('', {settings: {rules: {'no-such-rule': 'off'}}} as never)).rejects.toThrow(/no-such-rule/)
  })

  it('reads Markdown whatever the file is called, and leaves the tree as it is', async () => {
    const value = '# 报告\n\n召开会议**次。\n'
    for (const path of ['a.txt', 'a.mdx']) {
      const ids = (await messagesOf(value, {config: false}, path)).map(({place}) => JSON.stringify(place))
      expect(ids).toEqual((await messagesOf(value)).map(({place}) => JSON.stringify(place)))
    }
    const plain = await unified().use(remarkParse).use(remarkStringify).process(value)
    const linted = await unified()
      .use(remarkParse)
      .use(remarkZicha, {config: false})
      .use(remarkStringify)
      .process(value)
    expect(String(linted)).toBe(String(plain))
  })
})

interface Told {
  readonly path: string
  readonly messages: readonly {
    readonly ruleId: string
    readonly fatal?: boolean
    readonly reason: string
    readonly place: {readonly start: {readonly offset: number}; readonly end: {readonly offset: number}}
  }[]
}

/** As built: remark-cli's own import of a source file through tsx now and then never ends. */
const PLUGIN = './dist/api/remark.js'

describe('remark-cli', () => {
  it('reports what the command line reports, on all Markdown fixtures', async () => {
    const args = ['node_modules/remark-cli/cli.js', 'fixtures', '--no-stdout', '--no-config']
    if (!existsSync(PLUGIN)) execFileSync('npm', ['run', 'build'])
    const run = spawnSync(
      process.execPath,
      [...args, '--use', PLUGIN, '--report', './test/unified/json-reporter.mjs'],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      },
    )
    const told = JSON.parse(run.stderr) as Told[]
    expect(run.status).toBe(1)
    expect(told.length).toBeGreaterThan(40)
    const severity = (fatal: boolean | undefined): string =>
      fatal === true ? 'error' : fatal === false ? 'warning' : 'info'
    const linter = createLinter()
    for (const {path, messages} of told) {
      const {diagnostics} = await linter.lintText(readFileSync(path), {filePath: path})
      const ours = diagnostics.map(({ruleId, severity, start, end, message}) => [ruleId, severity, start, end, message])
      const theirs = messages.map(({ruleId, fatal, place, reason}) => [
        ruleId,
        severity(fatal),
        place.start.offset,
        place.end.offset,
        reason,
      ])
      expect(theirs, path).toEqual(ours)
    }
  }, 120_000)
})

describe('unified-language-server', () => {
  it('publishes the findings', async () => {
    const server = spawn(process.execPath, ['--import', 'tsx', 'test/unified/language-server.mjs', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    )
    try {
      const published = new Promise<{diagnostics: {code?: string; message: string; source?: string}[]}>((done) =>
        connection.onNotification('textDocument/publishDiagnostics', done),
      )
      // the server asks for things that a client may refuse
      connection.onRequest('client/registerCapability', () => null)
      connection.onRequest('workspace/configuration', () => [null])
      connection.listen()
      const root = pathToFileURL(process.cwd()).href
      await connection.sendRequest('initialize', {
        processId: process.pid,
        rootUri: root,
        capabilities: {},
        workspaceFolders: [{uri: root, name: 'zicha'}],
      })
      await connection.sendNotification('initialized', {})
      const text = '# 关于消防安全的自查报告\n\n召开会议**次。\n'
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: {uri: `${root}/稿.md`, languageId: 'markdown', version: 1, text},
      })
      const {diagnostics} = await published
      const ours = (await createLinter().lintText(text, {filePath: '稿.md'})).diagnostics
      expect(ours.length).toBeGreaterThan(0)
      expect(diagnostics.map(({code, message, source}) => [code, message.split('\n')[0], source])).toEqual(
        ours.map(({ruleId, message}) => [ruleId, message, 'zicha']),
      )
    } finally {
      connection.dispose()
      server.kill()
    }
  }, 60_000)
})
