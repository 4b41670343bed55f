/**
 * Where a printed line may end (SPEC PAGE-2): the rules for line ends of Chinese text (禁则), and words, numbers and their marks kept whole.
 * The two lists are the usual ones for simplified Chinese, as word processors have them built in.
 */
const neverFirst = new Set('!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠')
const neverLast = new Set('$([{£¥·‘“〈《「『【〔〖〝﹗﹙﹛＄（．［｛￡￥')

/** Whether a line may end between two neighbouring characters. Spaces belong to the line before. */
export function mayBreak(before: string, after: string): boolean {
  if (after === ' ' || after === '\u00a0' || before === '\u00a0') return false
  if (before === ' ') return true
  if (neverFirst.has(after) || neverLast.has(before)) return false
  if (isLatin(before) && isLatin(after)) return mayBreakWord(before, after)
  return true
}

/** Letters, digits and the marks between them; what a Western line breaker treats as words. */
function isLatin(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return (code > 0x20 && code < 0x7f) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
}

/** Behind a hyphen or a mark a word may go on in the next line, a number may not. */
function mayBreakWord(before: string, after: string): boolean {
  return /[-?!}|]/.test(before) && /[A-Za-z]/.test(after)
}
