/** The stored reports of a data folder: one generation folder each (SPEC LIB-3). */
import { join } from 'node:path'
import { AppFailure } from '../../shared/base/errors'
import type { Report } from '../../shared/report/report'
import { generationNumber, type Cause } from '../../shared/store/envelope'
import { reportFormat, type StoredReport } from '../../shared/store/storedReportSchema'
import { openGenerations, type Generations, type Newest, type Revision, type Surroundings } from '../storage/generations'
import { openDocument, type Document, type Saved } from '../storage/openDocument'
import { ensureFolder } from '../storage/publish'
import { openQuarantine } from '../storage/quarantine'
import { openVersionNames, type VersionNames } from './versionNames'

export interface Shelf {
  /** Ids of all report folders, in order. */
  ids(): Promise<readonly string[]>
  document(id: string): Document<StoredReport>
  generations(id: string): Generations<StoredReport>
  /** The names that the clerk gave to generations of a report. */
  names(id: string): VersionNames
  /** The newest revision; throws an AppFailure if there is none. */
  newest(id: string): Promise<Revision<StoredReport>>
  /** The newest revision without keeping anything of it in memory: for looking at many reports. Null if there is none; throws an AppFailure. */
  peek(id: string): Promise<Newest<StoredReport> | null>
  /** The number of the newest file of a report, unread; null if there is none. */
  newestNumber(id: string): Promise<number | null>
  /** Stores the first generation of a new report. */
  add(report: Report, cause: Cause, template?: StoredReport['template']): Promise<Saved<StoredReport>>
  /** Numbers of damaged generations in quarantine. */
  quarantined(id: string): Promise<readonly number[]>
  /** Ids of the reports that have anything in quarantine. */
  idsWithQuarantine(): Promise<ReadonlySet<string>>
  settle(): Promise<void>
}

interface Place {
  readonly generations: Generations<StoredReport>
  readonly document: Document<StoredReport>
  readonly names: VersionNames
}

/** `part` is the folder inside the data folder: that of the reports, or that of the templates, which are stored like reports. */
export function openShelf(surroundings: Surroundings, root: string, part: 'reports' | 'templates' = 'reports'): Shelf {
  const folder = join(root, part)
  const places = new Map<string, Place>()

  /** Ids come from outside; only their exact form may become part of a path. */
  function folderOf(id: string): string {
    if (!isReportId(id)) throw new AppFailure({ code: 'reportNotFound', detail: { id } })
    return join(folder, id)
  }

  function place(id: string): Place {
    const known = places.get(id)
    if (known !== undefined) return known
    const names = openVersionNames(surroundings, root, folderOf(id), id)
    const generations = openGenerations(surroundings, folderOf(id), reportFormat, openQuarantine(surroundings, root, id), () => names.kept())
    const opened = { generations, document: openDocument(generations), names }
    places.set(id, opened)
    return opened
  }

  return {
    ids: async () => (await surroundings.io.readdir(folder)).filter(isReportId).sort(),
    document: (id) => place(id).document,
    generations: (id) => place(id).generations,
    names: (id) => place(id).names,
    newest: async (id) => {
      const newest = await place(id).document.read()
      if (newest === null) throw new AppFailure({ code: 'reportNotFound', detail: { id } })
      return newest.revision
    },
    peek: async (id) => openGenerations(surroundings, folderOf(id), reportFormat, openQuarantine(surroundings, root, id)).readNewest(),
    newestNumber: async (id) => {
      const newest = Math.max(0, ...(await surroundings.io.readdir(folderOf(id))).map((name) => generationNumber(name) ?? 0))
      return newest === 0 ? null : newest
    },
    add: async (report, cause, template) => {
      await ensureFolder(surroundings.io, folder, report.id)
      return place(report.id).document.save({ report, ...(template === undefined ? {} : { template }) }, 0, cause)
    },
    quarantined: (id) => openQuarantine(surroundings, root, id).numbers(),
    idsWithQuarantine: async () => new Set(await surroundings.io.readdir(join(root, 'quarantine'))),
    settle: async () => {
      await Promise.all([...places.values()].map(({ document, names }) => Promise.all([document.settle(), names.settle()])))
    },
  }
}

function isReportId(name: string): boolean {
  return /^r-[0-9a-z]{26}$/.test(name)
}
