/** Every call of the contract with its handler, gathered from one file per domain (SPEC IPC-1). */
import { basename } from 'node:path'
import { app, shell } from 'electron'
import { fail, succeed } from '../../shared/base/result'
import { done, type Handlers } from './answer'
import type { Desk } from './desk'
import { catalogueHandlers } from './catalogueHandlers'
import { checkHandlers } from './checkHandlers'
import { conformHandlers } from './conformHandlers'
import { exportHandlers } from './exportHandlers'
import { findMissingFonts } from './fontTest'
import { backupHandlers } from './backupHandlers'
import { longWork } from './longWork'
import { transferHandlers } from './transferHandlers'
import { folderImportHandlers } from './folderImportHandlers'
import { importHandlers } from './importHandlers'
import { readBackHandlers } from './readBackHandlers'
import { logHandlers } from './logHandlers'
import { phraseHandlers } from './phraseHandlers'
import { pictureHandlers } from './pictureHandlers'
import { printHandlers } from './printHandlers'
import { sealHandlers } from './sealHandlers'
import { templateHandlers } from './templateHandlers'
import { rememberWrittenFiles } from './writtenFiles'

export function makeHandlers(desk: Desk): Handlers {
  const { library, mainWindow, dataFolder } = desk
  const written = rememberWrittenFiles(desk.newId)
  library.onChanged(() => mainWindow.tell('libraryChanged'))
  library.onBroken(() => mainWindow.tell('libraryChanged'))
  const work = longWork(mainWindow, desk.surroundings.clock)
  return {
    'app.info': async () => succeed({
      version: app.getVersion(), dataFolderName: basename(dataFolder), platform: process.platform,
      missingFonts: (await findMissingFonts(mainWindow.browserWindow.webContents)).map(({ name, substitute }) => ({ name, substitute })), warnings: [...library.warnings()],
    }),

    'app.openDataFolder': async () => ((await shell.openPath(dataFolder)) === '' ? done : fail({ code: 'folderNotFound', detail: { folder: basename(dataFolder) } })),

    'library.list': () => library.overview(),
    'library.rows': (request) => library.rows(request),
    'library.search': (request) => library.search(request),
    'library.previewReplace': (request) => library.previewReplace(request),
    'library.replace': (request) => library.replace(request),
    'library.takeBack': (request) => library.takeBack(request),

    'report.create': (request) => library.create(request),
    'report.open': (request) => library.open(request),
    'report.save': (request) => library.save(request),
    'report.duplicate': (request) => library.duplicate(request),
    'report.setState': (request) => library.setState(request),
    'report.trash': (request) => library.trash(request),
    'report.restore': (request) => library.restore(request),
    'report.versions': (request) => library.versions(request),
    'report.openVersion': (request) => library.openVersion(request),
    'report.nameVersion': (request) => library.nameVersion(request),
    'report.unnameVersion': (request) => library.unnameVersion(request),
    'report.settleHeads': (request) => library.settleHeads(request),
    'report.restoreVersion': (request) => library.restoreVersion(request),

    ...importHandlers(desk),
    ...folderImportHandlers(desk, written, work),
    ...readBackHandlers(desk),
    ...exportHandlers(desk, written),
    ...printHandlers(desk),
    ...conformHandlers(desk, written),

    'archive.file': (request) => library.file(request),
    'archive.list': (request) => library.filedYear(request),
    'archive.fileYear': (request) => library.fileYear(request),
    'archive.number': (request) => library.number(request),
    'archive.correct': (request) => library.correct(request),
    ...catalogueHandlers(desk, written),

    ...checkHandlers(desk, written),
    ...logHandlers(desk, written),
    ...sealHandlers(desk),
    ...transferHandlers(desk, written, work),
    ...backupHandlers(desk, written, work),
    ...phraseHandlers(desk, written),
    ...pictureHandlers(desk),
    ...templateHandlers(desk, written),

    'settings.read': () => library.readSettings(),
    'settings.write': (request) => library.writeSettings(request),

    ...desk.lock,

    'window.readyToClose': async ({ close }) => {
      mainWindow.answerClosing(close)
      return done
    },
  }
}
