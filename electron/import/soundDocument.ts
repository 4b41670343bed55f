/** Takes what no XML can hold out of every text of a document (SPEC IMPORT-21): control characters, halves of characters, U+FFFE and U+FFFF; sizes that no character has are left out. No program shows them, and Word does not open a file that has them. */
import type { SourceBlock, SourceDocument, SourceParagraph, SourceRun } from './sourceDocument'

const unsound = /[\u0000-\u0008\u000b\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const allUnsound = new RegExp(unsound, 'g')

/** The document itself if nothing is to be taken out. */
export function soundDocument(document: SourceDocument): SourceDocument {
  if (!hasUnsound(document)) return document
  return {
    ...document,
    blocks: document.blocks.map(soundBlock),
    comments: document.comments.map((each) => ({ ...each, author: sound(each.author), at: sound(each.at), text: sound(each.text), quote: sound(each.quote) })),
    notes: document.notes.map(({ mark, text }) => ({ mark: sound(mark), text: sound(text) })),
    margins: document.margins.map(sound),
    styleNames: document.styleNames.map(sound),
  }
}

function sound(text: string): string {
  return unsound.test(text) ? text.replace(allUnsound, '') : text
}

function soundBlock(block: SourceBlock): SourceBlock {
  if (block.kind === 'paragraph') return soundParagraph(block)
  return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(soundParagraph) })) })) }
}

function soundParagraph(paragraph: SourceParagraph): SourceParagraph {
  const { style, label, runs, size, ...rest } = paragraph
  return {
    ...rest, ...(size === undefined || isOddSize(size) ? {} : { size }), style: { id: sound(style.id), name: sound(style.name) }, label: sound(label),
    runs: withWholeCharacters(runs).map((run) => ({ ...run, text: sound(run.text), ...(run.change === undefined ? {} : { change: { ...run.change, author: sound(run.change.author), at: sound(run.change.at) } }) })).filter(({ text }) => text !== ''),
  }
}

/** A character whose halves stand in two runs belongs to the first of them. */
function withWholeCharacters(runs: readonly SourceRun[]): readonly SourceRun[] {
  return runs.map((run, index) => {
    const [before, next] = [runs[index - 1]?.text ?? '', runs[index + 1]?.text ?? '']
    const text = endsInHalf.test(before) && beginsInHalf.test(run.text) ? run.text.slice(1) : run.text
    return { ...run, text: endsInHalf.test(run.text) && beginsInHalf.test(next) ? text + next.charAt(0) : text }
  })
}

const endsInHalf = /[\ud800-\udbff]$/
const beginsInHalf = /^[\udc00-\udfff]/

/** Word knows characters of at most 1,638 points. */
function isOddSize(size: number): boolean {
  return !(size > 0 && size <= 3_276)
}

/** Whether any text in a value has such a character, or anything is of such a size. Bytes of pictures are no text. */
function hasUnsound(value: unknown): boolean {
  if (typeof value === 'string') return unsound.test(value)
  if (typeof value !== 'object' || value === null || value instanceof Map) return false
  return ('size' in value && typeof value.size === 'number' && isOddSize(value.size)) || Object.values(value).some(hasUnsound)
}
