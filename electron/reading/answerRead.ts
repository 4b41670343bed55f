import { fail, type Result } from '../../shared/base/result'
import { readSheet, readSource, type ReadSource } from '../import/readers'
import type { ReadAnswer, ReadRequest } from './readingProcess'

/** Reads one file. A mistake of a reader is an answer like any other, so that the process need not die of it. */
export async function answerRead({ id, wanted, bytes }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { id, result: wanted.kind === 'source' ? withOwnPictures(await readSource(bytes, '')) : await readSheet(bytes, '', wanted.choices) }
  } catch (reason) {
    return { id, result: fail({ code: 'readBroken', detail: { reason: reason instanceof Error ? reason.name : 'thrown' } }) }
  }
}

/** Pictures are often views into the whole file, and a message carries all that stands behind a view. */
function withOwnPictures(read: Result<ReadSource>): Result<ReadSource> {
  if (!read.ok) return read
  const { document } = read.value
  const pictures = new Map([...document.pictures].map(([key, bytes]) => [key, Uint8Array.from(bytes)] as const))
  return { ok: true, value: { ...read.value, document: { ...document, pictures } } }
}
