import { readHtmlParts } from '../../../shared/paste/readHtmlParts'
import { base64Bytes } from '../html/base64Bytes'
import { partBlocks } from '../html/partBlocks'
import { createTally, limits } from '../limits'
import { pictureFacts } from '../pictureFacts'
import { ImportRefusal } from '../refusal'
import { nothingMet, sourceDocument, sourceParagraph, type SourceBlock, type SourceCell, type SourceDocument, type SourceNote } from '../sourceDocument'
import { readableText } from '../text/damagedText'
import { textLines } from '../text/readPlainText'
import { inlineRuns } from './inlineRuns'
import { markdownBlocks, type MarkdownBlock } from './markdownLines'
import { referenceReader } from './referenceLinks'

/** A text that is plainly Markdown, without its marks (SPEC IMPORT-16). */
export function readMarkdown(bytes: Uint8Array): SourceDocument {
  const decoded = readableText(bytes)
  if (!decoded.ok) throw new ImportRefusal('encodingUnknown', 'encoding')
  const { text, encoding, isCut, unreadable } = decoded.value
  const notes: SourceNote[] = []
  const pictures = new Map<string, Uint8Array>()
  let drawings = 0
  let hidden = 0
  const tally = createTally()
  const onPicture = (address: string): string | null => {
    const data = /^data:image\/[\w.+-]{1,40};base64,/i.exec(address.slice(0, 80))?.[0]
    const picture = data === undefined ? null : base64Bytes(address.slice(data.length))
    const facts = picture === null ? null : pictureFacts(picture)
    if (picture === null || facts === null || facts.width * facts.height > limits.pixels) {
      drawings += 1
      return null
    }
    const key = `picture ${pictures.size + 1}`
    pictures.set(key, picture)
    return key
  }
  const { lines, numbers } = textLines(text)
  const plainLinks = referenceReader(lines)
  // Pictures that have no paragraph of their own: a further one in a line, those in cells and in notes. They stand behind it.
  let waiting: string[] = []
  const wait = (address: string): void => {
    const picture = onPicture(address)
    if (picture !== null) waiting.push(picture)
  }
  const paragraph = (text: string, label: string, outline: number | null, line: number): SourceBlock => {
    const runs = inlineRuns(plainLinks(text), wait)
    const [picture, ...others] = waiting
    waiting = others
    // What a heading is set in says its level.
    const plain = outline === null ? runs : runs.map(({ bold: _bold, ...run }) => run)
    return { ...sourceParagraph('', { label, outline, line, ...(picture === undefined ? {} : { picture }) }), runs: plain }
  }
  const plainOf = (line: string): string => inlineRuns(plainLinks(line), wait).map((run) => run.text).join('')
  const tableOf = (rows: readonly (readonly string[])[]): SourceBlock => ({
    kind: 'table',
    rows: rows.map((row, index) => ({
      isHeader: index === 0, before: 0,
      cells: row.map((cell): SourceCell => {
        tally.cell()
        return { paragraphs: plainOf(cell).split('\n').map((line) => sourceParagraph(line)), columns: 1, isContinued: false }
      }),
    })),
  })
  const read = ({ block, at }: { readonly block: MarkdownBlock; readonly at: number }): readonly SourceBlock[] => {
    const number = numbers[at] ?? at + 1
    if (block.kind === 'heading') return [paragraph(block.text, '', block.level - 1, number)]
    if (block.kind === 'text') return [paragraph(block.text, block.label, null, number)]
    if (block.kind === 'code') return block.lines.map((line, index) => sourceParagraph(line, { line: number + index + 1 }))
    if (block.kind === 'table') return [tableOf(block.rows)]
    if (block.kind === 'note') {
      notes.push({ mark: block.mark, text: plainOf(block.text) })
      return []
    }
    const before = pictures.size
    const { parts, removed } = readHtmlParts(block.html, { onNode: () => undefined, replace: () => null, picture: ({ attributes }) => onPicture(attributes['src'] ?? '') })
    hidden += removed.reduce((sum, each) => (each.kind === 'hidden' ? sum + each.text.length * each.count : sum), 0)
    const blocks = partBlocks(parts)
    const placed = new Set(blocks.flatMap((each) => (each.kind === 'paragraph' ? each.picture ?? [] : [])))
    waiting.push(...[...pictures.keys()].slice(before).filter((key) => !placed.has(key)))
    return blocks
  }
  const blocks = markdownBlocks(lines).flatMap((block) => {
    const own = read(block)
    const behind = waiting.map((picture) => sourceParagraph('', { picture }))
    waiting = []
    return [...own, ...behind]
  })
  return sourceDocument(blocks, { notes, pictures, encoding, met: { ...nothingMet, cut: isCut ? 1 : 0, unreadable, notes: notes.length, drawings, hidden } })
}
