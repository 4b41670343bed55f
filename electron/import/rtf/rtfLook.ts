/** How characters and paragraphs look in an RTF file. Values are replaced, never changed. */

/** Of characters. */
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
  /** Of two-byte characters alone; a null size is that of all. */
  readonly doubleBold: boolean
  readonly doubleItalic: boolean
  readonly doubleSize: number | null
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
  readonly isContents: boolean
}

export const plainLook: Look = { bold: false, italic: false, underline: false, hidden: false, deleted: false, added: false, size: null, font: null, run: 'single', doubleFont: null, doubleBold: false, doubleItalic: false, doubleSize: null }

/** `\plain` says a size: 12 points. */
export const resetLook: Look = { ...plainLook, size: 24 }

export const plainLines: Lines = { style: null, outline: null, isCentered: false, isInTable: false, pageBreakBefore: false, list: null, level: null, isContents: false }
