/**
 * What a Word file really has, property by property, with styles, defaults and themes already followed (SPEC CONFORM-2). Lengths are twips, sizes half
 * points, weights of rules eighths of a point. Neutral: nothing here knows the standard.
 */

/** A stretch of text of one look. */
export interface RunFacts {
  readonly text: string
  /** Family of Chinese characters; '' if the file names none. */
  readonly han: string
  /** Family of Latin letters and digits. */
  readonly roman: string
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  /** Six hex digits in capitals, or auto. */
  readonly color: string
  /** Added to every character. */
  readonly spacing: number
  /** Width of the characters in percent. */
  readonly scale: number
  /** Highlighted or shaded. */
  readonly isShaded: boolean
}

/** A length that may be given in 1/100 字; then `twips` is not used. */
export interface IndentFacts {
  readonly twips: number
  readonly characters: number | null
}

export interface RuleFacts {
  readonly weight: number
  readonly color: string
  readonly isDouble: boolean
}

export interface ParagraphFacts {
  readonly kind: 'paragraph'
  /** A number that Word makes stands in front, as text; a tab is `\t`, a line break `\n`, a page break `\f`. */
  readonly text: string
  readonly runs: readonly RunFacts[]
  /** Name of its style; '' if it has none. */
  readonly style: string
  /** 0-based; null for body text. */
  readonly outline: number | null
  readonly align: 'left' | 'center' | 'right' | 'both' | 'distribute'
  readonly indent: { readonly left: IndentFacts; readonly right: IndentFacts; /** Negative if it hangs. */ readonly first: IndentFacts }
  readonly line: { readonly value: number; readonly rule: 'exact' | 'atLeast' | 'auto' }
  readonly before: number
  readonly after: number
  readonly pageBreakBefore: boolean
  readonly snapsToGrid: boolean
  readonly rules: { readonly above: RuleFacts | null; readonly below: RuleFacts | null }
  readonly tabs: readonly { readonly position: number; readonly align: string }[]
  /** Index of its section. */
  readonly section: number
  /** Size of its end mark: what an empty paragraph is high. */
  readonly size: number
  /** Stands at a fixed place of the page (a frame). */
  readonly isFramed: boolean
}

export interface TableRowFacts {
  readonly cells: readonly { readonly paragraphs: readonly ParagraphFacts[]; readonly above: RuleFacts | null; readonly below: RuleFacts | null }[]
  readonly isHeader: boolean
  readonly mayBreak: boolean
}

export interface TableFacts {
  readonly kind: 'table'
  readonly width: number
  readonly rows: readonly TableRowFacts[]
  readonly section: number
}

/** A text box, or a drawn line (`line`) with nothing in it. */
export interface BoxFacts {
  readonly kind: 'box'
  readonly blocks: readonly (ParagraphFacts | TableFacts)[]
  /** `isStraight`: a line and no frame. `width` and `height` null if not told. */
  readonly line: { readonly weight: number; readonly color: string } | null
  readonly width: number | null
  readonly section: number
}

export type BlockFacts = ParagraphFacts | TableFacts | BoxFacts

export interface FooterFacts {
  readonly paragraphs: readonly ParagraphFacts[]
  /** Whether the number of the page stands in it. */
  readonly hasPageNumber: boolean
}

export interface SectionFacts {
  readonly width: number
  readonly height: number
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number; readonly gutter: number }
  readonly headerDistance: number
  readonly footerDistance: number
  readonly grid: { readonly type: 'none' | 'lines' | 'linesAndChars' | 'snapToChars'; readonly linePitch: number; /** 1/4096 pt. */ readonly characterSpace: number }
  readonly hasFirstPage: boolean
  /** How it begins: nextPage, evenPage, continuous … */
  readonly start: string
  readonly numberFormat: string
  /** Where page numbers begin anew; null if they go on. */
  readonly numberStart: number | null
  /** What is not named is inherited from the section before; null if there is none at all. */
  readonly footers: { readonly odd: FooterFacts | null; readonly even: FooterFacts | null; readonly first: FooterFacts | null }
  readonly headers: { readonly odd: FooterFacts | null; readonly even: FooterFacts | null; readonly first: FooterFacts | null }
}

export interface WordFacts {
  /** In order; a box stands behind the paragraph that holds it. */
  readonly blocks: readonly BlockFacts[]
  /** At least one. */
  readonly sections: readonly SectionFacts[]
  readonly hasEvenFooters: boolean
  /** Inner and outer margins change sides on even pages. */
  readonly mirrorsMargins: boolean
  readonly met: { readonly changes: number; readonly comments: number; readonly hidden: number; readonly pictures: number; readonly external: number; readonly macros: boolean }
}
