/** Paragraphs and tables from outside with our named styles, where a file has them. */
import { styleOfWord, type StyledBlock, type StyledParagraph, type StyledTable } from '../../shared/print/styledBlocks'
import type { CellMerge, Run } from '../../shared/report/report'
import type { SourceBlock, SourceParagraph, SourceTable } from './sourceDocument'

export type KnownPictures = ReadonlyMap<string, NonNullable<StyledParagraph['picture']>>

/** A paragraph is cut at page breaks inside it; what stands behind one begins on a new page, and a paragraph that is nothing but a page break is none. `pictures`: those that are kept, by their part of the file. */
export function styledSource(blocks: readonly SourceBlock[], pictures: KnownPictures = new Map()): readonly StyledBlock[] {
  return pairedSource(blocks, pictures).map(({ styled }) => styled)
}

/** The same, each with the block that it was in the file. */
export function pairedSource(blocks: readonly SourceBlock[], pictures: KnownPictures): readonly { readonly styled: StyledBlock; readonly source: SourceBlock }[] {
  const paired: { readonly styled: StyledBlock; readonly source: SourceBlock }[] = []
  let isBreakPending = false
  const add = (block: StyledBlock, source: SourceBlock): void => {
    paired.push({ styled: isBreakPending ? { ...block, pageBreakBefore: true } : block, source })
    isBreakPending = false
  }
  for (const block of blocks) {
    if (block.kind === 'table') {
      add(styledTable(block), block)
      continue
    }
    isBreakPending ||= block.pageBreakBefore
    const parts = splitAtBreaks(block)
    const picture = block.picture === undefined ? undefined : pictures.get(block.picture)
    // The picture stands with its caption, else behind the breaks.
    const withText = parts.findIndex((runs) => runs.length > 0)
    const at = picture === undefined ? -1 : withText === -1 ? parts.length - 1 : withText
    parts.forEach((runs, index) => {
      if (index > 0) isBreakPending = true
      if (parts.length === 1 || runs.length > 0 || index === at) add({ kind: 'paragraph', style: styleOfWord(block.style), runs, ...(picture === undefined || index !== at ? {} : { picture }) }, block)
    })
  }
  return paired
}

function splitAtBreaks(block: SourceParagraph): readonly (readonly Run[])[] {
  const label = labelBefore(block)
  const parts: Run[][] = [label === '' ? [] : [{ text: label }]]
  for (const { change: _change, ...run } of block.runs) {
    run.text.split('\f').forEach((text, index) => {
      if (index > 0) parts.push([])
      if (text !== '') parts[parts.length - 1]?.push({ ...run, text })
    })
  }
  return parts
}

/** The number of a paragraph. What a tab parts on paper must not run together here: 1.1 and 2024年, 1. and 5万元. */
function labelBefore({ label, runs }: SourceParagraph): string {
  const text = runs.find((run) => run.text !== '')?.text ?? ''
  const isGlued = (/[\p{L}\p{Nd}]$/u.test(label) && /^[\p{L}\p{Nd}]/u.test(text)) || (/[.．]$/.test(label) && /^\d/.test(text))
  return isGlued ? `${label} ` : label
}

function styledTable(table: SourceTable): StyledTable {
  const rows: string[][] = []
  const merges: CellMerge[] = []
  // The merged area that goes on downwards, by its first column.
  const open = new Map<number, { index: number; columns: number }>()
  table.rows.forEach((row, rowIndex) => {
    const texts: string[] = Array.from({ length: row.before }, () => '')
    for (const cell of row.cells) {
      const column = texts.length
      const above = open.get(column)
      const merge = above === undefined ? undefined : merges[above.index]
      if (cell.isContinued && merge !== undefined && above?.columns === cell.columns) merges[above.index] = { ...merge, rows: rowIndex - merge.row + 1 }
      else {
        merges.push({ row: rowIndex, column, rows: 1, columns: cell.columns })
        open.set(column, { index: merges.length - 1, columns: cell.columns })
      }
      texts.push(cell.paragraphs.map((paragraph) => `${labelBefore(paragraph)}${paragraph.runs.map((run) => run.text).join('')}`).join('\n').replace(/\f/g, ' '), ...Array.from({ length: cell.columns - 1 }, () => ''))
    }
    rows.push(texts)
  })
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const real = merges.filter((merge) => merge.rows > 1 || merge.columns > 1)
  const firstBody = table.rows.findIndex((row) => !row.isHeader)
  return {
    kind: 'table', rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]), headerRows: firstBody === -1 ? table.rows.length : firstBody,
    ...(real.length === 0 ? {} : { merges: real }),
    ...(table.rows[0]?.cells[0]?.paragraphs[0]?.pageBreakBefore ? { pageBreakBefore: true } : {}),
  }
}
