/** `archive file --year Y --all --data DIR [--json]`: files every final report of the year (SPEC FILE-12). It ends with 1 if one could not be filed. */
import { fail, succeed } from '../../shared/base/result'
import { formatArchivalNumber } from '../../shared/archive/archivalNumber'
import { cliText } from '../../shared/text/cli'
import { errorMessage, fillPlaces } from '../../shared/text/errors'
import { sealingText as words } from '../../shared/text/sealing'
import { exitCodes } from './exitCodes'
import { withLibrary } from './withLibrary'
import { readYear } from './readYear'
import type { Run } from './world'

export const runFile: Run = async (given, world) => {
  const year = readYear('archive file', given)
  if (!year.ok) return year
  // Filing cannot be taken back: that all are meant is to be said.
  if (!given.flags.has('--all')) return fail({ kind: 'usage', message: fillPlaces(cliText.missingOption, { command: 'archive file', option: '--all' }) })
  return withLibrary('archive file', given, world, async (library) => {
    const answered = await library.fileYear({ year: year.value })
    if (!answered.ok) return fail({ kind: 'failure', error: answered.error })
    const { filed, refused } = answered.value
    if (given.flags.has('--json')) {
      world.write(`${JSON.stringify({ filed: filed.map(({ summary, number, retention, pages, contentSha256 }) => ({ id: summary.id, title: summary.title, number: number === undefined ? null : formatArchivalNumber(number), retention, pages, contentSha256 })), refused }, null, 2)}\n`)
    } else {
      for (const { summary, number } of filed) world.write(`${[number === undefined ? words.noNumber : formatArchivalNumber(number), summary.title || cliText.noTitle, summary.id].join('\t')}\n`)
      world.write(`${filed.length === 0 ? fillPlaces(words.nothingToFile, { year: year.value }) : fillPlaces(words.filedCount, { count: filed.length })}\n`)
    }
    for (const { title, error } of refused) {
      const { found, advice } = errorMessage(error)
      world.complain(`andu: ${title} ${found}${advice}\n`)
    }
    return succeed(refused.length > 0 ? exitCodes.findings : exitCodes.done)
  })
}
