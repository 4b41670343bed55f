/** Lines and tables of a page as blocks of a document from outside, within the limits. */
import type { PastedPart, PastedTable } from '../../../shared/paste/pasted'
import { createTally, type Tally } from '../limits'
import { sourceParagraph, type SourceBlock, type SourceCell, type SourceParagraph, type SourceTable } from '../sourceDocument'

export function partBlocks(parts: readonly PastedPart[]): readonly SourceBlock[] {
  const tally = createTally()
  const blocks: SourceBlock[] = []
  let onNewPage = false
  for (const part of parts) {
    if (part.kind === 'pageBreak') onNewPage = true
    else {
      blocks.push(part.kind === 'table' ? tableBlock(part, onNewPage, tally) : lineBlock(part, onNewPage, tally))
      onNewPage = false
    }
  }
  return blocks
}

function lineBlock({ runs, heading, look }: Extract<PastedPart, { kind: 'line' }>, pageBreakBefore: boolean, tally: Tally): SourceParagraph {
  tally.paragraph()
  for (const { text } of runs) tally.characters(text.length)
  const { isCentered, size, picture, role } = look ?? {}
  return {
    ...sourceParagraph('', { outline: heading === 0 ? null : heading - 1, pageBreakBefore }), runs,
    ...(isCentered ? { isCentered } : {}), ...(size === undefined ? {} : { size }), ...(picture === undefined ? {} : { picture }),
    ...(role === 'title' ? { style: { id: '', name: 'Title' } } : role === 'contents' ? { isContents: true as const } : {}),
  }
}

function tableBlock({ rows, headerRows, merges }: PastedTable, onNewPage: boolean, tally: Tally): SourceTable {
  // The merged area that covers a place, by its row and column.
  const covers = new Map<string, (typeof merges)[number]>()
  for (const merge of merges) for (let row = merge.row; row < merge.row + merge.rows; row += 1) for (let column = merge.column; column < merge.column + merge.columns; column += 1) covers.set(`${row} ${column}`, merge)
  return {
    kind: 'table',
    rows: rows.map((row, at) => ({
      isHeader: at < headerRows, before: 0,
      cells: row.flatMap((text, column): readonly SourceCell[] => {
        const merge = covers.get(`${at} ${column}`)
        if (merge !== undefined && column > merge.column) return []
        tally.cell()
        tally.characters(text.length)
        const pageBreakBefore = onNewPage && at === 0 && column === 0
        return [{ paragraphs: text.split('\n').map((line, index) => sourceParagraph(line, { pageBreakBefore: pageBreakBefore && index === 0 })), columns: merge?.columns ?? 1, isContinued: merge !== undefined && at > merge.row }]
      }),
    })),
  }
}
