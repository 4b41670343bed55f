/** The place of damaged files (SPEC STORE-7): moved there unchanged, with a note beside them, deleted by nobody but a person. */
import { join } from 'node:path'
import { generationNumber } from '../../shared/store/envelope'
import type { Damage } from './generationFile'
import { ensureFolder, publish, type Disk } from './publish'
import { errnoOf } from './storageIo'

export interface Quarantine {
  /** Numbers of the generations lying there; they stay used. */
  numbers(): Promise<readonly number[]>
  /** Moves a file; false if the disk did not let it: then it stays where it is. */
  take(folder: string, name: string, note: QuarantineNote): Promise<boolean>
}

export interface QuarantineNote {
  readonly time: string
  readonly damage: Damage
  readonly expectedHash?: string
  /** The generation that was opened instead. */
  readonly opened: number
}

/** The quarantine of one generation folder: `<root>/quarantine/<name>`. It comes into being with its first file. */
export function openQuarantine(disk: Disk, root: string, name: string): Quarantine {
  const { io } = disk
  return {
    numbers: async () => {
      const names = await io.readdir(join(root, 'quarantine', name)).catch(emptyIfMissing)
      return names.flatMap((file) => generationNumber(file.slice(0, 16)) ?? [])
    },
    take: async (folder, file, note) => {
      try {
        const target = await ensureFolder(io, root, 'quarantine', name)
        const targetName = `${file}.${disk.randomName()}`
        await io.rename(join(folder, file), join(target, targetName))
        await io.flushDirectory(target)
        await publish(disk, target, `${targetName}.txt`, Buffer.from(`${JSON.stringify(note)}\n`, 'utf8'))
        return true
      } catch {
        return false
      }
    },
  }
}

function emptyIfMissing(error: unknown): readonly string[] {
  if (errnoOf(error) === 'ENOENT') return []
  throw error
}
