import {deflateSync, Inflate} from 'fflate'
import {UnreadableDraft} from '../unreadable.ts'
import {crc32} from './crc32.ts'

/**
 * What a draft may at most unpack to. Real drafts stay far below: a repetitive report of 100 KB reached a ratio of 111.
 * Sizes in bytes; a ratio counts only above `ratioFrom`, where a page of blanks is no longer an excuse.
 */
export const LIMITS = {
  file: 64 * 2 ** 20,
  entries: 2000,
  entry: 64 * 2 ** 20,
  total: 200 * 2 ** 20,
  ratio: 200,
  ratioFrom: 4 * 2 ** 20,
}

/** One file in the archive. `packed` is its piece of the archive as it stands, still compressed. */
interface Entry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly size: number
  readonly packed: Uint8Array
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1
const UTF8_NAME = 0x800

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The end of central directory record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at
  throw new UnreadableDraft('broken-zip', 'no central directory')
}

/** Names are UTF-8 in every archive that Word writes; a wrong name only makes a part unknown. */
const nameOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes).replaceAll('\\', '/')

function readEntries(bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > LIMITS.entries) throw new UnreadableDraft('unsafe-zip', `${count} entries`)
  const entries: Entry[] = []
  const seen = new Set<string>()
  let total = 0
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== CENTRAL) throw new UnreadableDraft('broken-zip', 'central directory')
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw new UnreadableDraft('encrypted')
    const packedSize = view.getUint32(at + 20, true)
    const size = view.getUint32(at + 24, true)
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const name = nameOf(bytes.subarray(at + 46, nameEnd))
    const key = name.toLowerCase()
    if (seen.has(key)) throw new UnreadableDraft('unsafe-zip', 'the same name twice')
    seen.add(key)
    total += size
    checkSize(packedSize, size, total)
    const local = view.getUint32(at + 42, true)
    if (view.getUint32(local, true) !== LOCAL) throw new UnreadableDraft('broken-zip', 'local header')
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (start + packedSize > bytes.length) throw new UnreadableDraft('broken-zip', 'cut short')
    const method = view.getUint16(at + 10, true)
    const packed = bytes.subarray(start, start + packedSize)
    if (!name.endsWith('/')) entries.push({name, method, crc: view.getUint32(at + 16, true), size, packed})
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function checkSize(packed: number, size: number, total: number): void {
  if (size > LIMITS.entry || total > LIMITS.total) throw new UnreadableDraft('unsafe-zip', `${size} bytes`)
  if (size > LIMITS.ratioFrom && size > packed * LIMITS.ratio) throw new UnreadableDraft('unsafe-zip', 'ratio')
}

/** Small enough that what one piece unpacks to (a thousand times as much at worst) is no harm before it is counted. */
const PIECE = 16 * 1024

/** Unpacks an entry piece by piece and counts what really comes out: the header's size is only a claim. */
function unpack({packed, method, size, name}: Entry): Uint8Array {
  if (method === STORED) return packed
  if (method !== DEFLATED) throw new UnreadableDraft('broken-zip', `compression method ${method}`)
  const bytes = new Uint8Array(size)
  let length = 0
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new UnreadableDraft('unsafe-zip', `${name} is larger than it claims`)
    bytes.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let at = 0; at < packed.length; at += PIECE)
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
  } catch (error) {
    throw error instanceof UnreadableDraft ? error : new UnreadableDraft('broken-zip', name)
  }
  if (length !== size) throw new UnreadableDraft('broken-zip', `${name} is shorter than it claims`)
  return bytes
}

/** A .docx as named parts. What is not replaced is written back bit by bit as it was. */
export class Archive {
  readonly #entries: readonly Entry[]
  readonly #parts: ReadonlyMap<string, Uint8Array>

  private constructor(entries: readonly Entry[], parts: ReadonlyMap<string, Uint8Array>) {
    this.#entries = entries
    this.#parts = parts
  }

  /**
   * Unpacks everything once, so that no entry can lie about its size; nothing ever touches the disk.
   * @throws UnreadableDraft
   */
  static open(bytes: Uint8Array): Archive {
    if (bytes.length > LIMITS.file) throw new UnreadableDraft('too-large')
    try {
      const entries = readEntries(bytes)
      return new Archive(entries, new Map(entries.map((entry) => [entry.name, unpack(entry)])))
    } catch (error) {
      // reading behind the end of the file
      throw error instanceof RangeError ? new UnreadableDraft('broken-zip', 'cut short') : error
    }
  }

  get names(): readonly string[] {
    return this.#entries.map(({name}) => name)
  }

  get(name: string): Uint8Array | undefined {
    return this.#parts.get(name)
  }

  /** The archive with some parts replaced or added; the others keep their place and their very bytes. */
  with(changed: ReadonlyMap<string, Uint8Array>): Uint8Array {
    const added = [...changed].filter(([name]) => !this.#parts.has(name))
    const kept = this.#entries.map((entry) => {
      const bytes = changed.get(entry.name)
      return bytes ? pack(entry.name, bytes) : entry
    })
    return writeEntries([...kept, ...added.map(([name, bytes]) => pack(name, bytes))])
  }
}

/** Packs parts in the order given. */
export const createArchive = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  writeEntries([...parts].map(([name, bytes]) => pack(name, bytes)))

const pack = (name: string, bytes: Uint8Array): Entry => ({
  name,
  method: DEFLATED,
  crc: crc32(bytes),
  size: bytes.length,
  packed: deflateSync(bytes),
})

/** 1 January 1980, as Word writes it: the same parts give the same bytes at any time. */
const DATE = 0x21

function writeEntries(entries: readonly Entry[]): Uint8Array {
  const names = entries.map(({name}) => new TextEncoder().encode(name))
  const length = entries.reduce(
    (sum, {packed}, index) => sum + 76 + 2 * (names[index]?.length ?? 0) + packed.length,
    22,
  )
  const bytes = new Uint8Array(length)
  const view = viewOf(bytes)
  const offsets: number[] = []
  let at = 0
  /** What a local header and the central directory have in common. */
  const head = (entry: Entry, name: Uint8Array, to: number): void => {
    view.setUint16(to, 20, true)
    view.setUint16(to + 2, UTF8_NAME, true)
    view.setUint16(to + 4, entry.method, true)
    view.setUint16(to + 8, DATE, true)
    view.setUint32(to + 10, entry.crc, true)
    view.setUint32(to + 14, entry.packed.length, true)
    view.setUint32(to + 18, entry.size, true)
    view.setUint16(to + 22, name.length, true)
  }
  for (const [index, entry] of entries.entries()) {
    const name = names[index] as Uint8Array
    offsets.push(at)
    view.setUint32(at, LOCAL, true)
    head(entry, name, at + 4)
    bytes.set(name, at + 30)
    bytes.set(entry.packed, at + 30 + name.length)
    at += 30 + name.length + entry.packed.length
  }
  const directory = at
  for (const [index, entry] of entries.entries()) {
    const name = names[index] as Uint8Array
    view.setUint32(at, CENTRAL, true)
    view.setUint16(at + 4, 20, true)
    head(entry, name, at + 6)
    view.setUint32(at + 42, offsets[index] as number, true)
    bytes.set(name, at + 46)
    at += 46 + name.length
  }
  view.setUint32(at, END, true)
  view.setUint16(at + 8, entries.length, true)
  view.setUint16(at + 10, entries.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return bytes
}
