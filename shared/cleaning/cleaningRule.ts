/** What a rule of the cleaning is (SPEC CLEAN-1): it looks at one text and says what should stand there instead. */

/** The rules of the program, in the order in which they look at a text and are listed. `own`: those of the unit. */
export const cleaningRuleIds = [
  'advertising', 'contact', 'paywall', 'webChrome', 'assistant', 'markdown', 'emoji', 'html', 'footnote',
  'invisible', 'compatibility', 'lookalike', 'fullWidth', 'marks', 'halfWidth', 'quotes', 'blanks', 'emptyLines', 'placeholder', 'privateUse', 'own',
] as const

export type CleaningRuleId = (typeof cleaningRuleIds)[number]

/** Rules that only tell. */
export type RemarkRuleId = Extract<CleaningRuleId, 'placeholder' | 'privateUse'>

/** A piece of a text (UTF-16) and what would stand there. A doubtful one is not ticked for the clerk. */
export interface FoundEdit {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly isDoubtful?: true
}

/** What a rule may know beside the text itself. */
export interface TextSurroundings {
  /** A paragraph of the body, a table cell, or one of the other texts of a report (title, signature …). */
  readonly kind: 'paragraph' | 'cell' | 'field'
  /** Marks of notes that were set aside, such as [1]. */
  readonly notes: ReadonlySet<string>
}

/** A rule for pieces of a text; its edits are in order and do not overlap. */
export type FindEdits = (text: string, surroundings: TextSurroundings) => readonly FoundEdit[]

/** What a rule for whole paragraphs says of one. */
export type LineVerdict = 'stays' | 'doubtful' | 'goes'
