/**
 * Writes a file to a place that the clerk chose (SPEC STORE-13): complete beside it under a random name, flushed, then put over the old one.
 * On any failure the old file is intact and nothing is left behind.
 */
import { basename, dirname } from 'node:path'
import type { AppError } from '../../shared/base/errors'
import { fail, succeed, type Result } from '../../shared/base/result'
import { errnoToAppError } from './errnoToAppError'
import { withPatience } from './patience'
import { removeQuietly, writeTemporary } from './publish'
import { errnoOf, type StorageIo } from './storageIo'
import type { Surroundings } from './generations'

/** Writes `bytes` to the absolute path. Errors name the file and its folder, never the whole path. */
export async function writeOut(path: string, bytes: Uint8Array, surroundings: Omit<Surroundings, 'clock'>): Promise<Result<{ readonly path: string }>> {
  const { io, patience } = surroundings
  const folder = dirname(path)
  const wrongPlace = await lookAt(io, path, folder)
  if (wrongPlace !== null) return fail(wrongPlace)
  let temporary: string | null = null
  try {
    const written = await withPatience(patience, () => writeTemporary({ ...surroundings, access: 'shared' }, folder, bytes))
    temporary = written
    await withPatience(patience, () => io.rename(written, path))
    temporary = null
    await io.flushDirectory(folder)
    return succeed({ path })
  } catch (error) {
    if (temporary !== null) await removeQuietly(io, temporary)
    const isHeld = temporary !== null && ['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(error)) && (await isThere(io, path))
    return fail(withName(isHeld ? { code: 'fileBusy' } : errnoToAppError(error), path))
  }
}

/** What is wrong with the place, if it can be seen before writing. */
async function lookAt(io: StorageIo, path: string, folder: string): Promise<AppError | null> {
  try {
    if (!(await io.stat(folder)).isFolder) return withName({ code: 'folderNotFound' }, path)
  } catch (error) {
    return withName(errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR' ? { code: 'folderNotFound' } : errnoToAppError(error), path)
  }
  try {
    return (await io.stat(path)).isFolder ? withName({ code: 'pathIsFolder' }, path) : null
  } catch {
    return null
  }
}

async function isThere(io: StorageIo, path: string): Promise<boolean> {
  return io.stat(path).then(() => true, () => false)
}

function withName(error: AppError, path: string): AppError {
  return { ...error, detail: { ...error.detail, name: basename(path), folder: basename(dirname(path)) } }
}
