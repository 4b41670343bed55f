/** How much of a file from outside is read at most (SPEC IMPORT-5, IMPORT-9). What is beyond is refused whole: half a file would look like a whole one. */
import { ImportRefusal } from './refusal'

export const limits = {
  /** Bytes of a document, and of a plain text. */
  documentBytes: 50 * 1024 * 1024,
  textBytes: 20 * 1024 * 1024,
  characters: 2_000_000,
  paragraphs: 50_000,
  cells: 200_000,
  columns: 500,
  /** Characters of a name: of a style, an author, a part of a file. */
  name: 1_000,
  /** Pixels of a picture, by its header. */
  pixels: 40_000_000,
  /** Steps of a chain of styles or lists that refer to each other. */
  chain: 20,
  /** Nested groups of an RTF file. */
  groups: 1_000,
  /** What a process that reads may take (SPEC READ-3): milliseconds, bytes, files. */
  process: {
    deadline: 15_000,
    /** Bytes of its heap, and of all its memory, looked at so often. */
    heap: 256 * 1024 * 1024,
    memory: 512 * 1024 * 1024,
    watchEvery: 200,
    atOnce: 2,
    /** It ends after so many files, with so much memory left over from them, or after waiting so long for the next. */
    files: 50,
    resident: 256 * 1024 * 1024,
    idle: 3_000,
  },
} as const

/** Counts what a reader yields, and refuses the file at the first thing too many. */
export interface Tally {
  readonly paragraph: () => void
  readonly characters: (count: number) => void
  readonly cell: () => void
}

export function createTally(): Tally {
  const met = { paragraphs: 0, characters: 0, cells: 0 }
  const add = (what: keyof typeof met, count: number): void => {
    met[what] += count
    if (met[what] > limits[what]) throw new ImportRefusal('fileTooLong', what)
  }
  return { paragraph: () => { add('paragraphs', 1) }, characters: (count) => { add('characters', count) }, cell: () => { add('cells', 1) } }
}
