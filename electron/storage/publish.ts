/**
 * Puts bytes under a new name, whole or not at all, and durable when it resolves (SPEC STORE-4): a temporary file of a random name in the same
 * folder, flushed, then linked to its name, then the folder flushed. Nothing that exists is ever overwritten.
 */
import { join } from 'node:path'
import { errnoOf, type StorageIo } from './storageIo'

/** Where and with which chance files are made. */
export interface Disk {
  readonly io: StorageIo
  /** Twelve random hex digits at every call. */
  readonly randomName: () => string
  /** Who may read a new file; its owner alone if absent. */
  readonly access?: 'private' | 'shared'
}

/** `linking` is called just before the name may come into being: from then on it counts as used. */
export async function publish(disk: Disk, folder: string, name: string, bytes: Uint8Array, linking: () => void = () => undefined): Promise<'published' | 'taken'> {
  const { io } = disk
  const temporary = await writeTemporary(disk, folder, bytes)
  const target = join(folder, name)
  try {
    linking()
    if ((await linkOrRename(io, temporary, target)) === 'taken') return 'taken'
    if ((await io.flushDirectory(folder)) === 'unsupported') await flushFile(io, target)
    return 'published'
  } finally {
    await removeQuietly(io, temporary)
  }
}

/** A flushed and closed temporary file with these bytes; its path. Leaves nothing behind if it fails, as far as the disk allows. */
export async function writeTemporary({ io, randomName, access = 'private' }: Disk, folder: string, bytes: Uint8Array): Promise<string> {
  const { path, handle } = await openTemporary(io, folder, randomName, access)
  await fill(io, path, handle, bytes)
  return path
}

/** A flushed and closed file with these bytes; fails if the name exists. Its name is durable when its folder was flushed. */
export async function writeNew(io: StorageIo, path: string, bytes: Uint8Array): Promise<void> {
  await fill(io, path, await io.open(path, 'wx'), bytes)
}

async function fill(io: StorageIo, path: string, handle: number, bytes: Uint8Array): Promise<void> {
  try {
    try {
      await writeAll(io, handle, bytes)
      await io.fsync(handle)
    } finally {
      await io.close(handle)
    }
  } catch (error) {
    await removeQuietly(io, path)
    throw error
  }
}

/** Whether a name is that of a temporary file of ours. */
export function isTemporaryName(name: string): boolean {
  return /^\.t-[0-9a-f]{12}\.tmp$/.test(name)
}

const otherNames = 5

async function openTemporary(io: StorageIo, folder: string, randomName: () => string, access: 'private' | 'shared'): Promise<{ readonly path: string; readonly handle: number }> {
  for (let tries = 1; ; tries += 1) {
    const path = join(folder, `.t-${randomName()}.tmp`)
    try {
      return { path, handle: await io.open(path, 'wx', access) }
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST' || tries >= otherNames) throw error
    }
  }
}

/** Writes all of `bytes`, in as many calls as the disk takes. */
export async function writeAll(io: StorageIo, handle: number, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const written = await io.write(handle, done === 0 ? bytes : bytes.subarray(done))
    if (written <= 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' })
    done += written
  }
}

/** What volumes without hard links answer (exFAT, FAT, some network shares). */
const cannotLink: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']

/** Gives a complete file its name, unless the name is taken. Where there are no hard links the file moves. */
export async function linkOrRename(io: StorageIo, temporary: string, target: string): Promise<'done' | 'taken'> {
  try {
    await io.link(temporary, target)
    return 'done'
  } catch (error) {
    const code = errnoOf(error)
    if (code === 'EEXIST') return 'taken'
    if (!cannotLink.includes(code)) throw error
  }
  if (await exists(io, target)) return 'taken'
  await io.rename(temporary, target)
  return 'done'
}

/** Whether a path exists; an error other than "no" is thrown. */
export async function exists(io: StorageIo, path: string): Promise<boolean> {
  try {
    await io.stat(path)
    return true
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false
    throw error
  }
}

/** Where folders cannot be flushed, flushing the published file writes its name with it (NTFS). */
export async function flushFile(io: StorageIo, path: string): Promise<void> {
  const handle = await io.open(path, 'r+')
  try {
    await io.fsync(handle)
  } finally {
    await io.close(handle)
  }
}

/** Removes a file if it can be done; what stays behind is rubbish, not harm. */
export async function removeQuietly(io: StorageIo, path: string): Promise<void> {
  try {
    await io.unlink(path)
  } catch {
    // A temporary file that stays is cleaned at the next start.
  }
}

/** Makes a folder and those above it up to `root`, which must exist; each new name is durable before this resolves. */
export async function ensureFolder(io: StorageIo, root: string, ...names: readonly string[]): Promise<string> {
  let folder = root
  for (const name of names) {
    const parent = folder
    folder = join(parent, name)
    try {
      await io.mkdir(folder)
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST' || !(await exists(io, folder))) throw error
    }
    // Flushed even if it was there: an earlier flush may have failed.
    await io.flushDirectory(parent)
  }
  return folder
}
