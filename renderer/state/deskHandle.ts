/** What the desk's parts know of the editor: plain values and one handle, no type of the editor library. */

/** How text can be set by hand. */
export type TextManner = 'bold' | 'italic' | 'underline'

/** One thing that the editor can do. Without `id` it is done where the caret is. */
export type EditorAction =
  | { readonly kind: 'undo' | 'redo' | 'insertPageBreak' | 'confirmStale' }
  | { readonly kind: 'level'; readonly level: 0 | 1 | 2 | 3 | 4 | 5 }
  | { readonly kind: 'form'; readonly form: 'heading' | 'clause' | null }
  /** 一是, 二是: the next marker; the series as paragraphs, or as one; counted anew. */
  | { readonly kind: 'items'; readonly change: 'next' | 'toParagraphs' | 'toText' | 'renumber' }
  | { readonly kind: 'manner'; readonly manner: TextManner }
  | { readonly kind: 'section'; readonly move: 'up' | 'down' | 'promote' | 'demote'; readonly id?: string }
  | { readonly kind: 'sectionBefore'; readonly id: string; readonly beforeId: string | null }
  | { readonly kind: 'rename'; readonly id: string; readonly text: string }
  | { readonly kind: 'append'; readonly text: string }

/** Where the caret is and what stands there. */
export interface EditorPlace {
  /** Null outside the body. */
  readonly blockId: string | null
  readonly level: 0 | 1 | 2 | 3 | 4 | 5 | null
  readonly form: 'heading' | 'clause' | null
  readonly manners: readonly TextManner[]
}

export interface EditorHandle {
  /** Does it; false if there was nothing to do. */
  readonly run: (action: EditorAction) => boolean
  /** Whether it would do something: the same code, dry. */
  readonly can: (action: EditorAction) => boolean
  /** Caret to a block, at a UTF-16 offset of its text, and the block into sight. */
  readonly goTo: (blockId: string, offset?: number) => void
  /** Selects and shows the next or the previous place of the words, around the end; false if there is none. */
  readonly find: (words: string, direction: 1 | -1) => boolean
  readonly focus: () => void
}
