/** 归档文件目录 and its cover as printed pages (SPEC ARCHNO-17, ARCHNO-18; DA/T 22-2015): each lowest class begins on a page of its own. */
import { millimetres } from '../print/profiles'
import type { PrintBlock, PrintCell, PrintDocument } from '../print/printDocument'
import type { NumberClass } from './archivalNumber'
import type { ArchiveScheme } from './archiveScheme'
import type { CataloguePart } from './catalogue'
import { catalogueCells, catalogueColumns } from './catalogueText'
import { classFacts, formDocument, formLine, proofLines, type FormPaper, type FormProof } from './formPage'

/** A4 across, more room at the left, where it is bound. */
const across: FormPaper = { width: 297, height: 210, top: 18, bottom: 18, left: 25, right: 15 }
const upright: FormPaper = { width: 210, height: 297, top: 60, bottom: 30, left: 40, right: 40 }

type FormScheme = Pick<ArchiveScheme, 'fonds' | 'fondsName' | 'units'>

/** The catalogue of a year. What has no 档号 yet is printed last, under a head without class. */
export function catalogueForm(parts: readonly CataloguePart[], scheme: FormScheme, proof: FormProof = {}): PrintDocument {
  const blocks = parts.flatMap((part, index): readonly PrintBlock[] => [
    formLine('归档文件目录', 'displaySong', 36, { line: 560, keepNext: true, ...(index > 0 ? { pageBreakBefore: true } : {}) }),
    formLine(headOf(part.class, scheme), 'fang', 24, { align: 'left', keepNext: true }),
    {
      kind: 'table', blockId: `part-${index + 1}`, borders: 'grid', columnWidths: catalogueColumns.map(({ width }) => millimetres(width)), headerRows: 1, isWhole: false, size: 21, line: 320,
      rows: [catalogueColumns.map(({ name }): PrintCell => ({ text: name, align: 'center' })), ...part.rows.map((row) => catalogueCells(row).map(cellOf))],
    },
  ])
  return formDocument('归档文件目录', across, [...blocks, ...proofLines(proof)], 'centre')
}

function cellOf(text: string, column: number): PrintCell {
  return { text, align: catalogueColumns[column]?.key === 'title' ? 'both' : 'center' }
}

function headOf(of: NumberClass | null, scheme: FormScheme): string {
  return of === null ? '未编档号' : classFacts(of, scheme).filter(([, value]) => value !== '').map(([name, value]) => `${name}：${value}`).join('　')
}

/** 目录封面, one for each class. */
export function coverForm(parts: readonly CataloguePart[], scheme: FormScheme): PrintDocument {
  const classes = parts.flatMap((part) => (part.class === null ? [] : [part.class]))
  const blocks = (classes.length === 0 ? [null] : classes).flatMap((of, index): readonly PrintBlock[] => {
    const facts = classFacts(of, scheme)
    return [
      formLine('归档文件目录', 'displaySong', 72, { line: 1200, ...(index > 0 ? { pageBreakBefore: true } : {}) }),
      formLine('', 'fang', 24, { line: millimetres(30) }),
      {
        kind: 'table', blockId: `cover-${index + 1}`, borders: 'grid', columnWidths: [millimetres(42), millimetres(88)], headerRows: 0, isWhole: true, size: 32, line: 560, heights: facts.map(() => millimetres(20)),
        rows: facts.map(([name, value]): readonly PrintCell[] => [{ text: name, align: 'center' }, { text: value, align: 'center' }]),
      },
    ]
  })
  return formDocument('归档文件目录封面', upright, blocks, 'none')
}
