/** `clean FILE [--data DIR] [--json] [-o OUT.txt]`: what could be cleaned, line by line; `-o` writes the text with all that is not doubtful carried out (SPEC CLEAN-12). */
import { countingIds } from '../../shared/base/ids'
import { fail, succeed, type Result } from '../../shared/base/result'
import { applyCleaning } from '../../shared/cleaning/applyCleaning'
import { usualCleaning } from '../../shared/cleaning/cleaningRules'
import type { CleaningChoice } from '../../shared/cleaning/cleaningSchema'
import { placeKey, proposeCleaning, type CleaningProposal } from '../../shared/cleaning/proposeCleaning'
import { raiseHeadings } from '../../shared/cleaning/raiseHeadings'
import { formatReport } from '../../shared/outline/formatReport'
import { parseReport, type ParsedReport } from '../../shared/outline/parseReport'
import type { SetAsideLine } from '../../shared/report/report'
import { cleaningText } from '../../shared/text/cleaning'
import { fillPlaces } from '../../shared/text/errors'
import { writeOut } from '../storage/writeOut'
import { exitCodes } from './exitCodes'
import { readText } from './readText'
import type { Refusal, Run } from './world'

const words = cleaningText.cli

export const runClean: Run = async (given, world) => {
  const typed = given.words[0] ?? ''
  const output = given.values['--output']
  if (output !== undefined) {
    if (!/[^./\\]\.txt$/i.test(output)) return fail({ kind: 'usage', message: fillPlaces(words.notText, { value: output }) })
    const isThere = await world.surroundings.io.stat(world.resolve(output)).then(() => true, () => false)
    if (isThere) return fail({ kind: 'usage', message: fillPlaces(words.exists, { value: output }) })
  }
  // A folder in the environment is not asked for: the same file gives the same list on every computer.
  const choice: Result<CleaningChoice, Refusal> = given.values['--data'] === undefined ? succeed(usualCleaning) : await (await import('./withLibrary')).storedCleaning('clean', given, world)
  if (!choice.ok) return choice
  const file = await readText(typed, world)
  if (!file.ok) return fail(file.error)
  const parsed = parseReport(file.value, { newId: countingIds() })
  const proposals = proposeCleaning(parsed.content, choice.value)
  const accepted = proposals.filter((each) => each.kind !== 'remark' && !each.isDoubtful)
  if (output !== undefined) {
    const text = formatReport(raiseHeadings(parsed.content, applyCleaning(parsed.content, accepted)))
    const written = await writeOut(world.resolve(output), new TextEncoder().encode(text.endsWith('\n') ? text : `${text}\n`), world.surroundings)
    if (!written.ok) return fail({ kind: 'failure', error: written.error })
  }
  const listed = described(proposals, parsed)
  if (given.flags.has('--json')) world.write(`${JSON.stringify({ proposals: listed, setAside: parsed.content.setAside }, null, 2)}\n`)
  else world.write(output === undefined ? listText(listed, parsed.content.setAside) : `${words.written(output, accepted.length)}\n`)
  return succeed(exitCodes.done)
}

interface Listed {
  /** 1-based in the source; 0 if the text of the file has no such line. */
  readonly line: number
  readonly rule: CleaningProposal['rule']
  readonly kind: CleaningProposal['kind']
  readonly before: string
  /** Null where a whole paragraph goes, or nobody can know. */
  readonly after: string | null
  readonly isDoubtful: boolean
  readonly lead: string
  readonly tail: string
}

function described(proposals: readonly CleaningProposal[], parsed: ParsedReport): readonly Listed[] {
  const lines = linesOf(parsed)
  return proposals.map((each) => ({
    line: lines(each), rule: each.rule, kind: each.kind, before: each.before, after: each.kind === 'text' ? each.after : null,
    isDoubtful: each.kind !== 'remark' && each.isDoubtful, lead: each.kind === 'line' ? '' : each.lead, tail: each.kind === 'line' ? '' : each.tail,
  }))
}

/** Source lines of the texts of a report: blocks by their id, the other texts in the order in which they were found. */
function linesOf({ lines, places }: ParsedReport): (proposal: CleaningProposal) => number {
  const byKey = new Map<string, number>()
  const counts = { title: 0, attachment: 0, signature: 0 }
  for (const { role, line } of places) {
    if (role === 'title' || role === 'attachment' || role === 'signature') byKey.set(`${role}:${(counts[role] += 1) - 1}`, line)
    else if (role === 'addressee' || role === 'date' || role === 'note') byKey.set(role, line)
  }
  return ({ place }) => {
    if (place.kind === 'block' || place.kind === 'cell') return (lines.get(place.blockId) ?? 0) + (place.kind === 'cell' && lines.has(place.blockId) ? place.row : 0)
    return byKey.get(placeKey(place)) ?? 0
  }
}

function listText(listed: readonly Listed[], setAside: readonly SetAsideLine[]): string {
  const rows = listed.map((each) => [words.line(each.line), `${cleaningText.rules[each.rule].name}${each.isDoubtful ? `（${cleaningText.doubtful}）` : ''}`, marked(each)].join('\t'))
  return `${[
    listed.length === 0 ? words.none : words.summary(listed.length, listed.filter((each) => each.isDoubtful).length), ...rows,
    ...(setAside.length === 0 ? [] : [words.aside(setAside.length), ...setAside.map(({ line, text }) => `${words.line(line)}\t${text}`)]),
  ].join('\n')}\n`
}

function marked({ kind, lead, before, after, tail }: Listed): string {
  if (kind === 'line') return `${cleaningText.wholeLine}\t${before}`
  return kind === 'remark' ? `${lead}[${before}]${tail}` : `${lead}[-${before}-]${after === '' || after === null ? '' : `{+${after}+}`}${tail}`
}
