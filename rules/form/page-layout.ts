import type {Block} from '../../src/draft/draft.ts'
import {overlaps, type Span} from '../../src/draft/span.ts'
import {type BlockLayout, type Page, PLAIN_WORD} from '../../src/draft/word/facts.ts'
import {
  differs,
  LAYOUT_PROFILES,
  type LayoutName,
  type LayoutProfile,
  type Setting,
  sizeName,
} from '../../src/draft/word/layout-profiles.ts'
import {defineRule, type Finding} from '../../src/lint/rule.ts'
import {markAt} from '../../src/report/marks/forms.ts'
import type {Report} from '../../src/report/report.ts'

type Message = 'page' | 'margin' | 'font' | 'size' | 'indent' | 'pitch' | 'number' | 'absent'

const MILLIMETRE = 72 / 25.4
const SIDES = ['top', 'bottom', 'left', 'right'] as const

/** The setting that a block should have: of the title, of a heading line, of the body (of either, where a heading runs on). */
function settingOf({frame, text}: Report, block: Block, profile: LayoutProfile): Setting {
  if (frame.title && overlaps(frame.title, block)) return profile.title
  const mark = markAt(text, block.start, block.end)?.kind
  const heading =
    mark && mark in profile.headings ? profile.headings[mark as keyof LayoutProfile['headings']] : undefined
  if (!heading) return profile.body
  const runsOn = /[。；，：]./.test(text.slice(block.start, block.end))
  return runsOn
    ? {fonts: [...heading.fonts, ...profile.body.fonts], sizes: [...heading.sizes, ...profile.body.sizes]}
    : heading
}

const isA4 = ({width = 0, height = 0}: Page, {page, tolerance}: LayoutProfile): boolean => {
  const near = (points: number, wanted: number): boolean => Math.abs(points / MILLIMETRE - wanted) <= tolerance
  return (
    (near(width, page.width) && near(height, page.height)) || (near(width, page.height) && near(height, page.width))
  )
}

function* checkPages(pages: readonly Page[], profile: LayoutProfile, at: Span): Generator<Finding<Message>> {
  const odd = pages.find((page) => page.width !== undefined && !isA4(page, profile))
  const show = (points = 0): number => Math.round(points / MILLIMETRE)
  if (odd) yield {at, message: 'page', data: {width: show(odd.width), height: show(odd.height)}}
  const {margins, tolerance} = profile
  // a page that lies on its side has margins of its own
  const upright = pages.find(({width = 0, height = 0}) => width <= height)
  if (!margins || !upright) return
  const is = SIDES.map((side) => show(upright[side])).join('/')
  const differ = SIDES.some(
    (side) => upright[side] !== undefined && Math.abs((upright[side] ?? 0) / MILLIMETRE - margins[side]) > tolerance,
  )
  if (differ) yield {at, message: 'margin', data: {is, wanted: SIDES.map((side) => margins[side]).join('/')}}
}

/** One finding for each wrong font or size, at its first place, with the number of places. */
function* checkRuns(
  report: Report,
  layout: readonly BlockLayout[],
  profile: LayoutProfile,
  allowed: readonly string[],
): Generator<Finding<Message>> {
  const found = new Map<string, {at: Span; message: 'font' | 'size'; is: string; wanted: string; n: number}>()
  for (const {
    at: {start},
    runs,
  } of layout) {
    const block = report.blockAt(start)
    if (!block || block.kind === 'cell' || block.aside) continue
    const setting = settingOf(report, block, profile)
    for (const run of runs) {
      if (!/[一-鿿]/.test(report.words(run.at))) continue
      const message = differs(run, setting, allowed)
      if (!message) continue
      const is = message === 'font' ? (run.eastAsia ?? '') : sizeName(run.size)
      const wanted = message === 'font' ? setting.fonts.join('/') : setting.sizes.map(sizeName).join('/')
      const key = `${is} ${wanted}`
      const known = found.get(key)
      if (known) known.n++
      else found.set(key, {at: run.at, message, is, wanted, n: 1})
    }
  }
  for (const {at, message, is, wanted, n} of found.values()) yield {at, message, data: {is, wanted, n}}
}

