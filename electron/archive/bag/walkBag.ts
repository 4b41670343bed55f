/** Everything that stands in the folder of a bag (SPEC BAG-6). Links are not followed; size and depth are bounded. */
import { join } from 'node:path'
import { withPatience, type Patience } from '../../storage/patience'
import type { StorageIo } from '../../storage/storageIo'

/** One name below the folder of the bag; `path` with `/`. */
export interface Entry {
  readonly path: string
  readonly kind: 'file' | 'folder' | 'link' | 'other' | 'unreadable'
  readonly bytes: number
}

/** What a bag may have at most; more is not looked at. */
export const bagLimits = { entries: 250_000, depth: 12, fileBytes: 256 * 1024 * 1024 } as const

export interface Walk {
  readonly entries: ReadonlyMap<string, Entry>
  readonly emptyFolders: readonly string[]
  /** Folders that lie too deep and were not entered. */
  readonly tooDeep: readonly string[]
  readonly isTooMany: boolean
}

/** Lists the folder. Throws only if the folder itself cannot be read. */
export async function walkBag(io: StorageIo, root: string, patience?: Patience): Promise<Walk> {
  const entries = new Map<string, Entry>()
  const emptyFolders: string[] = []
  const tooDeep: string[] = []
  const waiting: string[] = ['']
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const place = folder
    const names = await (place === '' && patience !== undefined ? withPatience(patience, () => io.readdir(root)) : io.readdir(join(root, place))).catch((error: unknown) => {
      if (place === '') throw error
      entries.set(place, { path: place, kind: 'unreadable', bytes: 0 })
      return null
    })
    if (names?.length === 0 && place !== '') emptyFolders.push(place)
    for (const name of names ?? []) {
      if (entries.size >= bagLimits.entries) return { entries, emptyFolders, tooDeep, isTooMany: true }
      const path = place === '' ? name : `${place}/${name}`
      const entry = await lookAt(io, join(root, path), path)
      entries.set(path, entry)
      if (entry.kind !== 'folder') continue
      if (path.split('/').length >= bagLimits.depth) tooDeep.push(path)
      else waiting.push(path)
    }
  }
  return { entries, emptyFolders, tooDeep, isTooMany: false }
}

async function lookAt(io: StorageIo, place: string, path: string): Promise<Entry> {
  try {
    const kind = await io.kindOf(place)
    return { path, kind, bytes: kind === 'file' ? (await io.stat(place)).bytes : 0 }
  } catch {
    return { path, kind: 'unreadable', bytes: 0 }
  }
}
