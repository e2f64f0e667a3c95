const SHORT: Readonly<Record<string, string>> = {'\n': '\\n', '\r': '\\r'}

const escaped = (mark: string): string =>
  SHORT[mark] ?? `\\u${(mark.codePointAt(0) as number).toString(16).padStart(4, '0')}`

/** Words that stay in their line, and that no terminal obeys: control characters, but for tabs, as JavaScript writes them. */
export const inOneLine = (words: string): string => words.replace(/[^\P{Cc}\t]|[\u2028\u2029]/gu, escaped)

/** Why something failed, in one line: whatever was thrown, by our code or that of others. */
export function reasonOf(thrown: unknown): string {
  const lines = told(thrown).split(/[\r\n\u2028\u2029]/)
  return inOneLine(lines.map((line) => line.trim()).find(Boolean) ?? '')
}

function told(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message || thrown.name : String(thrown)
  } catch {
    // an object without a text of its own
    return Object.prototype.toString.call(thrown)
  }
}
