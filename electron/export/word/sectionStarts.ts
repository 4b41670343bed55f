import type { PrintBlock } from '../../../shared/print/printDocument'

/** What the pages of a section have in common. */
export interface SectionKind {
  readonly isLandscape: boolean
  readonly isUnnumbered: boolean
}

/** A section begins with the block `start`. */
export interface SectionStart extends SectionKind {
  readonly start: number
}

/** The sections of a Word file: stretches of pages of one direction and one way of page numbers. A file without blocks has one too. */
export function sectionStarts(blocks: readonly PrintBlock[]): readonly SectionStart[] {
  const starts: SectionStart[] = []
  for (const [start, block] of blocks.entries()) {
    const kind = { isLandscape: block.isLandscape === true, isUnnumbered: block.kind === 'paragraph' && block.isUnnumbered === true }
    const last = starts[starts.length - 1]
    if (last === undefined || last.isLandscape !== kind.isLandscape || last.isUnnumbered !== kind.isUnnumbered) starts.push({ start, ...kind })
  }
  return starts.length === 0 ? [{ start: 0, isLandscape: false, isUnnumbered: false }] : starts
}
