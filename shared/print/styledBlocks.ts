/** Paragraphs and tables with our named styles, as they come from a printed document or out of a Word file. */
import type { ImageBlock, Run, TableBlock } from '../report/report'
import type { PrintDocument, PrintTable } from './printDocument'
import { printStyles, type StyleId } from './styles'

/** `style` is null for a style that is not ours. `id` is the block of the report it was printed from, if that is known. */
export interface StyledParagraph {
  readonly kind: 'paragraph'
  readonly id?: string
  readonly style: StyleId | null
  readonly runs: readonly Run[]
  readonly pageBreakBefore?: true
  /** The picture that stands in it, where its bytes are kept. */
  readonly picture?: Pick<ImageBlock, 'sha256' | 'mediaType' | 'width' | 'height'>
}

export interface StyledTable extends Pick<TableBlock, 'kind' | 'rows' | 'headerRows' | 'merges'> {
  readonly id?: string
  readonly pageBreakBefore?: true
}

export type StyledBlock = StyledParagraph | StyledTable

/** The style that is meant by an id or a name of a Word file (programs that save our files again change the ids); null if it is none of ours. */
export function styleOfWord({ id, name }: { readonly id: string; readonly name: string }): StyleId | null {
  return printStyles.find((style) => style.id === id && (id.startsWith('Gw') || style.name.toLowerCase() === name.toLowerCase()))?.id ?? printStyles.find((style) => style.name.toLowerCase() === name.toLowerCase())?.id ?? null
}

/** Styles that every file of every version of the program has. */
const firstStyles: readonly StyleId[] = ['GwBody', 'GwPartTitle', 'GwAttachLabel', 'GwAttach', 'GwSign', 'GwTable', 'GwPicture']

/** Whether a file was made by this program, by the names of its styles: other people's templates have one or the other of ours, never most of them. */
export function isOurs(styleNames: readonly string[]): boolean {
  const own = printStyles.filter((style) => firstStyles.includes(style.id))
  return own.filter((style) => styleNames.includes(style.name)).length * 2 > own.length
}

/** The printed document as it would be read out of its own Word file. */
export function styledBlocks(document: PrintDocument): readonly StyledBlock[] {
  return document.blocks.map((block): StyledBlock => {
    const shared = { ...(block.blockId === undefined ? {} : { id: block.blockId }), ...(block.pageBreakBefore ? { pageBreakBefore: true as const } : {}) }
    if (block.kind === 'table') return { kind: 'table', ...shared, ...styledTable(block) }
    return { kind: 'paragraph', ...shared, style: block.style, runs: block.runs.map(({ font: _font, ...run }) => run) }
  })
}

function styledTable({ rows, headerRows }: PrintTable): Pick<StyledTable, 'rows' | 'headerRows' | 'merges'> {
  const merges = rows.flatMap((row, rowIndex) => row.flatMap((cell, column) => {
    if (cell.covered !== undefined || ((cell.rows ?? 1) === 1 && (cell.columns ?? 1) === 1)) return []
    return [{ row: rowIndex, column, rows: cell.rows ?? 1, columns: cell.columns ?? 1 }]
  }))
  return { rows: rows.map((row) => row.map((cell) => cell.text)), headerRows, ...(merges.length === 0 ? {} : { merges }) }
}
