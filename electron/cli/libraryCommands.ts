/** `import FILE…` and `library list`: the same library as in the window. */
import { basename } from 'node:path'
import { fail, succeed } from '../../shared/base/result'
import type { ImportOutcome } from '../../shared/ipc/contract'
import { cliText } from '../../shared/text/cli'
import { errorMessage, fillPlaces } from '../../shared/text/errors'
import { importFile } from '../import/importReport'
import { exitCodeOf, exitCodes } from './exitCodes'
import { readBytes } from './readText'
import { withLibrary } from './withLibrary'
import type { Run } from './world'

export const runImport: Run = async (given, world) => {
  const typedYear = given.values['--year']
  const year = typedYear === undefined ? undefined : Number(typedYear)
  if (year !== undefined && !(/^\d{4}$/.test(typedYear ?? '') && year >= 1900 && year <= 2999)) return fail({ kind: 'usage', message: fillPlaces(cliText.badYear, { value: typedYear ?? '' }) })
  return withLibrary('import', given, world, async (library) => {
    const outcome: ImportOutcome = { imported: [], refused: [] }
    for (const word of given.words) {
      const file = await readBytes(word, world)
      if (!file.ok && file.error.kind === 'usage') return file
      const result = file.ok ? await importFile(library, file.value, { newId: world.newId, year, read: world.read }) : fail(file.error.kind === 'failure' ? file.error.error : { code: 'internal' as const })
      if (result.ok) outcome.imported.push(result.value)
      else outcome.refused.push({ fileName: basename(word), error: result.error })
    }
    if (given.flags.has('--json')) world.write(`${JSON.stringify(outcome, null, 2)}\n`)
    else for (const each of outcome.imported) world.write(`${fillPlaces(each.isKnown ? cliText.known : cliText.imported, { id: each.id, title: each.title, year: each.year, fileName: each.fileName, findings: each.findings, setAside: each.setAside, encoding: each.encoding })}\n`)
    for (const each of outcome.refused) {
      const { found, advice } = errorMessage({ ...each.error, detail: { fileName: each.fileName, ...each.error.detail } })
      world.complain(`andu: ${found}${advice}\n`)
    }
    const [refused] = outcome.refused
    return succeed(refused === undefined ? exitCodes.done : exitCodeOf(refused.error.code))
  })
}

export const runLibrary: Run = async (given, world) => {
  const [action = ''] = given.words
  if (action !== 'list') return fail({ kind: 'usage', message: fillPlaces(cliText.unknownCommand, { word: `library ${action}` }) })
  return withLibrary('library list', given, world, async (library) => {
    const listed = await library.list()
    if (!listed.ok) return fail({ kind: 'failure', error: listed.error })
    const { reports, damaged } = listed.value
    if (given.flags.has('--json')) world.write(`${JSON.stringify(listed.value, null, 2)}\n`)
    else {
      for (const report of reports) world.write(`${[report.year, cliText.states[report.state], report.title || cliText.noTitle, report.unit, report.id].join('\t')}\n`)
      for (const each of damaged) world.write(`${fillPlaces(cliText.damaged, { title: each.title, id: each.id })}\n`)
      if (reports.length + damaged.length === 0) world.write(`${cliText.noReports}\n`)
    }
    return succeed(exitCodes.done)
  })
}
