/** `conform FILE…|FOLDER`: 条款体检单 of Word files (SPEC CONFORM-5, CONFORM-9). It ends with 1 if a clause fails. */
import { basename, join } from 'node:path'
import { fail, succeed, type Result } from '../../shared/base/result'
import { countOutcomes, type ConformSheet } from '../../shared/conform/conformSheet'
import { cliText } from '../../shared/text/cli'
import { conformText } from '../../shared/text/conform'
import { errorMessage, fillPlaces } from '../../shared/text/errors'
import { exporterFor } from '../export/exporters'
import { systemFonts } from '../storage/fontFiles'
import { writeOut } from '../storage/writeOut'
import { conformReport, conformSheetText, type NamedSheet } from './conformOutput'
import { exitCodeOf, exitCodes, type ExitCode } from './exitCodes'
import { readBytes } from './readText'
import type { Refusal, Run, World } from './world'

export const runConform: Run = async (given, world) => {
  const output = given.values['--output']
  if (output !== undefined && exporterFor(output) === null) return fail({ kind: 'usage', message: fillPlaces(cliText.badOutput, { value: output }) })
  const files = await filesOf(given.words, world)
  if (files.length === 0) return fail({ kind: 'usage', message: fillPlaces(conformText.noWord, { name: given.words.join(' ') }) })
  if (output !== undefined && files.some((file) => world.resolve(file) === world.resolve(output))) return fail({ kind: 'usage', message: fillPlaces(cliText.sameFile, { value: output }) })
  const sheets: NamedSheet[] = []
  let worst: ExitCode = exitCodes.done
  for (const file of files) {
    const sheet = await sheetOf(file, world)
    if (sheet.ok) sheets.push({ file, ...sheet.value })
    else if (files.length === 1 || sheet.error.kind === 'usage') return sheet
    else {
      // One bad file among many is told, and the others are judged all the same.
      const { found, advice } = errorMessage(sheet.error.error)
      world.complain(`andu: ${found}${advice}\n`)
      worst = exitCodeOf(sheet.error.error.code)
    }
  }
  if (output !== undefined) {
    const written = await writeSheets(output, sheets, world)
    if (!written.ok) return written
  }
  const [only] = sheets
  if (given.flags.has('--json')) world.write(`${JSON.stringify(files.length === 1 && only !== undefined ? { clauses: only.clauses } : sheets, null, 2)}\n`)
  else if (output === undefined) world.write(sheets.map(conformSheetText).join('\n'))
  else world.write(`${fillPlaces(cliText.written, { name: output })}\n`)
  return succeed(worst !== exitCodes.done ? worst : sheets.some((sheet) => countOutcomes(sheet).fail > 0) ? exitCodes.findings : exitCodes.done)
}

/** The files of the words; of a folder all its Word files by name, without the locks that Word leaves. */
async function filesOf(words: readonly string[], { surroundings: { io }, resolve }: World): Promise<readonly string[]> {
  const files = await Promise.all(words.map(async (word) => {
    const isFolder = await io.stat(resolve(word)).then((facts) => facts.isFolder, () => false)
    if (!isFolder) return [word]
    return [...await io.readdir(resolve(word))].filter((name) => /\.docx$/i.test(name) && !/^[~.]/.test(name)).sort().map((name) => join(word, name))
  }))
  return files.flat()
}

async function sheetOf(typed: string, world: World): Promise<Result<ConformSheet, Refusal>> {
  const file = await readBytes(typed, world)
  if (!file.ok) return file
  const sheet = await world.readSheet(file.value.bytes, file.value.name)
  return sheet.ok ? sheet : fail({ kind: 'failure', error: sheet.error })
}

async function writeSheets(output: string, sheets: readonly NamedSheet[], world: World): Promise<Result<null, Refusal>> {
  const exporter = exporterFor(output)
  if (exporter === null) return succeed(null)
  const file = exporter.id === 'text' ? { bytes: new TextEncoder().encode(sheets.map(conformSheetText).join('\n')) }
    : await exporter.run(conformReport(sheets.map((sheet) => ({ ...sheet, file: basename(sheet.file) }))), { wideTables: 'portrait' }, undefined, systemFonts(process.platform, world.environment))
  const written = await writeOut(world.resolve(output), file.bytes, world.surroundings)
  return written.ok ? succeed(null) : fail({ kind: 'failure', error: written.error })
}
