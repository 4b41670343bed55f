/** The real handlers over a real folder, knocked at through the real door: the suite that the stand-in passes, too. Only Electron itself is stood in for. */
import { describe, vi } from 'vitest'
import { answerRequest, done } from '../../../electron/ipc/answer'
import type { Desk } from '../../../electron/ipc/desk'
import { makeHandlers } from '../../../electron/ipc/handlers'
import { lockHandlers } from '../../../electron/ipc/lockHandlers'
import { openFolderLock } from '../../../electron/library/folderLock'
import { silentLog } from '../../../electron/log'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { countingIds } from '../../../shared/base/ids'
import type { Bridge } from '../../../shared/ipc/contract'
import { contractSuite } from '../../support/contractSuite'
import { openTempLibrary, tempFolder } from '../../support/tempLibrary'

vi.mock('electron', () => ({ app: { getVersion: () => '0.0.0', getPath: () => '/nowhere' }, dialog: {}, shell: {} }))

describe('the real handlers', () => {
  contractSuite(async () => {
    const folder = tempFolder()
    const lock = await openFolderLock(realSurroundings('linux'), folder.path)
    const library = await openTempLibrary(folder.path, lock.surroundings)
    const mainWindow = { browserWindow: { webContents: { executeJavaScriptInIsolatedWorld: async () => null } } } as unknown as Desk['mainWindow']
    const handlers = makeHandlers({ library, log: silentLog, mainWindow, surroundings: lock.surroundings, newId: countingIds(), dataFolder: folder.path, lock: lockHandlers(lock, { whenOpen: async () => done, isShared: () => false }) })
    return {
      call: ((channel, request) => answerRequest({ handlers, log: silentLog }, channel, true, request)) as Bridge['call'],
      close: async () => {
        await lock.stop()
        await library.close()
        folder.remove()
      },
    }
  })
})
