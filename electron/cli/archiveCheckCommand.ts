/** `archive check --year Y --data DIR [--stage S] [-o FILE] [--json]`: 四性检测 of the filed reports of a year (SPEC CHECK-5). It ends with 1 if a check fails. */
import { fail, succeed } from '../../shared/base/result'
import type { CheckStage } from '../../shared/archive/checks/checkFacts'
import { checkReport } from '../../shared/archive/checks/checkReport'
import { countChecks, type CheckRow } from '../../shared/archive/checks/checks'
import { checkSheetWords, checksText } from '../../shared/text/checks'
import { cliText } from '../../shared/text/cli'
import { fillPlaces } from '../../shared/text/errors'
import { exporterFor } from '../export/exporters'
import { inspectFile } from '../import/inspectFile'
import type { CheckAnswer } from '../library/checks'
import { systemFonts } from '../storage/fontFiles'
import { writeOut } from '../storage/writeOut'
import { exitCodes } from './exitCodes'
import { withLibrary } from './withLibrary'
import type { Run, World } from './world'

export const runArchiveCheck: Run = async (given, world) => {
  const year = Number(given.values['--year'] ?? '')
  if (!Number.isInteger(year) || year < 1900 || year > 2999) return fail({ kind: 'usage', message: fillPlaces(cliText.badYear, { value: given.values['--year'] ?? '' }) })
  const stage = given.values['--stage'] ?? 'keeping'
  if (!isStage(stage)) return fail({ kind: 'usage', message: fillPlaces(checksText.badStage, { value: stage }) })
  const output = given.values['--output']
  const exporter = output === undefined ? null : exporterFor(output)
  if (output !== undefined && exporter === null) return fail({ kind: 'usage', message: fillPlaces(cliText.badOutput, { value: output }) })
  return withLibrary('archive check', given, world, async (library) => {
    const checked = await library.check({ year, stage }, inspectFile)
    if (!checked.ok) return fail({ kind: 'failure', error: checked.error })
    const answer = checked.value
    const words = checkSheetWords(answer, countChecks(answer.rows))
    if (output !== undefined && exporter !== null) {
      const file = await exporter.run(checkReport(answer.rows, words), { wideTables: 'portrait' }, undefined, systemFonts(process.platform, world.environment))
      const written = await writeOut(world.resolve(output), file.bytes, world.surroundings)
      if (!written.ok) return fail({ kind: 'failure', error: written.error })
    }
    if (given.flags.has('--json')) world.write(`${JSON.stringify(answer, null, 2)}\n`)
    else tell(answer, words.title, output, world)
    return succeed(countChecks(answer.rows).fail > 0 ? exitCodes.findings : exitCodes.done)
  })
}

/** What deviates first, then what is for people; what passes is counted only. */
function tell({ rows, year, records }: CheckAnswer, title: string, output: string | undefined, world: World): void {
  const { pass, fail: failed, byHand } = countChecks(rows)
  const lines = (['fail', 'byHand'] as const).flatMap((result) => rows.filter((row) => row.result === result).map(lineOf))
  world.write(`${[title, checksText.lead(year, records), checksText.summary(pass, failed, byHand), ...lines, ...(output === undefined ? [] : [fillPlaces(cliText.written, { name: output })])].join('\n')}\n`)
}

function lineOf({ quality, item, found, affected, result }: CheckRow): string {
  return `${checksText.results[result]}\t${checksText.qualities[quality]}\t${item}\t${[found, ...affected].join('\t')}`
}

function isStage(value: string): value is CheckStage {
  return Object.keys(checksText.stages).includes(value)
}
