/** 归档文件目录 and the forms of the archive leave the program like every export: dialog and path stay here (SPEC IPC-7, ARCHNO-14). */
import { fail } from '../../shared/base/result'
import { safeFileName } from '../../shared/base/safeFileName'
import { formatArchivalNumber } from '../../shared/archive/archivalNumber'
import type { FormFormat } from '../../shared/archive/archiveForms'
import { catalogueCsv, catalogueJson } from '../../shared/archive/catalogueText'
import { yearForm } from '../../shared/archive/yearForms'
import { archiveFormText as words } from '../../shared/text/archiveForms'
import { shellText } from '../../shared/text/shell'
import { exportForm } from '../export/exportForm'
import { systemFonts } from '../storage/fontFiles'
import type { Handlers } from './answer'
import type { Desk } from './desk'
import { exportSaver } from './saveExport'
import type { WrittenFiles } from './writtenFiles'

const extensions = { word: 'docx', pdf: 'pdf', csv: 'csv', json: 'json' } as const satisfies Record<FormFormat, string>

export function catalogueHandlers(desk: Desk, written: WrittenFiles): Pick<Handlers, 'archive.catalogue' | 'archive.proposal' | 'archive.print' | 'archive.savePicture'> {
  const { library } = desk
  const save = exportSaver(desk, written)
  return {
    'archive.catalogue': (request) => library.catalogueOf(request),
    'archive.proposal': (request) => library.proposeFiling(request),
    'archive.savePicture': async ({ id, format, bytes }) => {
      const opened = await library.open({ id })
      if (!opened.ok) return opened
      const number = opened.value.report.filing?.number
      if (number === undefined) return fail({ code: 'nothingNumbered' })
      const name = safeFileName(words.stampName(formatArchivalNumber(number)), `.${format}`, shellText.untitled)
      return save({ title: words.saveTitle(words.stamp), name, filter: words.pictures[format], extension: format, make: async () => ({ bytes, changes: [] }) })
    },
    'archive.print': async ({ year, form, format, boxes }) => {
      const catalogue = await library.catalogueOf({ year })
      if (!catalogue.ok) return catalogue
      const { parts } = catalogue.value
      if (form !== 'catalogue' && (format === 'csv' || format === 'json')) return fail({ code: 'requestMalformed' })
      const settings = await library.readSettings()
      if (!settings.ok) return settings
      const proof = await library.formProof({ year })
      const document = yearForm(form, parts, settings.value.archive, boxes, proof.ok ? proof.value : {})
      if (document === null) return fail({ code: 'nothingNumbered' })
      const extension = extensions[format]
      return save({
        title: words.saveTitle(words.forms[form]), name: safeFileName(words.fileName(year, words.forms[form]), `.${extension}`, shellText.untitled), filter: words.formats[format], extension,
        make: async () => (format === 'csv' || format === 'json' ? { bytes: new TextEncoder().encode(format === 'csv' ? catalogueCsv(parts) : catalogueJson(parts)), changes: [] }
          : exportForm(document, format, systemFonts(process.platform, process.env))),
      })
    },
  }
}
