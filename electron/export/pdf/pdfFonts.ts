/** Fonts in a PDF file (ISO 32000-1, 9.7): each face once, with the glyphs that are used, and the characters they stand for. */
import { strToU8 } from 'fflate'
import type { FontkitFont } from 'fontkit'
import type { FontSource } from '../fonts/fontSource'
import { openFaces } from '../fonts/openFaces'
import type { FontFace } from '../fonts/readFaces'
import { hexOf, pdfNumber, type PdfFile } from './pdfFile'

/** A face in use. `width`: thousandths of the size. */
export interface PdfFont {
  /** Its name in the resources of the pages. */
  readonly name: string
  readonly id: number
  readonly glyph: (code: number) => { readonly hex: string; readonly width: number }
}

export interface PdfFonts {
  /** The font of a face that was opened. */
  readonly of: (face: FontFace) => PdfFont
  /** Opens the files of faces: to be done before they are used. Gives those that cannot be used. */
  readonly open: (faces: Iterable<FontFace>, source: FontSource) => Promise<readonly FontFace[]>
  /** The entry /Font of the resources. */
  readonly resources: () => string
  /** Writes all fonts. */
  readonly finish: () => void
}

interface OpenFont extends PdfFont {
  readonly finish: () => void
}

export function createPdfFonts(file: PdfFile): PdfFonts {
  const fonts = new Map<FontFace, OpenFont>()
  return {
    open: (faces, source) => openFaces(faces, fonts, source, (face, font) => { fonts.set(face, openFont(font, `F${fonts.size + 1}`, file)) }),
    of: (face) => {
      const font = fonts.get(face)
      if (font === undefined) throw new Error('the font was not opened')
      return font
    },
    resources: () => `<<${[...fonts.values()].map(({ name, id }) => `/${name} ${id} 0 R`).join('')}>>`,
    finish: () => { for (const font of fonts.values()) font.finish() },
  }
}

function openFont(font: FontkitFont, name: string, file: PdfFile): OpenFont {
  const id = file.reserve()
  const subset = font.createSubset()
  const scale = 1000 / font.unitsPerEm
  const glyphs = new Map<number, { readonly hex: string; readonly width: number }>()
  /** Width and first code point of each glyph of the subset; the first is the glyph of what is missing. */
  const widths: number[] = [font.getGlyph(0).advanceWidth * scale]
  const codes: number[] = [0xfffd]
  return {
    name, id,
    glyph: (code) => {
      const known = glyphs.get(code)
      if (known !== undefined) return known
      const glyph = font.glyphForCodePoint(code)
      const number = subset.includeGlyph(glyph.id)
      const width = glyph.advanceWidth * scale
      widths[number] = width
      codes[number] = codes[number] ?? code
      const entry = { hex: hexOf(number), width }
      glyphs.set(code, entry)
      return entry
    },
    finish: () => writeFont(file, id, name, font, subset, widths, codes),
  }
}

function writeFont(file: PdfFile, id: number, name: string, font: FontkitFont, subset: ReturnType<FontkitFont['createSubset']>, widths: readonly number[], codes: readonly number[]): void {
  const [bytesId, descriptorId, descendantId, mapId] = [file.reserve(), file.reserve(), file.reserve(), file.reserve()]
  const isCff = subset.cff !== undefined && subset.cff !== null
  const bytes = subset.encode()
  const baseFont = `/${subsetMark(name)}+${(font.postscriptName ?? '').replace(/[^\w-]/g, '') || name}`
  const scale = 1000 / font.unitsPerEm
  const scaled = (value: number): string => pdfNumber(value * scale)
  file.writeStream(bytesId, isCff ? '/Subtype/CIDFontType0C' : `/Length1 ${bytes.length}`, bytes)
  file.write(descriptorId, `<</Type/FontDescriptor/FontName${baseFont}/Flags 4/FontBBox[${[font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map(scaled).join(' ')}]`
    + `/ItalicAngle ${pdfNumber(font.italicAngle)}/Ascent ${scaled(font.ascent)}/Descent ${scaled(font.descent)}/CapHeight ${scaled(font.capHeight || font.ascent)}/StemV 80/${isCff ? 'FontFile3' : 'FontFile2'} ${bytesId} 0 R>>`)
  file.write(descendantId, `<</Type/Font/Subtype/${isCff ? 'CIDFontType0' : 'CIDFontType2'}/BaseFont${baseFont}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>`
    + `/FontDescriptor ${descriptorId} 0 R/W[0[${widths.map(pdfNumber).join(' ')}]]${isCff ? '' : '/CIDToGIDMap/Identity'}>>`)
  file.writeStream(mapId, '', strToU8(unicodeMap(codes)))
  file.write(id, `<</Type/Font/Subtype/Type0/BaseFont${baseFont}/Encoding/Identity-H/DescendantFonts[${descendantId} 0 R]/ToUnicode ${mapId} 0 R>>`)
}

/** Six capitals that tell subsets apart. */
function subsetMark(name: string): string {
  const number = Number(name.slice(1))
  return `ANDU${String.fromCharCode(65 + Math.floor(number / 26) % 26, 65 + (number % 26))}`
}

/** At most so many lines stand in one block of the map. */
const blockLines = 100

function unicodeMap(codes: readonly number[]): string {
  const lines = codes.map((code, glyph) => `<${hexOf(glyph)}> <${Array.from(String.fromCodePoint(code).split('')).map((unit) => hexOf(unit.charCodeAt(0))).join('')}>`).slice(1)
  const blocks: string[] = []
  for (let from = 0; from < lines.length; from += blockLines) {
    const block = lines.slice(from, from + blockLines)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n'
    + `1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n`
}
