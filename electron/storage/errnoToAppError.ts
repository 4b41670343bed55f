import type { AppError, ErrorCode } from '../../shared/base/errors'
import { AppFailure } from '../../shared/base/errors'
import { errnoOf } from './storageIo'

/** What an error code of the system means for the clerk (SPEC STORE-11). Anything else counts as a faulty disk. */
export const errnoTable = {
  ENOSPC: 'diskFull', EDQUOT: 'diskFull', EFBIG: 'diskFull',
  EROFS: 'diskReadOnly',
  EACCES: 'accessDenied', EPERM: 'accessDenied',
  EBUSY: 'fileBusy', ETXTBSY: 'fileBusy', EAGAIN: 'fileBusy',
  EMFILE: 'tooManyFiles', ENFILE: 'tooManyFiles',
  ENOENT: 'fileNotFound', ENAMETOOLONG: 'fileNotFound', EINVAL: 'fileNotFound', ELOOP: 'fileNotFound',
  EISDIR: 'pathIsFolder', ENOTDIR: 'folderNotFound',
  ENODEV: 'diskGone', ENXIO: 'diskGone', ESTALE: 'diskGone', EHOSTDOWN: 'diskGone',
} as const satisfies Record<string, ErrorCode>

/** The expected failure behind an error: its own one for an {@link AppFailure}, the row of the table for an error of the system. */
export function errnoToAppError(error: unknown, detail?: AppError['detail']): AppError {
  if (error instanceof AppFailure) return error.error
  const code: ErrorCode = (errnoTable as Readonly<Record<string, ErrorCode>>)[errnoOf(error)] ?? 'diskFaulty'
  return detail === undefined ? { code } : { code, detail }
}

/** The expected failure behind an error, or the error itself thrown on: a bug is no expected failure. */
export function expectedFailure(error: unknown, detail?: AppError['detail']): AppError {
  if (error instanceof AppFailure || errnoOf(error) !== '') return errnoToAppError(error, detail)
  throw error
}
