/** The catalogue's cache file: the same file form as everything else, and no harm if it cannot be read or written. */
import { join } from 'node:path'
import type { DataFormat } from '../../shared/store/format'
import { foldText } from '../../shared/search/foldText'
import { openGenerations, type Surroundings } from '../storage/generations'
import { ensureFolder } from '../storage/publish'
import type { CatalogueRow } from './indexEntry'

type Rows = ReadonlyArray<readonly [string, CatalogueRow]>

/** Raised whenever the rows are derived otherwise than before: older caches are then made anew. */
const derivation = 2

export interface CatalogueCache {
  read(): Promise<Rows>
  write(rows: Rows): Promise<void>
}

export function openCache(surroundings: Surroundings, root: string): CatalogueCache {
  const nowhere = { numbers: async () => [], take: async () => false }
  const generations = openGenerations(surroundings, join(root, 'cache', 'catalogue'), cacheFormat, nowhere)
  let last = 0
  return {
    read: async () => {
      try {
        const newest = await generations.readNewest()
        last = newest?.revision.number ?? 0
        return newest?.revision.data.derivation === derivation ? newest.revision.data.rows.map(withFolds) : []
      } catch {
        return []
      }
    },
    write: async (rows) => {
      try {
        await ensureFolder(surroundings.io, root, 'cache', 'catalogue')
        const bare = rows.map(withoutFolds)
        last = (await generations.write({ data: { derivation, rows: bare }, base: last, cause: 'auto' })).number
        await generations.thin()
      } catch {
        // The next start reads the reports themselves.
      }
    },
  }
}

interface CacheData {
  readonly derivation: number
  readonly rows: Rows
}

/** Our own file with a right hash: its shape is taken on trust if the derivation is ours. */
const cacheFormat: DataFormat<CacheData> = {
  version: 0,
  migrations: [],
  parse: (data) => {
    const value = data as Partial<CacheData>
    return typeof value.derivation === 'number' && Array.isArray(value.rows) ? (value as CacheData) : null
  },
}

function withoutFolds([id, row]: Rows[number]): Rows[number] {
  return [id, { ...row, entry: { ...row.entry, places: row.entry.places.map((place) => ({ ...place, folded: '' })) } }]
}

function withFolds([id, row]: Rows[number]): Rows[number] {
  return [id, { ...row, entry: { ...row.entry, places: row.entry.places.map((place) => ({ ...place, folded: foldText(place.text) })) } }]
}
