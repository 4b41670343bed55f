/**
 * The catalogue of the library: what is known of every report, held in memory and kept in `cache/` (SPEC LIB-4, LIB-17). Only a cache: an entry
 * counts while the newest file of its report is the same; a missing or damaged cache is made anew from the reports.
 */
import { join } from 'node:path'
import { AppFailure, type AppError } from '../../shared/base/errors'
import { generationName } from '../../shared/store/envelope'
import type { StoredReport } from '../../shared/store/storedReportSchema'
import type { Newest, Revision, Surroundings } from '../storage/generations'
import { errnoToAppError } from '../storage/errnoToAppError'
import { openCache } from './catalogueCache'
import type { CatalogueRow } from './catalogueRow'
import { indexEntry, type IndexEntry } from './indexEntry'
import type { Shelf } from './reportShelf'
import { searchedText } from './searchedText'
import { openSearchTexts, type Scan } from './searchTexts'

/** A report that did not open as it should. */
export interface Trouble {
  readonly id: string
  readonly error: AppError
  readonly title: string
  readonly openedGeneration?: number
  readonly badGeneration?: number
}

export interface Catalogue {
  /** Looks at every report folder and reads what has changed; then the entries and troubles are up to date. Not done again within `ifOlderThan` ms; `within`: not waited for longer than that. */
  refresh(options?: { readonly ifOlderThan: number; readonly within?: number }): Promise<void>
  /** Resolves when every report folder has been read at some time; what was changed by others since the last look is not seen. */
  complete(): Promise<void>
  entries(): readonly IndexEntry[]
  entry(id: string): IndexEntry | undefined
  troubles(): readonly Trouble[]
  /** Goes up with every change of the entries or troubles. */
  revision(): number
  /** The text of every report, as it is searched; see {@link searchedText}. */
  scan(scan: Scan): Promise<void>
  /** Takes note of a revision that was just written or read. */
  note(revision: Revision<StoredReport>): void
  noteNewest(newest: Newest<StoredReport>): void
  /** Writes the caches if anything changed since the last time; `isAlone`: no other program uses the folder. */
  keep(isAlone: boolean): Promise<void>
  /** Keeps the caches and lets go of their files. */
  close(isAlone: boolean): Promise<void>
}

/** So many report folders are looked at side by side. */
const atOnce = 16
/** After so many reports were read, the caches are made safe: a start that was cut off goes on from there. */
const worthKeeping = 2000

