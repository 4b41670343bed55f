import { layoutReport, type LayoutOptions, type PrintedReport } from '../../shared/print/layoutReport'
import type { PrintBlock, PrintRun } from '../../shared/print/printDocument'
import { describeChange } from '../../shared/text/export'
import type { ExportedFile } from './exportWord'

/**
 * The report as plain text, line by line as it is printed: for systems that take nothing else. Numbers, 附件说明 and 落款 stand in it as on the page,
 * cells of a table are parted by tabs, and there is no character in it that cannot be seen. UTF-8 with its mark and Windows line ends, so that the
 * oldest Notepad shows it as it is.
 */
export async function exportText(report: PrintedReport, options: Partial<LayoutOptions> = {}): Promise<ExportedFile> {
  const { blocks, boxes, changes } = layoutReport(report, options)
  const boxLines = (page: 'first' | 'last'): readonly string[] => boxes.filter((box) => box.page === page).flatMap((box) => box.lines.map(({ runs }) => lineOf(runs)))
  const lines = [...boxLines('first'), ...blocks.flatMap(linesOf), ...boxLines('last')]
  // One empty line parts what several part on paper.
  const kept = lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''))
  while (kept[kept.length - 1] === '') kept.pop()
  return { bytes: new TextEncoder().encode(`\ufeff${kept.map((line) => `${line}\r\n`).join('')}`), changes: changes.map(describeChange) }
}

function linesOf(block: PrintBlock): readonly string[] {
  if (block.kind === 'table') return block.rows.map((row) => row.map((cell) => oneLine(cell.text).replace(/\t/g, ' ')).join('\t'))
  // The lines of a title are those of the page, not of the text.
  if (block.style === 'Title') return [lineOf(block.runs)]
  // 附件说明 has a tab behind its number.
  return [block.style === 'GwAttach' ? lineOf(block.runs).replace('\t', '') : lineOf(block.runs)]
}

function lineOf(runs: readonly PrintRun[]): string {
  return oneLine(runs.map((run) => run.text).join('')).trim()
}

function oneLine(text: string): string {
  return text.replace(/\n/g, '').replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, '')
}
