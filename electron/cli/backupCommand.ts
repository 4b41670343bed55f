/** `archive backup`, `archive restore` and `archive drill` (SPEC BACKUP-9). */
import { tmpdir } from 'node:os'
import { fail, succeed, type Result } from '../../shared/base/result'
import { backupText as words } from '../../shared/text/backup'
import { cliText } from '../../shared/text/cli'
import { fillPlaces } from '../../shared/text/errors'
import { restoreEverything, runDrill } from '../library/backups'
import { exitCodes } from './exitCodes'
import type { ParsedArguments } from './parseArguments'
import { withLibrary } from './withLibrary'
import type { Refusal, Run, World } from './world'

export const runBackup: Run = async (given, world) => {
  const place = pathOf('archive backup', '--output', given, world)
  if (!place.ok) return place
  return withLibrary('archive backup', given, world, async ({ backups }) => {
    const prepared = await backups.prepare({ place: place.value })
    const done = prepared.ok ? await backups.backUp({ place: place.value }) : prepared
    if (!done.ok) return fail({ kind: 'failure', error: done.error })
    const { keptFormer, left } = done.value
    if (given.flags.has('--json')) world.write(`${JSON.stringify(done.value, null, 2)}\n`)
    else world.write(`${words.backedUp(done.value)}\n`)
    for (const path of [...keptFormer, ...left]) world.complain(`andu: ${fillPlaces(words.damagedFile, { name: path })}\n`)
    return succeed(keptFormer.length + left.length === 0 ? exitCodes.done : exitCodes.findings)
  })
}

export const runRestore: Run = async (given, world) => {
  const place = pathOf('archive restore', '--from', given, world)
  if (!place.ok) return place
  const snapshot = snapshotOf(given)
  if (!snapshot.ok) return snapshot
  const id = given.values['--report']
  if (id === undefined) {
    const target = pathOf('archive restore', '--data', given, world)
    if (!target.ok) return target
    const outcome = await restoreEverything(world.surroundings, { place: place.value, ...snapshot.value, target: target.value })
    if (!outcome.ok) return fail({ kind: 'failure', error: outcome.error })
    if (given.flags.has('--json')) world.write(`${JSON.stringify(outcome.value, null, 2)}\n`)
    else world.write(`${words.restored(outcome.value)}\n`)
    return tellMissing(outcome.value.missing, world)
  }
  return withLibrary('archive restore', given, world, async ({ backups }) => {
    const outcome = await backups.restoreReport({ place: place.value, ...snapshot.value, id })
    if (!outcome.ok) return fail({ kind: 'failure', error: outcome.error })
    if (given.flags.has('--json')) world.write(`${JSON.stringify(outcome.value, null, 2)}\n`)
    else world.write(`${words.restoredReport(outcome.value)}\n`)
    return tellMissing(outcome.value.missing, world)
  })
}

export const runDrillCommand: Run = async (given, world) => {
  const place = pathOf('archive drill', '--from', given, world)
  if (!place.ok) return place
  const snapshot = snapshotOf(given)
  if (!snapshot.ok) return snapshot
  const outcome = await runDrill(world.surroundings, { place: place.value, ...snapshot.value, temporary: tmpdir() }, (folder) => openRestored(folder, given, world))
  if (!outcome.ok) return fail({ kind: 'failure', error: outcome.error })
  if (given.flags.has('--json')) world.write(`${JSON.stringify(outcome.value, null, 2)}\n`)
  else world.write(`${words.drilled(outcome.value)}\n`)
  return tellMissing([...outcome.value.missing, ...outcome.value.unopened], world, outcome.value.isWhole)
}

/** How many reports the library lists in a restored folder, and which of them it cannot open. */
async function openRestored(folder: string, given: ParsedArguments, world: World): Promise<{ readonly reports: number; readonly unopened: readonly string[] }> {
  const opened = await withLibrary('archive drill', { ...given, values: { ...given.values, '--data': folder } }, world, async (library) => {
    const listed = await library.list()
    if (!listed.ok) return fail({ kind: 'failure', error: listed.error })
    return succeed({ reports: listed.value.reports.length, unopened: listed.value.damaged.map(({ id, title }) => title || id) })
  })
  return opened.ok ? opened.value : { reports: 0, unopened: [words.dataFolder] }
}

function tellMissing(missing: readonly string[], world: World, isWhole = missing.length === 0): ReturnType<Run> {
  for (const path of missing) world.complain(`andu: ${fillPlaces(words.damagedFile, { name: path })}\n`)
  return Promise.resolve(succeed(isWhole ? exitCodes.done : exitCodes.findings))
}

function pathOf(command: string, option: string, given: ParsedArguments, world: World): Result<string, Refusal> {
  const typed = given.values[option] ?? (option === '--data' ? world.environment['ANDU_DATA'] : undefined)
  if (typed === undefined || typed === '') return fail({ kind: 'usage', message: fillPlaces(cliText.missingOption, { command, option }) })
  return succeed(world.resolve(typed))
}

function snapshotOf(given: ParsedArguments): Result<{ readonly snapshot?: number }, Refusal> {
  const typed = given.values['--snapshot']
  if (typed === undefined) return succeed({})
  return /^\d{1,9}$/.test(typed) ? succeed({ snapshot: Number(typed) }) : fail({ kind: 'usage', message: fillPlaces(words.badSnapshot, { value: typed }) })
}
