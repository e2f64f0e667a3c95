import type {Paragraph, Run} from './story.ts'
import type {ParagraphProperties, RunProperties, Styles} from './styles.ts'
import {attribute, type Element, walk} from './xml.ts'

/** Points; what Word takes where nothing is said. */
const DEFAULT_SIZE = 10

/** How characters are set, after all styles. */
export interface Format {
  readonly eastAsia: string | undefined
  readonly ascii: string | undefined
  readonly size: number
  readonly bold: boolean
  readonly struck: boolean
  readonly color: string
  readonly highlight: string
  /** The character style's name, in lower case. */
  readonly style: string
}

/** The fonts that a theme stands for: `minorEastAsia` → 宋体. */
export function readTheme(xml: string | undefined): ReadonlyMap<string, string> {
  const fonts = new Map<string, string>()
  if (xml === undefined) return fonts
  const set = (key: string, font: string | undefined): void => {
    if (font) fonts.set(key, font)
  }
  const open = (element: Element): void => {
    const set_ = element.parent?.name
    if (element.vocabulary !== 'a' || (set_ !== 'majorFont' && set_ !== 'minorFont')) return
    const kind = set_.slice(0, 5)
    const font = attribute(element, 'typeface')
    if (element.name === 'latin') {
      set(`${kind}Ascii`, font)
      set(`${kind}HAnsi`, font)
    } else if (element.name === 'ea' || (element.name === 'font' && attribute(element, 'script') === 'Hans'))
      set(`${kind}EastAsia`, font)
  }
  walk(xml, {open})
  return fonts
}

/** Resolves what styles, defaults and the theme leave to be looked up. */
export class Formats {
  readonly #styles: Styles
  readonly #theme: () => ReadonlyMap<string, string>
  readonly #bases = new Map<string, RunProperties>()

  /** @param theme called when a font of the theme is first met */
  constructor(styles: Styles, theme: () => ReadonlyMap<string, string>) {
    this.#styles = styles
    this.#theme = theme
  }

  /** What a run inherits. Two styles that both set bold cancel each other: Word toggles. */
  #base(paragraph: string | undefined, character: string | undefined): RunProperties {
    const key = `${paragraph ?? ''}\n${character ?? ''}`
    const known = this.#bases.get(key)
    if (known) return known
    const inherit = (kind: 'paragraph' | 'character', id: string | undefined): RunProperties =>
      Object.assign({}, ...[...this.#styles.chain(kind, id)].reverse().map(({run}) => run))
    const own = inherit('paragraph', paragraph)
    const added = character === undefined ? {} : inherit('character', character)
    const base = {...this.#styles.defaultRun, ...own, ...added}
    if (added.bold && own.bold) base.bold = false
    this.#bases.set(key, base)
    return base
  }

  of(run: Run): Format {
    const {style, ...own} = run.properties
    const all = {...this.#base(run.paragraph.properties.style, style), ...own}
    return {
      eastAsia: this.#font(all.eastAsia),
      ascii: this.#font(all.ascii),
      size: all.size ?? DEFAULT_SIZE,
      bold: all.bold ?? false,
      struck: all.struck ?? false,
      color: all.color ?? 'auto',
      highlight: all.highlight ?? 'none',
      style: style === undefined ? '' : (this.#styles.get('character', style)?.name ?? ''),
    }
  }

  isBold({properties: {bold, style}, paragraph}: Run): boolean {
    return bold ?? this.#base(paragraph.properties.style, style).bold ?? false
  }

  #font(name: string | undefined): string | undefined {
    return name?.startsWith('@') ? this.#theme().get(name.slice(1)) : name
  }

  /** A paragraph's properties after all styles. */
  paragraph({properties}: Paragraph): ParagraphProperties {
    const chain = [...this.#styles.chain('paragraph', properties.style)].reverse().map(({paragraph}) => paragraph)
    return Object.assign({}, this.#styles.defaultParagraph, ...chain, properties)
  }
}
