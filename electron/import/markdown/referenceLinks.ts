/** The address of a link, told by its name elsewhere than where the link stands. */
export const linkAddress = /^ {0,3}\[([^\][]{1,300})\]:\s*(?:<|https?:|\/|#|mailto:|\.)/

/** Takes the names of addresses that these lines tell out of a line: of `[words][name]` and `[words][]` the words stay. Other brackets are text. */
export function referenceReader(lines: readonly string[]): (line: string) => string {
  const plain = (name: string): string => name.trim().toLowerCase()
  const names = new Set(lines.flatMap((line) => {
    const name = linkAddress.exec(line)?.[1]
    return name === undefined || name.startsWith('^') ? [] : [plain(name)]
  }))
  if (names.size === 0) return (line) => line
  return (line) => line.replace(/(!?)\[([^\][]{1,300})\]\[([^\][]{0,300})\]/g, (found, picture: string, words: string, name: string) => (names.has(plain(name === '' ? words : name)) ? (picture === '' ? words : '') : found))
}
