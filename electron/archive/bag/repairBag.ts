/**
 * Repairs a bag (SPEC BAG-8): in its folder, with everything that was damaged or did not belong kept in a folder beside it, or as a whole new
 * bag. Every file is written beside, read back and only then given its name; nothing is written that has not the hash it was sealed with.
 */
import { join } from 'node:path'
import { sha256 } from '../../storage/generationFile'
import { ensureFolder, removeQuietly, writeTemporary, type Disk } from '../../storage/publish'
import { asideMover, type AsideMover } from './moveAside'
import { prepareRepair } from './prepareRepair'
import { readQuietly } from './surveyBag'
import { folderWriter } from './writeBag'

/** What came of it. `lost` are the files that could not be given back; `aside` is where the old bytes went, null if nothing was moved. */
export interface RepairOutcome {
  readonly repaired: readonly string[]
  readonly lost: readonly string[]
  readonly movedAside: readonly string[]
  readonly aside: string | null
  /** Without an index nothing can be repaired, and nothing was touched. */
  readonly isIndexLost: boolean
}

const nothing: RepairOutcome = { repaired: [], lost: [], movedAside: [], aside: null, isIndexLost: false }

/** Repairs in place. Throws errors of the disk only; what was repaired before stays repaired, and running it again goes on. */
export async function repairBag(disk: Disk, folder: string): Promise<RepairOutcome> {
  const repair = await prepareRepair(disk.io, folder)
  if (repair === null) return { ...nothing, isIndexLost: true }
  const aside = asideMover(disk.io, folder)
  const repaired: string[] = []
  const lost = [...repair.lost]
  for (const file of repair.files) {
    const bytes = await file.bytes()
    if (bytes === null) lost.push(file.path)
    else {
      await replace(disk, folder, file.path, bytes, aside)
      repaired.push(file.path)
    }
  }
  const moved = new Set(aside.moved())
  for (const path of repair.strangers) if (!moved.has(path)) await aside.move(path)
  return { repaired, lost, movedAside: aside.moved(), aside: aside.folder(), isIndexLost: false }
}

/** Writes a whole new bag into `target`, which must exist and be empty: everything that is right or can be given back. */
export async function repairBagInto(disk: Disk, folder: string, target: string): Promise<RepairOutcome> {
  const repair = await prepareRepair(disk.io, folder)
  if (repair === null) return { ...nothing, isIndexLost: true }
  const writer = folderWriter(disk, target)
  const files = new Map(repair.files.map((file) => [file.path, file]))
  const repaired: string[] = []
  const lost = new Set(repair.lost)
  for (const { path, sha256: digest } of repair.expected.values()) {
    if (lost.has(path)) continue
    const file = files.get(path)
    const bytes = file === undefined ? await readQuietly(disk.io, join(folder, ...path.split('/'))) : await file.bytes()
    if (bytes === null || sha256(bytes) !== digest) lost.add(path)
    else {
      await writer.put({ path, bytes })
      if (file !== undefined) repaired.push(path)
    }
  }
  await writer.finish()
  return { ...nothing, repaired, lost: [...lost] }
}

async function replace(disk: Disk, folder: string, path: string, bytes: Uint8Array, aside: AsideMover): Promise<void> {
  const { io } = disk
  const parts = path.split('/')
  const place = await ensureFolders(disk, folder, parts.slice(0, -1), aside)
  const temporary = await writeTemporary(disk, place, bytes)
  const written = await readQuietly(io, temporary)
  if (written === null || sha256(written) !== sha256(bytes)) {
    await removeQuietly(io, temporary)
    throw Object.assign(new Error('what was written reads back differently'), { code: 'EIO' })
  }
  await aside.move(path)
  await io.rename(temporary, join(place, parts[parts.length - 1] ?? ''))
  await io.flushDirectory(place)
}

/** Folders of the bag; where one of their names is no folder, it is moved away first. */
async function ensureFolders({ io }: Disk, root: string, parts: readonly string[], aside: AsideMover): Promise<string> {
  let folder = root
  for (const [depth, part] of parts.entries()) {
    const there = await io.kindOf(join(folder, part)).catch(() => null)
    if (there !== null && there !== 'folder') await aside.move(parts.slice(0, depth + 1).join('/'))
    folder = await ensureFolder(io, folder, part)
  }
  return folder
}
