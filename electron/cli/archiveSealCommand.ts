/** `archive seal --year Y --data DIR [-o FOLDER] [--json]`: seals the filed reports of a year, and puts a verified copy into a folder (SPEC SEAL-8). */
import { basename } from 'node:path'
import { fail, succeed, type Result } from '../../shared/base/result'
import { cliText } from '../../shared/text/cli'
import { fillPlaces } from '../../shared/text/errors'
import { sealingText as words } from '../../shared/text/sealing'
import type { Library } from '../library/library'
import type { SealedFolder } from '../library/sealing'
import { exitCodes } from './exitCodes'
import { readYear } from './readYear'
import { withLibrary } from './withLibrary'
import type { Refusal, Run } from './world'

interface Sealed {
  readonly folder: SealedFolder
  readonly isNew: boolean
  readonly unfiled: readonly string[]
}

export const runSeal: Run = async (given, world) => {
  const year = readYear('archive seal', given)
  if (!year.ok) return year
  const output = given.values['--output']
  return withLibrary('archive seal', given, world, async (library) => {
    const sealed = await seal(library, year.value, output !== undefined)
    if (!sealed.ok) return sealed
    const { folder, isNew, unfiled } = sealed.value
    if (output !== undefined) {
      const copied = await library.copySealed({ name: folder.name, target: world.resolve(output) })
      if (!copied.ok) return fail({ kind: 'failure', error: copied.error })
    }
    if (given.flags.has('--json')) world.write(`${JSON.stringify({ ...folder, isNew, unfiled, copy: output === undefined ? null : world.resolve(output) }, null, 2)}\n`)
    else {
      world.write(`${isNew ? fillPlaces(words.cliSealed, { name: folder.name, count: folder.reports }) : fillPlaces(words.cliNothingNew, { year: year.value, name: folder.name })}\n`)
      world.write(`${words.code}\t${folder.shortCode}\n`)
      if (output !== undefined) world.write(`${fillPlaces(words.cliCopied, { folder: basename(output) })}\n`)
    }
    if (unfiled.length > 0) world.complain(`${fillPlaces(words.cliUnfiled, { count: unfiled.length, titles: unfiled.map((title) => title || cliText.noTitle).join('、') })}\n`)
    return succeed(exitCodes.done)
  })
}

/** Where nothing is new, the last folder of the year is there to be copied. */
async function seal(library: Library, year: number, isCopied: boolean): Promise<Result<Sealed, Refusal>> {
  const made = await library.sealYear({ year })
  if (made.ok) {
    const { unfiled, missingFormats: _missing, ...folder } = made.value
    return succeed({ folder, isNew: true, unfiled })
  }
  if (made.error.code !== 'alreadySealed' || !isCopied) return fail({ kind: 'failure', error: made.error })
  const listed = await library.listSealed()
  const last = listed.ok ? [...listed.value].reverse().find((folder) => folder.year === year) : undefined
  return last === undefined ? fail({ kind: 'failure', error: made.error }) : succeed({ folder: last, isNew: false, unfiled: [] })
}
