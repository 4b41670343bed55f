/** Pictures come in through a dialog or as bytes, and go back to the window as bytes (SPEC PICTURE-1, PICTURE-2). */
import { basename } from 'node:path'
import { dialog } from 'electron'
import { fail, succeed, type Result } from '../../shared/base/result'
import { LARGEST_PICTURE_MB, MOST_PICTURE_PIXELS, type Response } from '../../shared/ipc/contract'
import { shellText } from '../../shared/text/shell'
import { pictureFacts } from '../import/pictureFacts'
import { readIn } from '../storage/readIn'
import type { Handlers } from './answer'
import type { Desk } from './desk'

export function pictureHandlers({ library, mainWindow, surroundings }: Desk): Pick<Handlers, 'picture.choose' | 'picture.add' | 'picture.read'> {
  const add = async (name: string, bytes: Uint8Array): Promise<Result<NonNullable<Response<'picture.add'>>>> => {
    const facts = pictureFacts(bytes)
    if (facts === null) return fail({ code: 'pictureUnknown', detail: { name } })
    if (Math.max(facts.width, facts.height) > MOST_PICTURE_PIXELS) return fail({ code: 'pictureTooLarge', detail: { name, pixels: Math.max(facts.width, facts.height), limit: MOST_PICTURE_PIXELS } })
    const kept = await library.keepPicture({ bytes })
    return kept.ok ? succeed({ ...facts, sha256: kept.value.sha256 }) : kept
  }
  return {
    'picture.choose': async () => {
      const chosen = await dialog.showOpenDialog(mainWindow.browserWindow, {
        title: shellText.pictureTitle, properties: ['openFile'], filters: [{ name: shellText.pictureFilter, extensions: ['png', 'jpg', 'jpeg'] }, { name: shellText.importAllFilter, extensions: ['*'] }],
      })
      const [path] = chosen.filePaths
      if (chosen.canceled || path === undefined) return succeed(null)
      const bytes = await readIn(path, LARGEST_PICTURE_MB * 1024 * 1024, surroundings.io)
      return bytes.ok ? add(basename(path), bytes.value) : bytes
    },
    'picture.add': ({ name, bytes }) => add(name, bytes),
    'picture.read': ({ sha256 }) => library.readPicture({ sha256 }),
  }
}
