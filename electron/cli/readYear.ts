import { fail, succeed, type Result } from '../../shared/base/result'
import { cliText } from '../../shared/text/cli'
import { fillPlaces } from '../../shared/text/errors'
import type { ParsedArguments } from './parseArguments'
import type { Refusal } from './world'

/** The year of `--year`, which the command needs. */
export function readYear(command: string, given: ParsedArguments): Result<number, Refusal> {
  const typed = given.values['--year']
  if (typed === undefined) return fail({ kind: 'usage', message: fillPlaces(cliText.missingOption, { command, option: '--year' }) })
  const year = Number(typed)
  return /^\d{4}$/.test(typed) && year >= 1900 && year <= 2999 ? succeed(year) : fail({ kind: 'usage', message: fillPlaces(cliText.badYear, { value: typed }) })
}
