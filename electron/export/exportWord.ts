import { layoutReport, type LayoutOptions, type PrintedReport } from '../../shared/print/layoutReport'
import { paginate } from '../../shared/print/paginate'
import type { PrintChange } from '../../shared/print/printDocument'
import { describeChange } from '../../shared/text/export'

/** An exported file that is not on the disk yet. `changes` says, one sentence each, what is printed otherwise than it was typed. */
export interface ExportedFile {
  readonly bytes: Uint8Array
  readonly changes: readonly string[]
  /** Printed pages, as the page model counts them; absent for what has none. */
  readonly pages?: number
}

/** The bytes of a picture by its SHA-256; null if they are missing or damaged. */
export type ReadPicture = (sha256: string) => Promise<Uint8Array | null>

const noPictures: ReadPicture = () => Promise.resolve(null)

/** The report as a Word file in the profile 普通材料. A picture that cannot be read leaves its place empty and is told. */
export async function exportWord(report: PrintedReport, options: Partial<LayoutOptions> = {}, readPicture: ReadPicture = noPictures): Promise<ExportedFile> {
  const document = layoutReport(report, options)
  const { writeWord } = await import('./word/writeWord')
  const printed = document.blocks.flatMap((block) => (block.kind === 'paragraph' && block.picture !== undefined ? [{ sha256: block.picture.sha256, caption: block.runs.map(({ text }) => text).join('') }] : []))
  const pictures = new Map<string, Uint8Array>()
  const changes: PrintChange[] = [...document.changes]
  for (const { sha256, caption } of printed) {
    const bytes = pictures.get(sha256) ?? await readPicture(sha256)
    if (bytes === null) changes.push({ kind: 'pictureMissing', caption })
    else pictures.set(sha256, bytes)
  }
  return { bytes: await writeWord(document, pictures), changes: changes.map(describeChange), pages: paginate(document).pages }
}
