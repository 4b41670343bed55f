/** Pictures on their way from a file, the clipboard or a drop into the report on the desk (SPEC PICTURE-2). */
import { call } from '../api/client'
import type { Response } from '../../shared/ipc/contract'
import { desk } from './desk'
import { showError } from './toast'

/** Asks for a file and puts its picture behind the paragraph of the caret. */
export async function insertChosenPicture(): Promise<void> {
  const chosen = await call('picture.choose', undefined)
  if (!chosen.ok) return showError(chosen.error)
  if (chosen.value !== null) put(chosen.value)
}

/** Puts pasted pictures behind the paragraph of the caret, one after the other. */
export async function insertPictures(files: readonly File[]): Promise<void> {
  for (const file of files) {
    const added = await call('picture.add', { name: file.name.slice(0, 255), bytes: new Uint8Array(await file.arrayBuffer()) })
    if (!added.ok) return showError(added.error)
    put(added.value)
  }
}

/** The bytes of a kept picture; null if there are none to show. */
export async function loadPicture(sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const read = await call('picture.read', { sha256 })
  return read.ok ? new Uint8Array(read.value.bytes) : null
}

function put(picture: Response<'picture.add'>): void {
  desk.get().handle?.run({ kind: 'insertPicture', picture })
  desk.get().handle?.focus()
}
