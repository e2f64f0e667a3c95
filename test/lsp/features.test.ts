import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {
  CodeAction,
  CodeLens,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  SemanticTokens,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver'
import {docx, paragraph, run} from '../../scripts/fixtures/docx.ts'
import {partsOf} from '../word/helpers.ts'
import {CAPABILITIES, Client} from './client.ts'
import {applyEdits, DRAFT, placeOf, temporaryFolder} from './drafts.ts'

const folder = temporaryFolder()
const client = new Client()
const uri = folder.write('公务用车 自查.md', DRAFT)
const textDocument = {uri}
const problem = placeOf(DRAFT, '公务用车加油没有登记台账，加油卡由司机自己保管。')
const unanswered = placeOf(DRAFT, '值班室灭火器压力不足，没有及时更换。')
const measure = placeOf(DRAFT, '6月底前，由办公室建立公务用车加油登记台账，加油卡收回办公室统一保管。')
const blank = placeOf(DRAFT, '**次')
const settings: Record<string, unknown> = {}

const actionsAt = (range: {start: unknown; end: unknown}, only?: readonly string[]) =>
  client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range,
    context: {diagnostics: [], ...(only ? {only} : {})},
  })

const editsOf = (action: CodeAction | undefined): TextEdit[] =>
  (action?.edit?.documentChanges?.flatMap((change) => (change as TextDocumentEdit).edits) ?? []) as TextEdit[]

beforeAll(async () => {
  client.answers.set('workspace/configuration', (params) =>
    (params as {items: unknown[]}).items.map(() => (Object.keys(settings).length ? settings : null)),
  )
  await client.start(CAPABILITIES, {
    workspaceFolders: [{uri: folder.uri, name: '草稿'}],
    initializationOptions: {showPlaces: 'test.show'},
  })
  client.open(uri, DRAFT)
})
afterAll(async () => {
  expect(await client.stop()).toBe(0)
})

describe('diagnostics', () => {
  it('come at the right characters, with rule, page and version', async () => {
    const found = await client.diagnostics(uri, 1)
    expect(found.map(({code, range}) => [code, range])).toContainEqual([
      'unfilled-placeholder',
      {start: blank.start, end: {...blank.start, character: blank.start.character + 2}},
    ])
    const none = found.find(({code}) => code === 'problem-without-plan')
    expect(none).toMatchObject({range: unanswered, severity: 2, source: 'zicha'})
    expect(none?.codeDescription?.href).toMatch(/^file:.*docs\/rules\/problem-without-plan\.md$/)
  })
})

describe('hover', () => {
  const hover = (position: unknown) => client.request<Hover | null>('textDocument/hover', {textDocument, position})
  const words = (answer: Hover | null) => (answer?.contents as {value: string} | undefined)?.value ?? ''

  it('on a finding says why and what to do', async () => {
    const told = words(await hover(blank.start))
    expect(told).toContain('`unfilled-placeholder`')
    expect(told).toContain('**为什么**')
    expect(told).toContain('**怎样改**')
  })

  it('on a problem shows the measure that answers it, with score and evidence', async () => {
    const answer = await hover({line: problem.start.line, character: problem.start.character + 2})
    expect(answer?.range).toEqual(problem)
    expect(words(answer)).toMatch(/\*\*问题 P1\*\*.*存在问题/)
    expect(words(answer)).toContain(`第${measure.start.line + 1}行`)
    expect(words(answer)).toMatch(/（(?:0\.\d\d|1\.00)）\s+依据：.*登记/)
  })

  it('on a measure shows its deadline and its problem', async () => {
    const told = words(await hover(measure.start))
    expect(told).toContain('**措施 M1**')
    expect(told).toContain('时限：6月底')
    expect(told).toContain(`第${problem.start.line + 1}行`)
  })

  it('elsewhere is nothing', async () => {
    expect(await hover({line: 1, character: 0})).toBeNull()
  })
})

