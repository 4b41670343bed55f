/** PDF files whose objects go in circles, whose streams explode and whose tables lie. */
import { deflateRawSync, deflateSync } from 'node:zlib'
import { concat, latin, odd, refused, sound, type HostileFile } from './hostileFile'

type Piece = string | Uint8Array

/** Objects by number with a right table of places; `trailer` goes into the trailer. */
export function pdf(objects: Readonly<Record<number, Piece>>, trailer = '/Root 1 0 R', end?: { readonly xref?: string; readonly start?: number }): Uint8Array {
  const parts: Uint8Array[] = [latin('%PDF-1.7\n')]
  let at = parts[0]!.length
  const places = new Map<number, number>()
  for (const [number, body] of Object.entries(objects)) {
    places.set(Number(number), at)
    const bytes = concat(latin(`${number} 0 obj\n`), typeof body === 'string' ? latin(body) : body, latin('\nendobj\n'))
    parts.push(bytes)
    at += bytes.length
  }
  const size = Math.max(...places.keys()) + 1
  const table = end?.xref ?? `xref\n0 ${size}\n${Array.from({ length: size }, (_, number) => `${String(places.get(number) ?? 0).padStart(10, '0')} 00000 ${places.has(number) ? 'n' : 'f'} \n`).join('')}`
  parts.push(latin(`${table}trailer\n<</Size ${size} ${trailer}>>\nstartxref\n${end?.start ?? at}\n%%EOF`))
  return concat(...parts)
}

