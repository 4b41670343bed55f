/** `export FILE|ID -o OUT.docx` (or OUT.txt): the same exporters as in the window, from a file or from a report of a library. */
import { countingIds } from '../../shared/base/ids'
import { fail, succeed, type Result } from '../../shared/base/result'
import { parseReport } from '../../shared/outline/parseReport'
import type { PrintedReport } from '../../shared/print/layoutReport'
import { cliText } from '../../shared/text/cli'
import { fillPlaces } from '../../shared/text/errors'
import { exporterFor } from '../export/exporters'
import { writeOut } from '../storage/writeOut'
import { exitCodes } from './exitCodes'
import { openStoredReport } from './withLibrary'
import { readText } from './readText'
import type { Refusal, Run, World } from './world'
import type { ParsedArguments } from './parseArguments'

const reportId = /^r-[0-9a-z]{26}$/

export const runExport: Run = async (given, world) => {
  const typed = given.words[0] ?? ''
  const output = given.values['--output']
  if (output === undefined) return fail({ kind: 'usage', message: fillPlaces(cliText.missingOption, { command: 'export', option: '-o' }) })
  const exporter = exporterFor(output)
  if (exporter === null) return fail({ kind: 'usage', message: fillPlaces(cliText.badOutput, { value: output }) })
  const report = reportId.test(typed) ? await openStoredReport(typed, given, world) : await parseFile(typed, given, world)
  if (!report.ok) return report
  if (isEmpty(report.value)) return fail({ kind: 'failure', error: { code: 'nothingToExport' } })
  const file = await exporter.run(report.value)
  const written = await writeOut(world.resolve(output), file.bytes, world.surroundings)
  if (!written.ok) return fail({ kind: 'failure', error: written.error })
  world.write(given.flags.has('--json')
    ? `${JSON.stringify({ path: written.value.path, bytes: file.bytes.length, changes: file.changes }, null, 2)}\n`
    : `${[fillPlaces(cliText.written, { name: output }), ...file.changes].join('\n')}\n`)
  return succeed(exitCodes.done)
}

async function parseFile(typed: string, given: ParsedArguments, world: World): Promise<Result<PrintedReport, Refusal>> {
  if (world.resolve(typed) === world.resolve(given.values['--output'] ?? '')) return fail({ kind: 'usage', message: fillPlaces(cliText.sameFile, { value: typed }) })
  const file = await readText(typed, world)
  return file.ok ? succeed(parseReport(file.value.text, { newId: countingIds() }).content) : file
}

function isEmpty(report: PrintedReport): boolean {
  return report.title.every((line) => line.trim() === '') && report.blocks.every((block) => block.kind === 'text' && block.runs.every((run) => run.text.trim() === ''))
}
