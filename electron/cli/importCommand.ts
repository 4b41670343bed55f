/** `import FILE|FOLDER…`: the same imports as in the window. A folder is read with all below it; run again, it goes on where it was. */
import { basename, extname } from 'node:path'
import { AppFailure } from '../../shared/base/errors'
import { fail, succeed, type Result } from '../../shared/base/result'
import type { ImportOutcome } from '../../shared/ipc/contract'
import type { FolderJob, FolderRow } from '../../shared/ipc/folderImportContract'
import { cliText } from '../../shared/text/cli'
import { errorMessage, fillPlaces } from '../../shared/text/errors'
import { folderCliText, skipTexts } from '../../shared/text/folderImport'
import { folderReading } from '../import/folderReading'
import { importFile } from '../import/importReport'
import { countsText, fateOf, folderCsv, folderText, kindName, whyOf } from '../library/folderImport/folderSheet'
import { folderRow } from '../library/folderImport/folderRows'
import { lookAtFile } from '../library/folderImport/lookAtFile'
import type { Library } from '../library/library'
import { writeOut } from '../storage/writeOut'
import { exitCodeOf, exitCodes, type ExitCode } from './exitCodes'
import type { ParsedArguments } from './parseArguments'
import { readBytes } from './readText'
import { withLibrary } from './withLibrary'
import type { Refusal, Run, World } from './world'

/** What came of everything that was named. `rows` are those of folders, and of files that were only looked at. */
interface Outcome extends ImportOutcome {
  readonly rows: FolderRow[]
}

export const runImport: Run = async (given, world) => {
  const typedYear = given.values['--year']
  const year = typedYear === undefined ? undefined : Number(typedYear)
  if (year !== undefined && !(/^\d{4}$/.test(typedYear ?? '') && year >= 1900 && year <= 2999)) return fail({ kind: 'usage', message: fillPlaces(cliText.badYear, { value: typedYear ?? '' }) })
  const report = given.values['--report']
  if (report !== undefined && !['.csv', '.txt'].includes(extname(report).toLowerCase())) return fail({ kind: 'usage', message: fillPlaces(folderCliText.badReport, { value: report }) })
  return withLibrary('import', given, world, async (library) => {
    const outcome: Outcome = { imported: [], refused: [], rows: [] }
    for (const word of given.words) {
      const path = world.resolve(word)
      const isFolder = await world.surroundings.io.stat(path).then((facts) => facts.isFolder, () => false)
      const done = isFolder ? await importFolder(library, path, year, given, world, outcome) : await importOne(library, word, year, given, world, outcome)
      if (!done.ok) return done
    }
    tell(outcome, given, world)
    if (report !== undefined) {
      const path = world.resolve(report)
      const text = extname(path).toLowerCase() === '.csv' ? folderCsv(outcome.rows) : folderText(jobOf(outcome.rows, given.words.map((word) => basename(world.resolve(word))).join('、')), outcome.rows)
      const written = await writeOut(path, Buffer.from(text, 'utf8'), world.surroundings)
      if (!written.ok) return fail({ kind: 'failure', error: written.error })
    }
    return succeed(codeOf(outcome))
  })
}

async function importFolder(library: Library, folder: string, year: number | undefined, given: ParsedArguments, world: World, outcome: Outcome): Promise<Result<undefined, Refusal>> {
  const { folderImports } = library
  const isDry = given.flags.has('--dry-run')
  const reading = folderReading(world.read)
  try {
    const { job } = valueOf(await folderImports.open({ folder }))
    const before = new Set(valueOf(await folderImports.rows({ job, since: 0 })).rows.flatMap((row) => (row.state === 'stored' ? [row.row] : [])))
    valueOf(await folderImports.look({ job }, reading))
    const { rows } = valueOf(await folderImports.rows({ job, since: 0 }))
    if (!isDry) {
      const others = rows.filter((row) => row.state === 'ready' && year !== undefined && (row.year !== year || row.doubts.some(isOfYear)))
      if (year !== undefined && others.length > 0) valueOf(await folderImports.change({ job, paths: others.map(({ path }) => path), change: { year } }))
      valueOf(await folderImports.store({ job }, reading))
    }
    // Rows of several folders in one list: what they name of each other moves with them.
    const shift = outcome.rows.length
    const moved = valueOf(await folderImports.rows({ job, since: 0 })).rows.map((row) => (isDry && year !== undefined ? dated(row, year) : row)).map((row) => ({ ...row, ...(before.has(row.row) ? { isKnown: true } : {}), row: row.row + shift, doubts: row.doubts.map((doubt) => (doubt.other === undefined ? doubt : { ...doubt, other: doubt.other + shift })) }))
    outcome.rows.push(...moved)
    return succeed(undefined)
  } catch (error) {
    if (error instanceof AppFailure) return fail({ kind: 'failure', error: error.error })
    throw error
  }
}

