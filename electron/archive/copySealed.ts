/** A verified copy of a sealed folder on another disk (SPEC SEAL-6): written, flushed, read again and checked byte by byte before it gets its name. */
import { basename, dirname, join } from 'node:path'
import { AppFailure } from '../../shared/base/errors'
import { endIfCancelled, type Watch } from '../../shared/base/watch'
import { listTree, removeTree } from '../storage/folderTree'
import type { Surroundings } from '../storage/generations'
import { errnoToAppError } from '../storage/errnoToAppError'
import { exists } from '../storage/publish'
import { errnoOf, type StorageIo } from '../storage/storageIo'
import { folderWriter } from './bag/writeBag'
import { verifyBag } from './bag/verifyBag'

export type CopyStage = 'copying' | 'verifying'

export interface CopyWatch extends Pick<Watch, 'isCancelled'> {
  readonly progress?: (stage: CopyStage, done: number, total: number) => void
}

/**
 * Copies the sealed folder `from` to `target`, which must not exist or be empty. When it resolves, every byte was read back from there and is right.
 * On a failure, or if it was cancelled, nothing of the copy is left. Throws an AppFailure.
 */
export async function copySealed(surroundings: Surroundings, from: string, target: string, sealSha256: string, watch: CopyWatch = {}): Promise<{ readonly files: number; readonly bytes: number }> {
  const { io, randomName } = surroundings
  const isThere = await exists(io, target)
  if (isThere && (await io.readdir(target)).length > 0) throw new AppFailure({ code: 'folderNotEmpty', detail: { folder: basename(target) } })
  if (!(await exists(io, dirname(target)))) throw new AppFailure({ code: 'folderNotFound', detail: { folder: basename(dirname(target)) } })
  // A folder that is there is filled; one that is not gets its name when all is right.
  const building = isThere ? target : join(dirname(target), `.andu-${randomName()}`)
  try {
    if (!isThere) await io.mkdir(building)
    const copied = await copyFiles(surroundings, from, building, watch)
    const verdict = await verifyBag(io, building, {}, (done, total) => {
      endIfCancelled(watch)
      watch.progress?.('verifying', done, total)
    })
    if (!verdict.ok || verdict.label.seal?.sha256 !== sealSha256) throw new AppFailure({ code: 'copyDiffers', detail: { folder: basename(target) } })
    if (!isThere) {
      await io.rename(building, target)
      await io.flushDirectory(dirname(target))
    }
    return copied
  } catch (error) {
    await clear(io, building, isThere)
    if (error instanceof AppFailure || errnoOf(error) === '') throw error
    throw new AppFailure(errnoToAppError(error, { folder: basename(target), name: basename(target) }), error)
  }
}

async function copyFiles(surroundings: Surroundings, from: string, building: string, watch: CopyWatch): Promise<{ readonly files: number; readonly bytes: number }> {
  const { io } = surroundings
  const files = await listTree(io, from)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const writer = folderWriter({ ...surroundings, access: 'shared' }, building)
  let done = 0
  for (const { path } of files) {
    endIfCancelled(watch)
    const content = await io.read(join(from, ...path.split('/')))
    await writer.put({ path, bytes: content })
    done += content.length
    watch.progress?.('copying', done, bytes)
  }
  await writer.finish()
  return { files: files.length, bytes }
}

/** A folder that was there before stays, empty as it was. */
async function clear(io: StorageIo, building: string, isThere: boolean): Promise<void> {
  try {
    if (!isThere) return await removeTree(io, building)
    for (const name of await io.readdir(building)) {
      const path = join(building, name)
      if ((await io.stat(path)).isFolder) await removeTree(io, path)
      else await io.unlink(path)
    }
  } catch {
    // The disk may be gone; what is left there has no name that anybody takes for a copy.
  }
}
