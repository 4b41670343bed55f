/** CMaps inside a file (ISO 32000-1, 9.7.5 and 9.10.3): which bytes make one code, which text or glyph number it stands for. */
import { isArray, isKeyword, isStream, nameOf, numberOf, type PdfValue } from './pdfValues'
import { createValueReader } from './readValues'

const mostEntries = 200_000

export interface CharacterMap {
  /** Lengths in bytes of the codes that begin with this byte; empty if the map does not say. */
  readonly codeLengths: readonly (readonly [from: number, to: number, length: number])[]
  readonly texts: ReadonlyMap<number, string>
  readonly glyphs: { readonly ranges: readonly (readonly [from: number, to: number, glyph: number])[]; readonly single: ReadonlyMap<number, number> }
  readonly isVertical: boolean
  /** The name of the map that this one adds to; '' if none. */
  readonly base: string
}

export function readCharacterMap(bytes: Uint8Array): CharacterMap {
  const reader = createValueReader(bytes)
  const codeLengths: (readonly [number, number, number])[] = []
  const texts = new Map<number, string>()
  const ranges: (readonly [number, number, number])[] = []
  const single = new Map<number, number>()
  let isVertical = false
  let base = ''
  let before: PdfValue = null
  let earlier: PdfValue = null

  function section(end: string, size: number, take: (...values: readonly PdfValue[]) => void): void {
    for (;;) {
      const values: PdfValue[] = []
      while (values.length < size) {
        const value = reader.nextPlain()
        if (value === undefined || (isKeyword(value) && value.word === end)) return
        values.push(value)
      }
      take(...values)
    }
  }

  const textRange = (from: PdfValue, to: PdfValue, target: PdfValue): void => {
    const [first, last] = [codeOf(from), codeOf(to)]
    if (isArray(target)) for (const [index, item] of target.items.entries()) setText(first + index, textOf(item))
    else {
      const text = textOf(target)
      for (let code = first; code <= last && texts.size < mostEntries && code - first < 65_536; code += 1) setText(code, advanced(text, code - first))
    }
  }
  const setText = (code: number, text: string): void => { if (texts.size < mostEntries) texts.set(code, text) }

  for (let value = reader.nextPlain(); value !== undefined; value = reader.nextPlain()) {
    if (isKeyword(value)) {
      if (value.word === 'begincodespacerange') section('endcodespacerange', 2, (from, to) => { if (from instanceof Uint8Array && to instanceof Uint8Array && codeLengths.length < 256) codeLengths.push([from[0] ?? 0, to[0] ?? 0, from.length]) })
      else if (value.word === 'beginbfchar') section('endbfchar', 2, (code, target) => { setText(codeOf(code), textOf(target)) })
      else if (value.word === 'beginbfrange') section('endbfrange', 3, textRange)
      else if (value.word === 'begincidchar') section('endcidchar', 2, (code, glyph) => { if (single.size < mostEntries) single.set(codeOf(code), numberOf(glyph)) })
      else if (value.word === 'begincidrange') section('endcidrange', 3, (from, to, glyph) => { if (ranges.length < mostEntries) ranges.push([codeOf(from), codeOf(to), numberOf(glyph)]) })
      else if (value.word === 'usecmap') base = nameOf(before)
      else if (value.word === 'def' && nameOf(earlier) === 'WMode') isVertical = before === 1
    }
    earlier = before
    before = value
  }
  ranges.sort((one, other) => one[0] - other[0])
  return { codeLengths, texts, glyphs: { ranges, single }, isVertical, base }
}

/** The glyph number of a code; undefined if the map has none. */
export function glyphOf({ ranges, single }: CharacterMap['glyphs'], code: number): number | undefined {
  const found = single.get(code)
  if (found !== undefined) return found
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range === undefined) return undefined
    if (code < range[0]) high = middle - 1
    else if (code > range[1]) low = middle + 1
    else return range[2] + code - range[0]
  }
  return undefined
}

function codeOf(value: PdfValue): number {
  return value instanceof Uint8Array ? value.subarray(0, 4).reduce((code, byte) => code * 256 + byte, 0) : -1
}

/** A text in UTF-16 with the high byte first; a lone byte is a character of its own. */
function textOf(value: PdfValue): string {
  if (isStream(value) || !(value instanceof Uint8Array)) return ''
  if (value.length === 1) return String.fromCharCode(value[0] ?? 0)
  let text = ''
  for (let at = 0; at + 1 < value.length && at < 128; at += 2) text += String.fromCharCode(((value[at] ?? 0) << 8) | (value[at + 1] ?? 0))
  return text
}

/** `text` with its last character so many further on. */
function advanced(text: string, steps: number): string {
  if (steps === 0 || text === '') return text
  const characters = [...text]
  const code = (characters.pop() ?? '').codePointAt(0) ?? 0
  return code + steps > 0x10ffff ? '' : characters.join('') + String.fromCodePoint(code + steps)
}
