/** FNV-1a over UTF-16 units, twice with different seeds: 16 hexadecimal digits. Not for secrets. */
export function hash(text: string): string {
  const digest = (seed: number): string => {
    let value = seed
    for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
    return (value >>> 0).toString(16).padStart(8, '0')
  }
  return digest(0x811c9dc5) + digest(0x9747b28c)
}
