/** Texts about bags for a terminal. */
import { basename } from 'node:path'
import type { AppError } from '../../shared/base/errors'
import { errnoToAppError } from '../storage/errnoToAppError'
import { errnoOf } from '../storage/storageIo'

/** Names in a foreign bag may hold anything; on a terminal control characters would act. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\uFFFD')
}

/** What an error of the disk means for the folder that was typed. */
export function bagError(error: unknown, typed: string): AppError {
  const isGone = errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR'
  return isGone ? { code: 'fileNotFound', detail: { name: basename(typed) } } : errnoToAppError(error)
}
