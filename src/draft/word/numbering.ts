import {formatNumber} from './number-formats.ts'
import type {ParagraphProperties, Styles} from './styles.ts'
import {isChildOf, points} from './styles.ts'
import {attribute, type Element, isOn, walk} from './xml.ts'

interface Level {
  start: number
  format: string
  /** `%1、`: the digit names the level whose number stands there. */
  text: string
  suffix: string
  /** Numbers of this level begin anew behind one of that level (from 1); 0: never. */
  restart: number | undefined
  /** All numbers in plain digits. */
  isLegal: boolean
  style: string | undefined
  firstLine: number | undefined
}

interface Override {
  start?: number
  level?: Level
}

interface Definition {
  readonly id: string
  readonly levels: Level[]
  styleLink: string | undefined
  numberingStyle: string | undefined
}

interface Instance {
  definition: string
  readonly overrides: Map<number, Override>
}

/** The number that Word puts before a paragraph. */
export interface Label {
  /** Empty for a bullet. */
  readonly text: string
  readonly isBullet: boolean
  readonly level: number
  /** Which list of the document. */
  readonly list: number
  /** `tab`, `space` or `nothing`: what Word sets behind the number. */
  readonly suffix: string
  /** First-line indent of the level, in points. */
  readonly firstLine: number | undefined
}

const newLevel = (): Level => ({
  start: 0,
  format: 'decimal',
  text: '',
  suffix: 'tab',
  restart: undefined,
  isLegal: false,
  style: undefined,
  firstLine: undefined,
})

function takeLevelProperty(element: Element, level: Level): void {
  const value = attribute(element, 'val') ?? ''
  switch (element.name) {
    case 'start':
      level.start = Number(value) || 0
      break
    case 'numFmt':
      level.format = value
      break
    case 'lvlText':
      level.text = value
      break
    case 'suff':
      level.suffix = value
      break
    case 'lvlRestart':
      level.restart = Number(value)
      break
    case 'isLgl':
      level.isLegal = isOn(element)
      break
    case 'pStyle':
      level.style = value
      break
    case 'ind': {
      const hanging = points(attribute(element, 'hanging'))
      level.firstLine = hanging ? -hanging : points(attribute(element, 'firstLine'))
    }
  }
}

/** The deepest level of a list (from 0). */
const DEEPEST = 8

/** The lists of a document. */
export class Numbering {
  readonly #definitions = new Map<string, Definition>()
  readonly #instances = new Map<string, Instance>()
  readonly #styles: Styles

  constructor(xml: string | undefined, styles: Styles) {
    this.#styles = styles
    if (xml !== undefined) this.#read(xml)
  }

  #read(xml: string): void {
    let definition: Definition | undefined
    let instance: Instance | undefined
    let override: Override | undefined
    let level: Level | undefined
    const open = (element: Element): void => {
      if (element.vocabulary !== 'w') return
      const value = attribute(element, 'val')
      const index = Number(attribute(element, 'ilvl'))
      if (element.name === 'abstractNum') {
        definition = {
          id: attribute(element, 'abstractNumId') ?? '',
          levels: [],
          styleLink: undefined,
          numberingStyle: undefined,
        }
        this.#definitions.set(definition.id, definition)
      } else if (element.name === 'num') {
        instance = {definition: '', overrides: new Map()}
        this.#instances.set(attribute(element, 'numId') ?? '', instance)
      } else if (element.name === 'abstractNumId' && instance) instance.definition = value ?? ''
      else if (element.name === 'styleLink' && definition) definition.styleLink = value
      else if (element.name === 'numStyleLink' && definition) definition.numberingStyle = value
      else if (element.name === 'lvlOverride' && instance) {
        override = {}
        instance.overrides.set(index, override)
      } else if (element.name === 'startOverride' && override) override.start = Number(value) || 0
      else if (element.name === 'lvl' && index >= 0 && index <= DEEPEST) {
        level = newLevel()
        if (override) override.level = level
        else if (definition) definition.levels[index] = level
      } else if (level && (isChildOf(element, 'lvl') || isChildOf(element, 'pPr', 'lvl')))
        takeLevelProperty(element, level)
    }
    const close = ({name, vocabulary}: Element): void => {
      if (vocabulary !== 'w') return
      if (name === 'lvl') level = undefined
      else if (name === 'lvlOverride') override = undefined
      else if (name === 'num') instance = undefined
      else if (name === 'abstractNum') definition = undefined
    }
    walk(xml, {open, close})
  }

  instance(id: string): Instance | undefined {
    return this.#instances.get(id)
  }

  /** The definition that counts for a list; one may stand in another's place by way of a numbering style. */
  definition(id: string, hops = 0): Definition | undefined {
    const definition = this.#definitions.get(id)
    if (definition?.numberingStyle === undefined || hops > 4) return definition
    const link = definition.numberingStyle
    const target = this.#styles.get('numbering', link)?.paragraph.numbering
    const instance = target === undefined ? undefined : this.#instances.get(target)
    if (instance) return this.definition(instance.definition, hops + 1)
    return [...this.#definitions.values()].find((other) => other.styleLink === link) ?? definition
  }
}

