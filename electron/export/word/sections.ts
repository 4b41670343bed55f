/** The sections of a Word file as the library writes them, with an empty paragraph in the place of their text. */
import { DocumentGridType, Footer, PageNumber, PageOrientation, Paragraph, TextRun, type ISectionOptions } from 'docx'
import type { PrintDocument } from '../../../shared/print/printDocument'
import type { PageSettings } from '../../../shared/print/profile'
import { emptyHeader, landscapeMargins, landscapeNumber, numberFont } from './landscape'
import type { SectionKind } from './sectionStarts'

/** What the sections take from their document. */
export type SectionDocument = Pick<PrintDocument, 'page' | 'digits' | 'pageNumbers'>

export function sectionsOf(document: SectionDocument, kinds: readonly SectionKind[]): readonly ISectionOptions[] {
  // Only then is anything said of headers, and by every section: one that says nothing would have those of the section before it.
  const hasLandscape = kinds.some((kind) => kind.isLandscape)
  return kinds.map((kind, index) => section(document, kind, index === 0, hasLandscape))
}

/** Every section names its footers: one without would have those of the section before it. */
function section(document: SectionDocument, { isLandscape, ...kind }: SectionKind, isFirst: boolean, hasLandscape: boolean): ISectionOptions {
  const { page, pageNumbers } = document
  const isUnnumbered = pageNumbers.place === 'none' || kind.isUnnumbered
  const footers = isUnnumbered || isLandscape ? { default: emptyFooter(), even: emptyFooter() } : { default: new Footer({ children: [pageNumber(document, 'right')] }), even: new Footer({ children: [pageNumber(document, 'left')] }) }
  const hasFirst = isFirst && !pageNumbers.onFirst
  return {
    properties: {
      page: { size: pageSize(page, isLandscape), margin: { ...(isLandscape ? landscapeMargins(page) : page.margins), header: page.headerDistance, footer: page.footerDistance, gutter: 0 } },
      // On a landscape page LibreOffice moves all text down by a part of the grid; lines of exact height do not need it.
      ...(page.grid.isOff === true || (isLandscape && page.grid.characterSpace === null) ? {} : { grid: pageGrid(page) }),
      ...(hasFirst ? { titlePage: true } : {}),
    },
    ...(hasLandscape ? { headers: isLandscape && !isUnnumbered ? { default: landscapeNumber(document, 'right'), even: landscapeNumber(document, 'left') } : { default: emptyHeader(), even: emptyHeader() } } : {}),
    footers: { ...footers, ...(hasFirst ? { first: emptyFooter() } : {}) },
    children: [new Paragraph({})],
  }
}

/** The library turns the sheet itself. A document whose own page lies across is given to it upright. */
function pageSize({ width, height }: PageSettings, isTurned: boolean): { readonly width: number; readonly height: number; readonly orientation?: 'landscape' } {
  return isTurned ? { width, height, orientation: PageOrientation.LANDSCAPE } : width > height ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE } : { width, height }
}

function emptyFooter(): Footer {
  return new Footer({ children: [new Paragraph({ style: 'GwFooter' })] })
}

function pageGrid({ grid, linePitch }: PageSettings): { readonly type: (typeof DocumentGridType)[keyof typeof DocumentGridType]; readonly linePitch: number; readonly charSpace?: number } {
  return grid.characterSpace === null ? { type: DocumentGridType.LINES, linePitch } : { type: DocumentGridType.LINES_AND_CHARS, linePitch, charSpace: grid.characterSpace }
}

/** — 1 — at the outer side of the page: right on odd pages, left on even ones; or in the middle. */
function pageNumber({ page, digits, pageNumbers }: SectionDocument, side: 'left' | 'right'): Paragraph {
  const { before, after, indent } = page.pageNumber
  return new Paragraph({
    style: 'GwFooter',
    ...(pageNumbers.place === 'centre' ? { alignment: 'center' } : { alignment: side, indent: { [side]: indent } }),
    children: [new TextRun({ ...numberFont(digits), children: [before, PageNumber.CURRENT, after] })],
  })
}
