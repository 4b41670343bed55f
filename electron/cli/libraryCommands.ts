/** `library list`: the same library as in the window. */
import { fail, succeed } from '../../shared/base/result'
import { cliText } from '../../shared/text/cli'
import { fillPlaces } from '../../shared/text/errors'
import { exitCodes } from './exitCodes'
import { withLibrary } from './withLibrary'
import type { Run } from './world'

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
