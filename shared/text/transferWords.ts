/** What the words about packages are made from. */
export interface PackedWords {
  readonly reports: number
  readonly files: number
  /** With its unit. */
  readonly size: string
}

export interface UnpackedRow {
  readonly kind: 'added' | 'known' | 'forward' | 'twoHeads' | 'numberTaken' | 'filed'
  readonly year: number
  readonly title: string
  readonly id: string
}
