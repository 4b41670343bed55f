/** 四性检测 of a year, and its sheet as a file (SPEC CHECK-5). */
import { checkReport } from '../../shared/archive/checks/checkReport'
import { countChecks } from '../../shared/archive/checks/checks'
import { succeed } from '../../shared/base/result'
import { checkSheetName, checkSheetWords } from '../../shared/text/checks'
import { exportText } from '../../shared/text/export'
import { shellText } from '../../shared/text/shell'
import { exporters } from '../export/exporters'
import { inspectFile } from '../import/inspectFile'
import { systemFonts } from '../storage/fontFiles'
import type { Handlers } from './answer'
import type { Desk } from './desk'
import { exportSaver } from './saveExport'
import type { WrittenFiles } from './writtenFiles'

export function checkHandlers(desk: Desk, written: WrittenFiles): Pick<Handlers, 'archive.check' | 'archive.exportCheck'> {
  const { library } = desk
  const save = exportSaver(desk, written)
  return {
    'archive.check': async (request) => {
      const checked = await library.check(request, inspectFile)
      return checked.ok ? succeed({ ...checked.value, rows: checked.value.rows.map((row) => ({ ...row, affected: [...row.affected] })) }) : checked
    },
    'archive.exportCheck': async ({ year, stage, format }) => {
      const checked = await library.check({ year, stage }, inspectFile)
      if (!checked.ok) return checked
      const exporter = exporters[format]
      const filter = exportText.formats[exporter.nameKey]
      const report = checkReport(checked.value.rows, checkSheetWords(checked.value, countChecks(checked.value.rows)))
      return save({
        title: shellText.exportTitle(filter), name: `${checkSheetName(year)}.${exporter.extension}`, filter, extension: exporter.extension,
        make: () => exporter.run(report, { wideTables: 'portrait' }, undefined, systemFonts(process.platform, process.env)),
      })
    },
  }
}