export const stream = (data: Uint8Array, dictionary = ''): Uint8Array => concat(latin(`<</Length ${data.length}${dictionary}>>\nstream\n`), data, latin('\nendstream'))
const content = (text: string): Uint8Array => stream(latin(text))
const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
const pages = { 1: '<</Type/Catalog/Pages 2 0 R>>', 2: '<</Type/Pages/Kids[3 0 R]/Count 1>>', 3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>', 5: font }
const text = 'BT /F1 12 Tf 72 700 Td (annual report of the office) Tj ET\n'
const page = (more: Readonly<Record<number, Piece>>): Readonly<Record<number, Piece>> => ({ ...pages, 4: content(text), ...more })

const packed = (data: Uint8Array): Uint8Array => Uint8Array.from(deflateSync(data, { level: 9 }))

/** A zlib stream of this many zero bytes, packed again and again. */
const bomb = (size: number, times: number): Uint8Array => {
  let bytes = packed(new Uint8Array(size))
  for (let left = times; left > 1; left -= 1) bytes = packed(bytes)
  return bytes
}

export const hostilePdfs: readonly HostileFile[] = [
  sound('PDF: nothing wrong', () => pdf(page({}))),
  odd('PDF: a page tree that is its own child', () => pdf(page({ 2: '<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>' }))),
  odd('PDF: two page trees in each other, a hundred times each', () => pdf(page({ 2: `<</Type/Pages/Kids[${'6 0 R '.repeat(100)}3 0 R]/Count 99>>`, 6: `<</Type/Pages/Parent 2 0 R/Kids[${'2 0 R '.repeat(100)}]/Count 99>>` }))),
  odd('PDF: a page a million times', () => pdf(page({ 2: `<</Type/Pages/Kids[${'3 0 R '.repeat(1_000_000)}]/Count 1000000>>` }))),
  odd('PDF: an object that is a reference to itself', () => pdf(page({ 4: '4 0 R' }))),
  odd('PDF: references in a ring', () => pdf(page({ 4: '6 0 R', 6: '7 0 R', 7: '4 0 R' }))),
  odd('PDF: a length that refers to its own stream', () => pdf(page({ 4: concat(latin('<</Length 4 0 R>>\nstream\n'), latin(text), latin('\nendstream')) }))),
  odd('PDF: tables of places in a ring', () => pdf(page({}), '/Root 1 0 R/Prev 15', { xref: 'xref\n0 1\n0000000000 65535 f \n' })),
  odd('PDF: a table of places with a million rows', () => pdf(page({}), '/Root 1 0 R', { xref: 'xref\n0 99999999\n0000000000 65535 f \n' })),
  odd('PDF: a table of places that is not there', () => pdf(page({}), '/Root 1 0 R', { start: 4_000_000_000 })),
  odd('PDF: arrays in each other, 500,000 deep', () => pdf(page({ 4: `${'['.repeat(500_000)}${']'.repeat(500_000)}` }))),
  odd('PDF: dictionaries in each other, 500,000 deep', () => pdf(page({ 4: `${'<</A '.repeat(500_000)}1${'>>'.repeat(500_000)}` }))),
  odd('PDF: brackets in each other in a text', () => pdf(page({ 4: content(`BT /F1 12 Tf ${'('.repeat(500_000)}${')'.repeat(500_000)} Tj ET`) }))),
  odd('PDF: a deflated stream of 300 MB', () => pdf(page({ 4: stream(bomb(300 * 1024 * 1024, 1), '/Filter/FlateDecode') }))),
  odd('PDF: deflated four times over', () => pdf(page({ 4: stream(bomb(200 * 1024 * 1024, 4), '/Filter[/FlateDecode/FlateDecode/FlateDecode/FlateDecode]') }))),
  odd('PDF: a thousand filters', () => pdf(page({ 4: stream(bomb(1000, 1), `/Filter[${'/FlateDecode'.repeat(1_000)}]`) }))),
  odd('PDF: fifty pages of 60 MB each, from one stream', () => pdf(page({ 2: `<</Type/Pages/Kids[${'3 0 R '.repeat(50)}]/Count 50>>`, 4: stream(bomb(60 * 1024 * 1024, 1), '/Filter/FlateDecode') }))),
  odd('PDF: ASCII85 of nothing but zeros', () => pdf(page({ 4: stream(latin(`${'z'.repeat(8_000_000)}~>`), '/Filter/ASCII85Decode') }))),
  odd('PDF: hexadecimal, run lengths and LZW', () => pdf(page({ 4: stream(latin(`${'20'.repeat(2_000_000)}>`), '/Filter/ASCIIHexDecode'), 6: stream(Uint8Array.from({ length: 2_000_000 }, (_, index) => (index % 2 === 0 ? 129 : 65)), '/Filter/RunLengthDecode'), 7: stream(Uint8Array.from({ length: 500_000 }, (_, index) => (index * 37) & 255), '/Filter/LZWDecode') }))),
  odd('PDF: a predictor with columns beyond all memory', () => pdf(page({ 4: stream(packed(new Uint8Array(1000)), '/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2147483647/Colors 32/BitsPerComponent 16>>') }))),
  odd('PDF: an object stream of 100 million objects', () => pdf(page({ 6: stream(packed(latin('1 0 2 0 3 0')), '/Type/ObjStm/N 100000000/First 4/Filter/FlateDecode') }), '/Root 1 0 R')),
  odd('PDF: a stream of places with fields of 2 GB', () => pdf(page({ 6: stream(packed(new Uint8Array(64)), '/Type/XRef/W[2147483647 2147483647 1]/Index[0 2147483647]/Size 2147483647/Root 1 0 R/Filter/FlateDecode') }), '/Root 1 0 R/XRefStm 9')),
  odd('PDF: a table of characters that maps the whole world', () => pdf(page({ 5: '<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[7 0 R]>>', 6: content('begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange 1 beginbfrange <00000000> <ffffffff> <0000> endbfrange 1 beginbfrange <0000> <ffff> [<0041>] endbfrange endcmap'), 7: '<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[0 2147483647 500]>>' }))),
  odd('PDF: a form that draws itself', () => pdf(page({ 3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>', 4: content(`${text}/X Do`), 6: stream(latin(`${'/X Do '.repeat(50)}${text}`), '/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 6 0 R>>>>') }))),
  odd('PDF: twenty forms that each draw the next ten times', () => pdf(page({ 3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 10 0 R>>>>>>', 4: content(`${text}/X Do`), ...Object.fromEntries(Array.from({ length: 20 }, (_, index) => [10 + index, stream(latin(`${'/X Do '.repeat(10)}${text}`), `/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</Font<</F1 5 0 R>>/XObject<</X ${index === 19 ? 5 : 11 + index} 0 R>>>>`)])) }))),
  odd('PDF: a million states saved', () => pdf(page({ 4: content(`${'q '.repeat(1_000_000)}${text}${'Q '.repeat(2_000_000)}`) }))),
  refused('PDF: 3 million characters', () => pdf(page({ 4: stream(packed(latin(`BT /F1 12 Tf ${Array.from({ length: 60_000 }, (_, index) => `1 0 0 1 72 ${index} Tm (${'abcdefghij'.repeat(5)}) Tj`).join('\n')} ET`)), '/Filter/FlateDecode') }))),
  odd('PDF: a million single characters, each at its place', () => pdf(page({ 4: stream(packed(latin(`BT /F1 12 Tf ${'1 0 0 1 72 700 Tm (a) Tj '.repeat(1_000_000)} ET`)), '/Filter/FlateDecode') }))),
  odd('PDF: numbers that are none', () => pdf(page({ 4: content(`BT /F1 1e999 Tf ${'9'.repeat(100_000)} -${'9'.repeat(1_000)} Td (a) Tj 0 0 0 0 0 0 Tm (b) Tj --5 .. +-. Td (c) Tj ET`) }))),
  odd('PDF: names of what every object inherits', () => pdf({ 1: '<</Type/Catalog/Pages 2 0 R/__proto__ 3 0 R/constructor(x)/toString 5>>', 2: pages[2], 3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</__proto__ 5 0 R/constructor 5 0 R>>>>>>', 4: content('BT /__proto__ 12 Tf 72 700 Td (a) Tj /constructor 12 Tf (b) Tj /toString 12 Tf (c) Tj ET'), 5: font })),
  odd('PDF: a deflated stream without its head', () => pdf(page({ 4: stream(Uint8Array.from(deflateRawSync(latin(text))), '/Filter/FlateDecode') }))),
  odd('PDF: nothing but obj', () => latin(`%PDF-1.4\n${'1 0 obj '.repeat(500_000)}`)),
  odd('PDF: nothing but open strings', () => latin(`%PDF-1.4\n1 0 obj\n${'(\\('.repeat(1_000_000)}`)),
  odd('PDF: nothing but blanks and a start', () => concat(latin('%PDF-1.4\n'), new Uint8Array(10_000_000).fill(0x20), latin('startxref\n5\n%%EOF'))),
]
