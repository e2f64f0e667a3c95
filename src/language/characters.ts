// Questions about one character that are asked thousands of times a draft: as numbers they cost next to nothing.

/** A character that `\s` matches. */
export const isSpace = (code: number): boolean =>
  code <= 32
    ? code === 32 || (code >= 9 && code <= 13)
    : code >= 0xa0 &&
      (code === 0xa0 ||
        code === 0x3000 ||
        code === 0xfeff ||
        (code >= 0x2000 && code <= 0x200a) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x202f ||
        code === 0x205f ||
        code === 0x1680)

/** A Chinese character of the basic block, `[一-鿿]`. */
export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** How many Chinese characters a text has. */
export function countHan(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (isHan(text.charCodeAt(at))) count++
  return count
}

/** 。！？, which end a sentence. */
export const isFullStop = (code: number): boolean => code === 0x3002 || code === 0xff01 || code === 0xff1f
