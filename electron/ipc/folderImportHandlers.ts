/** The import of a folder for the window: the folder and the place of the report are asked for here (SPEC FOLDER, IPC-6). */
import { dialog } from 'electron'
import { safeFileName } from '../../shared/base/safeFileName'
import { succeed } from '../../shared/base/result'
import { folderImportText as words } from '../../shared/text/folderImport'
import { shellText } from '../../shared/text/shell'
import { folderReading } from '../import/folderReading'
import { folderCsv, folderText } from '../library/folderImport/folderSheet'
import type { Handlers } from './answer'
import type { Desk } from './desk'
import type { LongWork } from './longWork'
import { exportSaver } from './saveExport'
import type { WrittenFiles } from './writtenFiles'

type Channels = Extract<keyof Handlers, `folderImport.${string}`>

export function folderImportHandlers(desk: Desk, written: WrittenFiles, work: LongWork): Pick<Handlers, Channels> {
  const { library: { folderImports }, mainWindow } = desk
  const reading = folderReading(desk.read)
  const save = exportSaver(desk, written)
  return {
    'folderImport.choose': async () => {
      const chosen = await dialog.showOpenDialog(mainWindow.browserWindow, { title: words.title, properties: ['openDirectory'] })
      const [folder] = chosen.filePaths
      if (chosen.canceled || folder === undefined) return succeed({ kind: 'cancelled' })
      const opened = await folderImports.open({ folder })
      return opened.ok ? succeed({ kind: 'opened', job: opened.value }) : opened
    },
    'folderImport.list': () => folderImports.list(),
    'folderImport.resume': (request) => folderImports.resume(request),
    'folderImport.look': (request) => work.run((watch) => folderImports.look(request, reading, watch)),
    'folderImport.rows': (request) => folderImports.rows(request),
    'folderImport.change': (request) => folderImports.change(request),
    'folderImport.store': (request) => work.run((watch) => folderImports.store(request, reading, watch)),
    'folderImport.report': async ({ job, format }) => {
      const read = await folderImports.rows({ job, since: 0 })
      if (!read.ok) return read
      const { job: head, rows } = read.value
      const saved = await save({
        title: words.reportTitle, name: safeFileName(words.reportName(head.folderName), `.${format}`, shellText.untitled), filter: words.filters[format], extension: format,
        make: async () => ({ bytes: new TextEncoder().encode(format === 'csv' ? folderCsv(rows) : folderText(head, rows)), changes: [] }),
      })
      if (!saved.ok || saved.value.kind === 'cancelled') return saved.ok ? succeed({ kind: 'cancelled' }) : saved
      const { fileName, folderName, token } = saved.value
      return succeed({ kind: 'written', fileName, folderName, token })
    },
    'folderImport.forget': (request) => folderImports.forget(request),
  }
}
