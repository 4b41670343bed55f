/** The real handlers over a real folder, knocked at through the real door: the suite that the stand-in passes, too. Only Electron itself is stood in for. */
import { cpSync } from 'node:fs'
import { afterAll, beforeAll, describe, vi } from 'vitest'
import { answerRequest, done } from '../../../electron/ipc/answer'
import type { Desk } from '../../../electron/ipc/desk'
import { makeHandlers } from '../../../electron/ipc/handlers'
import { lockHandlers } from '../../../electron/ipc/lockHandlers'
import { readSheet, readSource } from '../../../electron/import/readers'
import { openFolderLock } from '../../../electron/library/folderLock'
import { silentLog } from '../../../electron/log'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { countingIds } from '../../../shared/base/ids'
import type { Bridge } from '../../../shared/ipc/contract'
import { contractSuite, lockStories, type OpenedContract } from '../../support/contractSuite'
import { lockUp } from '../../support/lockedFolder'
import { openTempLibrary, tempFolder } from '../../support/tempLibrary'

vi.mock('electron', () => ({ app: { getVersion: () => '0.0.0', getPath: () => '/nowhere' }, dialog: {}, shell: {} }))

/** Over a fresh folder, or over a copy of one with a passphrase. */
async function openDesk(locked?: { readonly folder: string; readonly recoveryKey: string }): Promise<OpenedContract> {
  const folder = tempFolder()
  if (locked !== undefined) cpSync(locked.folder, folder.path, { recursive: true })
  const lock = await openFolderLock(realSurroundings('linux'), folder.path)
  if (locked !== undefined) await lock.unlock({ kind: 'recoveryKey', text: locked.recoveryKey })
  const library = await openTempLibrary(folder.path, lock.surroundings)
  const mainWindow = { tell: () => undefined, browserWindow: { webContents: { executeJavaScriptInIsolatedWorld: async () => null } } } as unknown as Desk['mainWindow']
  const handlers = makeHandlers({
    library, log: silentLog, mainWindow, surroundings: lock.surroundings, newId: countingIds(), read: readSource, readSheet, dataFolder: folder.path, lock: lockHandlers(lock, { whenOpen: async () => done, isShared: () => false }),
  })
  return {
    call: ((channel, request) => answerRequest({ handlers, log: silentLog }, channel, true, request)) as Bridge['call'],
    close: async () => {
      await lock.stop()
      await library.close()
      folder.remove()
    },
  }
}

describe('the real handlers', () => {
  contractSuite(() => openDesk())
  lockStories(() => openDesk())
})

// LOCK-10: everything that can be done with a folder can be done with one that has a passphrase.
describe('the real handlers over a folder with a passphrase', () => {
  const template = tempFolder()
  let recoveryKey = ''
  beforeAll(async () => {
    await (await openTempLibrary(template.path)).close()
    recoveryKey = (await lockUp(realSurroundings('linux'), template.path)).recoveryKey
  })
  afterAll(() => template.remove())
  contractSuite(() => openDesk({ folder: template.path, recoveryKey }))
})
