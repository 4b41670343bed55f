/** The head of a Word document ([MS-DOC] 2.5): how long its parts are, and where the tables about them stand. */
import { damaged, slice, u16, u32 } from './bytes'

/** Index of each table in the list of places ([MS-DOC] 2.5.6 to 2.5.9). */
const tables = {
  styles: 1, footnoteReferences: 2, footnoteTexts: 3, commentReferences: 4, commentTexts: 5, headerTexts: 11, characterPages: 12, paragraphPages: 13, fonts: 15, properties: 31, pieces: 33, sections: 6,
  commentOwners: 36, commentBookmarks: 37, shapesOfMain: 40, commentStarts: 42, commentEnds: 43, endnoteReferences: 46, endnoteTexts: 47, drawings: 50, textBoxTexts: 56, lists: 73, listOverrides: 74, commentDates: 112,
} as const

export type TableName = keyof typeof tables

/** Parts of the text in the order in which they stand in it. */
const storyNames = ['main', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'textBoxes', 'headerTextBoxes'] as const

export type StoryName = (typeof storyNames)[number]

/** Characters `from` up to `to` of the whole text. */
export interface Range {
  readonly from: number
  readonly to: number
}

export interface FileInformation {
  readonly version: number
  /** Of the program that wrote it, in the numbers of Windows. */
  readonly language: number
  /** Where the text begins if it is not in pieces; null if it is. */
  readonly textAt: number | null
  readonly isEncrypted: boolean
  readonly tableStream: '0table' | '1table'
  readonly stories: Readonly<Record<StoryName, Range>>
  /** Where a table begins in the table stream and how long it is; of length 0 if the file has none. */
  readonly place: (table: TableName) => { readonly at: number; readonly length: number }
}

/** Earlier versions (Word 6 and 95) have another head. */
export const FIRST_VERSION = 106

/** Signatures of the main stream: Word 97 and later, and what came before. */
export const wordMarks: readonly number[] = [0xa5ec, 0xa5dc, 0xa5db]

const longsAt = 64

/** Where the heads of Word 6 and 95 have the places of tables. Those that are missing here are not read. */
const oldPlaces: Partial<Readonly<Record<TableName, number>>> = {
  styles: 0x60, footnoteReferences: 0x68, footnoteTexts: 0x70, sections: 0x88, characterPages: 0xb8, paragraphPages: 0xc0, pieces: 0x160, endnoteReferences: 0x1d2, endnoteTexts: 0x1da,
}
const oldLongsAt = 0x34

export function readFileInformation(main: Uint8Array): FileInformation {
  if (!wordMarks.includes(u16(main, 0))) throw damaged('no word document')
  const flags = u16(main, 10)
  const version = u16(main, 2)
  const isOld = version < FIRST_VERSION
  const counts = [3, 4, 5, 6, 7, 8, 9, 10].map((index) => u32(main, isOld ? oldLongsAt + (index - 3) * 4 : longsAt + index * 4) & 0x7fffffff)
  let at = 0
  const ranges = counts.map((count): Range => ({ from: at, to: (at += count) }))
  const pairs = isOld ? 0 : u16(main, 152)
  return {
    version,
    language: u16(main, 6),
    textAt: isOld && (flags & 4) === 0 ? u32(main, 24) : null,
    isEncrypted: (flags & 0x100) !== 0,
    tableStream: (flags & 0x200) === 0 ? '0table' : '1table',
    stories: Object.fromEntries(storyNames.map((name, index) => [name, ranges[index] ?? { from: 0, to: 0 }])) as Record<StoryName, Range>,
    place: (table) => {
      const old = oldPlaces[table]
      if (isOld) return old === undefined ? { at: 0, length: 0 } : { at: u32(main, old), length: u32(main, old + 4) }
      const index = tables[table]
      return index >= pairs ? { at: 0, length: 0 } : { at: u32(main, 154 + index * 8), length: u32(main, 158 + index * 8) }
    },
  }
}

/** The bytes of a table; empty if the file has none. */
export function tableBytes(information: FileInformation, stream: Uint8Array, table: TableName): Uint8Array {
  const { at, length } = information.place(table)
  return length === 0 ? new Uint8Array(0) : slice(stream, at, length)
}

/** A table of positions and of one record of `size` bytes for each piece between two of them ([MS-DOC] 2.2.2). */
export interface PositionTable {
  readonly positions: readonly number[]
  readonly record: (index: number) => Uint8Array
  readonly count: number
}

/** No document has tables as long as this. */
const mostPositions = 200_000

export function positionTable(bytes: Uint8Array, size: number): PositionTable {
  const count = Math.max(0, Math.floor((bytes.length - 4) / (size + 4)))
  if (count > mostPositions) throw damaged('long table')
  const positions = bytes.length < 4 ? [] : Array.from({ length: count + 1 }, (_, index) => u32(bytes, index * 4))
  return { positions, count, record: (index) => slice(bytes, (count + 1) * 4 + index * size, size) }
}
