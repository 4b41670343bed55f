/** Data folders with a passphrase, for tests. */
import { join } from 'node:path'
import { openFolderLock, type FolderLock } from '../../electron/library/folderLock'
import type { Surroundings } from '../../electron/storage/generations'
import type { StorageIo } from '../../electron/storage/storageIo'

export const passphrase = '青山 绿水 2026 春天'

/** Every file under a folder by its path below it, as the disk has it. */
export async function filesOf(io: StorageIo, root: string, below = ''): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const name of await io.readdir(join(root, below))) {
    const path = below === '' ? name : `${below}/${name}`
    if ((await io.stat(join(root, path))).isFolder) for (const [each, bytes] of await filesOf(io, root, path)) files.set(each, bytes)
    else files.set(path, Buffer.from(await io.read(join(root, path))))
  }
  return files
}

/** Resolves when no work goes on in the background. */
export async function settled(lock: FolderLock): Promise<void> {
  while (lock.status().work !== undefined) await new Promise((resolve) => setTimeout(resolve, 0))
}

/** Sets a passphrase up and waits until every file is locked. */
export async function lockUp(surroundings: Surroundings, root: string, word = passphrase): Promise<{ readonly lock: FolderLock; readonly recoveryKey: string }> {
  const lock = await openFolderLock(surroundings, root)
  const recoveryKey = await lock.prepare(word)
  await lock.confirm(recoveryKey)
  await settled(lock)
  return { lock, recoveryKey }
}