/** A row as it would be under this year; nothing is kept of it. */
function dated(row: FolderRow, year: number): FolderRow {
  return row.state === 'ready' ? { ...row, year, doubts: row.doubts.filter((doubt) => !isOfYear(doubt)) } : row
}

function isOfYear({ code }: FolderRow['doubts'][number]): boolean {
  return code === 'yearUnknown' || code === 'yearDoubtful'
}

async function importOne(library: Library, word: string, year: number | undefined, given: ParsedArguments, world: World, outcome: Outcome): Promise<Result<undefined, Refusal>> {
  const file = await readBytes(word, world)
  if (!file.ok && file.error.kind === 'usage') return file
  const refuse = (error: Refusal): void => { outcome.refused.push({ fileName: basename(word), error: error.kind === 'failure' ? error.error : { code: 'internal' } }) }
  if (!file.ok) {
    refuse(file.error)
    return succeed(undefined)
  }
  const { name, bytes } = file.value
  if (given.flags.has('--dry-run')) {
    const row = outcome.rows.length
    const looked = await lookAtFile(folderReading(world.read), { path: name, bytes: bytes.length, modified: world.surroundings.clock(), ...(year === undefined ? {} : { change: { year } }) }, bytes)
    outcome.rows.push(folderRow(looked, row))
    return succeed(undefined)
  }
  const result = await importFile(library, { name, bytes }, { newId: world.newId, year, read: world.read })
  if (result.ok) outcome.imported.push(result.value)
  else outcome.refused.push({ fileName: basename(word), error: result.error })
  return succeed(undefined)
}

function tell({ imported, refused, rows }: Outcome, given: ParsedArguments, world: World): void {
  if (given.flags.has('--json')) world.write(`${JSON.stringify({ imported, refused, ...(rows.length === 0 ? {} : { rows: rows.map((row) => ({ ...row, fate: fateOf(row) })) }) }, null, 2)}\n`)
  else {
    for (const each of imported) world.write(`${fillPlaces(each.isKnown ? cliText.known : cliText.imported, { id: each.id, title: each.title, year: each.year, fileName: each.fileName, findings: each.findings, setAside: each.setAside, encoding: each.encoding })}\n`)
    for (const row of rows) world.write(lineOf(row, rows))
    // An empty folder is told, too.
    if (rows.length > 0 || imported.length + refused.length === 0) world.write(`${countsText(rows)}\n`)
  }
  const complain = (error: FolderRow['error'], fileName: string): void => {
    if (error === undefined) return
    const { found, advice } = errorMessage({ ...error, detail: { fileName, ...error.detail } })
    world.complain(`andu: ${found}${advice}\n`)
  }
  for (const each of refused) complain(each.error, each.fileName)
  for (const row of rows) complain(row.error, row.path)
}

/** What became of a file of a folder; refused ones are told on the other stream. */
function lineOf(row: FolderRow, rows: readonly FolderRow[]): string {
  const { path, title, year, unit, reportId } = row
  const fate = fateOf(row)
  if (fate === 'refused' || fate === 'failed' || fate === 'waiting') return ''
  const doubts = whyOf(row, rows)
  if (fate === 'skipped') return `${fillPlaces(folderCliText.left, { file: path, why: row.skip === undefined ? '' : skipTexts[row.skip] })}\n`
  if (fate === 'left') return `${fillPlaces(folderCliText.left, { file: path, why: doubts })}\n`
  const line = fate === 'chosen'
    ? fillPlaces(folderCliText.row, { year, kind: kindName(row.kind), unit, title, file: path })
    : fillPlaces(fate === 'known' ? folderCliText.known : folderCliText.stored, { title, year, id: reportId ?? '' })
  return `${line}\n${doubts === '' ? '' : `    ${doubts}\n`}`
}

/** The code of the first refusal; what was left out on purpose is none. */
function codeOf({ refused, rows }: Outcome): ExitCode {
  const error = refused[0]?.error ?? rows.find((row) => row.error !== undefined)?.error
  return error === undefined ? exitCodes.done : exitCodeOf(error.code)
}

function jobOf(rows: readonly FolderRow[], folderName: string): FolderJob {
  return { job: '', folderName, openedAt: '', finishedAt: null, files: rows.length, waiting: 0, ready: 0, chosen: 0, attention: 0, refused: 0, skipped: 0, failed: 0, stored: 0 }
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new AppFailure(result.error)
  return result.value
}
