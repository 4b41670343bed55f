import { ImportRefusal } from '../refusal'
import type { SourceDocument } from '../sourceDocument'
import { readWordFile } from './readWordFile'
import { resolveChanges } from './resolveChanges'

/** A .docx file with its changes accepted (SPEC IMPORT-6). */
export function readDocx(bytes: Uint8Array): SourceDocument {
  const read = readWordFile(bytes)
  if (!read.ok) throw new ImportRefusal(read.error.code as ImportRefusal['code'], String(read.error.detail?.['reason'] ?? ''))
  return { ...read.value, blocks: resolveChanges(read.value, 'accepted') }
}
