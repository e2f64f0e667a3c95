import {encodePart, type Part, relationsPartOf, type WordPackage} from '../draft/word/package.ts'
import {type Element, walk} from '../draft/word/xml.ts'
import {appendToRoot} from './splice.ts'

const STRICT = 'http://purl.oclc.org/ooxml/'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

/** The namespace of the main part's own elements: transitional or strict. */
export function wordNamespace(main: Part): string {
  let root: Element | undefined
  walk(main.xml, {
    open(element) {
      root ??= element
    },
  })
  const {attributes = {}, prefix = ''} = root ?? {}
  return attributes[prefix ? `xmlns:${prefix}` : 'xmlns'] ?? ''
}

/** Changed and new parts of a package, to be written in one go. */
export class Changes {
  readonly #source: WordPackage
  readonly #changed = new Map<string, Uint8Array>()

  constructor(source: WordPackage) {
    this.#source = source
  }

  replace(part: Part, xml: string): void {
    if (xml !== part.xml) this.#changed.set(part.name, encodePart(part, xml))
  }

  /** Adds a part that the main one is related to by `type`, under a free name beside it. */
  add(type: string, contentType: string, xml: string, namespace: string): void {
    const {main, archive} = this.#source
    const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1)
    const taken = new Set(archive.names)
    let file = `${type}.xml`
    for (let index = 2; taken.has(folder + file); index++) file = `${type}${index}.xml`
    this.#changed.set(folder + file, new TextEncoder().encode(HEAD + xml))
    this.#declare(`/${folder}${file}`, contentType)
    this.#relate(`${namespace.startsWith(STRICT) ? STRICT_OFFICE : OFFICE}/${type}`, file)
  }

  #declare(name: string, contentType: string): void {
    const types = this.#source.part('[Content_Types].xml')
    if (!types) return
    const prefix = /<([\w.-]+:)?Types[\s>]/.exec(types.xml)?.[1] ?? ''
    this.replace(types, appendToRoot(types.xml, `<${prefix}Override PartName="${name}" ContentType="${contentType}"/>`))
  }

  #relate(type: string, target: string): void {
    const {main} = this.#source
    const ids = new Set(this.#source.relations(main.name).map(({id}) => id))
    let id = 'rIdZicha'
    for (let index = 2; ids.has(id); index++) id = `rIdZicha${index}`
    const name = relationsPartOf(main.name)
    const part = this.#source.part(name)
    const relation = (prefix: string): string => `<${prefix}Relationship Id="${id}" Type="${type}" Target="${target}"/>`
    if (part) {
      const prefix = /<([\w.-]+:)?Relationships[\s/>]/.exec(part.xml)?.[1] ?? ''
      this.replace(part, appendToRoot(part.xml, relation(prefix)))
    } else {
      const root = 'Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
      this.#changed.set(name, new TextEncoder().encode(`${HEAD}<${root}>${relation('')}</Relationships>`))
    }
  }

  /** The file with its changes; every other part keeps its bytes. */
  write(): Uint8Array {
    return this.#source.archive.with(this.#changed)
  }
}
