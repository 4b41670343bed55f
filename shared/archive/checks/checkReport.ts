/** 四性检测报告 as a printed report: one table a quality, what is not passed with all it is about. */
import type { PrintedReport } from '../../print/layoutReport'
import type { Block } from '../../report/report'
import { qualities, type CheckRow } from './checks'

/** The words around the results; they come from where every text of the program stands. */
export interface CheckWords {
  readonly title: string
  readonly lines: readonly string[]
  readonly qualities: Readonly<Record<CheckRow['quality'], string>>
  readonly results: Readonly<Record<CheckRow['result'], string>>
  readonly heads: { readonly item: string; readonly clause: string; readonly found: string; readonly result: string }
  readonly closing: readonly string[]
}

/** The sheet, to be laid out and written like any report. */
export function checkReport(rows: readonly CheckRow[], words: CheckWords): PrintedReport {
  const tables = qualities.flatMap((quality): readonly Block[] => {
    const own = rows.filter((row) => row.quality === quality)
    if (own.length === 0) return []
    return [line(`${quality}-name`, words.qualities[quality], 1), { kind: 'table', id: `${quality}-rows`, headerRows: 1, rows: [[words.heads.item, words.heads.clause, words.heads.found, words.heads.result], ...own.map((row) => tableRow(row, words))] }]
  })
  const blocks = [...words.lines.map((text, index) => line(`lead-${index}`, text)), ...tables, ...words.closing.map((text, index) => line(`end-${index}`, text))]
  return { title: [words.title], addressee: '', blocks, attachments: [], signature: [], date: '', note: '', numbering: 'restart' }
}

function tableRow({ item, clause, found, affected, result }: CheckRow, words: CheckWords): readonly string[] {
  return [item, clause, affected.length === 0 ? found : `${found}：${affected.join('；')}`, words.results[result]]
}

function line(id: string, text: string, level: 0 | 1 = 0): Block {
  return { kind: 'text', id, level, runs: [{ text }], ...(level === 1 ? { form: 'heading' as const } : {}) }
}
