/** What goes into a sealed year (SPEC SEAL-2): of each report its value, its files and its text, the catalogue and the log. One file is made at a time. */
import { AppFailure } from '../../shared/base/errors'
import { archivalFileName } from '../../shared/archive/archivalNumber'
import { canonicalJson } from '../../shared/archive/canonicalContent'
import type { CataloguePart, CatalogueRow } from '../../shared/archive/catalogue'
import { catalogueCsv, catalogueJson } from '../../shared/archive/catalogueText'
import type { Report } from '../../shared/report/report'
import type { Surroundings } from '../storage/generations'
import { readPicture } from '../storage/pictures'
import type { BagFile } from './bag/bagFile'
import { readerReport, type ReaderReport } from './bag/readerReport'
import { isIntact, readArchived, type ExportReport } from './filedReports'

export interface SealSources {
  readonly surroundings: Surroundings
  readonly root: string
  /** The catalogue of what is sealed, in its order. */
  readonly parts: readonly CataloguePart[]
  readonly reportOf: (id: string) => Promise<Report>
  readonly exportReport: ExportReport | undefined
  /** The log as it lies on the disk, one entry a line. */
  readonly log: string
  /** Asked before every file; throws to give up. */
  readonly onReport: (done: number) => void
}

/** Formats that could not be made here, so that it can be said. */
export interface SealGaps {
  readonly formats: Set<'pdf' | 'ofd' | 'text'>
}

type Pictures = (sha256: string) => Promise<Uint8Array | null>

/** The payload, report by report in the order of the catalogue. `readers` is filled on the way. */
export async function* sealPayload(sources: SealSources, readers: ReaderReport[], gaps: SealGaps): AsyncGenerator<BagFile> {
  const { surroundings, root, parts, reportOf, onReport, log } = sources
  const pictures: Pictures = (hash) => readPicture(surroundings, root, hash)
  const kept = new Set<string>()
  const rows = parts.flatMap((part) => part.rows)
  for (const [index, row] of rows.entries()) {
    onReport(index)
    const report = await reportOf(row.id)
    if (!(await isIntact(surroundings, root, report))) throw new AppFailure({ code: 'filedDamaged', detail: { title: row.title } })
    const folder = reportFolder(report)
    const files = await filesOf(report, sources, pictures, gaps)
    for (const { name, bytes } of files) yield { path: `data/${folder}/${name}`, bytes }
    for await (const picture of picturesOf(report, pictures, kept)) yield picture
    readers.push(readerReport(report, entryOf(report, row, folder, files.map(({ name }) => name))))
  }
  yield { path: 'data/catalogue.csv', bytes: Buffer.from(catalogueCsv(parts), 'utf8') }
  yield { path: 'data/catalogue.json', bytes: Buffer.from(catalogueJson(parts), 'utf8') }
  if (log !== '') yield { path: 'data/log/actions.jsonl', bytes: Buffer.from(log, 'utf8') }
}

/** The folder of a report below `data/`: by its 档号, else by its id. */
function reportFolder({ id, filing }: Report): string {
  const name = filing?.number === undefined ? '' : archivalFileName(filing.number)
  return `reports/${/^[a-z0-9][a-z0-9.-]{0,60}$/.test(name) ? name : id}`
}

async function filesOf(report: Report, { surroundings, root, exportReport }: SealSources, pictures: Pictures, gaps: SealGaps): Promise<ReadonlyArray<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const word = await readArchived(surroundings, root, report, 'word')
  const filedPdf = await readArchived(surroundings, root, report, 'pdf')
  const make = async (format: 'pdf' | 'ofd' | 'text'): Promise<Uint8Array | null> => {
    try {
      const made = exportReport === undefined ? null : (await exportReport(report, format, pictures)).bytes
      if (made === null) gaps.formats.add(format)
      return made
    } catch (error) {
      // Without Chinese fonts on this computer; the Word file and the value are there all the same.
      if (!(error instanceof AppFailure)) throw error
      gaps.formats.add(format)
      return null
    }
  }
  const files = [
    { name: 'report.json', bytes: Buffer.from(`${canonicalJson(report)}\n`, 'utf8') },
    { name: 'report.docx', bytes: word.bytes },
    { name: 'report.pdf', bytes: filedPdf.state === 'intact' ? filedPdf.bytes : await make('pdf') },
    { name: 'report.ofd', bytes: await make('ofd') },
    { name: 'report.txt', bytes: await make('text') },
  ]
  return files.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }]))
}

async function* picturesOf(report: Report, pictures: Pictures, kept: Set<string>): AsyncGenerator<BagFile> {
  for (const block of report.blocks) {
    if (block.kind !== 'image' || kept.has(block.sha256)) continue
    kept.add(block.sha256)
    const bytes = await pictures(block.sha256)
    if (bytes !== null) yield { path: `data/pictures/${block.sha256}.${block.mediaType === 'image/png' ? 'png' : 'jpg'}`, bytes }
  }
}

function entryOf(report: Report, row: CatalogueRow, folder: string, files: readonly string[]): Omit<ReaderReport, 'lines'> {
  const { number, title, responsible, date, pages, note } = row
  return { number, title, responsible, date, retention: report.filing?.retention ?? '', pages, filedAt: report.filing?.filedAt ?? '', note, year: report.year, folder, files }
}
