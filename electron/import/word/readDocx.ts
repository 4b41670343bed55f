import { pictureFacts } from '../pictureFacts'
import { ImportRefusal } from '../refusal'
import type { SourceBlock, SourceDocument } from '../sourceDocument'
import { openZip } from '../zipParts'
import { readWordFile } from './readWordFile'
import { resolveChanges } from './resolveChanges'

/** A .docx file with its changes accepted and its pictures (SPEC IMPORT-6). */
export function readDocx(bytes: Uint8Array): SourceDocument {
  const read = readWordFile(bytes)
  if (!read.ok) throw new ImportRefusal(read.error.code as ImportRefusal['code'], String(read.error.detail?.['reason'] ?? ''))
  const blocks = resolveChanges(read.value, 'accepted')
  return { ...read.value, blocks, pictures: pictures(bytes, blocks) }
}

/** The pictures that paragraphs name, as far as they are pictures that a report may have. */
function pictures(bytes: Uint8Array, blocks: readonly SourceBlock[]): ReadonlyMap<string, Uint8Array> {
  const parts = new Set(blocks.flatMap((block) => (block.kind === 'paragraph' ? block.picture ?? [] : [])))
  const found = new Map<string, Uint8Array>()
  if (parts.size === 0) return found
  const zip = openZip(bytes)
  for (const part of parts) {
    const data = zip.part(part)
    if (data !== null && pictureFacts(data) !== null) found.set(part, data)
  }
  return found
}
