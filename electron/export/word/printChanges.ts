/** Which printed paragraphs and tables stand in both versions and which in one of them only, in an order that Word and LibreOffice can accept and reject. */
import { compareBlocks, type BlockChange } from '../../../shared/compare/compareReports'
import type { PrintBlock, PrintDocument, PrintParagraph, PrintTable } from '../../../shared/print/printDocument'
import type { Block } from '../../../shared/report/report'

export type Change = 'added' | 'removed'

/**
 * `end` of a pair: the end of this paragraph was added or removed. `endOf` of a single paragraph: its own end is that of the pair `endOf` and stays; the two
 * go together. `replaced`: two tables of different columns at one place.
 */
export type PrintChange =
  | { readonly kind: 'pair'; readonly before: PrintParagraph; readonly after: PrintParagraph; readonly end?: Change }
  | { readonly kind: 'tablePair' | 'replaced'; readonly before: PrintTable; readonly after: PrintTable }
  | { readonly kind: Change; readonly block: PrintParagraph; readonly endOf?: { readonly before: PrintParagraph; readonly after: PrintParagraph } }
  | { readonly kind: Change; readonly block: PrintTable }

const emptyParagraph: PrintParagraph = { kind: 'paragraph', style: 'Normal', runs: [] }

/** The changes in reading order. The last one is a paragraph that stands in both versions: a file cannot end otherwise. Moved blocks are removed and added. */
export function printChanges(before: PrintDocument, after: PrintDocument): readonly PrintChange[] {
  const sides = [closed(before.blocks), closed(after.blocks)] as const
  const ended = endedWell(changesOf(sides[0], sides[1]))
  const last = ended[ended.length - 1]
  if (last?.kind === 'pair' || (last?.kind !== undefined && 'endOf' in last)) return ended
  return [...endedWell(changesOf(sides[0].slice(0, -1), sides[1].slice(0, -1)), false), { kind: 'pair', before: lastParagraph(sides[0]), after: lastParagraph(sides[1]) }]
}

function closed(blocks: readonly PrintBlock[]): readonly PrintBlock[] {
  return blocks[blocks.length - 1]?.kind === 'paragraph' ? blocks : [...blocks, emptyParagraph]
}

function lastParagraph(blocks: readonly PrintBlock[]): PrintParagraph {
  const last = blocks[blocks.length - 1]
  return last?.kind === 'paragraph' ? last : emptyParagraph
}

/** A printed table with its cells as plain texts, a printed paragraph as body text, so that they can be compared. */
export function comparable(block: PrintBlock, otherId: string): Block {
  const id = block.blockId ?? otherId
  if (block.kind === 'table') return { kind: 'table', id, headerRows: block.headerRows, rows: block.rows.map((row) => row.map((cell) => cell.text)) }
  return { kind: 'text', id, level: 0, runs: block.runs.map((run) => ({ text: run.text })) }
}

function changesOf(before: readonly PrintBlock[], after: readonly PrintBlock[]): readonly PrintChange[] {
  const printed = new Map<Block, PrintBlock>()
  const prepare = (blocks: readonly PrintBlock[], side: string): readonly Block[] => blocks.map((block, index) => {
    const made = comparable(block, `${side} ${index}`)
    printed.set(made, block)
    return made
  })
  const of = (block: Block): PrintBlock => printed.get(block) ?? emptyParagraph
  const changes = compareBlocks(prepare(before, 'before'), prepare(after, 'after')).map((change): PrintChange => {
    if (change.kind === 'removed' || change.kind === 'movedAway') return alone('removed', of(change.before))
    if (change.kind === 'added' || change.isMoved) return alone('added', of(change.after))
    const [old, now] = [of(change.before), of(change.after)]
    if (old.kind === 'paragraph' && now.kind === 'paragraph') return { kind: 'pair', before: old, after: now }
    if (old.kind === 'table' && now.kind === 'table') return { kind: isOneTable(change) ? 'tablePair' : 'replaced', before: old, after: now }
    throw new Error('a paragraph was paired with a table')
  })
  return withoutNeighbouringTables(changes)
}

function alone(kind: Change, block: PrintBlock): PrintChange {
  return block.kind === 'table' ? { kind, block } : { kind, block }
}

/** Only tables with the same columns can be shown in one. */
function isOneTable(change: BlockChange): boolean {
  return change.kind !== 'changedTable' || change.table.columns.every((column) => column === 'same')
}

/** A removed table directly before an added one: both as one, because tables side by side melt together. */
function withoutNeighbouringTables(changes: readonly PrintChange[]): readonly PrintChange[] {
  return changes.reduce<PrintChange[]>((done, change) => {
    const last = done[done.length - 1]
    if (change.kind === 'added' && change.block.kind === 'table' && last?.kind === 'removed' && last.block.kind === 'table') done[done.length - 1] = { kind: 'replaced', before: last.block, after: change.block }
    else done.push(change)
    return done
  }, [])
}

type Single = Extract<PrintChange, { readonly endOf?: unknown }>

/**
 * A paragraph directly before a table, or at the end of the file, cannot disappear together with its end. Where paragraphs were added and removed there,
 * the last of both become one; where they were only added (or removed), their ends move up by one, as if they had been typed from the end of the
 * paragraph before them.
 */
function endedWell(changes: readonly PrintChange[], isWholeFile = true): readonly PrintChange[] {
  const done: PrintChange[] = []
  const finish = (): void => {
    const run: Single[] = []
    for (let last = done[done.length - 1]; last !== undefined && isSingle(last); last = done[done.length - 1]) {
      run.unshift(last)
      done.pop()
    }
    done.push(...endedRun(run, done))
  }
  for (const change of changes) {
    const isTable = change.kind === 'tablePair' || change.kind === 'replaced' || ('block' in change && change.block.kind === 'table')
    if (isTable) finish()
    done.push(change)
  }
  if (isWholeFile) finish()
  return done
}

function isSingle(change: PrintChange): change is Single {
  return (change.kind === 'added' || change.kind === 'removed') && change.block.kind === 'paragraph' && !('endOf' in change)
}

/** The run in its final form; the paragraph before it, the last of `done`, may be replaced. */
function endedRun(run: readonly Single[], done: PrintChange[]): readonly PrintChange[] {
  const last = run[run.length - 1]
  if (last === undefined) return []
  const other = lastOf(run, last.kind === 'added' ? 'removed' : 'added')
  if (other !== null) {
    const [before, after] = last.kind === 'added' ? [other.block, last.block] : [last.block, other.block]
    return [...run.filter((each) => each !== last && each !== other), { kind: 'pair', before, after }]
  }
  const above = done[done.length - 1]
  if (above?.kind !== 'pair' || above.end !== undefined) return run
  done[done.length - 1] = { ...above, end: last.kind }
  return [...run.slice(0, -1), { ...last, endOf: { before: above.before, after: above.after } }]
}

function lastOf(run: readonly Single[], kind: Change): Single | null {
  for (let at = run.length - 1; at >= 0; at -= 1) {
    const each = run[at]
    if (each?.kind === kind) return each
  }
  return null
}
