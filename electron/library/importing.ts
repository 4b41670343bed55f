/** A parsed file or text comes into the library (SPEC LIB-7, LIB-8): its original first, then the report, and the log; known files are named instead. */
import { join } from 'node:path'
import type { NewId } from '../../shared/base/ids'
import type { Report } from '../../shared/report/report'
import { sha256 } from '../storage/generationFile'
import type { Surroundings } from '../storage/generations'
import { publish } from '../storage/publish'
import { attempt } from './attempt'
import type { Catalogue } from './catalogue'
import type { Library } from './library'
import type { Logging } from './logging'
import { importedReport, importYear } from './newReports'
import type { Shelf } from './reportShelf'

interface Services {
  readonly surroundings: Surroundings
  readonly root: string
  readonly catalogue: Catalogue
  readonly shelf: Shelf
  readonly newReportId: NewId
  readonly add: (report: Report) => Promise<unknown>
  readonly note: Logging['noteAction']
}

export function bindImporting({ surroundings, root, catalogue, shelf, newReportId, add, note }: Services): Library['importReport'] {
  let hasFailed = false

  /** The imported file, unchanged, under its hash. A name that is taken holds the same bytes. */
  async function keepOriginal(hash: string, bytes: Uint8Array): Promise<void> {
    const originals = join(root, 'originals')
    if ((await publish(surroundings, originals, `${hash}.bin`, bytes)) === 'taken') await surroundings.io.flushDirectory(originals)
  }

  return (given) => attempt(async () => {
    const year = importYear(given, new Date(surroundings.clock()).getFullYear())
    const { original } = given
    const hash = original === undefined ? undefined : sha256(original.bytes)
    if (hasFailed) await catalogue.refresh()
    else await catalogue.complete()
    hasFailed = false
    const known = hash === undefined ? undefined : catalogue.entries().find(({ importedFrom, summary }) => importedFrom === hash && (given.isOnce === true || summary.year === year) && !summary.isTrashed)?.summary
    if (known !== undefined) {
      // It may be there although the import that made it was told to have failed.
      await shelf.generations(known.id).confirm()
      return { id: known.id, title: known.title, year: known.year, kind: known.kind, isKnown: true }
    }
    if (original !== undefined && hash !== undefined) await keepOriginal(hash, original.bytes)
    const origin: Report['origin'] = original === undefined || hash === undefined ? { kind: 'paste' } : { kind: 'file', name: original.name, sha256: hash }
    const report = importedReport(given, newReportId(), origin, year)
    await add(report).catch((error: unknown) => {
      hasFailed = true
      throw error
    })
    await note({ action: 'import', report: report.id, ...(hash === undefined ? {} : { detail: hash.slice(0, 12) }) })
    return { id: report.id, title: report.title.join(''), year: report.year, kind: report.kind, isKnown: false }
  })
}
