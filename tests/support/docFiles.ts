/** Word 97 documents written by hand for tests: what a test says about text and formatting, and no more. */
import { joinedBytes } from '../../shared/base/joinedBytes'
import { compoundFile, numberBytes, wideBytes } from './compoundFiles'

export interface DocRun {
  readonly text: string
  /** Changes of formatting, see {@link change}. */
  readonly changes?: readonly number[]
}

export interface DocParagraph {
  readonly runs: readonly DocRun[]
  /** The character that ends it. */
  readonly mark?: string
  readonly markChanges?: readonly number[]
  readonly style?: number
  readonly changes?: readonly number[]
}

export interface DocStyle {
  readonly name: string
  readonly number?: number
  readonly basedOn?: number
  readonly kind?: 1 | 2
  readonly paragraph?: readonly number[]
  readonly characters?: readonly number[]
}

export interface DocLevel {
  readonly format: number
  /** Characters below 9 stand for levels. */
  readonly text: string
  readonly start?: number
  readonly follow?: 0 | 1 | 2
  readonly flags?: number
}

export interface DocParts {
  readonly main: readonly DocParagraph[]
  readonly footnotes?: readonly DocParagraph[]
  readonly headers?: readonly DocParagraph[]
  readonly comments?: readonly DocParagraph[]
  readonly endnotes?: readonly DocParagraph[]
  readonly textBoxes?: readonly DocParagraph[]
  readonly styles?: readonly DocStyle[]
  readonly lists?: readonly (readonly DocLevel[])[]
  /** For each list that paragraphs name (from 1): which one it is, and its first numbers by level. */
  readonly uses?: readonly { readonly list: number; readonly starts?: Readonly<Record<number, number>> }[]
  /** Tables of the table stream by their index in the head. */
  readonly tables?: Readonly<Record<number, readonly number[]>>
  /** One byte a character. */
  readonly isNarrow?: boolean
  /** How many pieces the text is cut into. They lie in the file from the last to the first. */
  readonly pieces?: number
  readonly data?: Uint8Array
  /** Bits of the head. */
  readonly flags?: number
  readonly version?: number
  readonly streams?: Readonly<Record<string, Uint8Array>>
}

export const change = (code: number, ...operand: readonly number[]): readonly number[] => [...numberBytes(code, 2), ...operand]

export function plain(text: string, more: Omit<DocParagraph, 'runs'> = {}): DocParagraph {
  return { runs: text === '' ? [] : [{ text }], ...more }
}

/** A row: its cells, and its end with the edges of the cells in twips. */
export function row(cells: readonly string[], edges: readonly number[], flags: readonly number[] = []): readonly DocParagraph[] {
  const inTable = change(0x2416, 1)
  const definition = [cells.length, ...edges.flatMap((edge) => numberBytes(edge, 2)), ...cells.flatMap((_, index) => [...numberBytes(flags[index] ?? 0, 2), ...Array.from({ length: 18 }, () => 0)])]
  return [
    ...cells.map((text) => plain(text, { mark: '\u0007', changes: inTable })),
    plain('', { mark: '\u0007', changes: [...inTable, ...change(0x2417, 1), ...change(0xd608, ...numberBytes(definition.length + 1, 2), ...definition)] }),
  ]
}

const firstTextByte = 2048
const pageBytes = 512
const pairs = 93

