/** 归档章 on the first page (SPEC ARCHNO-22; DA/T 22-2015, measures by a commentary on the edition of 2000): 45 mm × 16 mm in six equal cells. */
import type { PrintBlock, PrintParagraph, PrintStamp } from './printDocument'
import type { PageSettings } from './profile'
import { millimetres } from './profiles'

/** Millimetres; `top`: from the upper edge of the paper, so that it ends well above the text area of every format. */
export const stampSize = { width: 45, height: 16, top: 10 } as const

/** The name and number by which Word files have the stamp: it is no text of the report. */
export const stampName = 'filingStamp'
export const stampId = 9000

/** Half points and twips of its text. */
export const stampText = { size: 21, line: 320 } as const

/** The stamp in the middle above the text; a first page that is turned has less room above it. */
export function layoutStamp(rows: readonly (readonly string[])[], page: PageSettings, isTurned: boolean): PrintStamp {
  const width = millimetres(stampSize.width)
  return { left: Math.round(((isTurned ? page.height : page.width) - width) / 2), top: millimetres(isTurned ? stampSize.top - 3 : stampSize.top), width, height: millimetres(stampSize.height), rows }
}

const anchor: PrintParagraph = { kind: 'paragraph', style: 'GwAnchor', runs: [] }

/** The blocks with a paragraph in front that a stamp can hang on: a table or a picture holds none. */
export function withStampAnchor(blocks: readonly PrintBlock[]): readonly PrintBlock[] {
  const [first] = blocks
  return first?.kind === 'paragraph' && first.picture === undefined ? blocks : [first?.isLandscape === true ? { ...anchor, isLandscape: true } : anchor, ...blocks]
}
