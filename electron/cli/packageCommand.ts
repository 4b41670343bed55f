/** `archive pack` and `archive unpack` (SPEC PACK-10). */
import { fail, succeed } from '../../shared/base/result'
import { sizeText } from '../../shared/text/backup'
import { cliText } from '../../shared/text/cli'
import { fillPlaces } from '../../shared/text/errors'
import { transferPackageText as words } from '../../shared/text/transferPackage'
import type { PackScope } from '../library/transfer'
import { exitCodes } from './exitCodes'
import type { ParsedArguments } from './parseArguments'
import { withLibrary } from './withLibrary'
import type { Run } from './world'

export const runPack: Run = async (given, world) => {
  const output = given.values['--output']
  if (output === undefined) return fail({ kind: 'usage', message: fillPlaces(cliText.missingOption, { command: 'archive pack', option: '--output' }) })
  const scope = scopeOf(given)
  if (scope === null) return fail({ kind: 'usage', message: words.missingTarget })
  return withLibrary('archive pack', given, world, async ({ transfer }) => {
    const packed = await transfer.pack({ scope, target: world.resolve(output), program: `${cliText.name} ${world.version}` })
    if (!packed.ok) return fail({ kind: 'failure', error: packed.error })
    const { reports, files, bytes, left, others } = packed.value
    if (given.flags.has('--json')) world.write(`${JSON.stringify(packed.value, null, 2)}\n`)
    else world.write(`${words.packed({ reports, files, size: sizeText(bytes) })}\n${others.length === 0 ? '' : `${words.others(others.length, others[0] ?? '')}\n`}`)
    return succeed(left.length === 0 ? exitCodes.done : exitCodes.findings)
  })
}

export const runUnpack: Run = async (given, world) => {
  const [path = ''] = given.words
  return withLibrary('archive unpack', given, world, async ({ transfer }) => {
    const outcome = await transfer.unpack({ path: world.resolve(path) })
    if (!outcome.ok) return fail({ kind: 'failure', error: outcome.error })
    const { reports, foreign } = outcome.value
    const count = (kind: (typeof reports)[number]['kind']): number => reports.filter((report) => report.kind === kind).length
    if (given.flags.has('--json')) world.write(`${JSON.stringify(outcome.value, null, 2)}\n`)
    else {
      world.write(`${words.unpacked(count('added'), count('forward'), count('twoHeads'), count('known'))}\n${reports.map((row) => `${words.row(row)}\n`).join('')}`)
      if (foreign.length > 0) world.write(`${words.foreign(foreign.length, foreign[0] ?? '')}\n`)
    }
    return succeed(count('numberTaken') + count('filed') === 0 ? exitCodes.done : exitCodes.findings)
  })
}

function scopeOf({ values, words: ids }: ParsedArguments): PackScope | null {
  const year = values['--year']
  if (year !== undefined) return /^\d{4}$/.test(year) && ids.length === 0 ? { kind: 'year', year: Number(year) } : null
  const first = values['--report']
  return first === undefined ? null : { kind: 'reports', ids: [first, ...ids] }
}
