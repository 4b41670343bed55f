/** The sheet of a file: every row of the table of clauses, judged (SPEC CONFORM-1). */
import { clausesEnd } from './clausesEnd'
import { clausesEndBlock } from './clausesEndBlock'
import { clausesHead } from './clausesHead'
import { clausesNumbers } from './clausesNumbers'
import { clausesPage } from './clausesPage'
import { clausesText } from './clausesText'
import type { ConformSheet } from './conformSheet'
import { createSubject, type UnitChoices } from './subject'
import type { WordFacts } from './wordFacts'

export const clauses = [...clausesPage, ...clausesHead, ...clausesText, ...clausesEnd, ...clausesEndBlock, ...clausesNumbers] as const

/** One row for each clause, always the same rows in the same order. Total: any facts give a sheet. */
export function conform(facts: WordFacts, choices: UnitChoices = {}): ConformSheet {
  const subject = createSubject(facts, choices)
  return { clauses: clauses.map(({ clause, item, required, judge }) => {
    const { found, result } = judge(subject)
    return { clause, item, required, found, result }
  }) }
}
