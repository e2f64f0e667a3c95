import {SaxesParser} from 'saxes'
import {UnreadableDraft} from '../unreadable.ts'

/** Short names for the vocabularies of WordprocessingML, in its transitional and its strict form. */
const VOCABULARIES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
}

/** Prefix → vocabulary, in force for an element and what it holds. */
type Scope = Readonly<Record<string, string>>

/** An element with its place in the part: `[start, openEnd)` is the start tag, `[closeStart, end)` the end tag. */
export interface Element {
  /** Local name. */
  readonly name: string
  /** Short name of its vocabulary (`w`, `mc` …); the empty string for any other. */
  readonly vocabulary: string
  readonly prefix: string
  readonly attributes: Readonly<Record<string, string>>
  readonly scope: Scope
  readonly parent: Element | undefined
  readonly isEmpty: boolean
  readonly start: number
  readonly openEnd: number
  closeStart: number
  end: number
}

export interface Handlers {
  open?(element: Element): void
  close?(element: Element): void
}

/** No draft nests deeper: a table in a text box in a table has about 60 levels. */
const DEEPEST = 512

const split = (name: string): [string, string] => {
  const colon = name.indexOf(':')
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)]
}

function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope): Scope {
  let scope: Record<string, string> | undefined
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue
    scope ??= {...outer}
    scope[name.slice(6)] = VOCABULARIES[attributes[name] as string] ?? ''
  }
  return scope ?? outer
}

/**
 * Walks through a part and tells of its elements in order, with their offsets in `xml`.
 * @throws UnreadableDraft for a part that is not well-formed, has a document type (forbidden in OOXML: the way of entity
 * bombs and of outside entities) or nests too deep
 */
export function walk(xml: string, handlers: Handlers): void {
  const parser = new SaxesParser()
  const refuse = (reason: 'broken-zip' | 'unsafe-zip', detail: string): never => {
    throw new UnreadableDraft(reason, detail)
  }
  let current: Element | undefined
  let depth = 0
  parser.on('error', (error) => refuse('broken-zip', error.message))
  parser.on('doctype', () => refuse('unsafe-zip', 'document type'))
  parser.on('opentag', ({name: qualified, attributes, isSelfClosing}) => {
    if (++depth > DEEPEST) refuse('unsafe-zip', 'nesting')
    const [prefix, name] = split(qualified)
    const scope = scopeOf(attributes, current?.scope ?? {})
    const openEnd = parser.position
    const start = xml.lastIndexOf('<', openEnd - 1)
    const vocabulary = scope[prefix] ?? ''
    const isEmpty = isSelfClosing
    current = {
      name,
      vocabulary,
      prefix,
      attributes,
      scope,
      parent: current,
      isEmpty,
      start,
      openEnd,
      closeStart: openEnd,
      end: openEnd,
    }
    handlers.open?.(current)
  })
  parser.on('closetag', () => {
    const element = current as Element
    if (!element.isEmpty) {
      element.end = parser.position
      element.closeStart = xml.lastIndexOf('<', element.end - 1)
    }
    handlers.close?.(element)
    current = element.parent
    depth--
  })
  // a document type can only stand here; the parser would first read all of it
  if (/<!DOCTYPE/i.test(xml.slice(0, 4096))) refuse('unsafe-zip', 'document type')
  parser.write(xml).close()
}

/** The value of an attribute of the element's own vocabulary, or of `vocabulary`. */
export function attribute(element: Element, name: string, vocabulary: string = element.vocabulary): string | undefined {
  const {attributes, scope, prefix} = element
  const own = attributes[`${prefix}:${name}`]
  if (own !== undefined && vocabulary === element.vocabulary) return own
  for (const qualified in attributes) {
    const [other, local] = split(qualified)
    if (local === name && (other ? scope[other] === vocabulary : vocabulary === element.vocabulary))
      return attributes[qualified]
  }
  return undefined
}

/** `<w:b/>` is true, `<w:b w:val="0"/>` is not. */
export const isOn = (element: Element): boolean => !/^(0|false|off|none)$/i.test(attribute(element, 'val') ?? '')

/** Characters of XML as text; where a reference stands for a character, `offsets` tells where each text unit begins. */
export interface CharacterData {
  readonly text: string
  /** For every unit of `text` its offset in the raw characters, and their length at last; undefined: the same. */
  readonly offsets: readonly number[] | undefined
}

const NAMED: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

function characterOf(reference: string): string {
  if (!reference.startsWith('#')) return NAMED[reference] ?? ''
  const code = reference[1] === 'x' ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1))
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** Decodes what stands between two tags: references, CDATA, comments. White space of any kind becomes a blank. */
export function decodeCharacters(raw: string): CharacterData {
  if (!/[&<]/.test(raw)) return {text: raw.replace(/[\r\n\t]/g, ' '), offsets: undefined}
  const offsets: number[] = []
  let text = ''
  const put = (characters: string, at: number, step: 0 | 1): void => {
    for (let index = 0; index < characters.length; index++) offsets.push(at + index * step)
    text += characters
  }
  for (let at = 0; at < raw.length; ) {
    let end = at + 1
    if (raw[at] === '&') {
      end = raw.indexOf(';', at) + 1
      put(characterOf(raw.slice(at + 1, end - 1)), at, 0)
    } else if (raw.startsWith('<![CDATA[', at)) {
      end = raw.indexOf(']]>', at) + 3
      put(raw.slice(at + 9, end - 3), at + 9, 1)
    } else if (raw.startsWith('<!--', at)) end = raw.indexOf('-->', at + 4) + 3
    else if (raw[at] === '<') end = raw.indexOf('>', at) + 1
    else put(raw[at] as string, at, 0)
    at = end
  }
  offsets.push(raw.length)
  return {text: text.replace(/[\r\n\t]/g, ' '), offsets}
}

/** What XML 1.0 has no way to write: control characters, halves of surrogate pairs. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu

const ESCAPES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}

/** Text for XML: what XML cannot hold is dropped. */
export const escapeXml = (text: string): string =>
  text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (character) => ESCAPES[character] as string)
