/** A Word file with its tracked changes decided: as if all of them had been accepted, or all rejected. */
import type { WordBlock, WordChange, WordDocument, WordParagraph, WordTable } from './wordDocument'

/** The blocks of the one or the other version, without changes. */
export function resolveChanges(document: Pick<WordDocument, 'blocks'>, version: 'accepted' | 'rejected'): readonly WordBlock[] {
  const gone: WordChange['kind'] = version === 'accepted' ? 'removed' : 'added'
  return resolveBlocks(document.blocks, gone)
}

function resolveBlocks(blocks: readonly WordBlock[], gone: WordChange['kind']): readonly WordBlock[] {
  const result: WordBlock[] = []
  let open: WordParagraph | null = null
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
    const whole: WordParagraph = open === null ? { ...rest, runs } : { ...rest, label: open.label === '' ? rest.label : open.label, pageBreakBefore: open.pageBreakBefore || rest.pageBreakBefore, runs: [...open.runs, ...runs] }
    open = null
    if (end?.kind !== gone) result.push(whole)
    else if (whole.runs.length > 0) open = whole
  }
  if (open !== null) result.push(open)
  return result
}

function resolveTable(table: WordTable, gone: WordChange['kind']): WordTable {
  return {
    kind: 'table',
    rows: table.rows.filter((row) => row.change?.kind !== gone).map(({ change: _change, ...row }) => ({
      ...row, cells: row.cells.map((cell) => ({ ...cell, paragraphs: resolveBlocks(cell.paragraphs, gone).filter((block): block is WordParagraph => block.kind === 'paragraph') })),
    })),
  }
}
