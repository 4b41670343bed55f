import { fail } from '../../shared/base/result'
import { readSource } from '../import/readers'
import type { ReadAnswer, ReadRequest } from './readingProcess'

/** Reads one file. A mistake of a reader is an answer like any other, so that the process need not die of it. */
export async function answerRead({ id, bytes }: ReadRequest): Promise<ReadAnswer> {
  try {
    const result = await readSource(bytes, '')
    if (!result.ok) return { id, result }
    const { document } = result.value
    return { id, result: { ok: true, value: { ...result.value, document: { ...document, pictures: ownPictures(document.pictures) } } } }
  } catch (reason) {
    return { id, result: fail({ code: 'readBroken', detail: { reason: reason instanceof Error ? reason.name : 'thrown' } }) }
  }
}

/** Pictures are often views into the whole file, and a message carries all that stands behind a view. */
function ownPictures(pictures: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  return new Map([...pictures].map(([key, bytes]) => [key, Uint8Array.from(bytes)] as const))
}
