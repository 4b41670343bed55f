/**
 * `archive file --year Y [--all] [--fonds CODE] --data DIR [--json]`: files every final report of the year, with `--all` the drafts, too, which become final first
 * (SPEC FILE-12, FILE-13). It ends with 1 if one could not be filed.
 */
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
  const fonds = given.values['--fonds']
  if (fonds !== undefined && !/^[0-9A-Z]{4}$/.test(fonds)) return fail({ kind: 'usage', message: fillPlaces(words.badFonds, { value: fonds }) })
  const isEverything = given.flags.has('--all')
  return withLibrary('archive file', given, world, async (library) => {
    const settings = await library.readSettings()
    if (!settings.ok) return fail({ kind: 'failure', error: settings.error })
    const { archive } = settings.value
    if (fonds !== undefined && fonds !== archive.fonds) {
      const written = await library.writeSettings({ archive: { ...archive, fonds } })
      if (!written.ok) return fail({ kind: 'failure', error: written.error })
    }
    const answered = await library.fileYear({ year: year.value, isEverything })
    if (!answered.ok) return fail({ kind: 'failure', error: answered.error })
    const { filed, refused } = answered.value
    if (given.flags.has('--json')) {
      world.write(`${JSON.stringify({ filed: filed.map(({ summary, number, retention, pages, contentSha256 }) => ({ id: summary.id, title: summary.title, number: number === undefined ? null : formatArchivalNumber(number), retention, pages, contentSha256 })), refused }, null, 2)}\n`)
    } else {
      for (const { summary, number } of filed) world.write(`${[number === undefined ? words.noNumber : formatArchivalNumber(number), summary.title || cliText.noTitle, summary.id].join('\t')}\n`)
      world.write(`${filed.length === 0 ? fillPlaces(words.nothingToFile, { year: year.value }) : fillPlaces(words.filedCount, { count: filed.length })}\n`)
    }
    if (filed.some(({ number }) => number?.fonds === '')) world.complain(`andu: ${words.cliNoFonds}\n`)
    if (filed.length === 0 && !isEverything) world.complain(`andu: ${words.cliDrafts}\n`)
    for (const { title, error } of refused) {
      const { found, advice } = errorMessage(error)
      world.complain(`andu: ${title} ${found}${advice}\n`)
    }
    return succeed(refused.length > 0 ? exitCodes.findings : exitCodes.done)
  })
}
