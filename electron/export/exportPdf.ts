import { layoutReport, type LayoutChoice, type PrintedReport } from '../../shared/print/layoutReport'
import { paginate } from '../../shared/print/paginate'
import { describeChange, describeFontChange } from '../../shared/text/export'
import type { ExportedFile } from './exportWord'
import { noFonts, type FontSource } from './fonts/fontSource'
import { noPictures, readPictures, type ReadPicture } from './readPictures'
import { tellReplaced } from './tellFonts'

/**
 * The report as a PDF file (SPEC PDF), page by page as the page model has it, with the fonts of this computer. Throws an {@link AppFailure} where
 * there is no font for Chinese text at all.
 */
export async function exportPdf(report: PrintedReport, options: LayoutChoice = {}, readPicture: ReadPicture = noPictures, fonts: FontSource = noFonts): Promise<ExportedFile> {
  const document = layoutReport(report, options)
  const [{ loadFontSet }, { writePdf }] = await Promise.all([import('./fonts/fontSet'), import('./pdf/writePdf')])
  const found = await loadFontSet(fonts)
  const { pictures, changes } = await readPictures(document, readPicture)
  const model = paginate(document)
  const { bytes, missing, used, set } = await writePdf(document, model, pictures, found, fonts)
  return {
    bytes, pages: model.pages,
    changes: [
      ...[...document.changes, ...changes].map(describeChange),
      ...tellReplaced(set, used),
      ...(missing.length === 0 ? [] : [describeFontChange({ kind: 'glyphsMissing', characters: missing })]),
    ],
  }
}
