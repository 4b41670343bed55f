/** A font of a PDF file, as far as its text goes: which characters the bytes of a string are, and how far each moves on (ISO 32000-1, 9.5 to 9.10). */
import { asianCodes, characterOfGb1, type CodeReader } from './asianCodes'
import type { PdfFile } from './openPdf'
import { isArray, isStream, latin, nameOf, numberOf, type PdfValue } from './pdfValues'
import { plainCharacters } from './plainCharacters'
import { glyphOf, readCharacterMap, type CharacterMap } from './readCharacterMap'
import { simpleEncoding } from './simpleEncodings'
import { standardWidth } from './standardWidths'

export interface PdfGlyph {
  /** '' for a glyph whose character nobody knows, and for one that shows nothing. */
  readonly text: string
  /** False for a glyph that may show a character that nobody can name. */
  readonly isKnown: boolean
  /** Part of the size of the font. */
  readonly width: number
  /** A blank of one byte, which word spacing widens. */
  readonly isBlank: boolean
}

export interface PdfFont {
  readonly glyphs: (bytes: Uint8Array) => readonly PdfGlyph[]
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly isVertical: boolean
}

export function readFont(file: PdfFile, font: PdfValue): PdfFont {
  const name = nameOf(file.entry(font, 'BaseFont'))
  const isComposite = nameOf(file.entry(font, 'Subtype')) === 'Type0'
  const descendants = file.entry(font, 'DescendantFonts')
  const inner = isComposite && isArray(descendants) ? file.resolve(descendants.items[0]) : font
  const descriptor = file.entry(inner, 'FontDescriptor')
  const flags = numberOf(file.entry(descriptor, 'Flags'))
  const style = `${name} ${nameOf(file.entry(descriptor, 'FontName'))}`
  const texts = characterMapOf(file, file.entry(font, 'ToUnicode'))?.texts ?? new Map<number, string>()
  const face = isComposite ? compositeFace(file, font, inner, texts) : simpleFace(file, font, texts)
  return {
    glyphs: face.glyphs,
    isBold: /bold|black|heavy/i.test(style) || (flags & 0x40000) !== 0 || numberOf(file.entry(descriptor, 'FontWeight')) >= 600,
    isItalic: /italic|oblique/i.test(style) || (flags & 64) !== 0,
    isVertical: face.isVertical,
  }
}

interface Face { readonly glyphs: PdfFont['glyphs']; readonly isVertical: boolean }

function characterMapOf(file: PdfFile, value: PdfValue): CharacterMap | null {
  return isStream(value) ? readCharacterMap(file.unpack(value).bytes) : null
}

/** Characters that fonts name for want of a better one. */
function isMeant(text: string | undefined): text is string {
  return text !== undefined && text !== '' && !/^[\0-\x08\x0b\x0c\x0e-\x1f\ufffd]+$/.test(text)
}

/** `isEmpty`: without a name it shows nothing; the gap that it leaves tells a blank. */
function glyph(text: string | undefined, width: number, isBlank: boolean, isEmpty: boolean): PdfGlyph {
  if (!isMeant(text)) return { text: '', isKnown: isEmpty || width === 0, width, isBlank }
  return { text: plainCharacters(text.replace(/[\t-\r\u00a0]/g, ' ')), isKnown: true, width, isBlank }
}

function simpleFace(file: PdfFile, font: PdfValue, texts: ReadonlyMap<number, string>): Face {
  const subtype = nameOf(file.entry(font, 'Subtype'))
  const name = nameOf(file.entry(font, 'BaseFont'))
  const encoding = simpleEncoding(file.entry(font, 'Encoding'), subtype === 'TrueType', file.resolve)
  const widths = file.entry(font, 'Widths')
  const first = numberOf(file.entry(font, 'FirstChar'))
  const named = namedCodes(file, file.entry(font, 'Encoding'))
  const descriptor = file.entry(font, 'FontDescriptor')
  const hasOwnCodes = subtype === 'Type3' || (nameOf(file.entry(font, 'Encoding')) === '' && ['FontFile', 'FontFile2', 'FontFile3'].some((key) => isStream(file.entry(descriptor, key))))
  const missing = numberOf(file.entry(descriptor, 'MissingWidth'), isArray(widths) ? 0 : NaN)
  const matrix = file.entry(font, 'FontMatrix')
  const scale = subtype === 'Type3' && isArray(matrix) ? Math.abs(numberOf(file.resolve(matrix.items[0]), 0.001)) : 0.001
  const known = new Map<number, PdfGlyph>()
  const one = (code: number): PdfGlyph => {
    const given = isArray(widths) ? numberOf(file.resolve(widths.items[code - first]), missing) : missing
    // A control code is the end of a line or the like that slipped in, unless the font itself has a glyph there.
    const isEmpty = code === 32 || (code < 32 && !named.has(code) && !(hasOwnCodes && isArray(widths) && code >= first && code < first + widths.items.length))
    const made = glyph(isMeant(texts.get(code)) ? texts.get(code) : encoding[code], Number.isNaN(given) ? (isEmpty && code < 32 ? 0 : standardWidth(name, code)) : given * scale, code === 32, isEmpty)
    known.set(code, made)
    return made
  }
  return { glyphs: (bytes) => Array.from(bytes, (code) => known.get(code) ?? one(code)), isVertical: false }
}

