/** Whole folders: listed, and removed with what is in them. */
import { join } from 'node:path'
import { errnoOf, type FileFacts, type StorageIo } from './storageIo'

export interface TreeFile extends FileFacts {
  /** From the folder, with `/`. */
  readonly path: string
}

/** Deeper than this nothing of ours lies; a loop of folders ends here. */
const deepest = 24

/** Every file below `root`, in bytewise order of the path. `isWanted` is asked for files and folders; what vanishes meanwhile is left out. */
export async function listTree(io: StorageIo, root: string, isWanted: (path: string, name: string) => boolean = () => true): Promise<readonly TreeFile[]> {
  const files: TreeFile[] = []
  async function walk(at: string, depth: number): Promise<void> {
    const names = await io.readdir(join(root, at)).catch(gone)
    for (const name of [...(names ?? [])].sort()) {
      const path = at === '' ? name : `${at}/${name}`
      if (!isWanted(path, name)) continue
      const facts = await io.stat(join(root, path)).catch(gone)
      if (facts === null) continue
      if (!facts.isFolder) files.push({ ...facts, path })
      else if (depth < deepest) await walk(path, depth + 1)
    }
  }
  await walk('', 1)
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Removes a folder of ours and everything in it. */
export async function removeTree(io: StorageIo, folder: string): Promise<void> {
  const names = await io.readdir(folder).catch(gone)
  for (const name of names ?? []) {
    const path = join(folder, name)
    const facts = await io.stat(path).catch(gone)
    if (facts?.isFolder === true) await removeTree(io, path)
    else await io.unlink(path).catch(gone)
  }
  if (names !== null) await io.removeFolder(folder).catch(gone)
}

function gone(error: unknown): null {
  if (errnoOf(error) === 'ENOENT') return null
  throw error
}
