/** Word 2003 XML, which WPS also writes under the names .doc and .xml, and Word files in one XML file; both are read as the .docx file that they would be (SPEC IMPORT-15). */
import { markupText } from '../html/markupText'
import { createTally } from '../limits'
import { ImportRefusal } from '../refusal'
import type { SourceDocument } from '../sourceDocument'
import { readWordPackage } from '../word/readWordFile'
import { resolveChanges } from '../word/resolveChanges'
import { elements, parseXml, type XmlElement } from '../xmlTree'
import { flatPackage } from './flatPackage'
import { oldPackage } from './oldPackage'

export function readWordXml(bytes: Uint8Array): SourceDocument {
  const { text, isBroken, unreadable } = markupText(bytes)
  if (isBroken || unreadable > 0) throw new ImportRefusal('encodingUnknown', 'encoding')
  const root = parseXml(new TextEncoder().encode(text.trimStart()))
  const isFlat = root.name === 'pkg:package'
  if (!isFlat && root.name !== 'w:wordDocument') throw new ImportRefusal('formatUnknown', 'root')
  refuseFlood(root)
  const document = readWordPackage(isFlat ? flatPackage(root) : oldPackage(root))
  return { ...document, blocks: resolveChanges(document, 'accepted') }
}

/** Counted before the file is written out as another, which would hold all of it three times. */
function refuseFlood(root: XmlElement): void {
  const tally = createTally()
  const waiting: XmlElement[] = [root]
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element.name === 'w:p') tally.paragraph()
    if (element.name === 'w:tc') tally.cell()
    for (const child of elements(element)) waiting.push(child)
  }
}
