/** The phrase library (SPEC PHRASE). Its file goes in and out through dialogs that are opened here. */
import { basename, extname, join } from 'node:path'
import { app, dialog } from 'electron'
import { succeed } from '../../shared/base/result'
import { writePhraseFile } from '../../shared/phrases/phraseFile'
import { shellText } from '../../shared/text/shell'
import { importPhrases } from '../import/importPhrases'
import { LARGEST_IMPORT_MB } from '../import/readers'
import { readIn } from '../storage/readIn'
import { writeOut } from '../storage/writeOut'
import type { Handlers } from './answer'
import type { Desk } from './desk'
import type { WrittenFiles } from './writtenFiles'

export function phraseHandlers({ library, mainWindow, read, surroundings }: Desk, written: WrittenFiles): Pick<Handlers, 'phrases.read' | 'phrases.change' | 'phrases.suggest' | 'phrases.export' | 'phrases.import'> {
  return {
    'phrases.read': () => library.readPhrases(),
    'phrases.change': (change) => library.changePhrases(change),
    'phrases.suggest': () => library.suggestPhrases(),
    'phrases.export': async () => {
      const phrases = await library.readPhrases()
      if (!phrases.ok) return phrases
      const chosen = await dialog.showSaveDialog(mainWindow.browserWindow, {
        title: shellText.phrasesExportTitle, defaultPath: join(app.getPath('documents'), shellText.phrasesFileName),
        filters: [{ name: shellText.importFilter, extensions: ['txt'] }], properties: ['showOverwriteConfirmation'],
      })
      if (chosen.canceled || !chosen.filePath) return succeed({ kind: 'cancelled' })
      const path = extname(chosen.filePath).toLowerCase() === '.txt' ? chosen.filePath : `${chosen.filePath}.txt`
      // With its mark and Windows line ends, so that the oldest Notepad shows it right.
      const bytes = new TextEncoder().encode(`\ufeff${writePhraseFile(phrases.value.library).replace(/\n/g, '\r\n')}`)
      const result = await writeOut(path, bytes, surroundings)
      return result.ok ? succeed({ kind: 'written', ...written.note(path) }) : result
    },
    'phrases.import': async () => {
      const chosen = await dialog.showOpenDialog(mainWindow.browserWindow, {
        title: shellText.phrasesImportTitle, properties: ['openFile'],
        filters: [{ name: shellText.importFilter, extensions: ['txt'] }, { name: shellText.importAllFilter, extensions: ['*'] }],
      })
      const [path] = chosen.filePaths
      if (chosen.canceled || path === undefined) return succeed({ kind: 'cancelled' })
      const bytes = await readIn(path, LARGEST_IMPORT_MB * 1024 * 1024, surroundings.io)
      return bytes.ok ? importPhrases(library, { name: basename(path), bytes: bytes.value }, read) : bytes
    },
  }
}
