// Opens a draft in a real VS Code with the extension, checks what a writer sees, and takes a picture of it.
// Usage: node editors/vscode/test/run.mjs <folder of install.sh> [picture]
import assert from 'node:assert/strict'
import {execFileSync, spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'

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

const home = mkdtempSync(join(tmpdir(), 'zicha-vscode-'))
const drafts = join(home, 'drafts')
mkdirSync(drafts)
mkdirSync(join(home, 'data/User'), {recursive: true})
writeFileSync(
  join(home, 'data/User/settings.json'),
  '{"security.workspace.trust.enabled": false, "workbench.startupEditor": "none", "zicha.lang": "zh"}',
)
writeFileSync(join(drafts, 'report.txt'), DRAFT)
const code = [
  join(resolve(folder), 'node_modules/code-server/out/node/entry.js'),
  ...['--auth', 'none', '--bind-addr', `127.0.0.1:${PORT}`, '--disable-telemetry', '--disable-update-check'],
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
  console.log(
    `${rows.split('\n').length} rows in the Problems panel; lenses: ${lenses.join(' | ')}; picture: ${picture}`,
  )
} finally {
  await browser.close()
  server.kill()
  rmSync(home, {recursive: true, force: true})
}
