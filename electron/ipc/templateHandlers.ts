/** Templates of the unit's own (SPEC TEMPLATE). Their files go in and out through dialogs that are opened here. */
import { basename, extname, join } from 'node:path'
import { app, dialog } from 'electron'
import { fail, succeed } from '../../shared/base/result'
import { safeFileName } from '../../shared/base/safeFileName'
import { shellText } from '../../shared/text/shell'
import { decodeText } from '../import/text/decodeText'
import { LARGEST_IMPORT_MB } from '../import/readers'
import { readIn } from '../storage/readIn'
import { writeOut } from '../storage/writeOut'
import type { Handlers } from './answer'
import type { Desk } from './desk'
import type { WrittenFiles } from './writtenFiles'

const extension = '.json'

type Channels = 'library.templates' | 'template.create' | 'template.rename' | 'template.remove' | 'template.restore' | 'template.export' | 'template.import'

export function templateHandlers({ library, mainWindow, surroundings }: Desk, written: WrittenFiles): Pick<Handlers, Channels> {
  const filters = [{ name: shellText.templateFilter, extensions: ['json'] }]
  return {
    'library.templates': () => library.templates(),
    'template.create': (request) => library.createTemplate(request),
    'template.rename': (request) => library.renameTemplate(request),
    'template.remove': (request) => library.removeTemplate(request),
    'template.restore': (request) => library.restoreTemplate(request),
    'template.export': async ({ id }) => {
      const file = await library.writeTemplate({ id })
      if (!file.ok) return file
      const chosen = await dialog.showSaveDialog(mainWindow.browserWindow, {
        title: shellText.templateExportTitle, defaultPath: join(app.getPath('documents'), safeFileName(`${file.value.name}${shellText.templateMark}`, extension, shellText.untitled)), filters, properties: ['showOverwriteConfirmation'],
      })
      if (chosen.canceled || !chosen.filePath) return succeed({ kind: 'cancelled' })
      const path = extname(chosen.filePath).toLowerCase() === extension ? chosen.filePath : `${chosen.filePath}${extension}`
      const result = await writeOut(path, new TextEncoder().encode(file.value.text), surroundings)
      return result.ok ? succeed({ kind: 'written', ...written.note(path) }) : result
    },
    'template.import': async () => {
      const chosen = await dialog.showOpenDialog(mainWindow.browserWindow, { title: shellText.templateImportTitle, properties: ['openFile'], filters: [...filters, { name: shellText.importAllFilter, extensions: ['*'] }] })
      const [path] = chosen.filePaths
      if (chosen.canceled || path === undefined) return succeed({ kind: 'cancelled' })
      const name = basename(path)
      const bytes = await readIn(path, LARGEST_IMPORT_MB * 1024 * 1024, surroundings.io)
      if (!bytes.ok) return bytes
      const text = decodeText(bytes.value)
      const added = text.ok ? await library.addTemplate({ text: text.value.text }) : fail({ code: 'templateUnknown' as const })
      return added.ok ? succeed({ kind: 'read', ...added.value }) : fail({ ...added.error, detail: { name } })
    },
  }
}
