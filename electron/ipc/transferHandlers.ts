/** Packages to another computer and from it: the dialogs, the progress and the way to stop (SPEC PACK, IPC-6). */
import { basename, dirname, extname, join } from 'node:path'
import { app, dialog } from 'electron'
import { fail, succeed } from '../../shared/base/result'
import { shellText } from '../../shared/text/shell'
import { transferRoomText as words } from '../../shared/text/transferRoom'
import { verifyPackage } from '../library/transfer'
import { done, type Handlers } from './answer'
import type { Desk } from './desk'
import type { LongWork } from './longWork'
import type { WrittenFiles } from './writtenFiles'

export function transferHandlers({ library, mainWindow, surroundings }: Desk, written: WrittenFiles, work: LongWork): Pick<Handlers, 'transfer.pack' | 'transfer.verify' | 'transfer.unpack' | 'transfer.cancel'> {
  const window = mainWindow.browserWindow
  return {
    'transfer.pack': async ({ scope, form }) => {
      const day = new Date(surroundings.clock()).toISOString().slice(0, 10).replace(/-/g, '')
      const name = `andu-${scope.kind === 'year' ? scope.year : 'reports'}-${day}${form === 'file' ? '.zip' : ''}`
      const target = form === 'file' ? await askFile(name) : await askFolder(name)
      if (target === null) return succeed({ kind: 'cancelled' })
      const packed = await work.run((watch) => library.transfer.pack({ scope, target, program: `Andu ${app.getVersion()}` }, watch))
      if (!packed.ok) return packed
      const { reports, files, bytes, left, others } = packed.value
      return succeed({ kind: 'packed', ...written.note(target), reports, files, bytes, left: left.length, others: others.slice(0, 20) })
    },
    'transfer.verify': async ({ token }) => {
      const path = written.pathOf(token)
      return path === undefined ? fail({ code: 'fileNotFound' }) : verifyPackage(surroundings, path)
    },
    'transfer.unpack': async ({ form }) => {
      const chosen = await dialog.showOpenDialog(window, form === 'file'
        ? { title: words.unpackTitle, properties: ['openFile'], filters: [{ name: words.packageFilter, extensions: ['zip'] }, { name: shellText.importAllFilter, extensions: ['*'] }] }
        : { title: words.unpackTitle, properties: ['openDirectory'] })
      const [path] = chosen.filePaths
      if (chosen.canceled || path === undefined) return succeed({ kind: 'cancelled' })
      const outcome = await work.run((watch) => library.transfer.unpack({ path }, watch))
      if (!outcome.ok) return outcome
      const { unit, madeAt, reports, foreign } = outcome.value
      return succeed({ kind: 'unpacked', fileName: basename(path), unit, madeAt, reports: [...reports], foreign: foreign.slice(0, 100) })
    },
    'transfer.cancel': async () => {
      work.cancel()
      return done
    },
  }

  async function askFile(name: string): Promise<string | null> {
    const chosen = await dialog.showSaveDialog(window, { title: words.packTitle, defaultPath: join(app.getPath('documents'), name), filters: [{ name: words.packageFilter, extensions: ['zip'] }] })
    if (chosen.canceled || !chosen.filePath) return null
    return extname(chosen.filePath).toLowerCase() === '.zip' ? chosen.filePath : `${chosen.filePath}.zip`
  }

  /** A new folder in the chosen one: what lies there is not touched. */
  async function askFolder(name: string): Promise<string | null> {
    const chosen = await dialog.showOpenDialog(window, { title: words.packTitle, buttonLabel: words.packHere, properties: ['openDirectory', 'createDirectory'] })
    const [folder] = chosen.filePaths
    if (chosen.canceled || folder === undefined) return null
    for (let number = 1; ; number += 1) {
      const path = join(folder, number === 1 ? name : `${name}-${number}`)
      const isThere = await surroundings.io.stat(path).then(() => true, () => false)
      if (!isThere || number > 99 || dirname(path) === path) return path
    }
  }
}
