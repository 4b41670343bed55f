/** A row of the catalogue, and how it stands in a line of the cache: an array, so that a hundred thousand of them load in a moment. */
import type { CatalogueFacts } from '../../shared/archive/catalogue'
import type { Filing } from '../../shared/report/filing'
import type { ReportSummary } from '../../shared/report/summary'
import type { IndexEntry } from './indexEntry'

/** An entry, the look of the file that it was made from, and where its text for the search lies. */
export interface CatalogueRow {
  readonly entry: IndexEntry
  /** -1: saved by this program and not looked at since. */
  readonly bytes: number
  readonly modified: number
  /** Number of the segment that holds its text; 0 if none does. */
  readonly segment: number
}

/** A row by its id; null says that the report is gone. */
export type RowChange = readonly [id: string, row: CatalogueRow | null]

/** Raised whenever the rows are derived otherwise than before: older caches are then made anew. */
export const derivation = 5

/** What a line of the cache holds of one report. */
export function writeRow([id, row]: RowChange): unknown {
  if (row === null) return [id]
  const { entry: { generation, summary, importedFrom, filed, filing, reason }, bytes, modified, segment } = row
  const { title, kind, unit, year, state, savedAt, characters, isTrashed, corrects, filedAt, hasTwoHeads } = summary
  return [id, generation, bytes, modified, segment, title, kind, unit, year, state, savedAt, characters, isTrashed ? 1 : 0, corrects ?? 0, filedAt ?? 0, importedFrom ?? 0, filed ?? 0, hasTwoHeads === true ? 1 : 0, filing ?? 0, reason ?? 0]
}

/** Our own line with a right hash: its shape is taken on trust. `same` gives one and the same string for equal ones, so that units are held once. */
export function readRow(line: unknown, same: (text: string) => string): RowChange {
  const [id, generation, bytes, modified, segment, title, kind, unit, year, state, savedAt, characters, isTrashed, corrects, filedAt, importedFrom, filed, twoHeads, filing, reason] = line as StoredRow
  if (generation === undefined) return [id, null]
  const summary: ReportSummary = {
    id, title, kind: same(kind) as ReportSummary['kind'], unit: same(unit), year, state: same(state) as ReportSummary['state'], savedAt, characters, isTrashed: isTrashed === 1,
    ...(corrects === 0 ? {} : { corrects }), ...(filedAt === 0 ? {} : { filedAt }), ...(twoHeads === 1 ? { hasTwoHeads: true } : {}),
  }
  return [id, { entry: { generation, summary, ...(importedFrom === 0 ? {} : { importedFrom }), ...(filed === 0 ? {} : { filed }), ...(filing === 0 ? {} : { filing }), ...(reason === 0 ? {} : { reason }) }, bytes, modified, segment }]
}

type StoredRow = readonly [
  id: string, generation: number | undefined, bytes: number, modified: number, segment: number, title: string, kind: string, unit: string, year: number, state: string,
  savedAt: string, characters: number, isTrashed: number, corrects: string | 0, filedAt: string | 0, importedFrom: string | 0, filed: CatalogueFacts | 0, twoHeads: number, filing: Filing | 0, reason: string | 0,
]
