/** Folders that operations were building when they were cut off (SPEC JOURNAL-8): nothing reads them, and nothing finishes them. */
import { join } from 'node:path'
import { removeTree } from '../storage/folderTree'
import type { StorageIo } from '../storage/storageIo'
import { incomingFolder } from './package/unpack'

/** Clears them; only for a program that is alone, after the journal was replayed. Fails silently. */
export async function clearHalfBuilt({ io }: { readonly io: StorageIo }, root: string): Promise<void> {
  for (const folder of [join(root, incomingFolder), join(root, 'reports'), join(root, 'archive', 'sealed')]) {
    for (const name of await io.readdir(folder).catch(() => [])) if (name.startsWith('.building-')) await removeTree(io, join(folder, name)).catch(() => undefined)
  }
}
