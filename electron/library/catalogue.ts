/**
 * The catalogue of the library: what is known of every report, held in memory and written to `cache/` (SPEC LIB-4). Only a cache: an entry
 * counts while the newest file of its report is the same; a missing or damaged cache is made anew from the reports.
 */
import { join } from 'node:path'
import { AppFailure, type AppError } from '../../shared/base/errors'
import { generationName } from '../../shared/store/envelope'
import type { StoredReport } from '../../shared/store/storedReportSchema'
import type { Newest, Revision, Surroundings } from '../storage/generations'
import { errnoToAppError } from '../storage/errnoToAppError'
import { openCache } from './catalogueCache'
import { indexEntry, type CatalogueRow, type IndexEntry } from './indexEntry'
import type { Shelf } from './reportShelf'

/** A report that did not open as it should. */
export interface Trouble {
  readonly id: string
  readonly error: AppError
  readonly title: string
  readonly openedGeneration?: number
  readonly badGeneration?: number
}

export interface Catalogue {
  /** Looks at every report folder and reads what has changed; then the entries and troubles are up to date. Not done again within `ifOlderThan` ms. */
  refresh(options?: { readonly ifOlderThan: number }): Promise<void>
  entries(): readonly IndexEntry[]
  troubles(): readonly Trouble[]
  /** Takes note of a revision that was just written or read. */
  note(revision: Revision<StoredReport>): void
  noteNewest(newest: Newest<StoredReport>): void
  /** Writes the cache if anything changed since the last time. */
  keep(): Promise<void>
}

/** So many report folders are looked at side by side. */
const atOnce = 16
/** A look around that had to read so many reports writes the cache at once: the next start is not slow again, even after a crash. */
const worthKeeping = 20

export async function openCatalogue(surroundings: Surroundings, root: string, shelf: Shelf): Promise<Catalogue> {
  const cache = openCache(surroundings, root)
  const rows = new Map<string, CatalogueRow>(await cache.read())
  const troubles = new Map<string, Trouble>()
  let isChanged = false
  let refreshedAt: number | null = null

  function note(revision: Revision<StoredReport>): void {
    const { id } = revision.data.report
    rows.set(id, { entry: indexEntry(revision), bytes: -1, modified: -1 })
    isChanged = true
    const trouble = troubles.get(id)
    if (trouble !== undefined && revision.number > (trouble.badGeneration ?? 0)) troubles.delete(id)
  }

  function noteNewest({ revision, fellBackFrom }: Newest<StoredReport>): void {
    note(revision)
    const { id, title } = revision.data.report
    if (fellBackFrom !== undefined) troubles.set(id, { id, error: { code: 'reportDamaged' }, title: title.join(''), openedGeneration: revision.number, badGeneration: fellBackFrom })
  }

  /** Whether the report had to be read. */
  async function refreshOne(id: string, hasQuarantine: boolean): Promise<boolean> {
    const row = rows.get(id)
    try {
      const newest = (await shelf.generations(id).numbers())[0]
      const facts = newest === undefined ? null : await surroundings.io.stat(join(root, 'reports', id, generationName(newest)))
      if (row !== undefined && facts !== null && row.entry.generation === newest) {
        const isOurs = row.bytes === -1
        if (isOurs) rows.set(id, { ...row, bytes: facts.bytes, modified: facts.modified })
        if (isOurs || (row.bytes === facts.bytes && row.modified === facts.modified)) {
          await recallQuarantine(id, hasQuarantine)
          return false
        }
      }
      const read = await shelf.document(id).read()
      if (read === null) {
        rows.delete(id)
        return true
      }
      noteNewest(read)
      if (facts !== null && read.revision.number === newest) rows.set(id, { entry: indexEntry(read.revision), bytes: facts.bytes, modified: facts.modified })
      await recallQuarantine(id, hasQuarantine || read.fellBackFrom !== undefined)
    } catch (error) {
      rows.delete(id)
      isChanged = true
      const code = error instanceof AppFailure ? error.error : errnoToAppError(error)
      troubles.set(id, { id, error: code, title: row?.entry.summary.title ?? '' })
    }
    return true
  }

  /** A damaged generation newer than the newest good one stays shown until the clerk has saved again. */
  async function recallQuarantine(id: string, hasQuarantine: boolean): Promise<void> {
    const entry = rows.get(id)?.entry
    if (entry === undefined) return
    const badGeneration = hasQuarantine ? Math.max(0, ...(await shelf.quarantined(id))) : 0
    const isShown = badGeneration > entry.generation
    if (isShown) troubles.set(id, { id, error: { code: 'reportDamaged' }, title: entry.summary.title, openedGeneration: entry.generation, badGeneration })
    else troubles.delete(id)
  }

  async function refresh(): Promise<void> {
    const ids = await shelf.ids()
    const present = new Set(ids)
    const quarantined = await shelf.idsWithQuarantine()
    for (const id of rows.keys()) if (!present.has(id)) rows.delete(id)
    for (const id of troubles.keys()) if (!present.has(id)) troubles.delete(id)
    const queue = [...ids]
    let read = 0
    const walk = async (): Promise<void> => {
      for (let id = queue.pop(); id !== undefined; id = queue.pop()) if (await refreshOne(id, quarantined.has(id))) read += 1
    }
    await Promise.all(Array.from({ length: atOnce }, walk))
    refreshedAt = surroundings.clock()
    if (read >= worthKeeping) await write()
  }

  async function write(): Promise<void> {
    isChanged = false
    await cache.write([...rows].filter(([, row]) => row.bytes >= 0))
  }

  return {
    refresh: async (options) => {
      const isRecent = options !== undefined && refreshedAt !== null && Math.abs(surroundings.clock() - refreshedAt) < options.ifOlderThan
      if (!isRecent) await refresh()
    },
    entries: () => [...rows.values()].map((row) => row.entry),
    troubles: () => [...troubles.values()],
    note,
    noteNewest,
    keep: async () => {
      if (!isChanged) return
      // What was saved in this run gets the look of its file.
      await refresh().catch(() => undefined)
      await write()
    },
  }
}
