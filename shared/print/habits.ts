/**
 * What programs do with the same Word file (SPEC PAGE-2, PAGE-4). The page model counts as the file asks, which is what Word does by its manuals;
 * Word itself was not measured. LibreOffice 7.4 does not read some wishes of the file (found by measuring its pages): tests count by its habits.
 */
export interface Habits {
  /** No line begins with one of these, and none ends with one of those. */
  readonly neverFirst: ReadonlySet<string>
  readonly neverLast: ReadonlySet<string>
  /** Marks that a line end does not part from the Latin letter or digit beside them. */
  readonly heldByLatin: ReadonlySet<string>
  /** Single marks that may stand beyond the right end of a line; none if marks do not hang. */
  readonly hanging: ReadonlySet<string>
  /** Space set between a Chinese character and a Latin letter or digit, as a share of the size. */
  readonly spaceBesideLatin: number
  /** Whether a paragraph that is kept with the next one may itself go over a page end, its last line staying with the next one. */
  readonly splitsKept: boolean
}

/**
 * The lists that the Word file names itself, so that every program breaks alike. Source: GB/T 15834-2011, 5.1 (no mark of a pause, no closing mark
 * at the beginning of a line, no opening one at the end, dash and dots never broken); beyond it the lists of Word for simplified Chinese
 * [general knowledge].
 */
export const neverFirst = '!%),.:;>?]}¢¨°·ˇˉ—―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠'
export const neverLast = '$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥'

/** Marks that hang where the file allows it. */
export const hangingMarks: ReadonlySet<string> = new Set('!,.:;?、。！，．：；？')

export const asTheFileAsks: Habits = {
  neverFirst: new Set(neverFirst), neverLast: new Set(neverLast), heldByLatin: new Set(), hanging: hangingMarks, spaceBesideLatin: 0, splitsKept: true,
}

/** Lists of its own; no hanging where the file allows it (it reads the flag the wrong way round); a gap beside Latin whatever the file says. */
export const libreOffice: Habits = {
  neverFirst: new Set(':!),.;?]}¢\'"、。〉》」』】〕〗〞！），．：；？｜｝～￠々‖•·ˇˉ―′’”'),
  neverLast: new Set('([{£¥\'"‵〈《「『【〔〖（［｛￡￥〝“‘'),
  heldByLatin: new Set('，。、）》“”〕」』】〉‘’…×·―'),
  hanging: new Set(),
  spaceBesideLatin: 0.222,
  splitsKept: false,
}
