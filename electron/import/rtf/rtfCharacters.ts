/** Control words and signs that stand for a character. */
const words = new Map(Object.entries({
  tab: '\t', line: '\n', lbr: '\n', page: '\f', emdash: '\u2014', endash: '\u2013', bullet: '\u2022', lquote: '\u2018', rquote: '\u2019', ldblquote: '\u201c', rdblquote: '\u201d',
  emspace: '\u2003', enspace: '\u2002', qmspace: '\u2005', zwj: '\u200d', zwnj: '\u200c',
}))

/** By code: a no-break blank, a no-break hyphen. A hyphen that only may stand there (`\-`) is none. */
const signs = new Map([[0x7e, '\u00a0'], [0x5f, '-'], [0x09, '\t']])

export function characterOfWord(name: string): string | null {
  return words.get(name) ?? null
}

export function characterOfSign(code: number): string | null {
  return signs.get(code) ?? null
}

/** Characters of symbol fonts lie in a private area: they are written as in that font, as the reader of .docx files does. */
export function characterOfUnit(value: number): string {
  const unit = value < 0 ? value + 0x10000 : value
  if (unit < 0 || unit > 0xffff) return unit <= 0x10ffff && unit > 0 ? String.fromCodePoint(unit) : ''
  return String.fromCharCode(unit >= 0xf020 && unit <= 0xf0ff ? unit - 0xf000 : unit)
}
