import { ImportRefusal } from '../refusal'
import { createTally } from '../limits'
import { sourceDocument, sourceParagraph, type SourceDocument } from '../sourceDocument'
import { decodeText } from './decodeText'

/** A plain text: one paragraph a line (SPEC IMPORT-2). A form feed alone on a line stays one. */
export function readPlainText(bytes: Uint8Array): SourceDocument {
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new ImportRefusal('encodingUnknown', 'encoding')
  const { text, encoding } = decoded.value
  const tally = createTally()
  tally.characters(text.length)
  return sourceDocument(text.split(text.includes('\n') ? /\r?\n/ : '\r').map((line) => {
    tally.paragraph()
    return sourceParagraph(line)
  }), { encoding })
}
