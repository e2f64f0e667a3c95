interface Fingerprinted {
  readonly filePath: string
  readonly source: string
  readonly ruleId: string
  readonly start: number
  readonly end: number
}

/** FNV-1a over UTF-16 units, twice with different seeds: 16 hexadecimal digits. Not for secrets. */
export function hash(text: string): string {
  const digest = (seed: number): string => {
    let value = seed
    for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
    return (value >>> 0).toString(16).padStart(8, '0')
  }
  return digest(0x811c9dc5) + digest(0x9747b28c)
}

/** What names a finding from run to run: file, rule, words and, of equal ones, which. Lines may move. */
export function fingerprints(diagnostics: readonly Fingerprinted[]): string[] {
  const seen = new Map<string, number>()
  return diagnostics.map(({filePath, source, ruleId, start, end}) => {
    const key = [filePath.replaceAll('\\', '/'), ruleId, source.slice(Math.max(0, start - 12), end + 12)].join('\0')
    const number = seen.get(key) ?? 0
    seen.set(key, number + 1)
    return hash(`${key}\0${number}`)
  })
}
