/** What the printed forms of the archive share: their pages, lines of text, and how a class is named on paper. */
import type { FontRole } from '../print/fonts'
import type { PrintBlock, PrintDocument, PrintParagraph } from '../print/printDocument'
import { ordinaryPage, type PageSettings } from '../print/profile'
import { millimetres } from '../print/profiles'
import { printStyles } from '../print/styles'
import { retentionNames, type NumberClass } from './archivalNumber'
import type { ArchiveScheme } from './archiveScheme'

/** Millimetres: paper upright or across, and its margins. */
export interface FormPaper {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Line pitch of the text of forms in twips. */
const pitch = 400

/** The page of a form. */
export function formPage({ width, height, top, bottom, left, right }: FormPaper): PageSettings {
  const mm = millimetres
  return { ...ordinaryPage('lines'), width: mm(width), height: mm(height), margins: { top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right) }, headerDistance: mm(8), footerDistance: mm(Math.min(10, bottom - 5)), linePitch: pitch, grid: { mode: 'lines', characterSpace: null, isOff: true } }
}

/** Word takes two tables without a paragraph between them for one, and puts a whole line behind the last one. */
const anchor: PrintParagraph = { kind: 'paragraph', style: 'GwAnchor', runs: [] }

/** A form as a document of the printed page. */
export function formDocument(title: string, paper: FormPaper, blocks: readonly PrintBlock[], numbers: PrintDocument['pageNumbers']['place']): PrintDocument {
  return { title, page: formPage(paper), styles: printStyles, digits: 'roman', blocks: blocks.flatMap((block, index) => (block.kind === 'table' && blocks[index + 1]?.kind !== 'paragraph' ? [block, anchor] : [block])), red: 'FF0000', pageNumbers: { place: numbers, onFirst: true }, boxes: [], changes: [] }
}

/** One line of a form. `size`: half points; `line`, `before`: twips. */
export function formLine(text: string, font: FontRole, size: number, more: Partial<Pick<PrintParagraph, 'align' | 'before' | 'line' | 'keepNext' | 'pageBreakBefore'>> = {}): PrintParagraph {
  return { kind: 'paragraph', style: 'GwTable', runs: text === '' ? [] : [{ text, font, size }], ...more }
}

/** What says on cover, catalogue and record which class it is: name and value, the empty ones left for a pen. */
export function classFacts(of: NumberClass | null, scheme: Pick<ArchiveScheme, 'fonds' | 'fondsName' | 'units'>): readonly (readonly [name: string, value: string])[] {
  const unit = scheme.units.find(({ code }) => code === of?.unit)?.name ?? of?.unit
  return [
    ['全宗号', of?.fonds ?? scheme.fonds], ['全宗名称', scheme.fondsName], ['年度', of === null ? '' : String(of.year)], ['保管期限', of === null ? '' : retentionNames[of.retention]],
    ...(of !== null && unit === undefined ? [] : [['机构（问题）', unit ?? ''] as const]),
  ]
}

/** What ties the paper to the files of the archive, as short codes: printed where they are given. */
export interface FormProof {
  /** Of the last seal of the year. */
  readonly shortCode?: string
  /** Of the head of the log. */
  readonly logHead?: string
}

/** A line for each code; none if there is nothing to print. */
export function proofLines({ shortCode, logHead }: FormProof): readonly PrintParagraph[] {
  const parts = [...(shortCode === undefined ? [] : [`封存校验码：${shortCode}`]), ...(logHead === undefined ? [] : [`日志校验码：${logHead}`])]
  return parts.map((part, index) => formLine(part, 'fang', 21, { align: 'left', ...(index === 0 ? { before: 120 } : {}) }))
}
