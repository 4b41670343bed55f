/**
 * What programs do with the same Word file (SPEC PAGE-4). The file asks for no space between Chinese and Latin text and for characters set 0.25 pt
 * closer; the page model counts as the file asks. LibreOffice 7.4 does otherwise in three points (measured on its pages); tests that compare the
 * model with its pages count by its habits.
 */
export interface Habits {
  /** Space set between a Chinese character and a Latin letter or digit, as a share of the size. */
  readonly spaceBesideLatin: number
  /** Whether the last character before a change of script or font is set as close as the others. */
  readonly spacesEveryCharacter: boolean
  /** Whether quotes and dashes behind Latin text take the Latin font. */
  readonly marksFollowLatin: boolean
}

export const asTheFileAsks: Habits = { spaceBesideLatin: 0, spacesEveryCharacter: true, marksFollowLatin: false }

export const libreOffice: Habits = { spaceBesideLatin: 0.2, spacesEveryCharacter: false, marksFollowLatin: true }
