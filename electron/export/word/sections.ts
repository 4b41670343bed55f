/** The sections of a Word file: stretches of pages of one direction and one way of page numbers. */
import { DocumentGridType, Footer, PageNumber, PageOrientation, Paragraph, TextRun, type FileChild, type ISectionOptions } from 'docx'
import type { PrintBlock, PrintDocument } from '../../../shared/print/printDocument'
import type { PageSettings } from '../../../shared/print/profile'
import { emptyHeader, landscapeMargins, landscapeNumber } from './landscape'
import { runFont } from './writeParagraph'

/** The body in sections; `write` gives what stands for one block. */
export function sectionsOf(document: PrintDocument, children: readonly FileChild[]): readonly ISectionOptions[] {
  const starts = document.blocks.flatMap((block, index) => (index === 0 || kindOf(block) !== kindOf(document.blocks[index - 1]) ? [index] : []))
  if (starts.length === 0) return [section(document, undefined, children, true)]
  return starts.map((start, at) => section(document, document.blocks[start], children.slice(start, starts[at + 1] ?? children.length), at === 0))
}

function kindOf(block: PrintBlock | undefined): string {
  return `${block?.isLandscape === true}${block?.kind === 'paragraph' && block.isUnnumbered === true}`
}

/** Every section names its footers: one without would have those of the section before it. */
function section(document: PrintDocument, first: PrintBlock | undefined, children: readonly FileChild[], isFirst: boolean): ISectionOptions {
  const { page, pageNumbers } = document
  const isUnnumbered = pageNumbers.place === 'none' || (first?.kind === 'paragraph' && first.isUnnumbered === true)
  const isLandscape = first?.isLandscape === true
  const footers = isUnnumbered || isLandscape ? { default: emptyFooter(), even: emptyFooter() } : { default: new Footer({ children: [pageNumber(document, 'right')] }), even: new Footer({ children: [pageNumber(document, 'left')] }) }
  const hasFirst = isFirst && !pageNumbers.onFirst
  return {
    properties: {
      page: { size: { width: page.width, height: page.height, ...(isLandscape ? { orientation: PageOrientation.LANDSCAPE } : {}) }, margin: { ...(isLandscape ? landscapeMargins(page) : page.margins), header: page.headerDistance, footer: page.footerDistance, gutter: 0 } },
      // On a landscape page LibreOffice moves all text down by a part of the grid; lines of exact height do not need it.
      ...(isLandscape && page.grid.characterSpace === null ? {} : { grid: pageGrid(page) }),
      ...(hasFirst ? { titlePage: true } : {}),
    },
    ...(hasLandscape(document) ? { headers: isLandscape && !isUnnumbered ? { default: landscapeNumber(document, 'right'), even: landscapeNumber(document, 'left') } : { default: emptyHeader(), even: emptyHeader() } } : {}),
    footers: { ...footers, ...(hasFirst ? { first: emptyFooter() } : {}) },
    children,
  }
}

/** Only then is anything said of headers, and by every section: one that says nothing would have those of the section before it. */
function hasLandscape({ blocks }: PrintDocument): boolean {
  return blocks.some((block) => block.isLandscape === true)
}

function emptyFooter(): Footer {
  return new Footer({ children: [new Paragraph({ style: 'GwFooter' })] })
}

function pageGrid({ grid, linePitch }: PageSettings): { readonly type: (typeof DocumentGridType)[keyof typeof DocumentGridType]; readonly linePitch: number; readonly charSpace?: number } {
  return grid.characterSpace === null ? { type: DocumentGridType.LINES, linePitch } : { type: DocumentGridType.LINES_AND_CHARS, linePitch, charSpace: grid.characterSpace }
}

/** — 1 — at the outer side of the page: right on odd pages, left on even ones; or in the middle. */
function pageNumber({ page, digits, pageNumbers }: PrintDocument, side: 'left' | 'right'): Paragraph {
  const { before, after, indent } = page.pageNumber
  return new Paragraph({
    style: 'GwFooter',
    ...(pageNumbers.place === 'centre' ? { alignment: 'center' } : { alignment: side, indent: { [side]: indent } }),
    children: [new TextRun({ ...runFont('song', digits), children: [before, PageNumber.CURRENT, after] })],
  })
}
