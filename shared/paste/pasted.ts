/** What pasted text is read into before it becomes blocks of a report (SPEC PASTE). */
import type { CellMerge, Run } from '../report/report'

/** One line of text in pieces of one manner; `heading` is the level that its style says (1 for h1), 0 for none. */
export interface PastedLine {
  readonly kind: 'line'
  readonly runs: readonly Run[]
  readonly heading: number
}

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
  readonly kind: 'hidden' | 'invisible' | 'link' | 'picture' | 'comment'
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

/** Ranges of code points without width or face: soft hyphens, fillers, marks of direction, zero-width blanks and joiners, tags. */
const ranges = [[0xad, 0xad], [0x34f, 0x34f], [0x61c, 0x61c], [0x115f, 0x1160], [0x17b4, 0x17b5], [0x180b, 0x180e], [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x206f], [0xfeff, 0xfeff], [0xfff9, 0xfffb], [0x1d173, 0x1d17a], [0xe0000, 0xe007f]] as const

const invisible = new RegExp(`[${ranges.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join('')}]`, 'gu')
const joiner = '\u200d'

/** Whether a joiner at `at` holds an emoji together. */
function joinsEmoji(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  return /(?:[\u2600-\u27bf\u2190-\u21ff\u2b00-\u2bff]|\ufe0f|[\u{1f000}-\u{1faff}])$/u.test(before)
}

/** Takes characters without width or face out of texts, and keeps the joiners of emoji; counts them by code. */
export function invisibleCleaner(): { readonly clean: (text: string) => string; readonly removed: () => readonly Removed[] } {
  const counts = new Map<string, number>()
  const remove = (found: string, at: number, text: string): string => {
    if (found === joiner && joinsEmoji(text, at)) return found
    const code = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    counts.set(code, (counts.get(code) ?? 0) + 1)
    return ''
  }
  return {
    clean: (text) => text.replace(invisible, remove),
    removed: () => [...counts].map(([text, count]) => ({ kind: 'invisible', text, count })),
  }
}
