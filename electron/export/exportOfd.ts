import { layoutReport, type LayoutChoice, type PrintedReport } from '../../shared/print/layoutReport'
import { paginate } from '../../shared/print/paginate'
import { describeChange, describeFontChange } from '../../shared/text/export'
import type { ExportedFile } from './exportWord'
import { noFonts, type FontSource } from './fonts/fontSource'
import { noPictures, readPictures, type ReadPicture } from './readPictures'
import { tellReplaced } from './tellFonts'

/** The report as an OFD file (SPEC OFD), page by page as the page model has it, with the fonts of this computer where it has any for Chinese text. */
export async function exportOfd(report: PrintedReport, options: LayoutChoice = {}, readPicture: ReadPicture = noPictures, fonts: FontSource = noFonts): Promise<ExportedFile> {
  const document = layoutReport(report, options)
  const [{ fontSetOf, loadFontSet }, { writeOfd }] = await Promise.all([import('./fonts/fontSet'), import('./ofd/writeOfd')])
  const found = await loadFontSet(fonts)
  const { pictures, changes } = await readPictures(document, readPicture)
  const model = paginate(document)
  const { bytes, used, set } = await writeOfd(document, model, pictures, found.hasChinese ? found : fontSetOf([]), fonts)
  return {
    bytes, pages: model.pages,
    changes: [...[...document.changes, ...changes].map(describeChange), ...(set.hasChinese ? tellReplaced(set, used) : [describeFontChange({ kind: 'fontsNotInside' })])],
  }
}
