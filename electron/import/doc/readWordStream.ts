/** A document of Word 97 or later in a compound file (SPEC IMPORT-10): also what WPS and other programs write as .doc and .wps. */
import { createTally } from '../limits'
import { noNumber, type CountedNumber } from '../listCounter'
import { nothingMet, type SourceDocument, type SourceMet } from '../sourceDocument'
import { buildBlocks } from './blocks'
import { damaged, soft } from './bytes'
import type { CompoundFile } from './compoundFile'
import { createNumbering } from './documentLists'
import { dataPicture, keptPictures, readDrawings } from './drawings'
import { FIRST_VERSION, tableBytes, type FileInformation } from './fileInformation'
import { fontNames } from './fontNames'
import { formattingPages } from './formattingPages'
import type { ParagraphLook } from './looks'
import { readParagraphs } from './paragraphs'
import { oldForm } from './oldForm'
import { onePiece, readPieces } from './pieces'
import { readSections } from './sections'
import { comments, margins, noteMarks } from './stories'
import { readStyleSheet } from './styleSheet'
import { wordDocument } from './wordDocument'

/** Word 6 and 95 number in a way of their own, which is not read: such paragraphs are told. Level 11 is a bullet. */
function lostNumbers(tell: () => void): (look: ParagraphLook) => CountedNumber {
  return ({ level }) => {
    if (level !== null && level > 0 && level !== 11) tell()
    return noNumber
  }
}

export function readWordStream(file: CompoundFile, main: Uint8Array, information: FileInformation): SourceDocument {
  const old = information.version < FIRST_VERSION ? oldForm(main, information) : null
  // Before Word 97 all stood in one stream.
  const table = old === null ? file.stream(information.tableStream) ?? file.stream(information.tableStream === '0table' ? '1table' : '0table') : main
  if (table === null) throw damaged('no table stream')
  const data = soft(() => file.stream('data'), null) ?? new Uint8Array(0)
  const { stories } = information
  const met: { -readonly [Key in keyof SourceMet]: number } = { ...nothingMet }
  const tell = (): void => { met.damaged += 1 }
  const tableOf = (name: Parameters<typeof tableBytes>[2]): Uint8Array => soft(() => tableBytes(information, table, name), new Uint8Array(0), tell)
  const wanted = stories.headerTextBoxes.to
  const text = old !== null && information.textAt !== null ? onePiece(main, information.textAt, wanted, old) : readPieces(main, tableOf('pieces'), wanted, old)
  const styles = readStyleSheet(tableOf('styles'), { tell, old })
  const pictures = keptPictures(main.length + data.length + table.length)
  const notes = noteMarks(information, table, tell)
  const document = wordDocument({
    ...text, styles, data, fonts: soft(() => fontNames(tableOf('fonts')), []), number: old === null ? createNumbering(information, table, tell) : lostNumbers(tell),
    characterAt: formattingPages(main, tableOf('characterPages'), 'characters', { tell, old }), paragraphAt: formattingPages(main, tableOf('paragraphPages'), 'paragraphs', { tell, old }),
  }, { met, tally: createTally(), noteMark: notes.at, pictureKey: (at) => pictures.keep(`data ${at}`, () => dataPicture(data, at)) }, notes.characters)
  const sections = readSections(information, table, main, old?.changes ?? ((list) => list))
  const drawings = readDrawings(document, information, table, main, pictures)
  const { blocks, starts } = buildBlocks(document, readParagraphs(document, stories.main, sections), drawings.at)
  const rest = drawings.rest()
  const found = notes.notes(document)
  return {
    blocks: [...blocks, ...rest], notes: found, margins: margins(document, information, table, sections), comments: comments(document, information, table, starts),
    pictures: pictures.all, styleNames: styles.names, met: { ...met, notes: found.length },
  }
}
