/**
 * The text as it is compared (SPEC LIB-12): full-width ASCII becomes half-width, the ideographic blank a blank, capitals small letters.
 * The result has the same UTF-16 length, so a place in it is a place in the text. A text without any of these is returned itself.
 */
export function foldText(text: string): string {
  return foldable.test(text) ? text.replace(foldableAll, foldCharacter) : text
}

const foldable = /[A-Z\uff01-\uff5e\u3000\u00a0\u00c0-\u00de\u0391-\u03a9\u0410-\u042f]/
const foldableAll = new RegExp(foldable.source, 'g')

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (code === 0x3000 || code === 0xa0) return ' '
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character
  const small = half.toLowerCase()
  return small.length === 1 ? small : half
}
