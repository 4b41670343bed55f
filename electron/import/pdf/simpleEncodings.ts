/** Characters of fonts with one byte a character (ISO 32000-1, annex D): by encoding, or by the names of glyphs. */
import { isArray, isDictionary, nameOf, type PdfValue } from './pdfValues'

/** 0x80 to 0x9F of the Windows encoding. */
const windowsMiddle = [
  0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178,
]
const macUpper = 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ'
/** What the standard encoding has elsewhere than ASCII. */
const standardOther: readonly (readonly [number, number])[] = [
  [0x27, 0x2019], [0x60, 0x2018], [0xa1, 0xa1], [0xa2, 0xa2], [0xa3, 0xa3], [0xa4, 0x2044], [0xa5, 0xa5], [0xa7, 0xa7], [0xa8, 0xa4], [0xa9, 0x27], [0xaa, 0x201c], [0xab, 0xab],
  [0xac, 0x2039], [0xad, 0x203a], [0xae, 0xfb01], [0xaf, 0xfb02], [0xb1, 0x2013], [0xb2, 0x2020], [0xb3, 0x2021], [0xb4, 0xb7], [0xb6, 0xb6], [0xb7, 0x2022], [0xb8, 0x201a],
  [0xb9, 0x201e], [0xba, 0x201d], [0xbb, 0xbb], [0xbc, 0x2026], [0xbd, 0x2030], [0xbf, 0xbf], [0xd0, 0x2014], [0xe1, 0xc6], [0xf1, 0xe6], [0xfb, 0xdf],
]

/** Names of glyphs from the space on, in the order of ASCII. */
const asciiNames = ('space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash zero one two three four five six seven eight nine '
  + 'colon semicolon less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore grave '
  + 'a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde').split(' ')
const otherNames: Readonly<Record<string, number>> = {
  quoteleft: 0x2018, quoteright: 0x2019, quotedblleft: 0x201c, quotedblright: 0x201d, quotesinglbase: 0x201a, quotedblbase: 0x201e, endash: 0x2013, emdash: 0x2014, bullet: 0x2022,
  ellipsis: 0x2026, periodcentered: 0xb7, middot: 0xb7, fi: 0xfb01, fl: 0xfb02, ff: 0xfb00, ffi: 0xfb03, ffl: 0xfb04, degree: 0xb0, plusminus: 0xb1, multiply: 0xd7, divide: 0xf7, section: 0xa7,
  paragraph: 0xb6, copyright: 0xa9, registered: 0xae, trademark: 0x2122, perthousand: 0x2030, dagger: 0x2020, daggerdbl: 0x2021, guillemotleft: 0xab, guillemotright: 0xbb, guilsinglleft: 0x2039,
  guilsinglright: 0x203a, cent: 0xa2, sterling: 0xa3, yen: 0xa5, Euro: 0x20ac, currency: 0xa4, nbspace: 0xa0, minus: 0x2212, fraction: 0x2044, onehalf: 0xbd, onequarter: 0xbc, threequarters: 0xbe,
  onesuperior: 0xb9, twosuperior: 0xb2, threesuperior: 0xb3, mu: 0xb5, notequal: 0x2260, lessequal: 0x2264, greaterequal: 0x2265, infinity: 0x221e, sfthyphen: 0xad, dotlessi: 0x131,
  germandbls: 0xdf, ae: 0xe6, AE: 0xc6, oe: 0x153, OE: 0x152, oslash: 0xf8, Oslash: 0xd8, exclamdown: 0xa1, questiondown: 0xbf, brokenbar: 0xa6, logicalnot: 0xac,
}
const marks: Readonly<Record<string, string>> = { grave: '\u0300', acute: '\u0301', circumflex: '\u0302', tilde: '\u0303', dieresis: '\u0308', ring: '\u030a', cedilla: '\u0327', caron: '\u030c', macron: '\u0304', breve: '\u0306' }

/** Characters by code; '' where the encoding has none. `resolve` follows references. */
export function simpleEncoding(encoding: PdfValue, isTrueType: boolean, resolve: (value: PdfValue | undefined) => PdfValue): readonly string[] {
  const name = nameOf(encoding) || (isDictionary(encoding) ? nameOf(resolve(encoding.entries.get('BaseEncoding'))) : '') || (isTrueType ? 'WinAnsiEncoding' : '')
  const table = Array.from({ length: 256 }, (_, code) => (code < 32 || code === 127 ? '' : characterIn(name, code)))
  const differences = isDictionary(encoding) ? resolve(encoding.entries.get('Differences')) : null
  if (!isArray(differences)) return table
  let code = 0
  for (const item of differences.items) {
    const value = resolve(item)
    if (typeof value === 'number') code = value
    else {
      if (code >= 0 && code < 256) table[code] = characterNamed(nameOf(value))
      code += 1
    }
  }
  return table
}

function characterIn(encoding: string, code: number): string {
  if (encoding === 'MacRomanEncoding') return code < 128 ? String.fromCharCode(code) : (macUpper[code - 128] ?? '')
  if (encoding === 'WinAnsiEncoding') return code >= 0x80 && code < 0xa0 ? character(windowsMiddle[code - 0x80] ?? 0) : String.fromCharCode(code)
  const other = standardOther.find(([from]) => from === code)
  return other === undefined ? (code < 127 ? String.fromCharCode(code) : '') : character(other[1])
}

function character(code: number): string {
  return code === 0 ? '' : String.fromCodePoint(code)
}

/** The character of a glyph name of Adobe's list, `uni4E00` and `u4E00` included; '' for names that a writer made up. */
function characterNamed(name: string): string {
  const plain = name.split('.')[0] ?? ''
  const position = asciiNames.indexOf(plain)
  if (position >= 0) return String.fromCharCode(32 + position)
  const other = otherNames[plain]
  if (other !== undefined) return character(other)
  const hexadecimal = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(plain)
  if (hexadecimal !== null) {
    const code = parseInt(hexadecimal[1] ?? hexadecimal[2] ?? '', 16)
    return code <= 0x10ffff ? character(code) : ''
  }
  const accented = /^([A-Za-z])(grave|acute|circumflex|tilde|dieresis|ring|cedilla|caron|macron|breve)$/.exec(plain)
  return accented === null ? '' : ((accented[1] ?? '') + (marks[accented[2] ?? ''] ?? '')).normalize('NFC')
}
