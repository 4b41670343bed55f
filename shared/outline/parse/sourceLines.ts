/** The lines of a text as the parser sees them (SPEC PARSE-1 … PARSE-3): trimmed, in-line watermarks cut out, invisible marks of `formatReport` read. */
import { readMark, type ExplicitRole } from '../invisibleMarks'
import type { GivenTable, LineHint, ParsableText } from '../parsableText'

/** What a line was found to be. `null` in {@link Draft.roles} means: not decided yet. */
export type Role =
  | 'blank' | 'setAside' | 'contents' | 'title' | 'addressee' | 'body' | 'part' | 'break' | 'table'
  | 'signature' | 'date' | 'note' | 'attachment' | 'picture' | 'caption'

export interface SourceLine {
  /** 1-based in the source. */
  readonly number: number
  /** Without blanks at both ends, watermarks and marks. */
  readonly text: string
  readonly watermarks: readonly string[]
  readonly explicit: ExplicitRole | null
  /** Typed blanks stood before the text that only lay-out explains (signature and date pushed to the right). */
  readonly isPushedRight: boolean
  /** What the file says of it; null for plain text. */
  readonly hint: LineHint | null
}

const watermark = /##\s?[A-Za-z_]{3,20}\s?##/g
// White space, zero-width characters and byte order marks; U+00A0 and U+3000 are part of \s.
const blank = /[\s\u200b\u200e\u200f\u2060\ufeff]/

/** The lines of `text`, split at line feeds (or at carriage returns if it has no line feed). A form feed is a page break of its own. */
export function sourceLines({ text, hints }: ParsableText): readonly SourceLine[] {
  const separator = text.includes('\n') ? '\n' : '\r'
  // Rows and notes have no line where paragraphs have one: they stand at the one before them.
  const isNumbered = [...hints.values()].some(({ line }) => line !== undefined)
  let last = 1
  return text.split(separator).map((raw, index) => {
    const hint = hints.get(index) ?? null
    last = hint?.line ?? (isNumbered ? last : index + 1)
    return sourceLine(raw, last, hint)
  })
}

function sourceLine(raw: string, number: number, hint: LineHint | null): SourceLine {
  if (raw.includes('\f') && /^[\s\f]+$/.test(raw)) return { number, text: '\f', watermarks: [], explicit: null, isPushedRight: false, hint }
  const explicit = readMark(raw)
  if (explicit !== null) return { number, text: explicit.text, watermarks: [], explicit: explicit.role, isPushedRight: false, hint }
  const watermarks = raw.includes('##') ? (raw.match(watermark) ?? []) : []
  const text = trimBlanks(watermarks.length === 0 ? raw : raw.replace(watermark, ''))
  return { number, text, watermarks, explicit: null, hint, isPushedRight: /^[\s\u3000\u00a0]{6}/.test(raw) }
}

function trimBlanks(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && blank.test(text.charAt(from))) from += 1
  while (to > from && blank.test(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}

/** What the stages of the parser hand on to each other: the lines, and beside each what it was found to be. */
export interface Draft {
  readonly lines: readonly SourceLine[]
  readonly roles: (Role | null)[]
  /** Tables of the file, in the order of their lines. */
  readonly tables: readonly GivenTable[]
}

/** Index of the next line after `at` that carries content (anything but blank or set aside); `lines.length` if there is none. */
export function nextContent(draft: Draft, at: number): number {
  let index = at + 1
  while (index < draft.lines.length && isSkipped(draft.roles[index])) index += 1
  return index
}

/** Index of the last line before `at` that carries content; -1 if there is none. */
export function previousContent(draft: Draft, at: number): number {
  let index = at - 1
  while (index >= 0 && isSkipped(draft.roles[index])) index -= 1
  return index
}

function isSkipped(role: Role | null | undefined): boolean {
  return role === 'blank' || role === 'setAside' || role === 'contents'
}
