/** The printed pages of a report, to be looked at one by one. */
import { pageDrawer, type PageDrawer } from '../../shared/print/drawingPages'
import { layoutReport, type LayoutOptions, type PrintedReport } from '../../shared/print/layoutReport'
import { paginate } from '../../shared/print/paginate'

/** Twips. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

export interface PrintedPages extends PageDrawer {
  /** One for each page, without drawing it. */
  readonly sizes: readonly PageSize[]
}

export function printedPages(report: PrintedReport, layout: Partial<LayoutOptions>): PrintedPages {
  const document = layoutReport(report, layout)
  const model = paginate(document)
  const drawer = pageDrawer(document, model)
  const { width, height } = document.page
  const landscape = new Set(model.lines.filter(({ block }) => document.blocks[block]?.isLandscape === true).map(({ page }) => page))
  const sizes = Array.from({ length: drawer.pages }, (_, index) => (landscape.has(index + 1) ? { width: height, height: width } : { width, height }))
  return { ...drawer, sizes }
}