/** Codes for which an encoding names glyphs one by one. */
function namedCodes(file: PdfFile, encoding: PdfValue): ReadonlySet<number> {
  const differences = file.entry(encoding, 'Differences')
  const codes = new Set<number>()
  let code = 0
  for (const item of isArray(differences) ? differences.items : []) {
    const value = file.resolve(item)
    if (typeof value === 'number') code = value
    else {
      if (nameOf(value) !== '.notdef') codes.add(code)
      code += 1
    }
  }
  return codes
}

/** The blank of most TrueType fonts, by its number and its usual width. */
const blankGlyph = 3
const widestBlank = 600

function compositeFace(file: PdfFile, font: PdfValue, inner: PdfValue, texts: ReadonlyMap<number, string>): Face {
  const encoding = file.entry(font, 'Encoding')
  const own = characterMapOf(file, encoding)
  const mapName = own === null ? nameOf(encoding) : own.base
  const codes = asianCodes(mapName)
  const system = file.entry(inner, 'CIDSystemInfo')
  const ordering = file.entry(system, 'Ordering')
  const isChinese = ordering instanceof Uint8Array && latin(ordering) === 'GB1'
  const widths = readWidths(file, file.entry(inner, 'W'))
  const usual = numberOf(file.entry(inner, 'DW'), 1000)
  const known = new Map<string, PdfGlyph>()
  const lengthAt = own !== null && own.codeLengths.length > 0 ? declaredLength(own) : (codes?.lengthAt ?? (() => 2))

  function one(code: Uint8Array): PdfGlyph {
    const value = code.reduce((sum, byte) => sum * 256 + byte, 0)
    const number = own === null ? (codes === null ? value : undefined) : glyphOf(own.glyphs, value)
    const text = firstMeant([texts.get(value), codes?.text(code), isChinese && number !== undefined ? characterOfGb1(number) : undefined])
    const width = (number === undefined ? undefined : widths(number)) ?? (number === undefined && text !== undefined && /^[\x20-\x7e]$/.test(text) ? 500 : usual)
    const isEmpty = number === 0 || (number === blankGlyph && own === null && !isChinese && width <= widestBlank)
    return glyph(text, width / 1000, code.length === 1 && value === 32, isEmpty)
  }

  function glyphs(bytes: Uint8Array): readonly PdfGlyph[] {
    const found: PdfGlyph[] = []
    for (let at = 0; at < bytes.length;) {
      const code = bytes.subarray(at, at + Math.max(1, lengthAt(bytes, at)))
      at += code.length
      const key = String.fromCharCode(...code)
      const made = known.get(key) ?? one(code)
      known.set(key, made)
      found.push(made)
    }
    return found
  }
  return { glyphs, isVertical: own?.isVertical === true || mapName.endsWith('-V') }
}

function firstMeant(texts: readonly (string | undefined)[]): string | undefined {
  return texts.find(isMeant)
}

function declaredLength({ codeLengths }: CharacterMap): CodeReader['lengthAt'] {
  const table = new Uint8Array(256).fill(Math.min(...codeLengths.map(([, , length]) => length)))
  for (const [from, to, length] of codeLengths) table.fill(length, from, to + 1)
  return (bytes, at) => table[bytes[at] ?? 0] ?? 1
}

const mostRanges = 5000

/** Widths by glyph: `first [w w w]` and `first last w`. */
function readWidths(file: PdfFile, value: PdfValue): (number: number) => number | undefined {
  const single = new Map<number, number>()
  const ranges: (readonly [from: number, to: number, width: number])[] = []
  if (isArray(value)) {
    for (let index = 0; index + 1 < value.items.length;) {
      const first = numberOf(file.resolve(value.items[index]))
      const second = file.resolve(value.items[index + 1])
      if (isArray(second)) for (const [offset, width] of second.items.entries()) single.set(first + offset, numberOf(file.resolve(width)))
      else if (ranges.length < mostRanges) ranges.push([first, numberOf(second), numberOf(file.resolve(value.items[index + 2]))])
      index += isArray(second) ? 2 : 3
    }
  }
  return (number) => single.get(number) ?? ranges.find(([from, to]) => number >= from && number <= to)?.[2]
}
