/** The numbered lists of a Word document ([MS-DOC] 2.9.131, 2.9.147): levels and their texts, and where a list begins at another number. */
import { createListCounter, formatOfCode, noNumber, type CountedList, type CountedNumber, type ListLevel } from '../listCounter'
import { i32, soft, u16, u32, u8, wideText } from './bytes'
import type { FileInformation } from './fileInformation'
import type { ParagraphLook } from './looks'

interface AbstractList {
  readonly id: number
  readonly styles: readonly number[]
  readonly levels: ReadonlyMap<number, ListLevel>
}

interface NumberedList extends CountedList {
  /** The styles that stand for its levels. */
  readonly styles: readonly number[]
}

/** Gives the next number of a paragraph. */
export type NumberParagraph = (look: ParagraphLook) => CountedNumber

const levelBytes = 28
const abstractBytes = 28
const listBytes = 16
const deepest = 9
/** Word makes no more lists than this. */
const mostLists = 10_000

/** `tell` hears of damage. */
export function createNumbering(information: FileInformation, table: Uint8Array, tell?: () => void): NumberParagraph {
  const abstracts = soft(() => readAbstracts(information, table, tell), new Map<number, AbstractList>(), tell)
  const lists = soft(() => readLists(information, table, abstracts, tell), [], tell)
  const count = createListCounter()
  return (look) => {
    const list = lists[look.list - 1]
    if (list === undefined || list === null) return noNumber
    const ofStyle = list.styles.indexOf(look.style)
    return count(String(look.list), list, Math.min(deepest - 1, look.level ?? Math.max(0, ofStyle)))
  }
}

/** Numbers of levels stand in the text as characters below 9. */
function readLevel(table: Uint8Array, at: number): { readonly level: ListLevel; readonly end: number } {
  const flags = u8(table, at + 5)
  const textAt = at + levelBytes + u8(table, at + 24) + u8(table, at + 25)
  const length = u16(table, textAt)
  const text = wideText(table, textAt + 2, length)
  const format = formatOfCode(u8(table, at + 4))
  return {
    level: {
      start: i32(table, at), format, isLegal: (flags & 4) !== 0, restartAfter: (flags & 8) === 0 ? null : u8(table, at + 26),
      text: [...text].map((character) => (character < '\u0009' ? `%${character.charCodeAt(0) + 1}` : character)).join(''), gap: u8(table, at + 15) === 1 ? ' ' : '',
    },
    end: textAt + 2 + length * 2,
  }
}

/** The levels of all lists follow the table of the lists, one after the other. Where they end early, the lists before are kept. */
function readAbstracts(information: FileInformation, table: Uint8Array, tell?: () => void): ReadonlyMap<number, AbstractList> {
  const found = new Map<number, AbstractList>()
  const { at, length } = information.place('lists')
  if (length === 0) return found
  const count = Math.min(mostLists, u16(table, at))
  let levelAt = at + 2 + count * abstractBytes
  soft(() => {
    for (let index = 0; index < count; index += 1) {
      const from = at + 2 + index * abstractBytes
      const id = u32(table, from)
      const levels = new Map<number, ListLevel>()
      found.set(id, { id, styles: Array.from({ length: deepest }, (_, level) => u16(table, from + 8 + level * 2)), levels })
      const levelCount = (u8(table, from + 26) & 1) === 1 ? 1 : deepest
      for (let level = 0; level < levelCount; level += 1) {
        const read = readLevel(table, levelAt)
        levels.set(level, read.level)
        levelAt = read.end
      }
    }
  }, undefined, tell)
  return found
}

function readLists(information: FileInformation, table: Uint8Array, abstracts: ReadonlyMap<number, AbstractList>, tell?: () => void): readonly (NumberedList | null)[] {
  const lists: (NumberedList | null)[] = []
  const { at, length } = information.place('listOverrides')
  if (length === 0) return lists
  const count = Math.min(mostLists, u32(table, at))
  let dataAt = at + 4 + count * listBytes
  let isLost = false
  for (let index = 0; index < count; index += 1) {
    const from = at + 4 + index * listBytes
    const abstract = abstracts.get(u32(table, from))
    const changes = isLost ? null : soft(() => readOverrides(table, dataAt, u8(table, from + 12)), null, tell)
    if (changes === null) isLost = true
    else dataAt = changes.end
    lists.push(abstract === undefined ? null : { counters: String(abstract.id), styles: abstract.styles, levels: new Map([...abstract.levels, ...(changes?.levels ?? [])]), startOverrides: changes?.starts ?? new Map() })
  }
  return lists
}

function readOverrides(table: Uint8Array, at: number, count: number): { readonly levels: ReadonlyMap<number, ListLevel>; readonly starts: ReadonlyMap<number, number>; readonly end: number } {
  const levels = new Map<number, ListLevel>()
  const starts = new Map<number, number>()
  // The first four bytes are unused.
  let end = at + 4
  for (let index = 0; index < count; index += 1) {
    const start = i32(table, end)
    const flags = u8(table, end + 4)
    const level = flags & 0xf
    end += 8
    if ((flags & 0x20) === 0) {
      if ((flags & 0x10) !== 0) starts.set(level, start)
      continue
    }
    const own = readLevel(table, end)
    levels.set(level, own.level)
    if ((flags & 0x10) !== 0) starts.set(level, own.level.start)
    end = own.end
  }
  return { levels, starts, end }
}
