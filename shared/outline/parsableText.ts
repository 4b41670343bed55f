/** A text to be parsed with what its file says beside the characters (SPEC PARSE-28). Hints are never believed against the text, only where the text leaves a choice. */
import type { ImageBlock, TableBlock } from '../report/report'

/** What the file says of one line. */
export interface LineHint {
  /** 1-based line of the source, where lines were joined or parted on the way here. */
  readonly line?: number
  /** 1-based heading level, by an outline level or a heading style. */
  readonly outline?: number
  /** Style of a title, or centred. */
  readonly isTitle?: true
  readonly isCentered?: true
  /** All of it is bold. */
  readonly isBold?: true
  /** Size of its characters in half-points. */
  readonly size?: number
  /** The line is an entry of a table of contents. */
  readonly isContents?: true
  /** The line is a note of the file, no part of its text. */
  readonly isNote?: true
  /** The line begins on a new page. */
  readonly pageBreakBefore?: true
  /** A picture stands in the line. */
  readonly picture?: Pick<ImageBlock, 'sha256' | 'mediaType' | 'width' | 'height'>
}

/** A table of the file in the lines `from` to `to` (0-based, both included), a row a line. */
export interface GivenTable extends Pick<TableBlock, 'rows' | 'headerRows' | 'merges'> {
  readonly from: number
  readonly to: number
}

export interface ParsableText {
  readonly text: string
  /** By 0-based line. */
  readonly hints: ReadonlyMap<number, LineHint>
  readonly tables: readonly GivenTable[]
}

/** A text of which nothing else is known. */
export function plainParsable(text: string): ParsableText {
  return { text, hints: new Map(), tables: [] }
}
