import {UnreadableDraft} from '../unreadable.ts'
import {Archive} from './archive.ts'
import {type Element, walk} from './xml.ts'

/** One XML part, decoded. */
export interface Part {
  readonly name: string
  readonly xml: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'
  readonly hasByteOrderMark: boolean
}

export interface Relation {
  readonly id: string
  /** The last step of the relation's address: `styles`, `comments`, `footer` … */
  readonly type: string
  /** Name of a part; empty for a relation to the outside. */
  readonly target: string
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte)

const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66]

/** The name of the stream in which Office keeps an encrypted file, as an OLE directory writes it. */
const ENCRYPTED = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])

function holds(bytes: Uint8Array, pattern: readonly number[]): boolean {
  for (let at = bytes.indexOf(pattern[0] as number); at >= 0; at = bytes.indexOf(pattern[0] as number, at + 1))
    if (pattern.every((byte, index) => bytes[at + index] === byte)) return true
  return false
}

/** Names what is no ZIP by its real nature: the extension says .docx in all of these cases. */
function refuseOther(bytes: Uint8Array): void {
  if (!bytes.length) throw new UnreadableDraft('empty')
  if (startsWith(bytes, OLE)) throw new UnreadableDraft(holds(bytes, ENCRYPTED) ? 'encrypted' : 'legacy-word')
  if (startsWith(bytes, RTF)) throw new UnreadableDraft('legacy-word', 'rtf')
  if (!startsWith(bytes, ZIP)) throw new UnreadableDraft('not-word')
}

function decodePart(name: string, bytes: Uint8Array): Part {
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8'
  try {
    const xml = new TextDecoder(encoding, {fatal: true}).decode(bytes)
    return {name, xml, encoding, hasByteOrderMark: encoding !== 'utf-8' || startsWith(bytes, [0xef, 0xbb, 0xbf])}
  } catch {
    throw new UnreadableDraft('broken-zip', `${name} is not ${encoding}`)
  }
}

/** Writes changed XML in the encoding that its part had. */
export function encodePart({encoding, hasByteOrderMark}: Part, xml: string): Uint8Array {
  const marked = hasByteOrderMark ? `\ufeff${xml}` : xml
  if (encoding === 'utf-8') return new TextEncoder().encode(marked)
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < marked.length; index++)
    view.setUint16(index * 2, marked.charCodeAt(index), encoding === 'utf-16le')
  return bytes
}

/** `word/` and `../docProps/a.xml` give `docProps/a.xml`; nothing leads out of the archive. */
function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1)

/** The part that holds the relations of `name` (of the package itself: the empty string). */
export const relationsPartOf = (name: string): string =>
  `${folderOf(name)}_rels/${name.slice(folderOf(name).length)}.rels`

/** A .docx: parts, and the relations that lead from one to the next. */
export class WordPackage {
  readonly archive: Archive
  /** The main story; `word/document.xml` by habit only. */
  readonly main: Part
  readonly #parts = new Map<string, Part>()
  readonly #relations = new Map<string, readonly Relation[]>()

  /** @throws UnreadableDraft */
  constructor(bytes: Uint8Array) {
    refuseOther(bytes)
    this.archive = Archive.open(bytes)
    const main = this.related('', 'officeDocument')
    if (!main) throw new UnreadableDraft(this.archive.get('mimetype') ? 'legacy-word' : 'not-word', 'no main part')
    this.main = main
  }

  part(name: string): Part | undefined {
    const known = this.#parts.get(name)
    if (known) return known
    const bytes = this.archive.get(name)
    if (!bytes) return undefined
    const part = decodePart(name, bytes)
    this.#parts.set(name, part)
    return part
  }

  relations(name: string): readonly Relation[] {
    const known = this.#relations.get(name)
    if (known) return known
    const relations: Relation[] = []
    const part = this.part(relationsPartOf(name))
    const open = ({name: tag, attributes}: Element): void => {
      if (tag !== 'Relationship') return
      const {Id: id = '', Type: type = '', Target: target = '', TargetMode: mode} = attributes
      relations.push({
        id,
        type: type.slice(type.lastIndexOf('/') + 1),
        target: mode === 'External' ? '' : resolve(folderOf(name), target),
      })
    }
    if (part) walk(part.xml, {open})
    this.#relations.set(name, relations)
    return relations
  }

  /** The part that `name` is related to by `type`. */
  related(name: string, type: string): Part | undefined {
    const relation = this.relations(name).find((one) => one.type === type && one.target)
    return relation && this.part(relation.target)
  }
}
