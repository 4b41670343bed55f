/** Moves what is wrong in a bag into a new folder beside it, under the same paths (SPEC BAG-8): nothing is deleted. */
import { basename, dirname, join } from 'node:path'
import { ensureFolder, exists } from '../../storage/publish'
import type { StorageIo } from '../../storage/storageIo'

export interface AsideMover {
  /** Does nothing if the path is gone. */
  readonly move: (path: string) => Promise<void>
  readonly moved: () => readonly string[]
  /** Null until something was moved. */
  readonly folder: () => string | null
}

/** The folder beside comes into being with the first thing that is moved. */
export function asideMover(io: StorageIo, bag: string): AsideMover {
  const moved: string[] = []
  let aside: string | null = null
  return {
    move: async (path) => {
      const parts = path.split('/')
      const isThere = await io.kindOf(join(bag, ...parts)).then(() => true, () => false)
      if (!isThere) return
      aside ??= await makeAside(io, bag)
      const place = await ensureFolder(io, aside, ...parts.slice(0, -1))
      await io.rename(join(bag, ...parts), join(place, parts[parts.length - 1] ?? ''))
      moved.push(path)
    },
    moved: () => moved,
    folder: () => aside,
  }
}

async function makeAside(io: StorageIo, bag: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = `${basename(bag)}-damaged-${number}`
    if (!(await exists(io, join(dirname(bag), name)))) return ensureFolder(io, dirname(bag), name)
  }
}
