/** 四性检测报告 as a printed report: what is not passed stands with all that it is about. */
import type { PrintedReport } from '../../print/layoutReport'
import type { Block, CellMerge } from '../../report/report'
import { qualities, type CheckRow } from './checks'

/** The words around the results; they come from where every text of the program stands. */
export interface CheckWords {
  readonly title: string
  readonly lines: readonly string[]
  readonly qualities: Readonly<Record<CheckRow['quality'], string>>
  readonly results: Readonly<Record<CheckRow['result'], string>>
  readonly heads: { readonly item: string; readonly clause: string; readonly found: string; readonly result: string }
  /** What is signed in the last row: who checked, who looked it over, when. */
  readonly signs: readonly [string, string, string]
}

/** The sheet, to be laid out and written like any report: one table through all pages, a row across it for the name of each quality. */
export function checkReport(rows: readonly CheckRow[], words: CheckWords): PrintedReport {
  const { item, clause, found, result } = words.heads
  const lines: (readonly string[])[] = [[item, clause, found, result]]
  const merges: CellMerge[] = []
  for (const quality of qualities) {
    const own = rows.filter((row) => row.quality === quality)
    if (own.length === 0) continue
    merges.push({ row: lines.length, column: 0, rows: 1, columns: 4 })
    lines.push([words.qualities[quality], '', '', ''], ...own.map((row) => tableRow(row, words)))
  }
  const [checker, reviewer, day] = words.signs
  merges.push({ row: lines.length, column: 0, rows: 1, columns: 2 })
  lines.push([checker, '', reviewer, day])
  const table: Block = { kind: 'table', id: 'checks', headerRows: 1, rows: lines, merges }
  const blocks = [...words.lines.map((text, index) => line(`lead-${index}`, text)), table]
  return { title: [words.title], addressee: '', blocks, attachments: [], signature: [], date: '', note: '', numbering: 'restart' }
}

function tableRow({ item, clause, found, affected, result }: CheckRow, words: CheckWords): readonly string[] {
  return [item, clause, affected.length === 0 ? found : `${found}：${affected.join('；')}`, words.results[result]]
}

function line(id: string, text: string): Block {
  return { kind: 'text', id, level: 0, runs: [{ text }] }
}
