/** A .docx file as a value (SPEC IMPORT-5, IMPORT-6). Only the wanted parts are read, nothing outside the file is followed, no macro or object is opened. */
import { fail, succeed, type Result } from '../../../shared/base/result'
import { isOurs } from '../../../shared/print/styledBlocks'
import { createTally } from '../limits'
import { noNumber } from '../listCounter'
import { ImportRefusal } from '../refusal'
import { nothingMet, type SourceBlock, type SourceComment, type SourceDocument } from '../sourceDocument'
import { sourceText } from '../sourceText'
import { child, elements, parseXml, type XmlElement } from '../xmlTree'
import { openZip, type ZipPackage } from '../zipParts'
import { readBlocks, readBox, readStory } from './blockReader'
import { createChunks } from './chunks'
import { nameIn } from './paragraphReader'
import type { Reading } from './reading'
import { resolveChanges } from './resolveChanges'
import { codeOf, drawnFields } from './wordFields'
import { beginsPage, printedMargins } from './wordMargins'
import { createNotes, type NoteKind } from './wordNotes'
import { createNumbering } from './wordNumbering'
import { mainPart, relations, relationships, softPart } from './wordPackage'
import { createPictures } from './wordPictures'
import { readStyles } from './wordStyles'

/** Reads the file; a failure names what is wrong with it, never a bug. */
export function readWordFile(bytes: Uint8Array): Result<SourceDocument> {
  try {
    return succeed(readWordPackage(openZip(bytes)))
  } catch (reason) {
    if (reason instanceof ImportRefusal) return fail(reason.error)
    throw reason
  }
}

/** A Word file by its parts, however they came. */
export function readWordPackage(zip: ZipPackage, isInside = false): SourceDocument {
  const main = mainPart(zip)
  const data = zip.part(main)
  if (data === null) throw new ImportRefusal('fileDamaged', 'no document')
  const body = child(parseXml(data), 'w:body')
  if (body === null) throw new ImportRefusal('fileDamaged', 'no body')
  const met: Reading['met'] = { ...nothingMet, objects: zip.names.some((name) => /vbaProject\.bin$/i.test(name)) ? 1 : 0 }
  const damaged = (): void => { met.damaged += 1 }
  const related = relations(zip, main, damaged)
  const partOf = (type: string): string | undefined => relationships(related).get(type)
  const soft = (type: string): XmlElement | null => softPart(zip, partOf(type), damaged)
  const styles = readStyles(soft('styles'))
  const styleNames = styles.all.map((style) => style.name)
  const pictures = createPictures(zip)
  const chunks = createChunks(zip, isInside ? null : (inside) => {
    const document = readWordPackage(inside, true)
    return { ...document, blocks: resolveChanges(document, 'accepted') }
  })
  const tally = createTally()
  // Parts beside the body count no numbers, and have relations of their own.
  const aside = (part: string | undefined, story: XmlElement): Reading => ({
    styles, number: () => noNumber, met: { ...nothingMet }, tally, quotes: new Map(), openQuotes: [], relations: part === undefined ? new Map() : relations(zip, part, damaged), code: codeOf(story), drawn: drawnFields(story),
    keepPicture: () => null, refer: () => '', readChunk: () => null, readBox, isContents: false, paragraphs: 0,
  })
  const notes = createNotes(noteTexts(soft, partOf, aside))
  const reading: Reading = {
    ...aside(undefined, body), number: createNumbering(soft('numbering'), styles), met, relations: related, keepPicture: pictures.keep, refer: notes.refer, readChunk: chunks.read,
  }
  const { blocks, sections } = readStory(body, reading)
  const last = child(body, 'w:sectPr')
  const all = [...sections.map(({ properties }) => properties), ...(last === null ? [] : [last])]
  const margins = printedMargins(all, soft('settings')).flatMap((id) => {
    const part = related.get(id)?.part ?? undefined
    const root = softPart(zip, part, damaged)
    // A watermark often says the same as the header that it hangs on.
    return root === null ? [] : [[...new Set(storyText(root, aside(part, root)).split('\n'))].join('\n')]
  })
  const comments = soft('comments')
  return {
    // The sections of our own files are of the layout, not of the report.
    blocks: isOurs(styleNames) ? blocks : withBreaks(blocks, sections.map(({ end }) => end), all),
    comments: comments === null ? [] : readComments(comments, reading, aside(partOf('comments'), comments)),
    notes: notes.all, margins: [...new Set(margins.filter((text) => text !== ''))], pictures: new Map([...pictures.all, ...chunks.pictures]), styleNames, met: { ...met, notes: notes.all.length },
  }
}

/** The printed text of a part, as it stands when all changes are accepted. */
function storyText(element: XmlElement, reading: Reading): string {
  return sourceText({ blocks: resolveChanges({ blocks: readBlocks(element, reading) }, 'accepted'), notes: [] }).text.trim()
}

/** What a note says, by its kind and id. The parts are read when the first of them is asked for. */
function noteTexts(soft: (type: string) => XmlElement | null, partOf: (type: string) => string | undefined, aside: (part: string | undefined, story: XmlElement) => Reading): (kind: NoteKind, id: string) => string | null {
  const parts = new Map<NoteKind, { readonly notes: ReadonlyMap<string, XmlElement>; readonly reading: Reading } | null>()
  return (kind, id) => {
    if (!parts.has(kind)) {
      const root = soft(`${kind}s`)
      parts.set(kind, root === null ? null : { notes: new Map(elements(root).map((each) => [each.attributes['w:id'] ?? '', each])), reading: aside(partOf(`${kind}s`), root) })
    }
    const part = parts.get(kind) ?? null
    const note = part?.notes.get(id)
    return part === null || note === undefined ? null : storyText(note, part.reading)
  }
}

/** A section that begins on a new page breaks before its first paragraph. `ends`: how many blocks stood before the end of each section but the last. */
function withBreaks(blocks: readonly SourceBlock[], ends: readonly number[], sections: readonly XmlElement[]): readonly SourceBlock[] {
  const starts = new Set(ends.filter((_, index) => {
    const next = sections[index + 1]
    return next !== undefined && beginsPage(next)
  }))
  return blocks.map((block, index): SourceBlock => {
    if (!starts.has(index)) return block
    if (block.kind === 'paragraph') return { ...block, pageBreakBefore: true }
    return { ...block, rows: block.rows.map((row, at) => (at > 0 ? row : { ...row, cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map((paragraph) => ({ ...paragraph, pageBreakBefore: true })) })) })) }
  })
}

function readComments(part: XmlElement, { quotes }: Reading, aside: Reading): readonly SourceComment[] {
  return elements(part).filter((each) => each.name === 'w:comment').map((comment) => {
    const quote = quotes.get(comment.attributes['w:id'] ?? '')
    return { author: nameIn(comment, 'w:author'), at: nameIn(comment, 'w:date'), text: storyText(comment, aside), paragraph: quote?.paragraph ?? 0, quote: quote?.text ?? '' }
  })
}
