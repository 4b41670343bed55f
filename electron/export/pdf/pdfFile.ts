/** The objects of a PDF file (ISO 32000-1, 7.5): numbered in the order in which they were asked for, written in the order in which they are done. */
import { strToU8, zlibSync } from 'fflate'

export interface PdfFile {
  /** A number for an object that is written later. */
  readonly reserve: () => number
  /** Writes an object. `body` is PDF syntax. */
  readonly write: (id: number, body: string) => void
  /** Writes a stream; `entries` are those of its dictionary besides length and filter. `isPacked`: the bytes are as the entries say and stay as they are. */
  readonly writeStream: (id: number, entries: string, bytes: Uint8Array, isPacked?: boolean) => void
  /** The whole file. `id`: 32 hex digits. */
  readonly finish: (root: number, info: number, id: string) => Uint8Array
}

/** Best size for its time; the same bytes on every system. */
const level = 6

export function createPdfFile(): PdfFile {
  const chunks: Uint8Array[] = []
  const offsets: number[] = []
  let length = 0
  const push = (bytes: Uint8Array): void => {
    chunks.push(bytes)
    length += bytes.length
  }
  const text = (given: string): void => push(strToU8(given, true))
  const begin = (id: number): void => {
    offsets[id] = length
    text(`${id} 0 obj\n`)
  }
  // Version 1.7; bytes above 127 tell every program that the file is not text.
  text('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
  let last = 0
  return {
    reserve: () => (last += 1),
    write: (id, body) => {
      begin(id)
      text(`${body}\nendobj\n`)
    },
    writeStream: (id, entries, bytes, isPacked = false) => {
      const packed = isPacked ? bytes : zlibSync(bytes, { level })
      begin(id)
      text(`<<${entries}${isPacked ? '' : '/Filter/FlateDecode'}/Length ${packed.length}>>\nstream\n`)
      push(packed)
      text('\nendstream\nendobj\n')
    },
    finish: (root, info, id) => {
      const start = length
      const rows = Array.from({ length: last }, (_, index) => `${String(offsets[index + 1] ?? 0).padStart(10, '0')} 00000 n \n`)
      text(`xref\n0 ${last + 1}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${last + 1}/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>\nstartxref\n${start}\n%%EOF\n`)
      const bytes = new Uint8Array(length)
      let at = 0
      for (const chunk of chunks) {
        bytes.set(chunk, at)
        at += chunk.length
      }
      return bytes
    },
  }
}

/** A text string as hex digits of UTF-16 with its mark. */
export function pdfText(text: string): string {
  let hex = 'FEFF'
  for (let index = 0; index < text.length; index += 1) hex += hexOf(text.charCodeAt(index))
  return `<${hex}>`
}

/** Four hex digits. */
export function hexOf(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0')
}

/** A length as short as it can be written. */
export function pdfNumber(value: number): string {
  return String(Number(value.toFixed(3)))
}
