/**
 * 四性检测: what DA/T 70-2018 asks of records at 归档, 移交与接收 and 长期保存, as far as this program can see it (SPEC CHECK-1 … CHECK-4). What needs
 * eyes or other programs says so (人工). The clauses are cited by their words: the official text was not at hand for their numbers.
 */
import type { Check, Quality } from './check'
import type { CheckFacts, CheckOutcome } from './checkFacts'
import { fileChecks } from './fileChecks'
import { metadataChecks } from './metadataChecks'
import { packageChecks } from './packageChecks'

/** What was looked at and what came of it. */
export interface CheckRow extends CheckOutcome, Pick<Check, 'id' | 'quality' | 'item' | 'clause'> {}

/** In the order in which the standard names them. */
export const qualities: readonly Quality[] = ['authentic', 'complete', 'usable', 'safe']

/** Every check of the facts' stage, by quality. */
export function runChecks(facts: CheckFacts): readonly CheckRow[] {
  const all = [...metadataChecks, ...fileChecks, ...packageChecks]
  return qualities.flatMap((wanted) => all.flatMap(({ id, quality, item, clause, stages, judge }) => {
    const found = quality === wanted && (stages === undefined || stages.includes(facts.stage)) ? judge(facts) : null
    return found === null ? [] : [{ id, quality, item, clause, ...found }]
  }))
}

/** How many rows have each result. */
export function countChecks(rows: readonly Pick<CheckRow, 'result'>[]): Readonly<Record<CheckOutcome['result'], number>> {
  const count = (wanted: CheckOutcome['result']): number => rows.filter(({ result }) => result === wanted).length
  return { pass: count('pass'), fail: count('fail'), byHand: count('byHand') }
}
