/** `archive repair BAG [-o NEW]` (SPEC BAG-8). It ends with 1 if something could not be repaired. */
import { basename, dirname, relative } from 'node:path'
import { fail, succeed, type Result } from '../../shared/base/result'
import { bagText } from '../../shared/text/bag'
import { fillPlaces } from '../../shared/text/errors'
import { repairBag, repairBagInto, type RepairOutcome } from '../archive/bag/repairBag'
import { ensureFolder, exists } from '../storage/publish'
import { bagError, harmless } from './bagOutput'
import { exitCodes } from './exitCodes'
import type { Refusal, Run, World } from './world'

export const runRepair: Run = async (given, world) => {
  const [typed = ''] = given.words
  const output = given.values['--output']
  try {
    await world.surroundings.io.readdir(world.resolve(typed))
    if (output !== undefined) {
      const place = await makeTarget(world, typed, output)
      if (!place.ok) return place
    }
    const outcome = output === undefined ? await repairBag(world.surroundings, world.resolve(typed)) : await repairBagInto({ ...world.surroundings, access: 'shared' }, world.resolve(typed), world.resolve(output))
    world.write(given.flags.has('--json') ? `${JSON.stringify(outcome, null, 2)}\n` : `${outcomeLines(outcome, output).map(harmless).join('\n')}\n`)
    return succeed(outcome.isIndexLost || outcome.lost.length > 0 ? exitCodes.findings : exitCodes.done)
  } catch (error) {
    return fail({ kind: 'failure', error: bagError(error, typed) })
  }
}

/** A new folder, or an empty one, outside the bag. */
async function makeTarget({ surroundings: { io }, resolve }: World, bag: string, output: string): Promise<Result<null, Refusal>> {
  const target = resolve(output)
  const way = relative(resolve(bag), target)
  if (way === '' || !(way.startsWith('..') || /^[a-z]:/i.test(way))) return fail({ kind: 'usage', message: bagText.targetInside })
  if (await exists(io, target)) {
    const isEmpty = (await io.stat(target)).isFolder && (await io.readdir(target)).length === 0
    return isEmpty ? succeed(null) : fail({ kind: 'usage', message: fillPlaces(bagText.targetNotEmpty, { name: output }) })
  }
  await ensureFolder(io, dirname(target), basename(target))
  return succeed(null)
}

function outcomeLines({ repaired, lost, movedAside, aside, isIndexLost }: RepairOutcome, output: string | undefined): readonly string[] {
  if (isIndexLost) return [bagText.indexLost]
  const list = (names: readonly string[]): readonly string[] => names.map((name) => `  ${name}`)
  const lines = [
    ...(repaired.length > 0 ? [fillPlaces(bagText.repaired, { count: repaired.length }), ...list(repaired)] : []),
    ...(movedAside.length > 0 ? [fillPlaces(bagText.movedAside, { name: aside ?? '' }), ...list(movedAside)] : []),
    ...(lost.length > 0 ? [fillPlaces(bagText.lost, { count: lost.length }), ...list(lost), bagText.adviceLost] : []),
    ...(output === undefined ? [] : [fillPlaces(bagText.written, { name: output })]),
  ]
  return lines.length === 0 ? [bagText.nothingToRepair] : [...lines, bagText.verifyAgain]
}