/** Paragraphs of the body that no number, list or alignment sets apart. */
function bodyBlocks(
  {blocks, frame}: Report,
  layout: readonly BlockLayout[],
): (BlockLayout & {readonly block: Block})[] {
  return layout.flatMap((one, index) => {
    const block = blocks[index]
    const isBody = block?.kind === 'paragraph' && !block.aside && !block.list && /both|left|start/.test(one.alignment)
    return block &&
      isBody &&
      frame.body.start <= block.start &&
      block.end <= frame.body.end &&
      block.end - block.start > 20
      ? [{...one, block}]
      : []
  })
}

function* checkParagraphs(
  report: Report,
  layout: readonly BlockLayout[],
  {indent, pitch}: LayoutProfile,
): Generator<Finding<Message>> {
  const body = bodyBlocks(report, layout)
  const isIndented = ({firstLine, block}: (typeof body)[number]): boolean =>
    Math.abs(firstLine - indent) < 0.4 ||
    /(?:　{2}| {4})$/.test(report.text.slice(Math.max(0, block.start - 4), block.start))
  const flat = body.filter((one) => !isIndented(one))
  if (flat[0]) yield {at: flat[0].block, message: 'indent', data: {wanted: indent, n: flat.length}}
  if (!pitch) return
  const loose = body.filter((one) => one.pitch === undefined || one.pitch < pitch.least || one.pitch > pitch.most)
  if (loose[0])
    yield {at: loose[0].block, message: 'pitch', data: {wanted: `${pitch.least}–${pitch.most}`, n: loose.length}}
}

function* checkPageNumber(
  {margins}: typeof PLAIN_WORD,
  {pageNumber}: LayoutProfile,
  at: Span,
): Generator<Finding<Message>> {
  if (!pageNumber) return
  const {size, pattern, sample} = pageNumber
  const numbered = margins.filter(({hasPageNumber}) => hasPageNumber)
  if (!numbered.length) yield {at, message: 'absent', data: {sample}}
  const odd = numbered.find(
    ({text, runs}) => !pattern.test(text.trim()) || runs.some((run) => Math.abs(run.size - size) > 0.3),
  )
  if (odd) yield {at, message: 'number', data: {sample, size: sizeName(size)}}
}

const run = (start: number, end: number, eastAsia: string, size: number) => ({
  at: {start, end},
  eastAsia,
  ascii: undefined,
  size,
  bold: false,
})
const A4_PAGE = {width: 595.3, height: 841.9, top: 104.9, right: 73.7, bottom: 99.2, left: 79.4, linePitch: undefined}
const FOOTER = {
  kind: 'footer',
  type: 'default',
  text: '— 1 —',
  hasPageNumber: true,
  alignment: 'right',
  runs: [run(0, 5, '宋体', 14)],
} as const
const SOUND = {...PLAIN_WORD, pages: [A4_PAGE], margins: [FOOTER]}
const set = (start: number, end: number, font: string, size: number, firstLine = 2, pitch?: number) => ({
  at: {start, end},
  alignment: 'both',
  firstLine,
  pitch,
  runs: [run(start, end, font, size)],
})

