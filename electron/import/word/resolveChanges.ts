/** A Word file with its tracked changes decided: as if all of them had been accepted, or all rejected. */
import type { SourceBlock, SourceChange, SourceDocument, SourceParagraph, SourceRun, SourceTable } from '../sourceDocument'

/** The blocks of the one or the other version, without changes. */
export function resolveChanges(document: Pick<SourceDocument, 'blocks'>, version: 'accepted' | 'rejected'): readonly SourceBlock[] {
  const gone: SourceChange['kind'] = version === 'accepted' ? 'removed' : 'added'
  return resolveBlocks(document.blocks, gone)
}

/** A paragraph that takes in more. */
interface OpenParagraph extends SourceParagraph {
  readonly runs: SourceRun[]
}

function resolveBlocks(blocks: readonly SourceBlock[], gone: SourceChange['kind']): readonly SourceBlock[] {
  const result: SourceBlock[] = []
  let open: OpenParagraph | null = null
  for (const block of blocks) {
    if (block.kind === 'table') {
      if (open !== null) result.push(open)
      open = null
      const table = resolveTable(block, gone)
      if (table.rows.length > 0) result.push(table)
      continue
    }
    const { end, ...rest } = block
    const runs = block.runs.filter((run) => run.change?.kind !== gone).map(({ change: _change, ...run }) => run)
    // What is left of a paragraph whose end is gone goes on in the next one, which keeps its own properties.
    if (open !== null) open.runs.push(...runs)
    const whole: OpenParagraph = open === null ? { ...rest, runs: [...runs] } : { ...rest, label: open.label === '' ? rest.label : open.label, pageBreakBefore: open.pageBreakBefore || rest.pageBreakBefore, runs: open.runs, ...pictureOf(rest, open) }
    open = null
    if (end?.kind !== gone) result.push(whole)
    else if (whole.runs.length > 0 || whole.picture !== undefined) open = whole
  }
  if (open !== null) result.push(open)
  return result
}

function pictureOf(...paragraphs: readonly Pick<SourceParagraph, 'picture'>[]): Pick<SourceParagraph, 'picture'> {
  const picture = paragraphs.find((each) => each.picture !== undefined)?.picture
  return picture === undefined ? {} : { picture }
}

function resolveTable(table: SourceTable, gone: SourceChange['kind']): SourceTable {
  return {
    kind: 'table',
    rows: table.rows.filter((row) => row.change?.kind !== gone).map(({ change: _change, ...row }) => ({
      ...row, cells: row.cells.map((cell) => ({ ...cell, paragraphs: resolveBlocks(cell.paragraphs, gone).filter((block): block is SourceParagraph => block.kind === 'paragraph') })),
    })),
  }
}
