/**
 * Lines that a program broke at the edge of a page, put together again (SPEC IMPORT-18): what may stand between two of them, and what could not have
 * been broken.
 */

const closing = '，。、；：？！”’）》」』】〕〉…,.;:?!)\\]}%％℃—～·'
const opening = '“‘（《「『【〔〈([{￥$'
const firstUnitPattern = new RegExp(`^[${opening.replace(/[[\]]/g, '\\$&')}]*(?:[A-Za-z0-9@#&+*/._:~=?'\u00c0-\u024f-]+|.)?[${closing}]*`, 'su')
const finalPattern = /[。！？!?；;：:…][”’"）)》」』】]*$|[A-Za-z)\u4e00-\u9fff][.]$/

/** The start of a line that no program parts: a character or a word, with the brackets before it and the marks behind it. */
export function firstUnit(line: string): string {
  return firstUnitPattern.exec(line)?.[0] ?? ''
}

/** Whether a line ends as sentences and introductions end. */
export function hasFinalMark(line: string): boolean {
  return finalPattern.test(line.trimEnd())
}

/** Two parts of one paragraph as one: a blank between Latin words only, a hyphen at the end of a line taken out of its word. `hasBlank` says that the file has a blank there. */
export function joinLines(before: string, after: string, hasBlank = false): string {
  const [left, right] = [before.trimEnd(), after.trimStart()]
  if (left === '' || right === '') return left + right
  const last = left[left.length - 1] ?? ''
  const first = right[0] ?? ''
  if (/[A-Za-z]-$/.test(left) && /[a-z]/.test(first) && !hasBlank) return left.slice(0, -1) + right
  const isWord = (character: string): boolean => /[A-Za-z\u00c0-\u024f]/.test(character)
  const isLatin = (character: string): boolean => /[!-~\u00c0-\u024f]/.test(character)
  const needsBlank = isLatin(last) && isLatin(first) && !'([{/-'.includes(last) && !')]},.;:!?%/'.includes(first) && (hasBlank || isWord(last) || isWord(first) || ',.;:!?)'.includes(last))
  return needsBlank ? `${left} ${right}` : left + right
}
