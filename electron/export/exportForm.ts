/** A form that is a document of the printed page already, as a Word or PDF file; the same writers as for reports. */
import { paginate } from '../../shared/print/paginate'
import type { PrintDocument } from '../../shared/print/printDocument'
import { describeFontChange } from '../../shared/text/export'
import type { ExportedFile } from './exportWord'
import { noFonts, type FontSource } from './fonts/fontSource'
import { tellReplaced } from './tellFonts'

/** `fonts`: those of this computer, which a PDF file brings along. */
export async function exportForm(document: PrintDocument, format: 'word' | 'pdf', fonts: FontSource = noFonts): Promise<ExportedFile> {
  const model = paginate(document)
  if (format === 'word') {
    const { writeWord } = await import('./word/writeWord')
    return { bytes: await writeWord(document), changes: [], pages: model.pages }
  }
  const [{ loadFontSet }, { writePdf }] = await Promise.all([import('./fonts/fontSet'), import('./pdf/writePdf')])
  const { bytes, missing, used, set } = await writePdf(document, model, new Map(), await loadFontSet(fonts), fonts)
  return { bytes, pages: model.pages, changes: [...tellReplaced(set, used), ...(missing.length === 0 ? [] : [describeFontChange({ kind: 'glyphsMissing', characters: missing })])] }
}
