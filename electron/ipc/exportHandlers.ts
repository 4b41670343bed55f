/** Files that leave the program: dialog and path stay here, the window gets a token (SPEC IPC-7). */
import { basename, extname, join } from 'node:path'
import { app, shell } from 'electron'
import { fail, succeed, type Result } from '../../shared/base/result'
import { safeFileName } from '../../shared/base/safeFileName'
import type { ArchiveScheme } from '../../shared/archive/archiveScheme'
import { stampCells } from '../../shared/archive/filingStamp'
import { exportText } from '../../shared/text/export'
import { shellText } from '../../shared/text/shell'
import { chosenLayout } from '../../shared/print/deviations'
import type { LayoutOptions } from '../../shared/print/layoutReport'
import type { Report } from '../../shared/report/report'
import { exportRedline } from '../export/exportRedline'
import { exporters, type Exporter } from '../export/exporters'
import { systemFonts } from '../storage/fontFiles'
import { readPicture } from '../storage/pictures'
import { writeOut } from '../storage/writeOut'
import { done, type Handlers } from './answer'
import type { Desk } from './desk'
import { exportName } from './exportName'
import { exportSaver } from './saveExport'
import type { WrittenFiles } from './writtenFiles'

const formats: readonly Exporter[] = Object.values(exporters)

/** What the system's own programs may be asked to open: nothing that could run. */
const openable: readonly string[] = formats.map(({ extension }) => `.${extension}`)

export function exportHandlers(desk: Desk, written: WrittenFiles): Pick<Handlers, 'export.formats' | 'export.file' | 'export.redline' | 'export.open' | 'export.reveal' | 'archive.openWord'> {
  const { library, surroundings, dataFolder } = desk
  const save = exportSaver(desk, written)
  const layoutOfUnit = async (): Promise<Partial<LayoutOptions>> => {
    const settings = await library.readSettings()
    return settings.ok ? chosenLayout(settings.value.layout) : {}
  }

  const unitsOfScheme = async (): Promise<ArchiveScheme['units']> => {
    const settings = await library.readSettings()
    return settings.ok ? settings.value.archive.units : []
  }

  const openFile = async (path: string): Promise<Result<undefined>> => {
    const name = basename(path)
    if (!openable.includes(extname(path).toLowerCase())) return fail({ code: 'formatUnknown', detail: { name } })
    return (await shell.openPath(path)) === '' ? done : fail({ code: 'fileNotFound', detail: { name } })
  }

  return {
    'export.formats': async () => succeed(formats.map(({ id, nameKey, extension }) => ({ id, name: exportText.formats[nameKey], extension }))),
    'export.file': async ({ id, format, stamp }) => {
      const exporter = formats.find((row) => row.id === format)
      if (exporter === undefined) return fail({ code: 'requestMalformed' })
      const opened = await library.open({ id })
      if (!opened.ok) return opened
      const { report } = opened.value
      if (isEmpty(report)) return fail({ code: 'nothingToExport' })
      const cells = stamp === true && report.filing !== undefined ? stampCells(report.filing, await unitsOfScheme()) : null
      const layout = { ...(await layoutOfUnit()), ...(cells === null ? {} : { stamp: cells }) }
      const filter = exportText.formats[exporter.nameKey]
      const saved = await save({
        title: shellText.exportTitle(filter), name: exportName(report, exporter.extension), filter, extension: exporter.extension,
        make: () => exporter.run(report, layout, (sha256) => readPicture(surroundings, dataFolder, sha256), systemFonts(process.platform, process.env)),
      })
      if (saved.ok && saved.value.kind === 'written') await library.noteAction({ action: 'export', report: id, generation: opened.value.generation, detail: format })
      return saved
    },
    /** What changed from one version to another; the later one is stored, or the report as it is stored now. */
    'export.redline': async ({ id, from, to }) => {
      const before = await library.openVersion({ id, generation: from })
      if (!before.ok) return before
      const after = to === 'now' ? await library.open({ id }) : await library.openVersion({ id, generation: to })
      if (!after.ok) return after
      const { report, savedAt } = after.value
      const settings = await library.readSettings()
      const layout = await layoutOfUnit()
      const changedBy = { author: report.unit || (settings.ok ? settings.value.unit : '') || shellText.redlineAuthor, at: savedAt.replace(/\.\d+Z$/, 'Z') }
      const name = exportName(report).replace(/\.docx$/, `${shellText.redlineSuffix}.docx`)
      return save({ title: shellText.redlineTitle, name, filter: exportText.formats.word, extension: 'docx', make: () => exportRedline(before.value.report, report, changedBy, layout) })
    },
    'export.open': async ({ token }) => {
      const path = written.pathOf(token)
      return path === undefined ? fail({ code: 'fileNotFound' }) : openFile(path)
    },
    'export.reveal': async ({ token }) => {
      const path = written.pathOf(token)
      if (path === undefined) return fail({ code: 'fileNotFound' })
      shell.showItemInFolder(path)
      return done
    },
    /** A copy is opened: what is kept in the archive is never handed to a program that could write into it. */
    'archive.openWord': async ({ id }) => {
      const word = await library.readFiledWord({ id })
      if (!word.ok) return word
      const path = join(app.getPath('temp'), safeFileName(word.value.name.replace(/\.docx$/i, ''), '.docx', shellText.untitled))
      const result = await writeOut(path, word.value.bytes, surroundings)
      return result.ok ? openFile(path) : result
    },
  }
}

function isEmpty(report: Report): boolean {
  return report.title.every((line) => line.trim() === '') && report.blocks.every((block) => block.kind === 'text' && block.runs.every((run) => run.text.trim() === ''))
}
