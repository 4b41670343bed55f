const sentenceEnds = /[。！？；\n]/

/**
 * The range of the sentence that holds `from` … `to` (UTF-16), shortened around them to about `longest` units if it is longer; never cut inside a
 * character, and always holding `from` … `to`.
 */
export function sentenceAround(text: string, from: number, to: number, longest = 100): { readonly from: number; readonly to: number } {
  let start = from
  while (start > 0 && !sentenceEnds.test(text[start - 1] ?? '')) start -= 1
  let end = to
  while (end < text.length && !sentenceEnds.test(text[end - 1] ?? '')) end += 1
  const spare = Math.max(0, longest - (to - from))
  const shortStart = Math.max(start, from - Math.floor(spare / 3))
  const shortEnd = Math.min(end, shortStart + Math.max(longest, to - from))
  return { from: wholeCharacter(text, shortStart), to: wholeCharacter(text, Math.max(shortEnd, to)) }
}

function wholeCharacter(text: string, at: number): number {
  return at > 0 && at < text.length && /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at
}
