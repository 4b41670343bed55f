import { layoutReport, type LayoutOptions, type PrintedReport } from '../../shared/print/layoutReport'
import { paginate } from '../../shared/print/paginate'
import { describeChange } from '../../shared/text/export'
import { noPictures, readPictures, type ReadPicture } from './readPictures'

/** An exported file that is not on the disk yet. `changes` says, one sentence each, what is printed otherwise than it was typed. */
export interface ExportedFile {
  readonly bytes: Uint8Array
  readonly changes: readonly string[]
  /** Printed pages, as the page model counts them; absent for what has none. */
  readonly pages?: number
}

/** The report as a Word file in the profile 普通材料. A picture that cannot be read leaves its place empty and is told. */
export async function exportWord(report: PrintedReport, options: Partial<LayoutOptions> = {}, readPicture: ReadPicture = noPictures): Promise<ExportedFile> {
  const document = layoutReport(report, options)
  const { writeWord } = await import('./word/writeWord')
  const { pictures, changes } = await readPictures(document, readPicture)
  return { bytes: await writeWord(document, pictures), changes: [...document.changes, ...changes].map(describeChange), pages: paginate(document).pages }
}