export function docStreams(parts: DocParts): Record<string, Uint8Array> {
  const stories = [parts.main, parts.footnotes, parts.headers, undefined, parts.comments, parts.endnotes, parts.textBoxes].map((story) => story ?? [])
  const paragraphs = stories.flat()
  const width = parts.isNarrow ? 1 : 2
  const text = paragraphs.map(({ runs, mark = '\r' }) => runs.map((run) => run.text).join('') + mark).join('')
  const cuts = parts.pieces ?? 1
  const bounds = Array.from({ length: cuts + 1 }, (_, index) => Math.floor((text.length * index) / cuts))
  // The last piece comes first.
  const byteOf = (character: number): number => {
    const piece = cuts === 1 ? 0 : Math.max(0, bounds.findIndex((bound, index) => character >= bound && character < (bounds[index + 1] ?? Infinity)))
    const behind = text.length - (bounds[piece + 1] ?? text.length)
    return firstTextByte + (behind + character - (bounds[piece] ?? 0)) * width
  }
  const chunks = bounds.slice(1).map((to, index) => text.slice(bounds[index], to))
  const bytes = [...chunks].reverse().map((chunk) => (parts.isNarrow ? [...chunk].map((character) => narrow(character)) : wideBytes(chunk)))
  let at = 0
  const characterRuns: PageRun[] = []
  const paragraphRuns: PageRun[] = []
  for (const { runs, mark = '\r', markChanges = [], style = 0, changes = [] } of paragraphs) {
    const from = at
    for (const run of [...runs, { text: mark, changes: markChanges }]) {
      characterRuns.push({ from: at, to: at + run.text.length, data: run.changes ?? [] })
      at += run.text.length
    }
    paragraphRuns.push({ from, to: at, data: [...numberBytes(style, 2), ...changes] })
  }
  const textEnd = firstTextByte + text.length * width
  const firstPage = Math.ceil(textEnd / pageBytes)
  const inBytes = (run: PageRun): PageRun[] => splitAt(run, bounds).map(({ from, to, data }) => ({ from: byteOf(from), to: byteOf(to - 1) + width, data }))
  const order = (one: PageRun, other: PageRun): number => one.from - other.from
  const characterPages = pagesOf(characterRuns.flatMap(inBytes).sort(order), 'characters')
  const paragraphPages = pagesOf(paragraphRuns.flatMap(inBytes).sort(order), 'paragraphs')
  const table: number[] = []
  const places = new Map<number, readonly [number, number]>()
  const put = (index: number, content: readonly number[], length = content.length): void => {
    places.set(index, [table.length, length])
    for (const byte of content) table.push(byte)
  }
  if (parts.styles !== undefined) put(1, styleSheet(parts.styles))
  put(12, pageTable(characterPages, firstPage))
  put(13, pageTable(paragraphPages, firstPage + characterPages.length))
  const pieceTable = [...bounds.flatMap((bound) => numberBytes(bound, 4)), ...chunks.flatMap((_, index) => [0, 0, ...numberBytes(parts.isNarrow ? (byteOf(bounds[index] ?? 0) * 2) | 0x40000000 : byteOf(bounds[index] ?? 0), 4), 0, 0])]
  put(33, [2, ...numberBytes(pieceTable.length, 4), ...pieceTable])
  if (parts.lists !== undefined) putLists(parts.lists, parts.uses ?? parts.lists.map((_, list) => ({ list })), put)
  for (const [index, content] of Object.entries(parts.tables ?? {})) put(Number(index), content)
  const head = new Uint8Array(firstTextByte)
  head.set([...numberBytes(0xa5ec, 2), ...numberBytes(parts.version ?? 193, 2)], 0)
  head.set(numberBytes(0x1000 | 0x200 | (parts.flags ?? 0), 2), 10)
  head.set(numberBytes(14, 2), 32)
  head.set(numberBytes(22, 2), 62)
  stories.forEach((story, index) => head.set(numberBytes(story.reduce((sum, { runs, mark = '\r' }) => sum + runs.reduce((length, run) => length + run.text.length, 0) + mark.length, 0), 4), 76 + index * 4))
  head.set(numberBytes(pairs, 2), 152)
  for (const [index, [from, length]] of places) head.set([...numberBytes(from, 4), ...numberBytes(length, 4)], 154 + index * 8)
  const pad = new Uint8Array(firstPage * pageBytes - textEnd)
  const main = joinedBytes([head, ...bytes, pad, ...characterPages.map(({ bytes: page }) => page), ...paragraphPages.map(({ bytes: page }) => page)])
  return { WordDocument: main, '1Table': Uint8Array.from(table), ...(parts.data === undefined ? {} : { Data: parts.data }), ...parts.streams }
}

export function docFile(parts: DocParts): Uint8Array {
  return compoundFile(docStreams(parts))
}

const upper = '\u2018\u2019\u201c\u201d\u2022\u2013\u2014'

function narrow(character: string): number {
  return upper.includes(character) ? 0x91 + upper.indexOf(character) : character.charCodeAt(0) & 0xff
}

interface PageRun {
  readonly from: number
  readonly to: number
  readonly data: readonly number[]
}

function splitAt(run: PageRun, bounds: readonly number[]): PageRun[] {
  const inner = bounds.length <= 2 ? [] : bounds.filter((bound) => bound > run.from && bound < run.to)
  return [run.from, ...inner].map((from, index) => ({ from, to: inner[index] ?? run.to, data: run.data }))
}

interface Page {
  readonly from: number
  readonly to: number
  readonly bytes: Uint8Array
}

