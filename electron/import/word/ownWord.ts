import type { NewId } from '../../../shared/base/ids'
import type { Result } from '../../../shared/base/result'
import type { ReportContent } from '../../../shared/outline/reportContent'
import { readIssued } from '../../../shared/print/readPrinted'
import { isOurs, type StyledParagraph } from '../../../shared/print/styledBlocks'
import type { Report } from '../../../shared/report/report'
import { pictureFacts } from '../pictureFacts'
import { readWordFile } from './readWordFile'
import { resolveChanges } from './resolveChanges'
import { styledWord, type KnownPictures } from './wordContent'
import type { WordBlock } from './wordDocument'
import { openZip } from './zipParts'

/** Keeps the bytes of a picture for good. */
export type KeepPicture = (request: { readonly bytes: Uint8Array }) => Promise<Result<{ sha256: string }>>

/**
 * A Word file that this program wrote as the report it was written from (SPEC ROUND-1), changes accepted; null for any other file. A picture that is
 * none, or cannot be kept, leaves its caption.
 */
export async function readOwnWord(bytes: Uint8Array, newId: NewId, keepPicture: KeepPicture | null): Promise<(ReportContent & Pick<Report, 'issuing'>) | null> {
  const read = readWordFile(bytes)
  if (!read.ok || !isOurs(read.value.styleNames)) return null
  const blocks = resolveChanges(read.value, 'accepted')
  return readIssued(styledWord(blocks, keepPicture === null ? new Map() : await keptPictures(bytes, blocks, keepPicture)), newId)
}

async function keptPictures(bytes: Uint8Array, blocks: readonly WordBlock[], keepPicture: KeepPicture): Promise<KnownPictures> {
  const zip = openZip(bytes)
  const kept = new Map<string, NonNullable<StyledParagraph['picture']>>()
  for (const part of new Set(blocks.flatMap((block) => (block.kind === 'paragraph' ? block.picturePart ?? [] : [])))) {
    const data = zip.part(part)
    const facts = data === null ? null : pictureFacts(data)
    if (data === null || facts === null) continue
    const stored = await keepPicture({ bytes: data })
    if (stored.ok) kept.set(part, { sha256: stored.value.sha256, ...facts })
  }
  return kept
}
