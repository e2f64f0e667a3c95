import {attribute, type Element, isOn, walk} from './xml.ts'

/** What a style or a run says itself about its characters. */
export interface RunProperties {
  style?: string
  /** The font that Chinese characters are set in; `@minorEastAsia` for one of the theme. */
  eastAsia?: string
  ascii?: string
  /** Points. */
  size?: number
  bold?: boolean
  hidden?: boolean
  struck?: boolean
  /** Hexadecimal, or `auto`. */
  color?: string
  /** A named highlight, or `none`. */
  highlight?: string
}

/** What a style or a paragraph says itself about its lines. Lengths in points. */
export interface ParagraphProperties {
  style?: string
  /** 0 for the highest heading, 9 for body text. */
  outline?: number
  numbering?: string
  level?: number
  alignment?: string
  /** First-line indent; negative for a hanging one. */
  firstLine?: number
  /** The same in hundredths of a character, which then counts. */
  firstLineCharacters?: number
  line?: number
  lineRule?: string
}

export interface Style {
  readonly id: string
  readonly kind: string
  name: string
  basedOn: string | undefined
  readonly run: RunProperties
  readonly paragraph: ParagraphProperties
}

const TWIPS = 20
const number = (value: string | undefined): number | undefined => {
  const parsed = value === undefined || value === '' ? Number.NaN : Number(value)
  return Number.isFinite(parsed) ? parsed : undefined
}

/** A length in twentieths of a point, or with a unit (strict documents: `1in`, `2.5cm`). In points. */
export function points(value: string | undefined): number | undefined {
  const match = /^(-?[\d.]+)(mm|cm|in|pt|pc|pi)?$/.exec(value ?? '')
  if (!match) return undefined
  const perUnit: Readonly<Record<string, number>> = {mm: 72 / 25.4, cm: 72 / 2.54, in: 72, pt: 1, pc: 12, pi: 12}
  return Number(match[1]) * (match[2] ? (perUnit[match[2]] as number) : 1 / TWIPS)
}

/** Sets `target[key]` where there is a value: a later definition replaces, an absent one leaves. */
function set<Target, Key extends keyof Target>(target: Target, key: Key, value: Target[Key] | undefined): void {
  if (value !== undefined) target[key] = value
}

/** Fonts named through the theme: `@minorEastAsia` is looked up when it is needed. */
const fontOf = (element: Element, script: 'eastAsia' | 'ascii'): string | undefined => {
  const theme = attribute(element, `${script}Theme`)
  return theme === undefined ? attribute(element, script) : `@${theme}`
}

type Take<Properties> = (properties: Properties, element: Element, value: string | undefined) => void

const RUN_PROPERTIES: Readonly<Record<string, Take<RunProperties>>> = {
  rStyle: (run, _, value) => set(run, 'style', value),
  rFonts(run, element) {
    set(run, 'eastAsia', fontOf(element, 'eastAsia'))
    set(run, 'ascii', fontOf(element, 'ascii'))
  },
  sz(run, _, value) {
    const half = number(value)
    set(run, 'size', half === undefined ? points(value) : half / 2)
  },
  b: (run, element) => set(run, 'bold', isOn(element)),
  vanish: (run, element) => set(run, 'hidden', isOn(element)),
  strike: (run, element) => set(run, 'struck', run.struck || isOn(element)),
  dstrike: (run, element) => set(run, 'struck', run.struck || isOn(element)),
  color: (run, _, value) => set(run, 'color', value),
  highlight: (run, _, value) => set(run, 'highlight', value),
}

const PARAGRAPH_PROPERTIES: Readonly<Record<string, Take<ParagraphProperties>>> = {
  pStyle: (paragraph, _, value) => set(paragraph, 'style', value),
  outlineLvl: (paragraph, _, value) => set(paragraph, 'outline', number(value)),
  numId: (paragraph, _, value) => set(paragraph, 'numbering', value),
  ilvl: (paragraph, _, value) => set(paragraph, 'level', number(value)),
  jc: (paragraph, _, value) => set(paragraph, 'alignment', value),
  ind(paragraph, element) {
    const hanging = points(attribute(element, 'hanging'))
    set(paragraph, 'firstLine', hanging === undefined ? points(attribute(element, 'firstLine')) : -hanging)
    const characters = number(attribute(element, 'hangingChars'))
    set(paragraph, 'firstLineCharacters', characters ? -characters : number(attribute(element, 'firstLineChars')))
  },
  spacing(paragraph, element) {
    const line = attribute(element, 'line')
    set(paragraph, 'line', points(line))
    set(paragraph, 'lineRule', attribute(element, 'lineRule') ?? (line === undefined ? undefined : 'auto'))
  },
}

