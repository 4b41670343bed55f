/** What holds where the reader of an RTF file stands. A group inherits it from the one around it and gives it back when it ends. */
import type { Lines, Look } from './rtfLook'
import type { Story } from './rtfStory'

/** How control words and text of a group are understood. */
export type Mode = 'text' | 'skipped' | 'fonts' | 'styles' | 'style' | 'lists' | 'picture' | 'form'

export interface Group {
  look: Look
  lines: Lines
  mode: Mode
  /** Where paragraphs go; null where there are none. */
  story: Story | null
  /** Where text goes. */
  write: (text: string, look: Look) => void
  /** Characters that stand for one `\u`. */
  fallback: number
  /** `\*` was read: an unknown word that follows is skipped with its group. */
  isOptional: boolean
  /** No word was read in it. */
  isFresh: boolean
  /** Words at which a skipped group is read after all, as if it stood in this state. */
  resume: { readonly words: readonly string[]; readonly as: Group } | null
  /** The field that the group belongs to, and whether that is a table of contents. */
  field: Group | null
  isContents: boolean
  box: FieldBox
  /** The structure of a formula whose parts follow. */
  structure: Structure | null
  onEnd: (() => void) | null
}

/** A structure of a formula that is being read: its signs, and how many of its parts were read. */
export interface Structure {
  readonly name: string
  begin: string
  end: string
  between: string
  parts: number
}

/** What is known of the field: what was chosen in a form, else what it began with; the entries of a list; its code, and whether it has a result. */
export interface FieldBox {
  chosen: number | null
  usual: number
  readonly entries: string[]
  code: string
  hasResult: boolean
}

export function newBox(): FieldBox {
  return { chosen: null, usual: 0, entries: [], code: '', hasResult: false }
}

/** The state in which a group inside this one begins. */
export function innerGroup({ look, lines, mode, story, write, fallback, resume, field, isContents, box, structure }: Group): Group {
  return { look, lines, mode, story, write, fallback, isOptional: false, isFresh: true, resume, field, isContents, box, structure, onEnd: null }
}

/** Nothing that stands in the group is read. */
export function skipGroup(group: Group): void {
  group.mode = 'skipped'
  group.story = null
  group.write = () => undefined
}