export default defineRule({
  id: 'page-layout',
  group: 'form',
  severity: 'off',
  fixes: 'none',
  ground: '规定',
  what: {
    zh: 'Word 文件的纸张、页边距、字体、字号、行距、缩进或页码不合选定的版式。',
    en: 'Paper, margins, fonts, sizes, line pitch, indent or page number of the Word file differ from the layout chosen.',
  },
  why: {
    zh: '《党政机关公文格式》（GB/T 9704—2012）规定了这些；各单位另有要求的，以本单位为准，所以默认不查。',
    en: 'GB/T 9704-2012 sets them for official papers. Offices differ, so this is off until you choose.',
  },
  how: {
    zh: '用 --rule page-layout=warning 打开，用选项 layout 选版式。字体按类别判断，仿宋、仿宋_GB2312、方正仿宋_GBK 都算仿宋；另外允许的字体写进 fonts。同一种偏差只报第一处，并说明共有几处。国家标准没有规定行距，“gbt-9704-pitch”才查 28 到 30 磅。',
    en: 'Turn it on with --rule page-layout=warning and choose a layout. Fonts are judged by kind; allow others with the option fonts. Each kind of difference is reported once, with the number of places. The standard sets no line pitch; gbt-9704-pitch wants 28 to 30 points.',
  },
  messages: {
    page: {
      zh: '纸张是 {width}×{height} 毫米，应为 A4（210×297 毫米）。',
      en: 'The paper is {width}×{height} mm, not A4 (210×297 mm).',
    },
    margin: {
      zh: '页边距（上/下/左/右，毫米）是 {is}，应为 {wanted}。',
      en: 'The margins (top/bottom/left/right, mm) are {is} and should be {wanted}.',
    },
    font: {zh: '字体是{is}，应为{wanted}，共 {n} 处。', en: 'Set in {is} instead of {wanted}, in {n} places.'},
    size: {zh: '字号是{is}，应为{wanted}，共 {n} 处。', en: 'The size is {is} instead of {wanted}, in {n} places.'},
    indent: {
      zh: '段落首行没有缩进 {wanted} 个字，共 {n} 段。',
      en: 'No first-line indent of {wanted} characters, in {n} paragraphs.',
    },
    pitch: {
      zh: '行距不是固定值 {wanted} 磅，共 {n} 段。',
      en: 'The line pitch is not fixed at {wanted} points, in {n} paragraphs.',
    },
    number: {
      zh: '页码的写法或字号不对，应为{size}的“{sample}”。',
      en: 'The page number should read “{sample}” in {size}.',
    },
    absent: {zh: '没有页码，应有“{sample}”。', en: 'There is no page number; it should read “{sample}”.'},
  },
  options: {
    layout: {
      default: 'gbt-9704',
      choices: Object.keys(LAYOUT_PROFILES),
      what: {zh: '按哪种版式查', en: 'The layout to compare with'},
    },
    fonts: {
      default: [] as readonly string[],
      what: {zh: '另外允许的字体名', en: 'Names of fonts that are allowed besides'},
    },
  },
  bad: [
    {
      text: '⟦⟧⟦⟧⟦⟧一、工作情况',
      facts: {
        word: {
          ...PLAIN_WORD,
          pages: [{...A4_PAGE, width: 612, height: 792, left: 90, right: 90}],
          layout: [set(0, 6, '黑体', 16)],
        },
      },
    },
    {
      text: '⟦一、工作情况⟧\n⟦⟦今年以来，我局认真落实各项要求，全年开展检查12次。⟧⟧',
      options: {layout: 'gbt-9704-pitch'},
      facts: {word: {...SOUND, layout: [set(0, 6, '宋体', 16), set(7, 33, '仿宋_GB2312', 15, 2, 20)]}},
    },
    {
      text: '⟦⟧一、工作情况\n⟦今年以来，我局认真落实各项要求，全年开展检查12次。⟧',
      facts: {
        word: {
          ...SOUND,
          margins: [{...FOOTER, text: '第1页'}],
          layout: [set(0, 6, '方正黑体_GBK', 16), set(7, 33, '仿宋', 16, 0)],
        },
      },
    },
  ],
  good: [
    {
      text: '一、工作情况\n今年以来，我局认真落实各项要求，全年开展检查12次。',
      facts: {word: {...SOUND, layout: [set(0, 6, '黑体', 16), set(7, 33, '方正仿宋_GBK', 16)]}},
    },
    {
      text: '一、工作情况\n（一）加强学习。我局认真落实各项要求，全年开展检查12次。',
      options: {layout: 'internal', fonts: ['某体']},
      facts: {word: {...PLAIN_WORD, pages: [A4_PAGE], layout: [set(0, 6, '某体', 14), set(7, 36, '宋体', 12)]}},
    },
  ],
  *check(report, {layout, fonts}) {
    const {word} = report.draft
    const profile: LayoutProfile | undefined = LAYOUT_PROFILES[layout as LayoutName]
    if (!word || !profile) return
    const start = report.blocks[0]?.start ?? 0
    const at = {start, end: start}
    yield* checkPages(word.pages, profile, at)
    yield* checkRuns(report, word.layout, profile, fonts)
    yield* checkParagraphs(report, word.layout, profile)
    yield* checkPageNumber(word, profile, at)
  },
})
