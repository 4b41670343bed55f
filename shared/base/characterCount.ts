/**
 * 字数 as Word counts it: every Chinese character and full-width mark is one, every run of Latin letters or digits is one,
 * white space is none.
 */
export function characterCount(text: string): number {
  let count = 0
  let inWord = false
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const isSpace = code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0x200b || code === 0xfeff
    const isWordPart = !isSpace && code < 0x250
    if (!isSpace && (!isWordPart || !inWord)) count += 1
    inWord = isWordPart
  }
  return count
}