describe('links', () => {
  const at = (method: string, position: unknown, more = {}) =>
    client.request<Location[] | null>(`textDocument/${method}`, {textDocument, position, ...more})

  it('lead from a problem to its measure and back', async () => {
    expect(await at('definition', problem.start)).toEqual([{uri, range: measure}])
    expect(await at('definition', measure.end)).toEqual([{uri, range: problem}])
    expect(await at('definition', unanswered.start)).toEqual([])
  })

  it('are references, with the item itself where it is wanted', async () => {
    const context = {includeDeclaration: true}
    expect(await at('references', problem.start, {context})).toEqual([
      {uri, range: problem},
      {uri, range: measure},
    ])
    expect(await at('references', measure.start, {context: {includeDeclaration: false}})).toEqual([
      {uri, range: problem},
    ])
  })

  it('are counted above problems and measures', async () => {
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', {textDocument})
    expect(lenses.map(({range, command}) => [range.start.line, command?.title])).toEqual([
      [problem.start.line, '1 项措施'],
      [unanswered.start.line, '无对应措施'],
      [measure.start.line, '针对 1 个问题'],
    ])
    expect(lenses[0]?.command).toMatchObject({
      command: 'test.show',
      arguments: [uri, problem.start, [{uri, range: measure}]],
    })
  })
})

describe('structure', () => {
  it('is an outline of parts and items', async () => {
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {textDocument})
    const told = symbols.map(({name, detail, children}) => [name, detail, children?.map((child) => child.detail)])
    expect(told).toContainEqual(['公务用车管理自查报告', '标题', []])
    expect(told).toContainEqual(['存在的问题', '存在问题', ['问题 P1', '问题 P2']])
    expect(told).toContainEqual(['整改措施', '整改措施', ['措施 M1']])
    for (const {range, selectionRange} of symbols) {
      expect(selectionRange.start.line).toBeGreaterThanOrEqual(range.start.line)
      expect(selectionRange.end.line).toBeLessThanOrEqual(range.end.line)
    }
  })

  it('folds by parts', async () => {
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', {textDocument})
    const heading = placeOf(DRAFT, '## 二、存在的问题').start.line
    expect(folds).toContainEqual({startLine: heading, endLine: unanswered.end.line, kind: 'region'})
  })

  it('shows blanks as tokens', async () => {
    const {data} = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {textDocument})
    expect(data).toEqual([blank.start.line, blank.start.character, 2, 0, 0])
  })

  it('shows roles only where the settings ask for them', async () => {
    const params = {textDocument, range: {start: {line: 0, character: 0}, end: {line: 99, character: 0}}}
    expect(await client.request<InlayHint[] | null>('textDocument/inlayHint', params)).toBeNull()
    settings.inlayHints = true
    client.notify('workspace/didChangeConfiguration', {settings: null})
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', params)
    delete settings.inlayHints
    client.notify('workspace/didChangeConfiguration', {settings: null})
    expect(hints).toContainEqual(expect.objectContaining({label: 'P2', position: unanswered.start}))
    const heading = placeOf(DRAFT, '二、存在的问题')
    expect(hints).toContainEqual(expect.objectContaining({label: '存在问题', position: heading.end}))
  })
})

describe('code actions', () => {
  const doubled = placeOf(DRAFT, '，，')

  it('repair, preferred where it is safe', async () => {
    const actions = await actionsAt(doubled)
    const fix = actions.find(({isPreferred}) => isPreferred)
    expect(fix).toMatchObject({kind: 'quickfix', diagnostics: [{code: 'repeated-mark'}]})
    expect(applyEdits(DRAFT, editsOf(fix))).toBe(DRAFT.replace('，，', '，'))
  })

  it('ignore a finding with a comment that silences it, at the same indentation', async () => {
    const action = (await actionsAt(blank)).find(({title}) => title === '在此处忽略“unfilled-placeholder”')
    const text = applyEdits(DRAFT, editsOf(action))
    expect(text).toContain('\n<!-- zicha-disable-next-line unfilled-placeholder -- 理由 -->\n现有公务用车6辆')
    const copy = `${folder.uri}/copy.md`
    client.open(copy, text)
    expect((await client.diagnostics(copy, 1)).map(({code}) => code)).not.toContain('unfilled-placeholder')
    client.notify('textDocument/didClose', {textDocument: {uri: copy}})
  })

  it('are only of the kind that is asked for', async () => {
    expect(await actionsAt(blank, ['refactor'])).toEqual([])
    expect((await actionsAt(doubled, ['quickfix'])).every(({kind}) => kind === 'quickfix')).toBe(true)
  })

  it('apply every safe fix at once, where the editor asks for it', async () => {
    for (const only of ['source.fixAll', 'source.fixAll.zicha', 'source']) {
      const [action, ...others] = await actionsAt({start: {line: 0, character: 0}, end: {line: 0, character: 0}}, [
        only,
      ])
      expect(others).toEqual([])
      expect(action?.kind).toBe('source.fixAll.zicha')
      const text = applyEdits(DRAFT, editsOf(action))
      expect(text).toContain('现有公务用车6辆，去年')
      expect(text).not.toContain('，，')
    }
    expect((await actionsAt(doubled)).some(({kind}) => kind?.startsWith('source'))).toBe(false)
  })

  it('insert a missing part', async () => {
    const text =
      '档案工作自查报告\n我馆5月检查了三间库房，现将情况报告如下。\n一、基本情况\n三间库房都装有温湿度计。\n二、存在的问题\n1.二号库房温湿度计停用两个月。\n'
    const draft = folder.write('缺措施.txt', text)
    client.open(draft, text)
    const missing = (await client.diagnostics(draft, 1)).find(({code}) => code === 'missing-section')
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: {uri: draft},
      range: missing?.range,
      context: {diagnostics: [missing]},
    })
    const insert = actions.find(({title}) => /^补上“.*”一节$/.test(title))
    expect(applyEdits(text, editsOf(insert))).toContain('停用两个月。\n三、下一步工作打算\n')
    client.notify('textDocument/didClose', {textDocument: {uri: draft}})
  })
})

