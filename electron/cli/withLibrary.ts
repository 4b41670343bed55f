/** The library of the data folder that was named, opened for one command and closed after it. */
import { basename } from 'node:path'
import type { AppError } from '../../shared/base/errors'
import { fail, succeed, type Result } from '../../shared/base/result'
import type { CleaningChoice } from '../../shared/cleaning/cleaningSchema'
import { chosenLayout } from '../../shared/print/deviations'
import type { LayoutOptions } from '../../shared/print/layoutReport'
import type { Report } from '../../shared/report/report'
import { cliText } from '../../shared/text/cli'
import { errorMessage, fillPlaces } from '../../shared/text/errors'
import { exportWord } from '../export/exportWord'
import { attempt } from '../library/attempt'
import type { Library } from '../library/library'
import { openLibrary } from '../library/openLibrary'
import { systemFonts } from '../storage/fontFiles'
import type { ParsedArguments } from './parseArguments'
import { unlockedFolder } from './unlockedFolder'
import type { Refusal, World } from './world'

/** What brings reports in may begin a new data folder; every other command takes a missing one for a mistake. */
const makesFolder: readonly string[] = ['import', 'archive unpack']

/** Runs `work` on the library of `--data` or `ANDU_DATA`. */
export async function withLibrary<T>(command: string, given: ParsedArguments, world: World, work: (library: Library) => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  const folder = given.values['--data'] ?? world.environment['ANDU_DATA']
  if (folder === undefined || folder === '') return fail({ kind: 'usage', message: fillPlaces(cliText.missingOption, { command, option: '--data' }) })
  const path = world.resolve(folder)
  const surroundings = await attempt(() => unlockedFolder(path, world))
  const refuse = (error: AppError): Result<never, Refusal> => fail({ kind: 'failure', error: { ...error, detail: { folder: basename(path), ...error.detail } } })
  if (!surroundings.ok) return refuse(surroundings.error)
  const opened = await openLibrary({
    ...surroundings.value, folder: path, mustExist: !makesFolder.includes(command), untitled: cliText.untitled, program: `Andu ${world.version}`,
    exportWord: (report, readPicture, layout) => exportWord(report, layout, readPicture),
    // The other writers are loaded by the commands that need them.
    exportReport: async (report, format, readPicture, layout) => (await import('../export/exporters')).exporters[format].run(report, layout, readPicture, systemFonts(process.platform, world.environment)),
  })
  if (!opened.ok) return refuse(opened.error)
  for (const notice of opened.value.warnings()) {
    const { found, advice } = errorMessage(notice)
    world.complain(`andu: ${found}${advice}\n`)
  }
  try {
    return await work(opened.value)
  } finally {
    await opened.value.close()
  }
}

/** What the unit of the data folder prints otherwise than the standard. */
export function storedLayout(command: string, given: ParsedArguments, world: World): Promise<Result<Partial<LayoutOptions>, Refusal>> {
  return withLibrary(command, given, world, async (library) => {
    const settings = await library.readSettings()
    return settings.ok ? succeed(chosenLayout(settings.value.layout)) : fail({ kind: 'failure', error: settings.error })
  })
}

/** The rules by which the unit of the data folder cleans. */
export function storedCleaning(command: string, given: ParsedArguments, world: World): Promise<Result<CleaningChoice, Refusal>> {
  return withLibrary(command, given, world, async (library) => {
    const settings = await library.readSettings()
    return settings.ok ? succeed(settings.value.cleaning) : fail({ kind: 'failure', error: settings.error })
  })
}

/** A stored report by its id. */
export function openStoredReport(command: string, id: string, given: ParsedArguments, world: World): Promise<Result<Report, Refusal>> {
  return withLibrary(command, given, world, async (library) => {
    const opened = await library.open({ id })
    return opened.ok ? succeed(opened.value.report) : fail({ kind: 'failure', error: opened.error })
  })
}
