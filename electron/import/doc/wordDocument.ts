/** A Word document with everything that is known about each of its characters. */
import type { Tally } from '../limits'
import type { SourceMet } from '../sourceDocument'
import type { CountedNumber } from '../listCounter'
import { slice, soft, u16, u32 } from './bytes'
import { fieldMarks, noteHere } from './fields'
import { lastAtMost, styleOf, type FormattingAt } from './formattingPages'
import { characterLook, paragraphLook, type CharacterLook, type ParagraphLook } from './looks'
import type { PieceText } from './pieces'
import type { StyleSheet } from './styleSheet'

export interface WordParts extends PieceText {
  readonly characterAt: FormattingAt
  readonly paragraphAt: FormattingAt
  readonly styles: StyleSheet
  /** Names of the fonts by their numbers. */
  readonly fonts: readonly string[]
  readonly number: (look: ParagraphLook) => CountedNumber
  /** The stream of pictures and of what is too long for a page; empty if there is none. */
  readonly data: Uint8Array
}

export interface WordDocument extends WordParts {
  /** For each character whether it belongs to the code of a field, or to the picture of an embedded object, or has a note; 0 for most. */
  readonly fields: Uint8Array
  /** What fields show whose codes are drawn, by their first characters. */
  readonly shown: ReadonlyMap<number, string>
  /** What stands at the place of a note. */
  readonly noteMark: (character: number, own: string) => string
  readonly met: { -readonly [Key in keyof SourceMet]: number }
  readonly tally: Tally
  /** The key of the picture at a place of the data stream; null if it is none that is kept. */
  readonly pictureKey: (at: number) => string | null
  readonly paragraphLookAt: (character: number) => ParagraphLook
  /** What the character looks like, and up to which one this holds; `style` is that of the paragraph. */
  readonly characterLookAt: (character: number, style: number) => { readonly look: CharacterLook; readonly to: number }
}

/** So many looks are known at a time, and so many bytes of changes that are too long for a page are read. */
const [keptLooks, mostHuge] = [50_000, 5_000_000]

export function wordDocument(parts: WordParts, more: Pick<WordDocument, 'met' | 'tally' | 'pictureKey' | 'noteMark'>, noteCharacters: Iterable<number>): WordDocument {
  const { pieces, styles, data } = parts
  const starts = pieces.map((piece) => piece.from)
  const pieceAt = (character: number): PieceText['pieces'][number] | undefined => pieces[lastAtMost(starts, character)]
  let left = mostHuge
  const huge = (at: number): Uint8Array => soft(() => {
    const list = slice(data, at + 2, u16(data, at))
    left -= list.length
    return left < 0 ? list.subarray(0, 0) : list
  }, new Uint8Array(0))
  const paragraphLooks = new Map<string, ParagraphLook>()
  const characterLooks = new Map<string, CharacterLook>()
  const { codes, objects, shown } = fieldMarks(parts.text)
  more.met.objects += objects
  for (const character of noteCharacters) codes[character] = (codes[character] ?? 0) | noteHere
  return {
    ...parts,
    ...more,
    fields: codes,
    shown,
    paragraphLookAt: (character) => {
      const piece = pieceAt(character)
      if (piece === undefined) return styles.paragraph(0)
      const formatting = parts.paragraphAt(piece.at + (character - piece.from) * piece.width)
      const key = `${formatting.key} ${piece.changes.length === 0 ? '' : piece.from}`
      const known = paragraphLooks.get(key)
      if (known !== undefined) return known
      const own = paragraphLook(formatting.data.subarray(2), styles.paragraph(styleOf(formatting)), huge, styles.paragraph)
      const look = paragraphLook(piece.changes, own, huge, styles.paragraph)
      if (paragraphLooks.size >= keptLooks) paragraphLooks.clear()
      paragraphLooks.set(key, look)
      return look
    },
    characterLookAt: (character, style) => {
      const piece = pieceAt(character)
      if (piece === undefined) return { look: styles.characters(style), to: character + 1 }
      const byte = piece.at + (character - piece.from) * piece.width
      const formatting = parts.characterAt(byte)
      const to = Math.max(character + 1, Math.min(piece.to, character + Math.ceil((formatting.to - byte) / piece.width)))
      const key = `${formatting.key} ${style} ${piece.changes.length === 0 ? '' : piece.from}`
      const known = characterLooks.get(key)
      if (known !== undefined) return { look: known, to }
      const own = characterLook(formatting.data, styles.characters(style), styles.applied)
      const look = characterLook(piece.changes, own, styles.applied)
      if (characterLooks.size >= keptLooks) characterLooks.clear()
      characterLooks.set(key, look)
      return { look, to }
    },
  }
}

/** Where a thing stands in the stream of data, and how long it says it is. */
export function dataAt(data: Uint8Array, at: number): Uint8Array {
  return slice(data, at, Math.min(u32(data, at), data.length - at))
}
