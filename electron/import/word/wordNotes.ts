/** Footnotes and endnotes of a Word file: a mark in the text, and the note itself apart from it. */
import { limits } from '../limits'
import type { SourceNote } from '../sourceDocument'

export type NoteKind = 'footnote' | 'endnote'

export interface WordNotes {
  /** The mark of a note; `own` is one that the file sets itself, others are counted in the order of the text. */
  readonly refer: (kind: NoteKind, id: string, own: string | null) => string
  readonly all: readonly SourceNote[]
}

/** `textOf` gives what a note says; null if the file has none of this id. */
export function createNotes(textOf: (kind: NoteKind, id: string) => string | null): WordNotes {
  const marks = new Map<string, string>()
  const all: SourceNote[] = []
  let counted = 0
  return {
    all,
    refer: (kind, id, own) => {
      const key = `${kind} ${id}`
      const known = marks.get(key)
      if (known !== undefined) return known
      const text = textOf(kind, id)
      if (text === null) return ''
      counted += own === null ? 1 : 0
      const mark = own?.slice(0, limits.name) ?? `[${counted}]`
      marks.set(key, mark)
      all.push({ mark, text })
      return mark
    },
  }
}
