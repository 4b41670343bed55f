import type { Block, Run } from './report'

/** The text of a run list, without manner. */
export function runsText(runs: readonly Run[]): string {
  return runs.length === 1 ? (runs[0]?.text ?? '') : runs.map((run) => run.text).join('')
}

/** The printed text of a block without its number; cells of a table are separated by tabs, rows by line ends; a picture has its caption, a page break nothing. */
export function blockText(block: Block): string {
  if (block.kind === 'text') return runsText(block.runs)
  if (block.kind === 'image') return block.caption
  return block.kind === 'table' ? block.rows.map((row) => row.join('\t')).join('\n') : ''
}
