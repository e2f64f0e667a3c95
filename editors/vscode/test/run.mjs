// Opens a draft in a real VS Code with the extension, checks what a writer sees, and takes a picture of it.
// Usage: node editors/vscode/test/run.mjs <folder of install.sh> [picture]
import assert from 'node:assert/strict'
import {execFileSync, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {unzipSync, zipSync} from 'fflate'

const [folder, picture = 'vscode.png'] = process.argv.slice(2)
if (!folder) throw new Error('name the folder of install.sh')
const extension = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const vsix = readdirSync(extension).find((name) => name.endsWith('.vsix'))
if (!vsix) throw new Error('run first: npm run vscode:package')
const {chromium} = createRequire(join(resolve(folder), 'package.json'))('playwright-core')

const DRAFT = `公务用车管理自查报告

我站对公务用车管理情况进行了自查，现将有关情况报告如下。

一、基本情况
现有公务用车6辆，，去年出车**次。

二、存在的问题
1.公务用车加油没有登记台账，加油卡由司机自己保管。
2.值班室灭火器压力不足，没有及时更换。

三、整改措施
1.6月底前，由办公室建立公务用车加油登记台账，加油卡收回办公室统一保管。

河口水文站
2025年6月3日
`
const PORT = 8899

/** A Word file as small as one can be. */
function docx(lines) {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])))
}

const home = mkdtempSync(join(tmpdir(), 'zicha-vscode-'))
const drafts = join(home, 'drafts')
mkdirSync(drafts)
mkdirSync(join(home, 'data/User'), {recursive: true})
writeFileSync(
  join(home, 'data/User/settings.json'),
  '{"security.workspace.trust.enabled": false, "workbench.startupEditor": "none", "zicha.lang": "zh"}',
)
writeFileSync(join(drafts, 'report.txt'), DRAFT)
writeFileSync(join(drafts, 'closed.md'), DRAFT.replace('6辆，，', '6辆，'))
writeFileSync(join(drafts, 'word.docx'), docx(DRAFT.split('\n')))
// nothing is kept outside of the folder that is removed
writeFileSync(join(home, 'config.yaml'), '')
const code = [
  join(resolve(folder), 'node_modules/code-server/out/node/entry.js'),
  ...['--auth', 'none', '--bind-addr', `127.0.0.1:${PORT}`, '--disable-telemetry', '--disable-update-check'],
  ...['--config', join(home, 'config.yaml')],
  ...['--user-data-dir', join(home, 'data'), '--extensions-dir', join(home, 'extensions')],
]
execFileSync(process.execPath, [...code, '--install-extension', join(extension, vsix)], {stdio: 'inherit'})
const server = spawn(process.execPath, [...code, drafts], {stdio: 'ignore'})

async function open(browser) {
  const page = await browser.newPage({viewport: {width: 1280, height: 800}})
  for (let tries = 0; ; tries++) {
    try {
      await page.goto(`http://127.0.0.1:${PORT}/?folder=${drafts}`, {waitUntil: 'domcontentloaded'})
      return page
    } catch (error) {
      if (tries > 60) throw error
      await new Promise((done) => setTimeout(done, 500))
    }
  }
}

/** Runs a command by its name, as a writer does. */
async function command(page, name) {
  // a preview keeps keys to itself
  await page.locator('.tab', {hasText: 'report.txt'}).first().click()
  await page.keyboard.press('F1')
  await page.locator('.quick-input-widget input').first().waitFor({state: 'visible'})
  await page.keyboard.type(name)
  await page.locator('.quick-input-list .monaco-list-row', {hasText: name}).first().click({timeout: 15_000})
}

/** Puts the cursor at a line and a column, both from 1. */
async function goTo(page, place) {
  await page.locator('.tab', {hasText: 'report.txt'}).first().click()
  await page.keyboard.press('Control+g')
  await page.locator('.quick-input-widget input').first().waitFor({state: 'visible'})
  await page.keyboard.type(place)
  await page.keyboard.press('Enter')
}

