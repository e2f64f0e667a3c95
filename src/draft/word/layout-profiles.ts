import type {RunLayout} from './facts.ts'

/** Kinds of fonts (字体): the standard names the kind, offices name products. */
export type FontClass = '仿宋' | '楷体' | '黑体' | '宋体' | '小标宋'

/** Names under which fonts of a kind are sold, in lower case; each also with a suffix such as _GB2312, _GBK, 简体. */
const FONTS: Readonly<Record<FontClass, readonly string[]>> = {
  仿宋: [
    '仿宋',
    'fangsong',
    'stfangsong',
    '华文仿宋',
    '方正仿宋',
    '方正公文仿宋',
    '汉仪仿宋',
    '文鼎仿宋',
    '国标仿宋',
    'cesi仿宋',
    '文星仿宋',
  ],
  楷体: [
    '楷体',
    'kaiti',
    'stkaiti',
    '华文楷体',
    '方正楷体',
    '方正公文楷体',
    '汉仪楷体',
    '国标楷体',
    'cesi楷体',
    '文星楷体',
  ],
  黑体: [
    '黑体',
    'simhei',
    'stheiti',
    '华文黑体',
    '方正黑体',
    '方正公文黑体',
    '汉仪中黑',
    '国标黑体',
    'cesi黑体',
    '文星黑体',
  ],
  宋体: [
    '宋体',
    'simsun',
    'nsimsun',
    '新宋体',
    'stsong',
    '华文宋体',
    '华文中宋',
    'stzhongsong',
    '方正书宋',
    '方正宋体',
    '汉仪书宋',
    'cesi宋体',
    'times new roman',
  ],
  小标宋: [
    '小标宋',
    '方正小标宋',
    'fzxiaobiaosong',
    'fzxbs',
    '汉仪大宋',
    '文星标宋',
    '文星简小标宋',
    '国标小标宋',
    'cesi小标宋',
    '创艺简标宋',
    '长城小标宋',
    '华文中宋',
    'stzhongsong',
  ],
}

/** Whether a font is of one of the kinds, or one that the user allows by name. */
export function isFont(name: string, classes: readonly FontClass[], allowed: readonly string[] = []): boolean {
  const plain = name.trim().toLowerCase()
  if (allowed.some((font) => font.toLowerCase() === plain)) return true
  const bare = plain.replace(/[_-]?(?:gb2312|gbk|gb18030|gb1\.0|b0\d[sl]?|简体|简|_cnki)$/, '').replace(/[_\s-]+$/, '')
  return classes.some((kind) =>
    FONTS[kind].some((font) => bare === font || (font.startsWith('fz') && bare.startsWith(font))),
  )
}

/** Chinese names of sizes (字号), by points. */
const SIZES: readonly (readonly [string, number])[] = [
  ['初号', 42],
  ['小初', 36],
  ['一号', 26],
  ['小一', 24],
  ['二号', 22],
  ['小二', 18],
  ['三号', 16],
  ['小三', 15],
  ['四号', 14],
  ['小四', 12],
  ['五号', 10.5],
  ['小五', 9],
]

/** 三号 for 16, 13 磅 for a size that has no name. */
export const sizeName = (size: number): string => SIZES.find(([, points]) => points === size)?.[0] ?? `${size}磅`

/** What one kind of line is set in. */
export interface Setting {
  readonly fonts: readonly FontClass[]
  /** Points. */
  readonly sizes: readonly number[]
}

/** The layout (版式) that an office asks for. Lengths on the page in millimetres, with a tolerance on either side. */
export interface LayoutProfile {
  readonly page: {readonly width: number; readonly height: number}
  readonly margins?: {readonly top: number; readonly right: number; readonly bottom: number; readonly left: number}
  readonly tolerance: number
  readonly title: Setting
  readonly body: Setting
  /** By the number that a heading begins with: 一、 （一） 1. */
  readonly headings: Readonly<Record<'chinese' | 'chinese-bracket' | 'arabic', Setting>>
  /** Fixed line pitch in points. */
  readonly pitch?: {readonly least: number; readonly most: number}
  /** First-line indent in characters. */
  readonly indent: number
  readonly pageNumber?: {readonly size: number; readonly pattern: RegExp; readonly sample: string}
}

const A4 = {width: 210, height: 297}
const BODY: Setting = {fonts: ['仿宋'], sizes: [16]}

/** GB/T 9704-2012, clauses 5.1, 5.2, 7.3.1, 7.3.3, 7.5: type area of 156 × 225 mm on A4. It sets no line pitch. */
const STANDARD: LayoutProfile = {
  page: A4,
  margins: {top: 37, right: 26, bottom: 35, left: 28},
  tolerance: 1.5,
  title: {fonts: ['小标宋'], sizes: [22]},
  body: BODY,
  headings: {chinese: {fonts: ['黑体'], sizes: [16]}, 'chinese-bracket': {fonts: ['楷体'], sizes: [16]}, arabic: BODY},
  indent: 2,
  pageNumber: {size: 14, pattern: /^[—－–-]\s*\d*\s*[—－–-]$/, sample: '— 1 —'},
}

/** Profiles by the name that the rule's option takes. */
export const LAYOUT_PROFILES = {
  /** 党政机关公文格式. */
  'gbt-9704': STANDARD,
  /** The same with the fixed pitch that most offices ask for: 28 to 30 points. */
  'gbt-9704-pitch': {...STANDARD, pitch: {least: 28, most: 30}},
  /** The same with a title in 黑体 or 宋体, for offices without 小标宋. */
  'gbt-9704-plain-title': {...STANDARD, title: {fonts: ['小标宋', '宋体', '黑体'], sizes: [22]}},
  /** Internal papers: Word's own margins, 仿宋 or 宋体 from 小四 to 三号. */
  internal: {
    page: A4,
    tolerance: 1.5,
    title: {fonts: ['小标宋', '宋体', '黑体'], sizes: [16, 18, 22]},
    body: {fonts: ['仿宋', '宋体'], sizes: [12, 14, 15, 16]},
    headings: {
      chinese: {fonts: ['黑体', '仿宋', '宋体'], sizes: [12, 14, 15, 16]},
      'chinese-bracket': {fonts: ['楷体', '黑体', '仿宋', '宋体'], sizes: [12, 14, 15, 16]},
      arabic: {fonts: ['仿宋', '宋体', '楷体'], sizes: [12, 14, 15, 16]},
    },
    indent: 2,
  },
} as const satisfies Readonly<Record<string, LayoutProfile>>

export type LayoutName = keyof typeof LAYOUT_PROFILES

/** What of a run differs from a setting; undefined where it doesn't, or where the file leaves the font open. */
export function differs(
  run: RunLayout,
  {fonts, sizes}: Setting,
  allowed: readonly string[],
): 'font' | 'size' | undefined {
  if (run.eastAsia !== undefined && !isFont(run.eastAsia, fonts, allowed)) return 'font'
  return sizes.some((size) => Math.abs(size - run.size) < 0.3) ? undefined : 'size'
}
