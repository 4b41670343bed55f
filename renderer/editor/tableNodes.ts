/** Tables between the report and the editor (SPEC EDIT-2, TABLE-1): rows with every cell there, in the editor cells that span. */
import type { Node } from 'prosemirror-model'
import { mergeAt, soundMerges } from '../../shared/report/cellMerges'
import type { CellMerge, TableBlock } from '../../shared/report/report'
import type { OtherKeys } from './otherKeys'
import { schema } from './schema'

/** The node of a table. Rows that are too short get empty cells; merges that cannot be shown are left out. */
export function tableNode(block: Pick<TableBlock, 'id' | 'rows' | 'headerRows' | 'merges'>, others: OtherKeys | null = null): Node {
  const rows = even(block.rows)
  const merges = soundMerges({ ...block, rows })
  const nodes = rows.map((row, rowIndex) => schema.node('row', null, row.flatMap((text, column) => {
    const merge = mergeAt(merges, rowIndex, column)
    if (merge !== null && (merge.row !== rowIndex || merge.column !== column)) return []
    return [cellNode(text, merge)]
  })))
  return schema.node('table', { id: block.id, headerRows: block.headerRows, others }, nodes)
}

function cellNode(text: string, merge: CellMerge | null): Node {
  return schema.node('cell', { colspan: merge?.columns ?? 1, rowspan: merge?.rows ?? 1 }, text === '' ? [] : [schema.text(text)])
}

/** Rows, merges and header rows of a table node: whatever was torn in it, rows come out even, areas inside and apart, and every text is there. */
export function readTable(table: Node): Pick<TableBlock, 'rows' | 'headerRows' | 'merges'> {
  const rows: string[][] = Array.from({ length: Math.max(1, table.childCount) }, () => [])
  const isTaken: boolean[][] = rows.map(() => [])
  const merges: CellMerge[] = []
  table.forEach((row, _offset, rowIndex) => {
    let column = 0
    row.forEach((cell) => {
      while (isTaken[rowIndex]?.[column] === true) column += 1
      const area = freeArea(isTaken, rowIndex, column, cell)
      for (let down = 0; down < area.rows; down += 1) {
        for (let across = 0; across < area.columns; across += 1) {
          const [own, taken] = [rows[rowIndex + down], isTaken[rowIndex + down]]
          if (own !== undefined) own[column + across] = ''
          if (taken !== undefined) taken[column + across] = true
        }
      }
      const own = rows[rowIndex]
      if (own !== undefined) own[column] = cell.textContent
      if (area.rows * area.columns > 1) merges.push(area)
    })
  })
  const filled = even(rows.map((row) => Array.from(row, (text: string | undefined) => text ?? '')))
  const headerRows = Math.min(table.attrs['headerRows'] as number, filled.length)
  return merges.length === 0 ? { rows: filled, headerRows } : { rows: filled, headerRows, merges }
}

/** The area that a cell wants, cut down to what is free. */
function freeArea(isTaken: readonly (readonly boolean[])[], row: number, column: number, cell: Node): CellMerge {
  const wanted = cell.attrs as { readonly colspan: number; readonly rowspan: number }
  const isFree = (down: number, across: number): boolean => row + down < isTaken.length && isTaken[row + down]?.[column + across] !== true
  let columns = 1
  while (columns < wanted.colspan && isFree(0, columns)) columns += 1
  let rows = 1
  while (rows < wanted.rowspan && Array.from({ length: columns }, (_, across) => isFree(rows, across)).every(Boolean)) rows += 1
  return { row, column, rows, columns }
}

/** The rows with as many cells as the longest one, at least one cell: a deletion across cells or a foreign file can leave them uneven. */
function even(rows: TableBlock['rows']): TableBlock['rows'] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1)
  return (rows.length === 0 ? [[]] : rows).map((row) => (row.length === columns ? row : [...row, ...Array.from({ length: columns - row.length }, () => '')]))
}
