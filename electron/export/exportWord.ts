import { layoutReport, type LayoutOptions, type PrintedReport } from '../../shared/print/layoutReport'
import { paginate, type PageModel } from '../../shared/print/paginate'
import type { PrintChange, PrintDocument } from '../../shared/print/printDocument'
import { describeChange } from '../../shared/text/export'
import { noPictures, readPictures, type ReadPicture } from './readPictures'

/** An exported file that is not on the disk yet. `changes` says, one sentence each, what is printed otherwise than it was typed. */
export interface ExportedFile {
  readonly bytes: Uint8Array
  readonly changes: readonly string[]
  /** Printed pages, as the page model counts them; absent for what has none. */
  readonly pages?: number
}

/** The report as a Word file in its format of issue. A picture that cannot be read leaves its place empty and is told. */
export async function exportWord(report: PrintedReport, options: Partial<LayoutOptions> = {}, readPicture: ReadPicture = noPictures): Promise<ExportedFile> {
  const document = layoutReport(report, options)
  const { writeWord } = await import('./word/writeWord')
  const { pictures, changes } = await readPictures(document, readPicture)
  const model = paginate(document)
  return { bytes: await writeWord(document, pictures), changes: [...document.changes, ...changes, ...missingBody(document, model)].map(describeChange), pages: model.pages }
}

/** The first page of a document must show its body (GB/T 9704-2012, 7.3.3). */
function missingBody(document: PrintDocument, model: PageModel): readonly PrintChange[] {
  const first = document.blocks.findIndex((block) => block.blockId !== undefined)
  const page = model.lines.find((line) => line.block === first)?.page ?? 1
  return page > 1 ? [{ kind: 'bodyNotOnFirstPage' }] : []
}
