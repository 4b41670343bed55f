import { basename } from 'node:path'
import { fail, succeed, type Result } from '../../shared/base/result'
import { errnoToAppError } from './errnoToAppError'
import type { StorageIo } from './storageIo'

/** The bytes of a file from outside, if it is a file of at most `limit` bytes (SPEC STORE-15). Its size is looked at before anything is read. */
export async function readIn(path: string, limit: number, io: Pick<StorageIo, 'stat' | 'read'>): Promise<Result<Uint8Array>> {
  const name = basename(path)
  try {
    const facts = await io.stat(path)
    if (facts.isFolder) return fail({ code: 'pathIsFolder', detail: { name } })
    if (!facts.isFile) return fail({ code: 'notAFile', detail: { name } })
    if (facts.bytes > limit) return fail({ code: 'fileTooLarge', detail: { name, megabytes: megabytes(facts.bytes), limit: megabytes(limit) } })
    const bytes = await io.read(path)
    return bytes.length > limit ? fail({ code: 'fileTooLarge', detail: { name, megabytes: megabytes(bytes.length), limit: megabytes(limit) } }) : succeed(bytes)
  } catch (error) {
    const failure = errnoToAppError(error, { name })
    // Where a file stands for a folder of the path, there is no such file.
    return fail(failure.code === 'folderNotFound' ? { ...failure, code: 'fileNotFound' } : failure)
  }
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024)
}