export async function openCatalogue(surroundings: Surroundings, root: string, shelf: Shelf): Promise<Catalogue> {
  const cache = openCache(surroundings, root)
  const rows = await cache.read()
  const troubles = new Map<string, Trouble>()
  const texts = openSearchTexts(surroundings, root, {
    places: function* () {
      for (const [id, row] of rows) yield [id, placeIn(row)]
    },
    placeOf: (id) => {
      const row = rows.get(id)
      return row === undefined ? undefined : placeIn(row)
    },
    moved: (records, segment) => {
      const changes = records.flatMap(({ id, generation }) => {
        const row = rows.get(id)
        return row === undefined || row.entry.generation !== generation ? [] : [[id, { ...row, segment }] as const]
      })
      for (const [id, row] of changes) rows.set(id, row)
      cache.append(changes)
    },
    reread: async (id) => {
      const newest = await shelf.peek(id).catch(() => null)
      if (newest === null) return null
      if (rows.get(id)?.entry.generation !== newest.revision.number) noteNewest(newest)
      return { id, generation: newest.revision.number, text: searchedText(newest.revision.data.report) }
    },
  })
  let known: readonly IndexEntry[] | null = null
  let changes = 0
  let refreshedAt: number | null = null
  let looking: Promise<void> | null = null
  let isComplete = false
  /** Reports that were read in looks. */
  let reads = 0

  function set(id: string, row: CatalogueRow | null): void {
    if (row === null) rows.delete(id)
    else rows.set(id, row)
    known = null
    changes += 1
    cache.append([[id, row]])
  }

  function tell(trouble: Trouble): void {
    const told = troubles.get(trouble.id)
    if (told?.openedGeneration === trouble.openedGeneration && told?.badGeneration === trouble.badGeneration && told?.error.code === trouble.error.code) return
    troubles.set(trouble.id, trouble)
    changes += 1
  }

  function note(revision: Revision<StoredReport>, look: Pick<CatalogueRow, 'bytes' | 'modified'> = { bytes: -1, modified: -1 }): void {
    const { report } = revision.data
    set(report.id, { entry: indexEntry(revision), ...look, segment: 0 })
    texts.put({ id: report.id, generation: revision.number, text: searchedText(report) })
    const trouble = troubles.get(report.id)
    if (trouble !== undefined && revision.number > (trouble.badGeneration ?? 0)) troubles.delete(report.id)
  }

  function noteNewest({ revision, fellBackFrom }: Newest<StoredReport>, look?: Pick<CatalogueRow, 'bytes' | 'modified'>): void {
    const { id, title } = revision.data.report
    if (rows.get(id)?.entry.generation !== revision.number || look !== undefined) note(revision, look)
    if (fellBackFrom !== undefined) tell({ id, error: { code: 'reportDamaged' }, title: title.join(''), openedGeneration: revision.number, badGeneration: fellBackFrom })
  }

  async function refreshOne(id: string, hasQuarantine: boolean): Promise<void> {
    const row = rows.get(id)
    try {
      const newest = await shelf.newestNumber(id)
      const facts = newest === null ? null : await surroundings.io.stat(join(root, 'reports', id, generationName(newest)))
      // What was saved meanwhile is known better than what was looked at.
      if (rows.get(id) !== row) return
      if (row !== undefined && facts !== null && row.entry.generation === newest) {
        const isOurs = row.bytes === -1
        if (isOurs) {
          const looked = { ...row, bytes: facts.bytes, modified: facts.modified }
          rows.set(id, looked)
          cache.append([[id, looked]])
        }
        if (isOurs || (row.bytes === facts.bytes && row.modified === facts.modified)) return await recallQuarantine(id, hasQuarantine)
      }
      reads += 1
      const read = await shelf.peek(id)
      if (rows.get(id) !== row) return
      if (read === null) return set(id, null)
      noteNewest(read, facts !== null && read.revision.number === newest ? facts : { bytes: -1, modified: -1 })
      await recallQuarantine(id, hasQuarantine || read.fellBackFrom !== undefined)
    } catch (error) {
      if (rows.get(id) !== row) return
      if (row !== undefined) set(id, null)
      const code = error instanceof AppFailure ? error.error : errnoToAppError(error)
      tell({ id, error: code, title: row?.entry.summary.title ?? troubles.get(id)?.title ?? '' })
    }
  }

  /** A damaged generation newer than the newest good one stays shown until the clerk has saved again. */
  async function recallQuarantine(id: string, hasQuarantine: boolean): Promise<void> {
    const entry = rows.get(id)?.entry
    if (entry === undefined) return
    const badGeneration = hasQuarantine ? Math.max(0, ...(await shelf.quarantined(id))) : 0
    if (badGeneration > entry.generation) tell({ id, error: { code: 'reportDamaged' }, title: entry.summary.title, openedGeneration: entry.generation, badGeneration })
    else if (troubles.delete(id)) changes += 1
  }

  async function look(): Promise<void> {
    const ids = await presentIds()
    const quarantined = await shelf.idsWithQuarantine()
    const before = reads
    let kept = reads
    await each(ids, async (id) => {
      await refreshOne(id, quarantined.has(id))
      if (reads - kept < worthKeeping) return
      kept = reads
      await cache.settle()
    })
    isComplete = true
    if (reads - before > 0) await texts.flush()
    if (reads - before >= worthKeeping) await cache.fold(rows)
    else if (reads - before > 0) await cache.settle()
    refreshedAt = surroundings.clock()
  }

  /** Ids of the report folders; what is known of folders that are gone is forgotten. */
  async function presentIds(): Promise<readonly string[]> {
    const ids = await shelf.ids()
    const present = new Set(ids)
    for (const id of rows.keys()) if (!present.has(id)) set(id, null)
    for (const id of troubles.keys()) if (!present.has(id) && troubles.delete(id)) changes += 1
    return ids
  }

  /** Whether every report folder has a row or is known to be damaged. */
  async function isKnown(): Promise<boolean> {
    isComplete ||= (await presentIds()).every((id) => rows.has(id) || troubles.has(id))
    return isComplete
  }

  async function complete(): Promise<void> {
    if (!await isKnown()) await (looking ?? refresh())
  }

  function refresh(): Promise<void> {
    // A look that began before the call may have passed by what was changed since.
    const next = (looking ?? Promise.resolve()).catch(() => undefined).then(look)
    const mine = next.finally(() => { if (looking === mine) looking = null })
    looking = mine
    return mine
  }

  async function keep(isAlone: boolean): Promise<void> {
    await texts.flush()
    // What was saved in this run gets the look of its file.
    await each([...rows].flatMap(([id, row]) => (row.bytes === -1 ? [id] : [])), (id) => refreshOne(id, troubles.has(id)))
    if (isAlone) await texts.tidy().catch(() => 0)
    await cache.fold(rows)
  }

  return {
    refresh: async (options) => {
      const isRecent = options !== undefined && refreshedAt !== null && Math.abs(surroundings.clock() - refreshedAt) < options.ifOlderThan
      if (isRecent) return
      if (options?.within === undefined) return refresh()
      await Promise.race([looking ?? refresh(), surroundings.patience.wait(options.within)])
    },
    complete,
    entries: () => (known ??= [...rows.values()].map((row) => row.entry)),
    entry: (id) => rows.get(id)?.entry,
    troubles: () => [...troubles.values()],
    revision: () => changes,
    scan: async (wanted) => {
      const seen = new Set<string>()
      const once = { ...wanted, visit: (id: string, text: string) => void (seen.has(id) || (seen.add(id), wanted.visit(id, text))) }
      // While a lost catalogue is made anew, what is known already is looked through first.
      if (!await isKnown()) await texts.scan(once)
      await complete()
      await texts.scan(once)
    },
    note: (revision) => note(revision),
    noteNewest: (newest) => noteNewest(newest),
    keep,
    close: async (isAlone) => {
      await keep(isAlone).catch(() => undefined)
      await cache.close()
    },
  }
}

function placeIn({ entry, segment }: CatalogueRow): { readonly generation: number; readonly segment: number; readonly year: number } {
  return { generation: entry.generation, segment, year: entry.summary.year }
}

async function each(ids: readonly string[], work: (id: string) => Promise<void>): Promise<void> {
  const queue = [...ids]
  const walk = async (): Promise<void> => {
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) await work(id)
  }
  await Promise.all(Array.from({ length: atOnce }, walk))
}
