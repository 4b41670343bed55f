/** Documents that a program has put whole into a Word file, for Word to turn into text when it opens it: web pages, texts, RTF, other Word files. Each is read by the reader of its format. */
import { readWebPage } from '../html/readWebPage'
import { readMessage } from '../mht/readMessage'
import { ImportRefusal } from '../refusal'
import { readRtf } from '../rtf/readRtf'
import { sniffFormat, type FileFormat } from '../sniffFormat'
import { sourceParagraph, type SourceBlock, type SourceDocument } from '../sourceDocument'
import { readPlainText } from '../text/readPlainText'
import { openZip, type ZipPackage } from '../zipParts'
import type { Reading } from './reading'

const readers: Partial<Readonly<Record<FileFormat, (bytes: Uint8Array) => SourceDocument>>> = { html: readWebPage, mht: readMessage, rtf: readRtf, text: readPlainText }

export interface WordChunks {
  /** What stands in this part; null if it cannot be read, or has been read before. */
  readonly read: (part: string, reading: Reading) => readonly SourceBlock[] | null
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

/** What Word files inside a Word file may become when inflated, all together. */
const largestInside = 64 * 1024 * 1024

/** `readWord` reads a Word file that stands inside; null where none is opened. */
export function createChunks(zip: ZipPackage, readWord: ((zip: ZipPackage) => SourceDocument) | null): WordChunks {
  const seen = new Set<string>()
  const pictures = new Map<string, Uint8Array>()
  let left = largestInside
  const readInside = (bytes: Uint8Array): SourceDocument | null => {
    if (readWord === null) return null
    const inside = openZip(bytes)
    return readWord({
      names: inside.names,
      part: (name) => {
        const data = inside.part(name)
        left -= data?.length ?? 0
        if (left < 0) throw new ImportRefusal('fileUnsafe', 'documents inside')
        return data
      },
    })
  }
  return {
    pictures,
    read: (part, reading) => {
      if (seen.has(part)) return null
      seen.add(part)
      const chunk = documentIn(zip, part, readInside)
      if (chunk === null) return null
      const keyOf = (picture: string): string => `${part} ${picture}`
      for (const [key, bytes] of chunk.pictures) pictures.set(keyOf(key), bytes)
      for (const [key, count] of Object.entries(chunk.met)) reading.met[key as keyof Reading['met']] += count
      const blocks = [...chunk.blocks, ...chunk.notes.map(({ mark, text }) => sourceParagraph(`${mark} ${text}`))]
      for (const block of blocks) tallied(block, reading)
      return blocks.map((block) => (block.kind === 'paragraph' && block.picture !== undefined ? { ...block, picture: keyOf(block.picture) } : block))
    },
  }
}

/** A damaged or foreign one is none: the text around it is whole. */
function documentIn(zip: ZipPackage, part: string, readInside: (bytes: Uint8Array) => SourceDocument | null): SourceDocument | null {
  try {
    const bytes = zip.part(part)
    if (bytes === null) return null
    const format = sniffFormat(bytes)
    return format === 'docx' ? readInside(bytes) : readers[format]?.(bytes) ?? null
  } catch (reason) {
    if (!(reason instanceof ImportRefusal) || reason.code === 'fileTooLong' || reason.code === 'fileUnsafe') throw reason
    return null
  }
}

function tallied(block: SourceBlock, reading: Reading): void {
  if (block.kind === 'table') {
    for (const row of block.rows) {
      for (const cell of row.cells) {
        reading.tally.cell()
        for (const paragraph of cell.paragraphs) tallied(paragraph, reading)
      }
    }
    return
  }
  reading.paragraphs += 1
  reading.tally.paragraph()
  for (const { text } of block.runs) reading.tally.characters(text.length)
}
