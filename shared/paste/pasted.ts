/** What pasted text is read into before it becomes blocks of a report (SPEC PASTE). */
import { invisibleCharacter, joinsEmoji } from '../base/invisibleCharacters'
import type { CellMerge, Run } from '../report/report'

/** One line of text in pieces of one manner; `heading` is the level that its style says (1 for h1), 0 for none. */
export interface PastedLine {
  readonly kind: 'line'
  readonly runs: readonly Run[]
  readonly heading: number
  /** What a file tells of its look; a clipboard does not ask for it. */
  readonly look?: LineLook
}

/** How a line of a file is set; `size` in half-points, `picture` a key of the reader that was asked for it. */
export interface LineLook {
  readonly isCentered?: true
  readonly size?: number
  readonly picture?: string
  /** By the style that Word names: the title, or a line of the table of contents. */
  readonly role?: LineRole
}

export type LineRole = 'title' | 'contents'

export interface PastedTable {
  readonly kind: 'table'
  readonly rows: readonly (readonly string[])[]
  readonly headerRows: number
  readonly merges: readonly CellMerge[]
}

export interface PastedBreak {
  readonly kind: 'pageBreak'
}

export type PastedPart = PastedLine | PastedTable | PastedBreak

/** Something that did not come in. `text`: what it was, in its own words; for invisible characters their codes. */
export interface Removed {
  readonly kind: 'hidden' | 'invisible' | 'link' | 'picture' | 'comment' | 'lineEnd' | 'pageNumber'
  readonly text: string
  readonly count: number
}

export interface Pasted {
  readonly parts: readonly PastedPart[]
  readonly removed: readonly Removed[]
}

/** The same kinds and words counted together, in the order in which they were met. */
export function groupRemoved(removed: readonly Removed[]): readonly Removed[] {
  const groups = new Map<string, Removed>()
  for (const each of removed) {
    const name = `${each.kind} ${each.text}`
    const before = groups.get(name)
    groups.set(name, before === undefined ? each : { ...before, count: before.count + each.count })
  }
  return [...groups.values()]
}

/** The text of a line. */
export function lineText(line: PastedLine): string {
  return line.runs.map((run) => run.text).join('')
}

/** Takes characters without width or face out of texts, and keeps the joiners of emoji; counts them by code. */
export function invisibleCleaner(): { readonly clean: (text: string) => string; readonly removed: () => readonly Removed[] } {
  const counts = new Map<string, number>()
  const remove = (found: string, at: number, text: string): string => {
    if (joinsEmoji(text, at)) return found
    const code = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    counts.set(code, (counts.get(code) ?? 0) + 1)
    return ''
  }
  return {
    clean: (text) => text.replace(invisibleCharacter, remove),
    removed: () => [...counts].map(([text, count]) => ({ kind: 'invisible', text, count })),
  }
}
