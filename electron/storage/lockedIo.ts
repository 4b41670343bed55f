/**
 * A disk that locks what is written in the data folder and opens what is read there (SPEC LOCK-1); the services above know nothing of it. A new
 * file is gathered until it is flushed, and goes to the disk as one ciphertext. What does not bear the mark of a locked file is given as it is,
 * so that a folder of which a part is locked can be read.
 */
import { AppFailure } from '../../shared/base/errors'
import { isLocked, lockFile, openLocked } from './lock/lockedFile'
import { isQuarantine, type HomeOf } from './lock/homes'
import type { DataKey } from './lock/keys'
import { rebindFolder, staysBound, withRebound } from './lock/rebind'
import { writeAll } from './publish'
import type { StorageIo } from './storageIo'

/** The key in hand; null while the folder is not open. `isWriting`: what is written is locked. */
export interface Keyring {
  key: DataKey | null
  isWriting: boolean
}

/** A new file that is not on the disk yet; `bytes` is null once it is. */
interface Gathered {
  readonly home: string
  bytes: Uint8Array[] | null
}

export function lockedIo(inner: StorageIo, homeOf: HomeOf, keyring: Keyring): StorageIo {
  const gathered = new Map<number, Gathered>()

  /** Puts the file on the disk, by the key that is in hand now. A file that failed is never written again: its bytes are gone from here. */
  async function deliver(handle: number): Promise<void> {
    const file = gathered.get(handle)
    if (file === undefined || file.bytes === null) return
    const plain = Buffer.concat(file.bytes)
    file.bytes = null
    const { key, isWriting } = keyring
    await writeAll(inner, handle, key !== null && isWriting ? lockFile(key, file.home, plain) : plain)
  }

  const binding = { inner, homeOf, keyring }

  return {
    open: async (path, flags, access) => {
      const home = homeOf(path)
      const handle = await inner.open(path, flags, access)
      if (home !== null && flags === 'wx') gathered.set(handle, { home, bytes: [] })
      return handle
    },
    write: async (handle, bytes) => {
      const file = gathered.get(handle)
      if (file === undefined) return inner.write(handle, bytes)
      if (file.bytes === null) throw Object.assign(new Error('a flushed file takes no more'), { code: 'EINVAL' })
      file.bytes.push(Uint8Array.from(bytes))
      return bytes.length
    },
    fsync: async (handle) => {
      await deliver(handle)
      await inner.fsync(handle)
    },
    close: async (handle) => {
      try {
        await deliver(handle)
      } finally {
        gathered.delete(handle)
        await inner.close(handle)
      }
    },
    link: (from, to) => (staysBound(binding, from, to) ? inner.link(from, to) : withRebound(binding, from, to, (copy) => inner.link(copy, to))),
    rename: async (from, to) => {
      const isFolder = keyring.key !== null && (homeOf(from) ?? homeOf(to)) !== null && (await inner.stat(from)).isFolder
      if (isFolder) await rebindFolder(binding, from, to)
      if (isFolder || staysBound(binding, from, to)) return inner.rename(from, to)
      await withRebound(binding, from, to, (copy) => inner.rename(copy, to))
      await inner.unlink(from)
    },
    read: async (path) => {
      const bytes = await inner.read(path)
      const home = homeOf(path)
      if (home === null || !isLocked(bytes)) return bytes
      const opened = openLocked(keyring.key, isQuarantine(home) ? null : home, bytes)
      if (opened.kind === 'plain') return opened.bytes
      if (opened.kind === 'otherKey') throw new AppFailure({ code: 'fileLocked' })
      // Damaged, or put here from another folder: whoever reads it finds that it is not what it should be, and sets it aside as it is.
      return bytes
    },
    unlink: (path) => inner.unlink(path),
    readdir: (path) => inner.readdir(path),
    stat: (path) => inner.stat(path),
    kindOf: (path) => inner.kindOf(path),
    mkdir: (path) => inner.mkdir(path),
    removeFolder: (path) => inner.removeFolder(path),
    flushDirectory: (path) => inner.flushDirectory(path),
  }
}
