/** Pictures of the stand-in, kept for as long as the page lives. */
import type { Handlers } from '../../electron/ipc/answer'
import { pictureFacts } from '../../electron/import/pictureFacts'
import { fail, succeed } from '../../shared/base/result'

export function fakePictures(): Pick<Handlers, Extract<keyof Handlers, `picture.${string}`>> {
  const pictures = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    'picture.choose': async () => succeed(null),
    'picture.add': async ({ name, bytes }) => {
      const facts = pictureFacts(bytes)
      if (facts === null) return fail({ code: 'pictureUnknown', detail: { name } })
      const sha256 = String(pictures.size + 1).padStart(64, '0')
      pictures.set(sha256, new Uint8Array(bytes))
      return succeed({ ...facts, sha256 })
    },
    'picture.read': async ({ sha256 }) => {
      const bytes = pictures.get(sha256)
      return bytes === undefined ? fail({ code: 'pictureMissing' }) : succeed({ bytes })
    },
  }
}
