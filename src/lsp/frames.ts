/** No message is longer: the largest draft, with every character escaped. */
const LONGEST_BODY = 512 * 1024 * 1024
const LONGEST_HEADER = 16 * 1024
const END = '\r\n\r\n'

/**
 * Follows the messages of an editor by their heads: after one that gives no length that can be, nobody knows where the next
 * message begins, and the library that reads them would wait for ever.
 */
export class Frames {
  #head = ''
  /** Bytes of the message that is being read. */
  #left = 0

  /**
   * @param chunk what has come in
   * @returns the head that is wrong; undefined where all is well so far
   */
  take(chunk: Uint8Array): string | undefined {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let at = 0
    while (at < bytes.length) {
      const passed = Math.min(this.#left, bytes.length - at)
      this.#left -= passed
      at += passed
      if (at === bytes.length) break
      const before = this.#head.length
      this.#head += bytes.toString('latin1', at, at + LONGEST_HEADER)
      const end = this.#head.indexOf(END)
      if (end < 0) return this.#head.length < LONGEST_HEADER ? undefined : this.#head
      const head = this.#head.slice(0, end)
      const length = /^content-length:[ \t]*(\d{1,10})[ \t]*$/im.exec(head)?.[1]
      if (length === undefined || Number(length) > LONGEST_BODY) return head
      at += end + END.length - before
      this.#left = Number(length)
      this.#head = ''
    }
    return undefined
  }
}
