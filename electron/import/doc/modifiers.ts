/** Lists of single changes of formatting ([MS-DOC] 2.2.5): a code of two bytes, and an operand whose length the code tells. */
import { u16 } from './bytes'

export type Change = (code: number, operand: Uint8Array) => void

/** Bytes of the operand by the three highest bits of the code; 6 has its length in front. */
const lengths: readonly number[] = [1, 1, 2, 4, 2, 2, -1, 3]

export const modifier = {
  removed: 0x0800, inserted: 0x0801, bold: 0x0835, italic: 0x0836, hidden: 0x083c, object: 0x0856, data: 0x0806, oleObject: 0x080a, specialHidden: 0x0818, underline: 0x2a3e, size: 0x4a43,
  characterStyle: 0x4a30, plain: 0x2a33, picturePlace: 0x6a03, symbol: 0x6a09, font: 0x4a4f,
  style: 0x4600, alignment: 0x2461, alignmentBefore: 0x2403, pageBreak: 0x2407, listLevel: 0x260a, list: 0x460b, inTable: 0x2416, rowEnd: 0x2417, outline: 0x2640, huge: 0x6646, hugeBefore: 0x6645,
  tableDepth: 0x6649, innerRowEnd: 0x244c,
  sectionBreak: 0x3009, titlePage: 0x300a,
  tableRow: 0xd608, tableTabs: 0xc615, tableHeader: 0x3404, mergeAcross: 0x5624, splitAcross: 0x5625, mergeDown: 0xd62b,
} as const

/** Tells each change in order; a list that is cut short ends there. */
export function eachChange(list: Uint8Array, tell: Change): void {
  for (let at = 0; at + 2 < list.length;) {
    const code = u16(list, at)
    const length = operandLength(list, at + 2, code)
    if (at + 2 + length > list.length) return
    tell(code, list.subarray(at + 2, at + 2 + length))
    at += 2 + length
  }
}

function operandLength(list: Uint8Array, at: number, code: number): number {
  const fixed = lengths[code >> 13] ?? 1
  if (fixed > 0) return fixed
  if (code === modifier.tableRow) return at + 1 < list.length ? u16(list, at) + 1 : Infinity
  const length = list[at] ?? Infinity
  if (code !== modifier.tableTabs || length !== 255) return length + 1
  // Tabs of which there are too many for one byte: as many as are removed and added.
  const removed = list[at + 1] ?? Infinity
  return 3 + removed * 4 + (list[at + 2 + removed * 4] ?? Infinity) * 3
}
