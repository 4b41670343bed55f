/** The texts of a message that stand one below the other, as one document. */
import { flatParagraphs, nothingMet, sourceDocument, type SourceBlock, type SourceDocument, type SourceMet, type SourceParagraph } from '../sourceDocument'

/** One document stays as it is. */
export function joinedDocuments(documents: readonly SourceDocument[]): SourceDocument {
  const [first, ...others] = documents
  if (first !== undefined && others.length === 0) return first
  let paragraphs = 0
  const comments = documents.flatMap((document) => {
    const before = paragraphs
    paragraphs += flatParagraphs(document.blocks).length
    return document.comments.map((comment) => ({ ...comment, paragraph: comment.paragraph + before }))
  })
  return sourceDocument(documents.flatMap(({ blocks }, index) => blocks.map((block) => blockOf(block, index))), {
    comments, notes: documents.flatMap(({ notes }) => notes), margins: [...new Set(documents.flatMap(({ margins }) => margins))],
    pictures: new Map(documents.flatMap(({ pictures }, index) => [...pictures].map(([key, bytes]) => [keyOf(key, index), bytes] as const))),
    styleNames: [...new Set(documents.flatMap(({ styleNames }) => styleNames))], met: documents.reduce((sum, { met }) => added(sum, met), nothingMet),
  })
}

/** Each text counts its pictures for itself. */
function keyOf(picture: string, index: number): string {
  return `${index + 1} ${picture}`
}

function blockOf(block: SourceBlock, index: number): SourceBlock {
  if (block.kind === 'paragraph') return paragraphOf(block, index)
  return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map((each) => paragraphOf(each, index)) })) })) }
}

/** The lines of a part are no lines of the file. */
function paragraphOf({ line: _line, picture, ...paragraph }: SourceParagraph, index: number): SourceParagraph {
  return picture === undefined ? paragraph : { ...paragraph, picture: keyOf(picture, index) }
}

function added(one: SourceMet, other: SourceMet): SourceMet {
  return {
    hidden: one.hidden + other.hidden, changes: one.changes + other.changes, notes: one.notes + other.notes, textBoxes: one.textBoxes + other.textBoxes, drawings: one.drawings + other.drawings,
    objects: one.objects + other.objects, cut: one.cut + other.cut, unreadable: one.unreadable + other.unreadable, damaged: one.damaged + other.damaged, joined: one.joined + other.joined,
  }
}
