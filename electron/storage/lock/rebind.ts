/** Moves files between folders of a data folder with a passphrase (SPEC LOCK-11): a locked file opens in one folder only, so it is locked anew for the other. */
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { AppFailure } from '../../../shared/base/errors'
import { removeQuietly, writeNew } from '../publish'
import type { StorageIo } from '../storageIo'
import { isQuarantine, type HomeOf } from './homes'
import { isLocked, lockFile, openLocked } from './lockedFile'
import type { DataKey } from './keys'

export interface Binding {
  readonly inner: StorageIo
  readonly homeOf: HomeOf
  /** The key in hand; `isWriting`: files that come into a locked folder are locked. */
  readonly keyring: { readonly key: DataKey | null; readonly isWriting: boolean }
}

/** Whether a file can go from one name to the other as it is. */
export function staysBound({ homeOf, keyring }: Binding, from: string, to: string): boolean {
  const target = homeOf(to)
  return keyring.key === null || homeOf(from) === target || (target !== null && isQuarantine(target))
}

/** Calls `place` with a flushed copy of the file that opens in the folder of `to`, in that folder, under a name of its own; takes what is left of it away. */
export async function withRebound(binding: Binding, from: string, to: string, place: (copy: string) => Promise<void>): Promise<void> {
  const { inner } = binding
  const bytes = await inner.read(from)
  const wanted = reboundBytes(binding, bytes, binding.homeOf(to)) ?? bytes
  const copy = join(dirname(to), `.l-${randomBytes(6).toString('hex')}.tmp`)
  try {
    await writeNew(inner, copy, wanted)
    await place(copy)
  } finally {
    await removeQuietly(inner, copy)
  }
}

/** Makes every file below the folder `from` open where it will be when the folder has the name `to`. Can be cut off and done again. */
export async function rebindFolder(binding: Binding, from: string, to: string): Promise<void> {
  const { inner, homeOf } = binding
  for (const name of await inner.readdir(from)) {
    const path = join(from, name)
    const target = join(to, name)
    if ((await inner.stat(path)).isFolder) {
      await rebindFolder(binding, path, target)
      continue
    }
    const wanted = reboundBytes(binding, await inner.read(path), homeOf(target))
    if (wanted === null) continue
    const copy = join(from, `.l-${randomBytes(6).toString('hex')}.tmp`)
    await writeNew(inner, copy, wanted)
    await inner.rename(copy, path)
  }
  await inner.flushDirectory(from)
}

/** The bytes for another folder; null if they are right as they are, or damaged: those go as they are. */
function reboundBytes({ keyring: { key, isWriting } }: Binding, bytes: Uint8Array, home: string | null): Uint8Array | null {
  if (key === null) return null
  if (!isLocked(bytes)) return home !== null && isWriting ? lockFile(key, home, bytes) : null
  if (home !== null && openLocked(key, home, bytes).kind === 'plain') return null
  const opened = openLocked(key, null, bytes)
  if (opened.kind === 'otherKey') throw new AppFailure({ code: 'fileLocked' })
  if (opened.kind !== 'plain') return null
  return home === null || !isWriting ? opened.bytes : lockFile(key, home, opened.bytes)
}
