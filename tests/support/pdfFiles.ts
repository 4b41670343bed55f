/** PDF files written by hand: objects, fonts that are only named, pages of lines at their places. */
import { zlibSync } from 'fflate'

export function latinBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 255)
}

/** Bytes as characters of the same codes. */
export function latinText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

/** A text as a string in hexadecimal, two bytes a character. */
export function hexadecimal(text: string): string {
  return `<${[...Array(text.length).keys()].map((index) => text.charCodeAt(index).toString(16).padStart(4, '0')).join('')}>`
}

export function stream(content: string, entries = ''): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`
}

export function packedStream(content: string, entries = ''): string {
  return stream(latinText(zlibSync(latinBytes(content))), `/Filter /FlateDecode ${entries}`)
}

/** A Chinese font that is only named, with the codes of this map. */
export function chineseFont(map: string, ordering = 'GB1', name = 'STSong-Light'): string {
  return `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${map} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /DW 1000 /W [1 95 500] >>] >>`
}

/** A line of text: where it begins, points from the left and from the bottom, and how large. */
export type PlacedText = readonly [x: number, y: number, text: string, size?: number, font?: string]

export function pageContent(lines: readonly PlacedText[]): string {
  return lines.map(([x, y, text, size = 16, font = 'F1']) => `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${hexadecimal(text)} Tj ET`).join('\n')
}

export interface PdfParts {
  /** Content of each page, or its stream. */
  readonly pages: readonly string[]
  /** Fonts by name as objects; F1 is Chinese in UCS-2. */
  readonly fonts?: Readonly<Record<string, string>>
  /** More objects from number 100 on. */
  readonly objects?: readonly string[]
  /** More entries of pages, the catalogue and the trailer. */
  readonly page?: string
  readonly resources?: string
  readonly catalog?: string
  readonly trailer?: string
}

/** The objects of a file by number: 1 the catalogue, 2 the tree, 3 the resources, then fonts, from 20 pages, from 100 what else is given. */
export function pdfObjects({ pages, fonts = {}, objects = [], page = '', resources = '', catalog = '' }: PdfParts): ReadonlyMap<number, string> {
  const named = Object.entries({ F1: chineseFont('UniGB-UCS2-H'), ...fonts })
  const found = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, `<< /Type /Pages /Count ${pages.length} /MediaBox [0 0 595 842] /Kids [${pages.map((_, index) => `${20 + index * 2} 0 R`).join(' ')}] >>`],
    [3, `<< /Font << ${named.map(([name], index) => `/${name} ${4 + index} 0 R`).join(' ')} >> ${resources} >>`],
  ])
  for (const [index, [, font]] of named.entries()) found.set(4 + index, font)
  for (const [index, content] of pages.entries()) {
    found.set(20 + index * 2, `<< /Type /Page /Parent 2 0 R /Resources 3 0 R /Contents ${21 + index * 2} 0 R ${page} >>`)
    found.set(21 + index * 2, content.startsWith('<<') ? content : stream(content))
  }
  for (const [index, object] of objects.entries()) found.set(100 + index, object)
  return found
}

/** The objects one after the other with a table of places in the old form. */
export function pdfFile(parts: PdfParts): Uint8Array {
  const objects = pdfObjects(parts)
  let text = '%PDF-1.7\n'
  const places = new Map<number, number>()
  for (const [number, object] of objects) {
    places.set(number, text.length)
    text += `${number} 0 obj\n${object}\nendobj\n`
  }
  const size = Math.max(...objects.keys()) + 1
  const table = Array.from({ length: size }, (_, number) => `${String(places.get(number) ?? 0).padStart(10, '0')} 00000 ${places.has(number) ? 'n' : 'f'} \n`).join('')
  return latinBytes(`${text}xref\n0 ${size}\n${table}trailer\n<< /Size ${size} /Root 1 0 R ${parts.trailer ?? ''} >>\nstartxref\n${text.length}\n%%EOF\n`)
}

/** The objects packed together in one stream, with a table of places that is a stream itself. */
export function packedPdfFile(parts: PdfParts): Uint8Array {
  const objects = pdfObjects(parts)
  const packed = [...objects].filter(([, object]) => !object.includes('stream\n'))
  let body = ''
  const starts = packed.map(([number, object]) => {
    const start = `${number} ${body.length}`
    body += `${object} `
    return start
  }).join(' ')
  const head = `${starts} `
  const places = new Map<number, readonly [kind: number, place: number, index: number]>()
  let text = '%PDF-1.7\n'
  const put = (number: number, object: string): void => {
    places.set(number, [1, text.length, 0])
    text += `${number} 0 obj\n${object}\nendobj\n`
  }
  for (const [number, object] of objects) if (object.includes('stream\n')) put(number, object)
  put(300, packedStream(head + body, `/Type /ObjStm /N ${packed.length} /First ${head.length}`))
  for (const [index, [number]] of packed.entries()) places.set(number, [2, 300, index])
  places.set(301, [1, text.length, 0])
  const table = Array.from({ length: 302 }, (_, number) => places.get(number) ?? [0, 0, 0]).map(([kind, place, index]) => String.fromCharCode(kind, place >> 16, (place >> 8) & 255, place & 255, index)).join('')
  // Rows as PNG packs them: each byte less the one above.
  const rows = [...Array(302).keys()].map((row) => `\x02${[...Array(5).keys()].map((column) => String.fromCharCode((table.charCodeAt(row * 5 + column) - (row === 0 ? 0 : table.charCodeAt(row * 5 - 5 + column)) + 256) & 255)).join('')}`).join('')
  const start = text.length
  text += `301 0 obj\n${packedStream(rows, `/Type /XRef /Size 302 /W [1 3 1] /Root 1 0 R /DecodeParms << /Predictor 12 /Columns 5 >> ${parts.trailer ?? ''}`)}\nendobj\n`
  return latinBytes(`${text}startxref\n${start}\n%%EOF\n`)
}

/** Lines of body text as a page sets them: 16 points, 28 apart, from the top. */
export function bodyLines(lines: readonly string[], { x = 90, top = 740, step = 28, size = 16 } = {}): readonly PlacedText[] {
  return lines.map((line, index) => [x + (/^\u3000*/.exec(line)?.[0].length ?? 0) * size, top - index * step, line.replace(/^\u3000+/, ''), size])
}
