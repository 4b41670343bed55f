/** `review OWN EDITED [--json] [--accept all|1,3 -o OUT]`: the changes of an edited copy one by one, and the own report with those that are accepted (SPEC READBACK-7). */
import { countingIds } from '../../shared/base/ids'
import { fail, succeed, type Result } from '../../shared/base/result'
import { reviewChanges, type Review, type ReviewChange } from '../../shared/compare/review'
import { applyReviewEdit, reviewEdit } from '../../shared/compare/reviewEdit'
import type { ReportContent } from '../../shared/outline/reportContent'
import { cliText } from '../../shared/text/cli'
import { compareText } from '../../shared/text/compare'
import { fillPlaces } from '../../shared/text/errors'
import { exporterFor } from '../export/exporters'
import { readBack, type ReadBack } from '../import/word/readBack'
import { systemFonts } from '../storage/fontFiles'
import { writeOut } from '../storage/writeOut'
import { exitCodes } from './exitCodes'
import type { ParsedArguments } from './parseArguments'
import { isReportId, readReport } from './readReport'
import { readBytes } from './readText'
import type { Refusal, Run, World } from './world'

export const runReview: Run = async (given, world) => {
  const [ownWord = '', editedWord = ''] = given.words
  const { '--accept': accept, '--output': output } = given.values
  if ((accept === undefined) !== (output === undefined)) return fail({ kind: 'usage', message: fillPlaces(cliText.missingOption, { command: 'review', option: accept === undefined ? '--accept' : '-o' }) })
  const exporter = exporterFor(output ?? 'x.txt')
  if (exporter === null) return fail({ kind: 'usage', message: fillPlaces(cliText.badOutput, { value: output ?? '' }) })
  const same = [ownWord, editedWord].find((word) => output !== undefined && world.resolve(word) === world.resolve(output))
  if (same !== undefined) return fail({ kind: 'usage', message: fillPlaces(cliText.sameFile, { value: same }) })
  const own = await readReport('review', ownWord, given, world, 'a')
  if (!own.ok) return own
  const edited = await readEdited(own.value, editedWord, given, world)
  if (!edited.ok) return edited
  const review = reviewChanges(own.value, edited.value.edited)
  const chosen = chosenIds(accept ?? '', review)
  if (chosen === null) return fail({ kind: 'usage', message: fillPlaces(cliText.badChoice, { value: accept ?? '', count: review.changes.length }) })
  if (output !== undefined) {
    const file = await exporter.run(acceptChanges(own.value, review, chosen), {}, undefined, systemFonts(process.platform, world.environment))
    const written = await writeOut(world.resolve(output), file.bytes, world.surroundings)
    if (!written.ok) return fail({ kind: 'failure', error: written.error })
  }
  const { comments } = edited.value
  world.write(given.flags.has('--json') ? `${JSON.stringify({ changes: review.changes, comments }, null, 2)}\n` : listText(review.changes) + comments.map((comment) => `${compareText.comment}\t${comment.author}\t${comment.quote}\t${comment.text}\n`).join(''))
  return succeed(exitCodes.done)
}

/** A file is read as a copy of the own report's file, a report of the library as it is. */
async function readEdited(own: ReportContent, typed: string, given: ParsedArguments, world: World): Promise<Result<Pick<ReadBack, 'edited' | 'comments'>, Refusal>> {
  if (isReportId(typed)) {
    const report = await readReport('review', typed, given, world, 'b')
    return report.ok ? succeed({ edited: report.value, comments: [] }) : report
  }
  const file = await readBytes(typed, world)
  if (!file.ok) return file
  const back = await readBack(own, file.value.bytes, file.value.name, countingIds('b'), world.read)
  return back.ok ? back : fail({ kind: 'failure', error: back.error })
}

/** The own report with these changes carried out in their order. */
function acceptChanges(own: ReportContent, review: Review, chosen: ReadonlySet<string>): ReportContent {
  const accepted = new Set<string>()
  let content = own
  for (const change of review.changes) {
    const edit = chosen.has(change.id) ? reviewEdit(review, change, accepted, content) : null
    if (edit === null) continue
    content = applyReviewEdit(content, edit)
    accepted.add(change.id)
  }
  return content
}

/** Numbers of the list; null for what is none. */
function chosenIds(typed: string, { changes }: Review): ReadonlySet<string> | null {
  if (typed === 'all') return new Set(changes.map((change) => change.id))
  const ids = typed.split(',').filter((part) => part !== '').map((part) => `c${part}`)
  return ids.every((id) => changes.some((change) => change.id === id)) ? new Set(ids) : null
}

function listText(changes: readonly ReviewChange[]): string {
  if (changes.length === 0) return `${compareText.equal}\n`
  return changes.map((change) => {
    const context = 'context' in change ? change.context : { left: '', right: '' }
    const [removed, added] = [change.before, change.after].map((text) => text.replace(/\n/g, ' '))
    const text = change.before === change.after ? removed : `${removed === '' ? '' : `[-${removed}-]`}${added === '' ? '' : `{+${added}+}`}`
    return `${change.id.slice(1)}\t${compareText.review[change.kind]}\t${context.left}${text}${context.right}\n`
  }).join('')
}
