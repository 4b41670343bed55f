/** What the desk's parts know of the editor: plain values and one handle, no type of the editor library. */

import type { CleaningProposal } from '../../shared/cleaning/proposeCleaning'
import type { ReviewEdit } from '../../shared/compare/reviewEdit'
import type { ShortEnd } from '../../shared/print/shortEnds'
import type { Block, Run, SchemeId } from '../../shared/report/report'
import type { Removed } from '../../shared/paste/pasted'
import type { FindQuery } from '../../shared/search/findMatches'

/** The part of the report in which is looked: all of it, the section of the caret, or what is selected. */
export type FindScope = 'report' | 'section' | 'selection'

/** How many places there are and which is in hand (from 0, -1 for none). `looks` grows when they are others than before. */
export interface FoundFacts {
  readonly total: number
  readonly current: number
  readonly looks: number
}

/** One place of the words: a piece of the text around it, and where in that piece it stands. */
export interface FoundHit {
  readonly excerpt: string
  readonly from: number
  readonly to: number
  readonly place: 'title' | 'addressee' | 'body' | 'table' | 'attachment' | 'signature' | 'date' | 'note'
}

/** How text can be set by hand. */
export type TextManner = 'bold' | 'italic' | 'underline'

/** What came in with a paste and what did not. `isFormatted`: it was more than a piece of plain text. */
export interface PastedFacts {
  readonly characters: number
  readonly removed: readonly Removed[]
  readonly isFormatted: boolean
}

/** What can be done to the chosen cells of a table. */
export type TableChange =
  | 'rowAbove' | 'rowBelow' | 'columnLeft' | 'columnRight' | 'deleteRows' | 'deleteColumns' | 'rowUp' | 'rowDown' | 'columnToLeft' | 'columnToRight'
  | 'merge' | 'split' | 'header' | 'delete'

/** One thing that the editor can do. Without `id` it is done where the caret is. */
export type EditorAction =
  | { readonly kind: 'undo' | 'redo' | 'insertPageBreak' | 'confirmStale' | 'clearTaken' }
  | { readonly kind: 'level'; readonly level: 0 | 1 | 2 | 3 | 4 | 5 }
  | { readonly kind: 'form'; readonly form: 'heading' | 'clause' | null }
  /** 一是, 二是: the next marker; the series as paragraphs, or as one; counted anew. */
  | { readonly kind: 'items'; readonly change: 'next' | 'toParagraphs' | 'toText' | 'renumber' }
  | { readonly kind: 'insertTable'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'table'; readonly change: TableChange }
  /** What was pasted last, without its form; only right after it. */
  | { readonly kind: 'pasteTextAlone' }
  /** The title in these lines; joined they are its text. */
  | { readonly kind: 'titleLines'; readonly lines: readonly string[] }
  /** A picture that is kept, behind the paragraph of the caret. */
  | { readonly kind: 'insertPicture'; readonly picture: { readonly sha256: string; readonly mediaType: 'image/png' | 'image/jpeg'; readonly width: number; readonly height: number } }
  | { readonly kind: 'manner'; readonly manner: TextManner }
  /** The sections that these blocks open, with all they contain, in one step; without `ids` the one of the caret. */
  | { readonly kind: 'section'; readonly move: 'up' | 'down' | 'promote' | 'demote' | 'remove'; readonly ids?: readonly string[] }
  | { readonly kind: 'sectionBefore'; readonly ids: readonly string[]; readonly beforeId: string | null }
  | { readonly kind: 'rename'; readonly id: string; readonly text: string }
  /** Wanted 字数 of the section that the block opens; null for none. */
  | { readonly kind: 'target'; readonly id: string; readonly target: number | null }
  | { readonly kind: 'putBack'; readonly text: string; readonly behind: string | null }
  | { readonly kind: 'insertText'; readonly text: string }
  | { readonly kind: 'replaceHit'; readonly text: string }
  | { readonly kind: 'replaceHits'; readonly text: string; readonly leftOut: readonly number[] }
  /** Accepted changes of an edited copy, together in one step. */
  | { readonly kind: 'review'; readonly edits: readonly ReviewEdit[] }
  /** Chosen proposals of the cleaning, together in one step. */
  | { readonly kind: 'clean'; readonly accepted: readonly CleaningProposal[]; readonly numbering: SchemeId }
  /** From another report: blocks beside the paragraph of the caret, or text inside it. */
  | { readonly kind: 'takeBlocks'; readonly blocks: readonly Block[] }
  | { readonly kind: 'takeText'; readonly runs: readonly Run[] }

/** Where the caret is and what stands there. */
export interface EditorPlace {
  /** Null outside the body. */
  readonly blockId: string | null
  readonly level: 0 | 1 | 2 | 3 | 4 | 5 | null
  readonly form: 'heading' | 'clause' | null
  readonly manners: readonly TextManner[]
  readonly isInTable: boolean
}

/** Where the caret is on paper, both counted from 1, how many pages there are, and the lines that hold a character or two. */
export interface PageFacts {
  readonly pages: number
  readonly page: number
  readonly line: number
  readonly shortEnds: readonly ShortEnd[]
  /** 落款 stands on a page without body text. */
  readonly isSignatureAlone: boolean
}

export interface EditorHandle {
  /** Does it; false if there was nothing to do. */
  readonly run: (action: EditorAction) => boolean
  /** Whether it would do something: the same code, dry. */
  readonly can: (action: EditorAction) => boolean
  /** Caret to a block, at a UTF-16 offset of its text, and the block into sight. */
  readonly goTo: (blockId: string, offset?: number) => void
  /** Marks and counts all places of the query in a part of the report; null ends it. Nothing is selected. */
  readonly find: (query: FindQuery | null, scope: FindScope) => void
  /** Selects and shows the next or the previous place, around the end, or the one with this index; false if there is none. */
  readonly goToHit: (hit: 'next' | 'previous' | number) => boolean
  /** The places as they stand now, in printed order, at most `limit`. */
  readonly hits: (limit: number) => readonly FoundHit[]
  /** The text that is selected; lines are parted by line ends. */
  readonly selectedText: () => string
  /** Where the caret stands on the screen, in CSS pixels of the window. */
  readonly caretBox: () => { readonly left: number; readonly top: number; readonly bottom: number }
  readonly focus: () => void
  /** Whether an input method is at work in the text. */
  readonly isComposing: () => boolean
  /** Resolves when everything typed, also through an input method, has been told to the desk. */
  readonly settle: () => Promise<void>
}
