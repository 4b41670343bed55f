/** `archive verify BAG`: every byte of a sealed folder (SPEC BAG-6, CLI-8). It ends with 1 if anything is wrong. */
import { beijingTime } from '../archive/bag/beijingTime'
import { verifyBag } from '../archive/bag/verifyBag'
import type { BagLabel, BagProblem } from '../archive/bag/verdict'
import { tagNames } from '../../shared/archive/bagNames'
import { fail, succeed } from '../../shared/base/result'
import { bagText } from '../../shared/text/bag'
import { fillPlaces } from '../../shared/text/errors'
import { bagError, harmless } from './bagOutput'
import { exitCodes } from './exitCodes'
import type { Run } from './world'

export const runVerify: Run = async (given, world) => {
  const [typed = ''] = given.words
  const code = given.values['--code']
  try {
    const verdict = await verifyBag(world.surroundings.io, world.resolve(typed), code === undefined ? {} : { code })
    world.write(given.flags.has('--json') ? `${JSON.stringify(verdict, null, 2)}\n` : [...labelLines(verdict.label, verdict.problems), ...problemLines(verdict.problems, verdict.label), ''].join('\n'))
    return succeed(verdict.ok ? exitCodes.done : exitCodes.findings)
  } catch (error) {
    return fail({ kind: 'failure', error: bagError(error, typed) })
  }
}

/** What stands on the label, a line each. */
function labelLines({ organisation, seal }: BagLabel, problems: readonly BagProblem[]): readonly string[] {
  const isSealDamaged = problems.some(({ path }) => path === tagNames.seal)
  const lines = [
    ...(seal === null ? [isSealDamaged ? bagText.sealDamaged : bagText.noSeal] : [fillPlaces(bagText.year, { year: seal.year, sequence: seal.sequence, reports: seal.reports })]),
    ...(organisation === null ? [] : [fillPlaces(bagText.organisation, { name: organisation })]),
    ...(seal === null ? [] : [
      fillPlaces(bagText.sealedAt, { time: beijingTime(seal.sealedAt) }),
      seal.previous === null ? bagText.firstSeal : fillPlaces(bagText.previous, { sha256: seal.previous }),
      fillPlaces(bagText.code, { code: seal.shortCode }),
    ]),
  ]
  return lines.map(harmless)
}

function problemLines(problems: readonly BagProblem[], { files, bytes, seal }: BagLabel): readonly string[] {
  if (problems.length === 0) return [fillPlaces(bagText.good, { files, bytes }), ...(seal === null ? [] : [bagText.compareCode])]
  const repairable = problems.filter((problem) => problem.isRepairable).length
  return [
    fillPlaces(bagText.bad, { count: problems.length, repairable }),
    ...problems.map(problemLine),
    ...(repairable > 0 ? [bagText.adviceRepair] : []),
    repairable === problems.length ? '' : repairable > 0 ? bagText.adviceLost : bagText.adviceNone,
  ].filter((line) => line !== '')
}

function problemLine({ path, kind, isRepairable, other = '', line = 0 }: BagProblem): string {
  return harmless(`  ${path === '' ? bagText.folder : path}  ${fillPlaces(bagText.problems[kind], { other, line })}（${isRepairable ? bagText.repairable : bagText.notRepairable}）`)
}
