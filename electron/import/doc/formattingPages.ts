/** Pages of 512 bytes that say from which byte to which byte of the main stream a formatting holds ([MS-DOC] 2.9.32, 2.9.176). */
import { slice, soft, u16, u32, u8 } from './bytes'
import { positionTable } from './fileInformation'

/** Holds for the bytes from `from` up to `to`; `data` is the list of its changes, for a paragraph with the number of its style in front. */
export interface Formatting {
  readonly from: number
  readonly to: number
  readonly data: Uint8Array
  /** The same for the same formatting. */
  readonly key: number
}

/** They take a multiple of their bytes when they are read, and are asked for in order. */
const keptPages = 1_000

export type FormattingAt = (byte: number) => Formatting

const pageBytes = 512

/** How Word 6 and 95 write pages: shorter numbers and heads, and changes in another form. */
export interface OldPages {
  readonly changes: (list: Uint8Array) => Uint8Array
}
const none = new Uint8Array(0)
const bare = (from: number, to: number): Formatting => ({ from, to, data: none, key: -1 })

/** `kind` says how a page is laid out. What is damaged counts as unformatted; `tell` hears of it. */
export function formattingPages(main: Uint8Array, table: Uint8Array, kind: 'characters' | 'paragraphs', { tell, old = null }: { readonly tell?: () => void; readonly old?: OldPages | null } = {}): FormattingAt {
  const { positions, record, count } = positionTable(table, old === null ? 4 : 2)
  const pages = new Map<number, readonly Formatting[]>()
  const pageOf = (index: number): readonly Formatting[] => {
    const number = old === null ? u32(record(index), 0) & 0x3fffff : u16(record(index), 0)
    const known = pages.get(number)
    if (known !== undefined) return known
    const page = soft(() => readPage(slice(main, number * pageBytes, pageBytes), number * pageBytes, kind, old), [], tell)
    if (pages.size >= keptPages) pages.clear()
    pages.set(number, page)
    return page
  }
  let last: Formatting = bare(0, 0)
  return (byte) => {
    if (byte >= last.from && byte < last.to) return last
    const index = lastAtMost(positions, byte)
    if (index < 0 || index >= count) return (last = bare(byte, byte + 1))
    const end = Math.max(positions[index + 1] ?? 0, byte + 1)
    const run = pageOf(index).find(({ from, to }) => byte >= from && byte < to)
    return (last = run ?? bare(byte, Math.min(end, byte + 2)))
  }
}

/** Index of the last of the ascending numbers that is not above `value`; -1 if there is none. */
export function lastAtMost(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

function readPage(page: Uint8Array, pageAt: number, kind: 'characters' | 'paragraphs', old: OldPages | null): readonly Formatting[] {
  const count = u8(page, pageBytes - 1)
  const step = kind === 'characters' ? 1 : old === null ? 13 : 7
  return Array.from({ length: count }, (_, index): Formatting => {
    const [from, to] = [u32(page, index * 4), u32(page, index * 4 + 4)]
    const at = u8(page, (count + 1) * 4 + index * step) * 2
    const data = at === 0 ? none : soft(() => (kind === 'characters' ? slice(page, at + 1, u8(page, at)) : paragraphData(page, at)), none)
    return { from, to, data: old === null ? data : inNewForm(data, kind, old), key: at === 0 ? -1 : pageAt + at }
  })
}

/** The number of the style stays in front. */
function inNewForm(data: Uint8Array, kind: 'characters' | 'paragraphs', old: OldPages): Uint8Array {
  return kind === 'characters' || data.length < 2 ? old.changes(data) : Uint8Array.of(data[0] ?? 0, data[1] ?? 0, ...old.changes(data.subarray(2)))
}

/** The length counts words; 0 says that it stands in the next byte. */
function paragraphData(page: Uint8Array, at: number): Uint8Array {
  const words = u8(page, at)
  return words === 0 ? slice(page, at + 2, u8(page, at + 1) * 2) : slice(page, at + 1, words * 2 - 1)
}

/** The number of the style that stands in front of the changes of a paragraph. */
export function styleOf({ data }: Formatting): number {
  return data.length < 2 ? 0 : u16(data, 0)
}
