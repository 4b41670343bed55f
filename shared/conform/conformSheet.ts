/** 条款体检单 (SPEC CONFORM-1): one row for each thing that a clause of GB/T 9704-2012 asks. */

/** `byHand`: a file cannot show it; `found` says what to look at. */
export type ClauseOutcome = 'pass' | 'fail' | 'byHand'

export interface ClauseResult {
  /** Of GB/T 9704-2012, e.g. 5.2.1. */
  readonly clause: string
  readonly item: string
  /** What the standard asks, with values. */
  readonly required: string
  /** What the file has, with measured values. */
  readonly found: string
  readonly result: ClauseOutcome
}

export interface ConformSheet {
  readonly clauses: readonly ClauseResult[]
}

/** How many rows have each outcome. */
export function countOutcomes({ clauses }: ConformSheet): Readonly<Record<ClauseOutcome, number>> {
  const count = (outcome: ClauseOutcome): number => clauses.filter(({ result }) => result === outcome).length
  return { pass: count('pass'), fail: count('fail'), byHand: count('byHand') }
}
