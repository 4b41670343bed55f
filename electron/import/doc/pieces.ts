/** The text of a Word document: pieces that lie anywhere in the main stream ([MS-DOC] 2.4.1), of one or two bytes a character. */
import { limits } from '../limits'
import { ImportRefusal } from '../refusal'
import { damaged, slice, u16, u32, u8, wideText } from './bytes'
import { wideOfCp1252 } from './cp1252'
import { positionTable } from './fileInformation'

export interface Piece {
  /** First character, and the one behind the last. */
  readonly from: number
  readonly to: number
  /** Where its bytes begin in the main stream. */
  readonly at: number
  readonly width: 1 | 2
  /** Changes of formatting that apply to the whole piece (fast save). */
  readonly changes: Uint8Array
}

export interface PieceText {
  readonly pieces: readonly Piece[]
  /** All characters. */
  readonly text: string
}

/** With field codes and deleted text a file holds more characters than it shows. */
const mostCharacters = limits.characters * 2
const none = new Uint8Array(0)

/** How Word 6 and 95 write pieces: bytes alone, and changes in another form. */
export interface OldPieces {
  /** The text in two bytes a character. */
  readonly wide: (bytes: Uint8Array) => Uint8Array
  readonly changes: (list: Uint8Array) => Uint8Array
}

/** `wanted` characters of the text; what the table has beyond is not read. */
export function readPieces(main: Uint8Array, table: Uint8Array, wanted: number, old: OldPieces | null = null): PieceText {
  if (wanted > mostCharacters) throw new ImportRefusal('fileTooLong', 'characters')
  const groups: Uint8Array[] = []
  let at = 0
  while (u8(table, at) === 1) {
    const length = u16(table, at + 1)
    groups.push(old === null ? slice(table, at + 3, length) : old.changes(slice(table, at + 3, length)))
    at += 3 + length
  }
  if (u8(table, at) !== 2) throw damaged('piece table')
  const { positions, record, count } = positionTable(slice(table, at + 5, Math.min(u32(table, at + 1), table.length - at - 5)), 8)
  const pieces: Piece[] = []
  // All in two bytes first: a pair of halves may lie in two pieces.
  const units = new Uint8Array(wanted * 2)
  let reached = 0
  for (let index = 0; index < count && reached < wanted; index += 1) {
    const [from, end] = [positions[index] ?? 0, positions[index + 1] ?? 0]
    if (from !== reached || end < from) throw damaged('pieces')
    if (end === from) continue
    const to = Math.min(end, wanted)
    const place = u32(record(index), 2)
    const isNarrow = old !== null || (place & 0x40000000) !== 0
    const begin = isNarrow && old === null ? (place & 0x3fffffff) >> 1 : place & 0x3fffffff
    pieces.push({ from, to, at: begin, width: isNarrow ? 1 : 2, changes: changesOf(u16(record(index), 6), groups, old) })
    units.set(isNarrow ? (old?.wide ?? wideOfCp1252)(slice(main, begin, to - from)) : slice(main, begin, (to - from) * 2), from * 2)
    reached = to
  }
  if (reached < wanted) throw damaged('text cut short')
  return { pieces, text: wideText(units, 0, wanted) }
}

/** The text of a file of Word 6 or 95 that was saved as a whole. */
export function onePiece(main: Uint8Array, at: number, wanted: number, old: OldPieces): PieceText {
  if (wanted > mostCharacters) throw new ImportRefusal('fileTooLong', 'characters')
  return { pieces: [{ from: 0, to: wanted, at, width: 1, changes: none }], text: wideText(old.wide(slice(main, at, wanted)), 0, wanted) }
}

/** Codes of the short form of a change, as the codes of the long form ([MS-DOC] 2.9.210). */
const shortForms = new Map([
  [0x05, 0x2403], [0x09, 0x2407], [0x0c, 0x260a], [0x18, 0x2416], [0x19, 0x2417], [0x41, 0x0800], [0x42, 0x0801], [0x55, 0x0835], [0x56, 0x0836], [0x5c, 0x083c], [0x5e, 0x2a3e],
])

function changesOf(code: number, groups: readonly Uint8Array[], old: OldPieces | null): Uint8Array {
  if ((code & 1) === 1) return groups[code >> 1] ?? none
  if (old !== null) return old.changes(Uint8Array.of((code >> 1) & 0x7f, code >> 8))
  const long = shortForms.get((code >> 1) & 0x7f)
  return long === undefined ? none : Uint8Array.of(long & 0xff, long >> 8, code >> 8)
}
