/** Documents of Word 6 written by hand for tests: bytes in any code page, and formatting with codes of one byte. */
import { joinedBytes } from '../../shared/base/joinedBytes'
import { compoundFile, numberBytes } from './compoundFiles'

export interface OldParagraph {
  readonly text: Uint8Array
  /** The byte that ends it. */
  readonly mark?: number
  /** Changes of the paragraph and of its characters. */
  readonly changes?: readonly number[]
  readonly characters?: readonly number[]
}

const textAt = 768
const pageBytes = 512

/** `language` is that of the program, in the numbers of Windows. */
export function oldDocFile(paragraphs: readonly OldParagraph[], language: number): Uint8Array {
  const text = joinedBytes(paragraphs.flatMap(({ text: bytes, mark = 13 }) => [bytes, [mark]]))
  const starts = paragraphs.reduce<number[]>((all, { text: bytes }) => [...all, (all[all.length - 1] ?? textAt) + bytes.length + 1], [textAt])
  const firstPage = Math.ceil((textAt + text.length) / pageBytes)
  const page = (size: number, records: readonly (readonly number[])[]): Uint8Array => {
    const bytes = new Uint8Array(pageBytes)
    bytes.set(starts.flatMap((start) => numberBytes(start, 4)))
    let top = pageBytes - 2
    records.forEach((record, index) => {
      if (record.length === 0) return
      top = (top - record.length) & ~1
      bytes.set(record, top)
      bytes[starts.length * 4 + index * size] = top / 2
    })
    bytes[pageBytes - 1] = records.length
    return bytes
  }
  const pages = [
    page(1, paragraphs.map(({ characters = [] }) => (characters.length === 0 ? [] : [characters.length, ...characters]))),
    page(7, paragraphs.map(({ changes = [] }) => [0, 0, ...changes]).map((list) => (list.length % 2 === 1 ? list : [...list, 0])).map((list) => [(list.length + 1) / 2, ...list])),
  ]
  const table = (number: number): readonly number[] => [...numberBytes(textAt, 4), ...numberBytes(textAt + text.length, 4), ...numberBytes(number, 2)]
  const tablesAt = (firstPage + pages.length) * pageBytes
  const head = new Uint8Array(textAt)
  head.set([...numberBytes(0xa5dc, 2), ...numberBytes(101, 2), 0, 0, ...numberBytes(language, 2)])
  head.set([...numberBytes(textAt, 4), ...numberBytes(textAt + text.length, 4)], 24)
  head.set(numberBytes(text.length, 4), 0x34)
  head.set([...numberBytes(tablesAt, 4), ...numberBytes(10, 4), ...numberBytes(tablesAt + 10, 4), ...numberBytes(10, 4)], 0xb8)
  const filler = new Uint8Array(firstPage * pageBytes - textAt - text.length)
  return compoundFile({ WordDocument: joinedBytes([head, text, filler, ...pages, table(firstPage), table(firstPage + 1)]) })
}