/** Counts as Word does while a story is read from its beginning: counters belong to the definition, not to the list. */
export class Counter {
  readonly #numbering: Numbering
  readonly #styles: Styles
  readonly #counts = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  constructor(numbering: Numbering, styles: Styles) {
    this.#numbering = numbering
    this.#styles = styles
  }

  /** The label of the next paragraph; undefined when it has none. */
  next(paragraph: ParagraphProperties): Label | undefined {
    const place = this.#placeOf(paragraph)
    if (!place) return undefined
    const {id, instance, definition, level} = place
    const levelAt = (index: number): Level | undefined =>
      instance.overrides.get(index)?.level ?? definition.levels[index]
    const current = levelAt(level)
    if (!current) return undefined
    const startAt = (index: number): number => instance.overrides.get(index)?.start ?? levelAt(index)?.start ?? 1
    const counts = this.#countsOf(id, instance, definition)
    const last = counts[level]
    counts[level] = last === undefined ? startAt(level) : last + 1
    for (let upper = 0; upper < level; upper++) counts[upper] ??= startAt(upper)
    for (let deeper = level + 1; deeper <= DEEPEST; deeper++) {
      const restart = levelAt(deeper)?.restart
      if (restart === undefined || (restart !== 0 && level < restart)) counts[deeper] = undefined
    }
    const isBullet = current.format === 'bullet'
    const numberAt = (index: number): string =>
      formatNumber(counts[index] ?? startAt(index), current.isLegal ? 'decimal' : (levelAt(index)?.format ?? 'decimal'))
    const text = isBullet ? '' : current.text.replace(/%([1-9])/g, (_, digit: string) => numberAt(Number(digit) - 1))
    return {text, isBullet, level, list: Number(id) || 0, suffix: current.suffix, firstLine: current.firstLine}
  }

  /** The list and level that a paragraph belongs to, by itself or by its style. */
  #placeOf(paragraph: ParagraphProperties) {
    const chain = this.#styles.chain('paragraph', paragraph.style)
    const fromStyle = paragraph.numbering === undefined
    const id =
      paragraph.numbering ?? chain.find((style) => style.paragraph.numbering !== undefined)?.paragraph.numbering
    // list 0 takes a style's number away
    if (id === undefined || id === '0') return undefined
    const instance = this.#numbering.instance(id)
    const definition = instance && this.#numbering.definition(instance.definition)
    if (!definition) return undefined
    const own =
      paragraph.level ??
      (fromStyle ? chain.find((style) => style.paragraph.level !== undefined)?.paragraph.level : undefined)
    const linked = fromStyle
      ? definition.levels.findIndex(
          (level) => level?.style !== undefined && chain.some(({id: style}) => style === level.style),
        )
      : -1
    return {id, instance, definition, level: Math.min(DEEPEST, linked >= 0 ? linked : (own ?? 0))}
  }

  #countsOf(id: string, instance: Instance, definition: Definition): (number | undefined)[] {
    const counts = this.#counts.get(definition.id) ?? []
    this.#counts.set(definition.id, counts)
    if (!this.#begun.has(id)) {
      this.#begun.add(id)
      for (const [level, {start}] of instance.overrides) if (start !== undefined) counts[level] = undefined
    }
    return counts
  }
}
