/**
 * The range of the sentence that holds `from` … `to` (UTF-16), shortened around them to about `longest` units if it is longer; never cut inside a
 * character, and always holding `from` … `to`.
 */
export function sentenceAround(text: string, from: number, to: number, longest = 100): { readonly from: number; readonly to: number } {
  const spare = Math.max(0, longest - (to - from))
  // What would be cut off anyway is not looked at.
  const leastStart = Math.max(0, from - Math.floor(spare / 3))
  let start = from
  while (start > leastStart && !isSentenceEnd(text.charCodeAt(start - 1))) start -= 1
  const mostEnd = Math.min(text.length, start + Math.max(longest, to - from))
  let end = to
  while (end < mostEnd && !isSentenceEnd(text.charCodeAt(end - 1))) end += 1
  return { from: wholeCharacter(text, start), to: wholeCharacter(text, Math.max(Math.min(end, mostEnd), to)) }
}

/** 。！？； and the end of a line. */
function isSentenceEnd(code: number): boolean {
  return code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff1b || code === 0x0a
}

function wholeCharacter(text: string, at: number): number {
  return at > 0 && at < text.length && isLowHalf(text.charCodeAt(at)) ? at - 1 : at
}

/** The second half of a character outside the first 65,536. */
function isLowHalf(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
