import { layoutReport, type LayoutChoice, type PrintedReport } from '../../shared/print/layoutReport'
import { asTheFileAsks } from '../../shared/print/habits'
import { walkLines } from '../../shared/print/paginate'
import type { PrintDocument } from '../../shared/print/printDocument'
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
export async function exportWord(report: PrintedReport, options: LayoutChoice = {}, readPicture: ReadPicture = noPictures): Promise<ExportedFile> {
  const document = layoutReport(report, options)
  const { writeWord } = await import('./word/writeWord')
  const { pictures, changes } = await readPictures(document, readPicture)
  const { pages, bodyPage } = countPages(document)
  return { bytes: await writeWord(document, pictures), changes: [...document.changes, ...changes, ...(bodyPage > 1 ? [{ kind: 'bodyNotOnFirstPage' } as const] : [])].map(describeChange), pages }
}

/** How many pages there are, and on which one the body begins: the first page of a document must show it (GB/T 9704-2012, 7.3.3). */
function countPages(document: PrintDocument): { readonly pages: number; readonly bodyPage: number } {
  const first = document.blocks.findIndex((block) => block.blockId !== undefined)
  let bodyPage = 0
  const pages = walkLines(document, asTheFileAsks, (block, _part, page) => {
    if (block === first && bodyPage === 0) bodyPage = page
  })
  return { pages, bodyPage }
}
