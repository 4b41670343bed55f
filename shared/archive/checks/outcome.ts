/** How an outcome is put together. */
import { formatArchivalNumber } from '../archivalNumber'
import type { CheckOutcome, FiledRecord } from './checkFacts'

/** A result with what was found and what it is about. */
export function outcome(result: CheckOutcome['result'], found: string, affected: readonly string[] = []): CheckOutcome {
  return { result, found, affected }
}

/** Fails if `isWrong` holds for any record, and names them. */
export function each(records: readonly FiledRecord[], isWrong: (record: FiledRecord) => boolean, right: string, wrong: string): CheckOutcome {
  const bad = records.filter(isWrong)
  return bad.length === 0 ? outcome('pass', right) : outcome('fail', wrong, bad.map(nameOf))
}

/** A record as a clerk calls it. */
export function nameOf({ number, title, id }: FiledRecord): string {
  const name = title === '' ? `[${id}]` : `《${title}》`
  return number === null ? name : `${formatArchivalNumber(number)} ${name}`
}