/** Takes one child of a `w:rPr`. */
export const takeRunProperty = (element: Element, run: RunProperties): void =>
  RUN_PROPERTIES[element.name]?.(run, element, attribute(element, 'val'))

/** Takes one child of a `w:pPr`, or of its `w:numPr`. */
export const takeParagraphProperty = (element: Element, paragraph: ParagraphProperties): void =>
  PARAGRAPH_PROPERTIES[element.name]?.(paragraph, element, attribute(element, 'val'))

export const isChildOf = (element: Element, ...names: readonly string[]): boolean => {
  let parent = element.parent
  for (const name of names) {
    if (parent?.name !== name || parent.vocabulary !== 'w') return false
    parent = parent.parent
  }
  return true
}

/** The styles of a document. Their ids mean nothing (WPS writes `1`, `2`): only a style's name and chain do. */
export class Styles {
  readonly #byId = new Map<string, Style>()
  readonly #chains = new Map<string, readonly Style[]>()
  readonly defaultRun: RunProperties = {}
  readonly defaultParagraph: ParagraphProperties = {}
  #defaultStyle: string | undefined

  constructor(xml: string | undefined) {
    if (xml === undefined) return
    let style: Style | undefined
    const open = (element: Element): void => {
      if (element.vocabulary !== 'w') return
      if (element.name === 'style') style = this.#open(element)
      else if (style) this.#take(element, style)
      else if (isChildOf(element, 'rPr', 'rPrDefault')) takeRunProperty(element, this.defaultRun)
      else if (isChildOf(element, 'pPr', 'pPrDefault')) takeParagraphProperty(element, this.defaultParagraph)
    }
    const close = ({name, vocabulary}: Element): void => {
      if (name === 'style' && vocabulary === 'w') style = undefined
    }
    walk(xml, {open, close})
  }

  #open(element: Element): Style {
    const kind = attribute(element, 'type') ?? 'paragraph'
    const id = attribute(element, 'styleId') ?? ''
    const style: Style = {id, kind, name: '', basedOn: undefined, run: {}, paragraph: {}}
    this.#byId.set(`${kind} ${id}`, style)
    const isDefault = /^(1|true|on)$/.test(attribute(element, 'default') ?? '')
    if (isDefault && kind === 'paragraph') this.#defaultStyle = id
    return style
  }

  #take(element: Element, style: Style): void {
    if (isChildOf(element, 'style')) {
      if (element.name === 'name') style.name = (attribute(element, 'val') ?? '').toLowerCase()
      else if (element.name === 'basedOn') style.basedOn = attribute(element, 'val')
    } else if (isChildOf(element, 'rPr', 'style')) takeRunProperty(element, style.run)
    else if (isChildOf(element, 'pPr', 'style') || isChildOf(element, 'numPr', 'pPr', 'style'))
      takeParagraphProperty(element, style.paragraph)
  }

  get(kind: 'paragraph' | 'character' | 'numbering', id: string): Style | undefined {
    return this.#byId.get(`${kind} ${id}`)
  }

  /** A style and those that it is based on, itself first; of no id the default paragraph style. */
  chain(kind: 'paragraph' | 'character', id: string | undefined): readonly Style[] {
    const first = id ?? (kind === 'paragraph' ? this.#defaultStyle : undefined)
    if (first === undefined) return []
    const key = `${kind} ${first}`
    const known = this.#chains.get(key)
    if (known) return known
    const chain: Style[] = []
    for (let style = this.#byId.get(key); style && !chain.includes(style); ) {
      chain.push(style)
      style = style.basedOn === undefined ? undefined : this.#byId.get(`${kind} ${style.basedOn}`)
    }
    this.#chains.set(key, chain)
    return chain
  }

  /** The lower-case name of a paragraph's style: `heading 1`, `normal`. */
  nameOf(id: string | undefined): string {
    return this.chain('paragraph', id)[0]?.name ?? ''
  }
}
