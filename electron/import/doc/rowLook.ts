/** What a row of a table says about its cells ([MS-DOC] 2.9.318 to 2.9.326). */
import { i16, u16, u8 } from './bytes'
import { modifier } from './modifiers'

export interface CellLook {
  /** 0 if it stands alone; the first cell of a group that is merged across has another number than those that are swallowed by it. */
  readonly across: number
  /** Goes on the cell above. */
  readonly isContinued: boolean
}

export interface RowLook {
  /** Left edges of the cells and the right edge of the last, in twips. */
  readonly edges: readonly number[]
  readonly cells: readonly CellLook[]
  readonly isHeader: boolean
}

export const plainRow: RowLook = { edges: [], cells: [], isHeader: false }

const cellBytes = 20

export function applyRowChange(row: RowLook, code: number, operand: Uint8Array): RowLook {
  switch (code) {
    case modifier.tableRow: {
      const count = u8(operand, 2)
      const cellsAt = 3 + (count + 1) * 2
      return {
        ...row, edges: Array.from({ length: count + 1 }, (_, index) => i16(operand, 3 + index * 2)),
        cells: Array.from({ length: count }, (_, index) => cellLook(cellsAt + index * cellBytes + 2 <= operand.length ? u16(operand, cellsAt + index * cellBytes) : 0)),
      }
    }
    case modifier.tableHeader: return { ...row, isHeader: u8(operand, 0) === 1 }
    case modifier.mergeAcross: return withCells(row, u8(operand, 0), u8(operand, 1), (cell, index) => ({ ...cell, across: index === 0 ? 1 : 2 }))
    case modifier.splitAcross: return withCells(row, u8(operand, 0), u8(operand, 1), (cell) => ({ ...cell, across: 0 }))
    case modifier.mergeDown: return withCells(row, u8(operand, 1), u8(operand, 1) + 1, (cell) => ({ ...cell, isContinued: u8(operand, 2) === 1 }))
    default: return row
  }
}

function cellLook(flags: number): CellLook {
  return { across: flags & 3, isContinued: (flags & 0x60) === 0x20 }
}

function withCells(row: RowLook, from: number, to: number, change: (cell: CellLook, index: number) => CellLook): RowLook {
  return { ...row, cells: row.cells.map((cell, index) => (index >= from && index < to ? change(cell, index - from) : cell)) }
}
