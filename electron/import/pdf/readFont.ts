/** A font of a PDF file, as far as its text goes: which characters the bytes of a string are, and how far each moves on (ISO 32000-1, 9.5 to 9.10). */
import { asianCodes, characterOfGb1, type CodeReader } from './asianCodes'
import type { PdfFile } from './openPdf'
import { isArray, isStream, latin, nameOf, numberOf, type PdfValue } from './pdfValues'
import { plainCharacters } from './plainCharacters'
import { glyphOf, readCharacterMap, type CharacterMap } from './readCharacterMap'
import { simpleEncoding } from './simpleEncodings'
import { standardWidth } from './standardWidths'

export interface PdfGlyph {
  /** '' for a glyph whose character nobody knows. */
  readonly text: string
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

function glyph(text: string | undefined, width: number, isBlank = false): PdfGlyph {
  const isKnown = isMeant(text)
  return { text: isKnown ? plainCharacters(text.replace(/[\t-\r\u00a0]/g, ' ')) : '', isKnown, width, isBlank }
}

function simpleFace(file: PdfFile, font: PdfValue, texts: ReadonlyMap<number, string>): Face {
  const subtype = nameOf(file.entry(font, 'Subtype'))
  const name = nameOf(file.entry(font, 'BaseFont'))
  const encoding = simpleEncoding(file.entry(font, 'Encoding'), subtype === 'TrueType', file.resolve)
  const widths = file.entry(font, 'Widths')
  const first = numberOf(file.entry(font, 'FirstChar'))
  const missing = numberOf(file.entry(file.entry(font, 'FontDescriptor'), 'MissingWidth'), isArray(widths) ? 0 : NaN)
  const matrix = file.entry(font, 'FontMatrix')
  const scale = subtype === 'Type3' && isArray(matrix) ? Math.abs(numberOf(file.resolve(matrix.items[0]), 0.001)) : 0.001
  const known = new Map<number, PdfGlyph>()
  const one = (code: number): PdfGlyph => {
    const given = isArray(widths) ? numberOf(file.resolve(widths.items[code - first]), missing) : missing
    const made = glyph(isMeant(texts.get(code)) ? texts.get(code) : encoding[code], Number.isNaN(given) ? standardWidth(name, code) : given * scale, code === 32)
    known.set(code, made)
    return made
  }
  return { glyphs: (bytes) => Array.from(bytes, (code) => known.get(code) ?? one(code)), isVertical: false }
}

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
    return glyph(text, width / 1000, code.length === 1 && value === 32)
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
