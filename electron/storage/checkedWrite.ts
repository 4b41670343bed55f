/**
 * Writing to a medium that is not believed (SPEC BACKUP-2): temporary file, flushed, closed, read again, compared, then renamed. Works where
 * there are no links. A name that exists is replaced, so this is for places of ours only where a name says what the bytes must be.
 */
import { join } from 'node:path'
import { AppFailure } from '../../shared/base/errors'
import { removeQuietly, writeTemporary, type Disk } from './publish'
import { withPatience, type Patience } from './patience'

/** Puts `bytes` under `name`; resolves when a second look at the medium gave the same bytes. The folder is not flushed yet: see {@link flushFolders}. */
export async function writeChecked(disk: Disk & { readonly patience: Patience }, folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const { io, patience } = disk
  const temporary = await withPatience(patience, () => writeTemporary(disk, folder, bytes))
  try {
    if (!areEqual(await io.read(temporary), bytes)) throw new AppFailure({ code: 'diskFaulty', detail: { name } })
    await withPatience(patience, () => io.rename(temporary, join(folder, name)))
  } catch (error) {
    await removeQuietly(io, temporary)
    throw error
  }
}

/** Makes the names in these folders durable; where folders cannot be flushed, one file of each is, which writes its name with it (NTFS). */
export async function flushFolders({ io }: Disk, folders: ReadonlyMap<string, string>): Promise<void> {
  for (const [folder, newestName] of folders) {
    if ((await io.flushDirectory(folder)) !== 'unsupported') continue
    const handle = await io.open(join(folder, newestName), 'r+')
    try {
      await io.fsync(handle)
    } finally {
      await io.close(handle)
    }
  }
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
