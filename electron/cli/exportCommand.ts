/** `export FILE|ID -o OUT.docx` (or another format): the same exporters as in the window; a report of a library is set as its unit chose. */
import { fail, succeed, type Result } from '../../shared/base/result'
import type { LayoutOptions, PrintedReport } from '../../shared/print/layoutReport'
import { cliText } from '../../shared/text/cli'
import { fillPlaces } from '../../shared/text/errors'
import { exporterFor } from '../export/exporters'
import { systemFonts } from '../storage/fontFiles'
import { readPicture } from '../storage/pictures'
import { writeOut } from '../storage/writeOut'
import { exitCodes } from './exitCodes'
import { isReportId, readReport } from './readReport'
import { unlockedFolder } from './unlockedFolder'
import type { Refusal, Run } from './world'

export const runExport: Run = async (given, world) => {
  const typed = given.words[0] ?? ''
  const output = given.values['--output']
  if (output === undefined) return fail({ kind: 'usage', message: fillPlaces(cliText.missingOption, { command: 'export', option: '-o' }) })
  const exporter = exporterFor(output)
  if (exporter === null) return fail({ kind: 'usage', message: fillPlaces(cliText.badOutput, { value: output }) })
  if (world.resolve(typed) === world.resolve(output)) return fail({ kind: 'usage', message: fillPlaces(cliText.sameFile, { value: typed }) })
  const report = await readReport('export', typed, given, world)
  if (!report.ok) return report
  if (isEmpty(report.value)) return fail({ kind: 'failure', error: { code: 'nothingToExport' } })
  const layout: Result<Partial<LayoutOptions>, Refusal> = isReportId(typed) ? await (await import('./withLibrary')).storedLayout('export', given, world) : succeed({})
  if (!layout.ok) return layout
  const folder = given.values['--data'] ?? world.environment['ANDU_DATA']
  const file = await exporter.run(report.value, layout.value, folder === undefined ? undefined : async (sha256) => readPicture(await unlockedFolder(world.resolve(folder), world), world.resolve(folder), sha256), systemFonts(process.platform, world.environment))
  const written = await writeOut(world.resolve(output), file.bytes, world.surroundings)
  if (!written.ok) return fail({ kind: 'failure', error: written.error })
  world.write(given.flags.has('--json')
    ? `${JSON.stringify({ path: written.value.path, bytes: file.bytes.length, changes: file.changes }, null, 2)}\n`
    : `${[fillPlaces(cliText.written, { name: output }), ...file.changes].join('\n')}\n`)
  return succeed(exitCodes.done)
}

function isEmpty(report: PrintedReport): boolean {
  return report.title.every((line) => line.trim() === '') && report.blocks.every((block) => block.kind === 'text' && block.runs.every((run) => run.text.trim() === ''))
}
