/**
 * Replaces every file of a data folder by its ciphertext, or every ciphertext by its plain file (SPEC LOCK-5), while the program works in it. The
 * new file is written beside the old one, flushed, read back and compared before it takes its place, so that one of the two is there at every
 * moment. It can be cut off anywhere and begun again.
 */
import { basename, dirname, join } from 'node:path'
import { withPatience } from '../patience'
import { removeQuietly, writeNew } from '../publish'
import type { Surroundings } from '../generations'
import { errnoOf, type StorageIo } from '../storageIo'
import type { HomeOf } from './homes'
import { isLocked, lockFile, openLocked } from './lockedFile'
import type { DataKey } from './keys'

export interface Conversion {
  readonly root: string
  readonly homeOf: HomeOf
  readonly key: DataKey
  readonly to: 'locked' | 'plain'
  /** Told after every file. */
  readonly onProgress: (done: number, total: number) => void
  /** Asked before every file. */
  readonly isStopped: () => boolean
}

/** `left`: files that stay as they are because they are damaged or locked with another key. */
export type Converted = { readonly kind: 'done'; readonly left: number } | { readonly kind: 'stopped' }

/** `surroundings.io` is the bare disk. Goes through the folder until nothing is left to do: files that came meanwhile are found the next time. */
export async function convertFolder(surroundings: Surroundings, conversion: Conversion): Promise<Converted> {
  const { root, homeOf, onProgress, isStopped } = conversion
  const { io } = surroundings
  const settled = new Map<string, 'done' | 'left'>()
  await clearLeftovers(io, (await look(io, root, homeOf)).files)
  for (;;) {
    const { files, folders } = await look(io, root, homeOf)
    const open = files.filter((path) => !settled.has(path))
    if (open.length === 0) {
      // Also those in which nothing was replaced: a name that was taken away must not come back with the next power cut.
      for (const folder of folders) await io.flushDirectory(folder).catch(nullIfGone)
      return { kind: 'done', left: [...settled.values()].filter((state) => state === 'left').length }
    }
    const total = settled.size + open.length
    for (const path of open) {
      if (isStopped()) return { kind: 'stopped' }
      const state = await withPatience(surroundings.patience, () => convertFile(surroundings, conversion, path))
      if (state !== 'again') settled.set(path, state)
      onProgress(settled.size, total)
    }
  }
}

/** What is written here before it takes its place; no other part of the program takes it for its own. */
const leftover = /^\.l-[0-9a-f]{12}\.tmp$/

async function clearLeftovers(io: StorageIo, files: readonly string[]): Promise<void> {
  for (const path of files) if (leftover.test(basename(path))) await removeQuietly(io, path)
}

/** Every file that is to be locked, or was, and every folder. */
async function look(io: StorageIo, root: string, homeOf: HomeOf): Promise<{ readonly files: readonly string[]; readonly folders: readonly string[] }> {
  const files: string[] = []
  const folders = [root]
  for (const folder of folders) {
    for (const name of await io.readdir(folder).catch(emptyIfGone)) {
      const path = join(folder, name)
      const facts = await io.stat(path).catch(nullIfGone)
      if (facts?.isFolder === true) folders.push(path)
      else if (facts !== null && homeOf(path) !== null) files.push(path)
    }
  }
  return { files, folders }
}

/** `again`: the file went, or came anew, while it was looked at. */
async function convertFile(surroundings: Surroundings, { homeOf, key, to }: Conversion, path: string): Promise<'done' | 'left' | 'again'> {
  const { io } = surroundings
  const home = homeOf(path) ?? ''
  const bytes = await io.read(path).catch(nullIfGone)
  if (bytes === null) return 'done'
  if (isLocked(bytes) === (to === 'locked')) return 'done'
  const opened = to === 'plain' ? openLocked(key, null, bytes) : null
  if (opened !== null && opened.kind !== 'plain') return 'left'
  const wanted = opened === null ? lockFile(key, home, bytes) : opened.bytes
  const plain = opened === null ? bytes : opened.bytes
  const temporary = join(dirname(path), `.l-${surroundings.randomName()}.tmp`)
  try {
    await writeNew(io, temporary, wanted)
    const back = await io.read(temporary)
    const reopened = to === 'locked' ? openLocked(key, home, back) : { kind: 'plain' as const, bytes: back }
    if (reopened.kind !== 'plain' || Buffer.compare(reopened.bytes, plain) !== 0) throw Object.assign(new Error('not what was written'), { code: 'EIO' })
    await io.rename(temporary, path)
  } catch (error) {
    await removeQuietly(io, temporary)
    if (errnoOf(error) === 'ENOENT') return 'again'
    throw error
  }
  return 'done'
}

function nullIfGone(error: unknown): null {
  if (errnoOf(error) === 'ENOENT') return null
  throw error
}

function emptyIfGone(error: unknown): readonly string[] {
  if (errnoOf(error) === 'ENOENT') return []
  throw error
}