function pagesOf(runs: readonly PageRun[], kind: 'characters' | 'paragraphs'): Page[] {
  const pages: Page[] = []
  const size = kind === 'characters' ? 1 : 13
  let waiting: PageRun[] = []
  let used = 8
  const flush = (): void => {
    const [first, last] = [waiting[0], waiting[waiting.length - 1]]
    if (first === undefined || last === undefined) return
    const page = new Uint8Array(pageBytes)
    let top = pageBytes - 2
    waiting.forEach((run, index) => {
      page.set(numberBytes(run.from, 4), index * 4)
      if (run.data.length === 0) return
      const record = kind === 'characters' ? [run.data.length, ...run.data] : run.data.length % 2 === 0 ? [0, run.data.length / 2, ...run.data] : [(run.data.length + 1) / 2, ...run.data]
      top = (top - record.length) & ~1
      page.set(record, top)
      page[(waiting.length + 1) * 4 + index * size] = top / 2
    })
    page.set(numberBytes(last.to, 4), waiting.length * 4)
    page[pageBytes - 1] = waiting.length
    pages.push({ from: first.from, to: last.to, bytes: page })
    waiting = []
    used = 8
  }
  for (const run of runs) {
    const need = 4 + size + (run.data.length === 0 ? 0 : run.data.length + 4)
    if (used + need > pageBytes - 2) flush()
    used += need
    waiting.push(run)
  }
  flush()
  return pages
}

function pageTable(pages: readonly Page[], first: number): number[] {
  return [...pages.map((page) => page.from), pages[pages.length - 1]?.to ?? 0].flatMap((byte) => numberBytes(byte, 4)).concat(pages.flatMap((_, index) => numberBytes(first + index, 4)))
}

function styleSheet(styles: readonly DocStyle[]): number[] {
  const head = [...numberBytes(styles.length, 2), ...numberBytes(10, 2), ...Array.from({ length: 14 }, () => 0)]
  return [...numberBytes(head.length, 2), ...head, ...styles.flatMap(({ name, number = 0xffe, basedOn = 0xfff, kind = 1, paragraph = [], characters = [] }, index) => {
    const lists = kind === 1 ? [[...numberBytes(index, 2), ...paragraph], characters] : [characters]
    const style = [
      ...numberBytes(number, 2), ...numberBytes(kind | (basedOn << 4), 2), ...numberBytes(lists.length, 2), 0, 0, 0, 0, ...numberBytes(name.length, 2), ...wideBytes(name), 0, 0,
      ...lists.flatMap((list) => [...numberBytes(list.length, 2), ...list, ...(list.length % 2 === 1 ? [0] : [])]),
    ]
    return [...numberBytes(style.length, 2), ...style]
  })]
}

/** The levels of lists stand behind their table and do not count in its length. */
function putLists(lists: NonNullable<DocParts['lists']>, uses: NonNullable<DocParts['uses']>, put: (index: number, content: readonly number[], length?: number) => void): void {
  const levelBytes = ({ format, text, start = 1, follow = 2, flags = 0 }: DocLevel): number[] => {
    const places = [...text].flatMap((character, index) => (character < '\u0009' ? [index + 1] : []))
    return [...numberBytes(start, 4), format, flags, ...Array.from({ length: 9 }, (_, index) => places[index] ?? 0), follow, ...Array.from({ length: 12 }, () => 0), ...numberBytes(text.length, 2), ...wideBytes(text)]
  }
  const table = [...numberBytes(lists.length, 2), ...lists.flatMap((levels, index) => [...numberBytes(index + 1, 4), 0, 0, 0, 0, ...Array.from({ length: 9 }, () => [0xff, 0x0f]).flat(), levels.length === 1 ? 1 : 0, 0])]
  const levels = lists.flatMap((list) => (list.length === 1 ? list : Array.from({ length: 9 }, (_, index) => list[index] ?? { format: 255, text: '' })).flatMap(levelBytes))
  put(73, [...table, ...levels], table.length)
  put(74, [
    ...numberBytes(uses.length, 4),
    ...uses.flatMap(({ list, starts = {} }) => [...numberBytes(list + 1, 4), ...Array.from({ length: 8 }, () => 0), Object.keys(starts).length, 0, 0, 0]),
    ...uses.flatMap(({ starts = {} }) => [...numberBytes(0xffffffff, 4), ...Object.entries(starts).flatMap(([level, start]) => [...numberBytes(start, 4), Number(level) | 0x10, 0, 0, 0])]),
  ])
}
