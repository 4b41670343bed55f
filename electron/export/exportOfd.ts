import { layoutReport, type LayoutOptions, type PrintedReport } from '../../shared/print/layoutReport'
import { paginate } from '../../shared/print/paginate'
import { describeChange } from '../../shared/text/export'
import type { ExportedFile } from './exportWord'
import { noPictures, readPictures, type ReadPicture } from './readPictures'

/** The report as an OFD file (SPEC OFD), page by page as the page model has it. */
export async function exportOfd(report: PrintedReport, options: Partial<LayoutOptions> = {}, readPicture: ReadPicture = noPictures): Promise<ExportedFile> {
  const document = layoutReport(report, options)
  const { writeOfd } = await import('./ofd/writeOfd')
  const { pictures, changes } = await readPictures(document, readPicture)
  const model = paginate(document)
  return { bytes: writeOfd(document, model, pictures), changes: [...document.changes, ...changes].map(describeChange), pages: model.pages }
}