describe('commands', () => {
  const execute = (command: string, ...given: unknown[]) =>
    client.request<unknown>('workspace/executeCommand', {command, arguments: given})

  it('add a name to the configuration, and the finding goes', async () => {
    const text =
      '机关党建自查报告\n现将“双领+X”党建品牌创建情况报告如下。\n一、存在的问题\n1.党建品牌XX支部没有参加。\n'
    const draft = folder.write('品牌.txt', text)
    client.open(draft, text)
    const before = await client.diagnostics(draft, 1)
    expect(before.map(({code}) => code)).toContain('unfilled-placeholder')
    const range = placeOf(text, 'XX支部')
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: {uri: draft},
      range,
      context: {diagnostics: []},
    })
    const isName = actions.find(({title}) => title.includes('是名称，不是空缺'))
    expect(isName?.title).toContain('XX支部')
    client.heard.length = 0
    await execute(isName?.command?.command ?? '', ...(isName?.command?.arguments ?? []))
    expect((await client.diagnostics(draft, 1)).map(({code}) => code)).not.toContain('unfilled-placeholder')
    client.notify('textDocument/didClose', {textDocument: {uri: draft}})
  })

  it('record beside a plain text that a finding stays', async () => {
    const text = '档案工作自查报告\n一、存在的问题\n1.二号库房停用**个月。\n'
    const draft = folder.write('记录.txt', text)
    client.open(draft, text)
    await client.diagnostics(draft, 1)
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: {uri: draft},
      range: placeOf(text, '**'),
      context: {diagnostics: []},
    })
    const ignore = actions.find(({title}) => title === '在此处忽略“unfilled-placeholder”')
    client.heard.length = 0
    await execute(ignore?.command?.command ?? '', ...(ignore?.command?.arguments ?? []))
    expect((await client.diagnostics(draft, 1)).map(({code}) => code)).not.toContain('unfilled-placeholder')
    client.notify('textDocument/didClose', {textDocument: {uri: draft}})
  })

  it('write findings into a copy of a Word file', async () => {
    const bytes = docx({
      body: ['档案工作自查报告', '一、存在的问题', '1.二号库房停用**个月。']
        .map((words) => paragraph(run(words)))
        .join(''),
    })
    writeFileSync(join(folder.path, '档案.docx'), bytes)
    const told = await execute('zicha.server.annotate', `${folder.uri}/档案.docx`, `${folder.uri}/档案-批注.docx`)
    expect(told).toMatchObject({ok: true, message: expect.stringMatching(/^已批注 \d+ 处，另存为 档案-批注\.docx。$/)})
    expect(partsOf(readFileSync(join(folder.path, '档案-批注.docx'))).get('word/comments.xml')).toContain('没有填写')
    expect(readFileSync(join(folder.path, '档案.docx'))).toEqual(Buffer.from(bytes))
    const none = await execute('zicha.server.annotate', `${folder.uri}/无.docx`, `${folder.uri}/无-批注.docx`)
    expect(none).toEqual({ok: false, message: '找不到这份草稿。'})
  })

  it('explain rules and show what was understood', async () => {
    expect(await execute('zicha.server.explain', 'lone-item')).toContain('# lone-item')
    expect(await execute('zicha.server.explain')).toContainEqual(expect.objectContaining({id: 'lone-item'}))
    expect(await execute('zicha.server.understanding', uri)).toContain('公务用车加油没有登记台账')
    expect(await execute('zicha.server.understanding', 'file:///none.md')).toBe('找不到这份草稿。')
    expect(await execute('unknown')).toBeNull()
  })
})
