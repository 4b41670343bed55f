/** What holds where the reader of an RTF file stands. A group inherits it from the one around it and gives it back when it ends. */
import type { Story } from './rtfStory'

/** Of characters. Values are replaced, never changed. */
export interface Look {
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly hidden: boolean
  readonly deleted: boolean
  readonly added: boolean
  /** In half-points; null if the file does not say. */
  readonly size: number | null
  readonly font: number | null
  /** Which of the fonts that a run may name is meant, and the one for two-byte characters. */
  readonly run: 'single' | 'double' | 'complex'
  readonly doubleFont: number | null
}

/** Of paragraphs. */
export interface Lines {
  readonly style: number | null
  /** -1 for body text, null where nothing is written. */
  readonly outline: number | null
  readonly isCentered: boolean
  readonly isInTable: boolean
  readonly pageBreakBefore: boolean
  /** By `\ls`; null where nothing is written, 0 switches off. */
  readonly list: number | null
  readonly level: number | null
}

export const plainLook: Look = { bold: false, italic: false, underline: false, hidden: false, deleted: false, added: false, size: null, font: null, run: 'single', doubleFont: null }

/** `\plain` says a size: 12 points. */
export const resetLook: Look = { ...plainLook, size: 24 }

export const plainLines: Lines = { style: null, outline: null, isCentered: false, isInTable: false, pageBreakBefore: false, list: null, level: null }

/** How control words and text of a group are understood. */
export type Mode = 'text' | 'skipped' | 'fonts' | 'styles' | 'style' | 'lists' | 'picture'

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
  /** Words at which a skipped group is read after all, as if it stood in this state. */
  resume: { readonly words: readonly string[]; readonly as: Group } | null
  onEnd: (() => void) | null
}

/** The state in which a group inside this one begins. */
export function innerGroup({ look, lines, mode, story, write, fallback, resume }: Group): Group {
  return { look, lines, mode, story, write, fallback, isOptional: false, resume, onEnd: null }
}

/** Nothing that stands in the group is read. */
export function skipGroup(group: Group): void {
  group.mode = 'skipped'
  group.story = null
  group.write = () => undefined
}