const tab = (page, name) => page.locator('.tab', {hasText: name}).first().waitFor({timeout: 20_000})
const position = (page, words) => page.locator('.statusbar-item', {hasText: words}).first().waitFor({timeout: 20_000})

/** Jumps, repairs, and every command of the extension. */
async function work(page) {
  await goTo(page, '9:5')
  await position(page, 'Ln 9,')
  await page.keyboard.press('F12')
  await position(page, 'Ln 13,')

  await goTo(page, '6:9')
  await page.keyboard.press('Control+.')
  await page.locator('.action-widget .monaco-list-row', {hasText: '，'}).first().waitFor({timeout: 20_000})
  await page.keyboard.press('Enter')
  await page.locator('.view-line', {hasText: '6辆，去年'}).waitFor({timeout: 20_000})

  await command(page, 'Show What Was Understood')
  await tab(page, 'report.txt.txt')
  await page
    .locator('.view-line', {hasText: /问题.*措施|P1/})
    .first()
    .waitFor({timeout: 20_000})

  await command(page, 'Explain a Rule')
  await page.locator('.quick-input-widget input[placeholder="Which rule?"]').waitFor({timeout: 20_000})
  await page.keyboard.type('lone-item')
  await page.locator('.quick-input-list .monaco-list-row', {hasText: 'lone-item'}).first().click({timeout: 20_000})
  await tab(page, 'lone-item')

  await command(page, 'Check All Drafts of the Workspace')
  await page.locator('.markers-panel .monaco-list-row', {hasText: 'closed.md'}).first().waitFor({timeout: 60_000})

  await page.locator('.explorer-folders-view .monaco-list-row', {hasText: 'word.docx'}).click({button: 'right'})
  await page.locator('.action-label', {hasText: 'Write Findings into a Copy'}).click({timeout: 20_000})
  await page.locator('.quick-input-widget input').first().waitFor({state: 'visible', timeout: 20_000})
  await page.waitForTimeout(1000)
  await page.keyboard.press('Enter')
  const written = () => readdirSync(drafts).find((name) => /^word-.+\.docx$/.test(name))
  for (let tries = 0; tries < 60 && !written(); tries++) await page.waitForTimeout(250)
  assert.ok(written(), readdirSync(drafts).join(' '))
  const comments = unzipSync(readFileSync(join(drafts, written())))['word/comments.xml']
  assert.match(Buffer.from(comments).toString(), /没有填写/)
}

const browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox']})
try {
  const page = await open(browser)
  await page.waitForSelector('.monaco-workbench', {timeout: 60_000})
  await page
    .locator('.explorer-folders-view .monaco-list-row', {hasText: 'report.txt'})
    .first()
    .dblclick({timeout: 60_000})
  await page.waitForSelector('.squiggly-error', {timeout: 60_000})
  await page.waitForSelector('.codelens-decoration', {timeout: 30_000})
  await page.keyboard.press('Control+Shift+M')
  await page.waitForSelector('.markers-panel .monaco-list-row', {timeout: 30_000})
  await page.waitForTimeout(1000)
  const rows = (await page.locator('.markers-panel .monaco-list-row').allTextContents()).join('\n')
  const lenses = await page.locator('.codelens-decoration').allTextContents()
  await page.screenshot({path: picture})
  assert.match(rows, /前面的数字没有填写/)
  assert.match(rows, /unfilled-placeholder/)
  assert.match(rows, /没有找到针对这个问题的措施/)
  assert.ok(
    lenses.some((words) => /1\s项措施|1\smeasure/.test(words)),
    lenses.join(' | '),
  )
  assert.ok(
    lenses.some((words) => /无对应措施|no\smeasure/.test(words)),
    lenses.join(' | '),
  )
  await work(page).catch(async (error) => {
    await page.screenshot({path: picture})
    throw error
  })
  console.log(
    `${rows.split('\n').length} rows in the Problems panel; lenses: ${lenses.join(' | ')}; picture: ${picture}`,
  )
} finally {
  await browser.close()
  const ended = once(server, 'exit')
  server.kill()
  await ended
  // its own processes may write for a moment longer
  rmSync(home, {recursive: true, force: true, maxRetries: 10, retryDelay: 300})
}
