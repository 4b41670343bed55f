/** Changes of formatting as Word 6 and 95 write them, with codes of one byte, put into the form of Word 97. Only those are kept that a report needs. */
import { modifier } from './modifiers'

/** Bytes of the operands by code; −1 has its length in one byte in front, −2 in two. A list ends at a code that is not here. */
const lengths = new Map<number, number>([
  ...row(1, [4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 24, 25, 29, 37, 44, 50, 51, 64, 65, 66, 67, 71, 75, 85, 86, 87, 88, 89, 90, 91, 92, 94, 98, 100, 102, 104, 117, 118, 131, 132, 138, 139, 142, 143, 146, 147, 150, 151, 152, 153, 158, 159, 162, 185, 186]),
  ...row(2, [2, 16, 17, 18, 19, 21, 22, 26, 27, 28, 30, 31, 32, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 45, 46, 47, 48, 49, 69, 72, 80, 93, 96, 97, 99, 101, 107, 109, 110, 140, 141, 144, 145, 148, 149, 154, 155, 156, 157, 160, 161, 164, 165, 166, 167, 168, 169, 170, 171, 182, 183, 184, 189, 195, 197, 198]),
  ...row(3, [73, 95, 136, 137]), ...row(4, [20, 70, 192, 194, 196, 200]), ...row(5, [193, 199]), ...row(0, [83]), ...row(12, [187]),
  ...row(-1, [3, 12, 15, 23, 52, 68, 74, 81, 82, 103, 105, 106, 108, 133, 191]), ...row(-2, [188, 190]),
])

function row(length: number, codes: readonly number[]): readonly (readonly [number, number])[] {
  return codes.map((code) => [code, length] as const)
}

const newCodes = new Map<number, number>([
  [2, modifier.style], [5, modifier.alignmentBefore], [9, modifier.pageBreak], [13, modifier.listLevel], [24, modifier.inTable], [25, modifier.rowEnd], [65, modifier.removed], [66, modifier.inserted], [68, modifier.picturePlace], [71, modifier.data],
  [75, modifier.oleObject], [80, modifier.characterStyle], [83, modifier.plain], [85, modifier.bold], [86, modifier.italic], [92, modifier.hidden], [93, modifier.font], [94, modifier.underline], [99, modifier.size], [118, modifier.object],
  [142, modifier.sectionBreak], [143, modifier.titlePage], [186, modifier.tableHeader], [190, modifier.tableRow], [197, modifier.mergeAcross], [198, modifier.splitAcross],
])

export function inNewForm(list: Uint8Array): Uint8Array {
  const changes: number[] = []
  for (let at = 0; at < list.length;) {
    const code = list[at] ?? 0
    const fixed = lengths.get(code)
    if (fixed === undefined) break
    const head = fixed < 0 ? -fixed : 0
    const length = fixed >= 0 ? fixed : fixed === -1 ? list[at + 1] ?? 0 : Math.max(0, (list[at + 1] ?? 0) + (list[at + 2] ?? 0) * 256 - 1)
    const operand = list.subarray(at + 1 + head, at + 1 + head + length)
    const newCode = newCodes.get(code)
    if (newCode !== undefined && operand.length === length) changes.push(newCode & 0xff, newCode >> 8, ...(code === 190 ? rowInNewForm(operand) : code === 83 ? [0] : operand))
    at += 1 + head + length
  }
  return Uint8Array.from(changes)
}

const [oldCellBytes, newCellBytes] = [10, 20]

/** The cells of a row take less room, and none goes on the one above. */
function rowInNewForm(operand: Uint8Array): readonly number[] {
  const count = operand[0] ?? 0
  const cellsAt = 1 + (count + 1) * 2
  const cells = Array.from({ length: count }, (_, index) => [(operand[cellsAt + index * oldCellBytes] ?? 0) & 3, ...Array.from({ length: newCellBytes - 1 }, () => 0)]).flat()
  const row = [...operand.subarray(0, cellsAt), ...cells]
  return [(row.length + 1) & 0xff, (row.length + 1) >> 8, ...row]
}
