/** What the badges of the outline show, wherever it was found: hints of structure now, findings of proof-reading later (SPEC HINT-4). */
import type { OutlineRow } from './outlineRows'

export interface OutlineFinding {
  readonly blockId: string
  /** UTF-16 offset in the text of the block. */
  readonly from: number
  /** 有误 or 提示. */
  readonly severity: 'error' | 'hint'
  /** What is doubtful and what to do, one sentence. */
  readonly sentence: string
}

/** The findings by the id of the row in whose part they stand: the heading or clause of the block, or the nearest one above. Those before the first row go to it. */
export function findingsByRow(rows: readonly OutlineRow[], order: ReadonlyMap<string, number>, findings: readonly OutlineFinding[]): ReadonlyMap<string, readonly OutlineFinding[]> {
  const heads = rows.filter((row) => row.kind !== 'item')
  const byRow = new Map<string, OutlineFinding[]>()
  const sorted = [...findings].sort((one, other) => (order.get(one.blockId) ?? 0) - (order.get(other.blockId) ?? 0))
  let at = 0
  for (const finding of sorted) {
    const place = order.get(finding.blockId) ?? 0
    while (at + 1 < heads.length && (order.get(heads[at + 1]?.blockId ?? '') ?? Infinity) <= place) at += 1
    const row = heads[at]
    if (row === undefined) continue
    const known = byRow.get(row.id)
    if (known === undefined) byRow.set(row.id, [finding])
    else known.push(finding)
  }
  return byRow
}
