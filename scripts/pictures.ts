// Draws the pictures of the READMEs from a fixture: the terminal as SVG, the HTML report as PNG (by Chromium, if installed).
//   npm run pictures
import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {stripVTControlCharacters} from 'node:util'
import {run} from '../src/cli/run.ts'
import {widthOf} from '../src/reporters/frame.ts'
import {escapeXml} from '../src/reporters/reporter.ts'

const FIXTURE = 'fixtures/drafts'
const OUT = 'docs/pictures'
/** Columns of the terminal. */
const COLUMNS = 96
// pixels of a column and of a line, and the room around
const COLUMN = 8
const LINE = 21
const MARGIN = 18
const BAR = 34

async function zicha(argv: readonly string[], color: boolean): Promise<string> {
  let out = ''
  const add = (text: string): void => {
    out += text
  }
  await run(argv, {out: add, error: add, color, columns: COLUMNS})
  return out
}

interface Style {
  color: string
  isBold: boolean
  isDim: boolean
  isUnderlined: boolean
}

const PLAIN: Style = {color: '#d6dbe1', isBold: false, isDim: false, isUnderlined: false}
const COLORS: Readonly<Record<string, string>> = {31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 36: '#79c0ff'}

/** What an escape code (SGR) changes. Those that zicha's colours use are enough. */
function change(style: Style, code: string): Style {
  if (code in COLORS) return {...style, color: COLORS[code] as string}
  if (code === '39') return {...style, color: PLAIN.color}
  if (code === '1') return {...style, isBold: true}
  if (code === '2') return {...style, isDim: true}
  if (code === '22') return {...style, isBold: false, isDim: false}
  if (code === '4') return {...style, isUnderlined: true}
  if (code === '24') return {...style, isUnderlined: false}
  throw new Error(`unknown escape code ${code}`)
}

/** Words at a place of the grid. Their width is fixed, so that full-width characters stay in their columns in any font. */
function words(text: string, column: number, y: number, style: Style): string {
  if (!text.trim()) return ''
  const blank = text.length - text.trimStart().length
  const shown = text.trim()
  const attributes = [
    `x="${MARGIN + (column + blank) * COLUMN}" y="${y}" textLength="${widthOf(shown) * COLUMN}" fill="${style.color}"`,
    style.isBold ? ' font-weight="bold"' : '',
    style.isDim ? ' opacity=".62"' : '',
    style.isUnderlined ? ' text-decoration="underline"' : '',
  ]
  return `<text ${attributes.join('')} lengthAdjust="spacingAndGlyphs">${escapeXml(shown)}</text>`
}

/** A terminal with text that holds escape codes, as an SVG file. */
function terminal(text: string): string {
  let style = PLAIN
  const lines = text.trimEnd().split('\n')
  const drawn = lines.flatMap((line, at) => {
    let column = 0
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes begin with one
    return line.split(/(\u001b\[\d+m)/).map((part) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
      const [, code] = /^\u001b\[(\d+)m$/.exec(part) ?? []
      if (code !== undefined) {
        style = change(style, code)
        return ''
      }
      const element = words(part, column, BAR + MARGIN + at * LINE + 14, style)
      column += widthOf(part)
      return element
    })
  })
  const longest = Math.max(COLUMNS, ...lines.map((line) => widthOf(stripVTControlCharacters(line))))
  const width = longest * COLUMN + 2 * MARGIN
  const height = BAR + 2 * MARGIN + lines.length * LINE
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (fill, at) => `<circle cx="${20 + at * 20}" cy="${BAR / 2}" r="6" fill="${fill}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="14" font-family="ui-monospace,'Noto Sans Mono CJK SC','Sarasa Mono SC',Menlo,Consolas,'Microsoft YaHei',monospace" xml:space="preserve">
<rect width="${width}" height="${height}" rx="9" fill="#0d1117"/>
${dots.join('')}
${drawn.filter(Boolean).join('\n')}
</svg>
`
}

/** A screenshot of a page by Chromium; false where there is none. */
function photograph(page: string, picture: string): boolean {
  const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  )
  if (!program) return false
  const folder = mkdtempSync(join(tmpdir(), 'zicha-picture-'))
  try {
    const path = join(folder, 'page.html')
    writeFileSync(path, page)
    execFileSync(
      program,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--hide-scrollbars',
        `--user-data-dir=${join(folder, 'profile')}`,
        '--window-size=1000,1275',
        `--screenshot=${resolve(picture)}`,
        pathToFileURL(path).href,
      ],
      {stdio: 'ignore', timeout: 60_000},
    )
    return true
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

mkdirSync(OUT, {recursive: true})
const prompt = `\u001b[32m$\u001b[39m \u001b[1mzicha ${FIXTURE}\u001b[22m\n\n`
writeFileSync(join(OUT, 'terminal.svg'), terminal(prompt + (await zicha([FIXTURE, '--no-config'], true))))
console.log(`wrote ${OUT}/terminal.svg`)
const page = await zicha([FIXTURE, '--no-config', '--format', 'html'], false)
const isTaken = photograph(page, join(OUT, 'report.png'))
console.log(isTaken ? `wrote ${OUT}/report.png` : 'Chromium is not installed: report.png stays as it is')
