/** A report as the reader page shows it (SPEC BAG-9): the paragraphs as they are printed, by what they are. */
import { layoutReport } from '../../../shared/print/layoutReport'
import type { PrintBlock, PrintBox, PrintCell, PrintParagraph } from '../../../shared/print/printDocument'
import type { StyleId } from '../../../shared/print/styles'
import type { Report } from '../../../shared/report/report'
import { readerText } from '../../../shared/text/reader'

/** What stands above a report and in the list. Texts are empty where there is none; `folder` is relative to `data/`, `files` are names in it. */
export interface ReaderEntry {
  readonly number: string
  readonly title: string
  readonly responsible: string
  readonly date: string
  readonly retention: string
  readonly pages: number | null
  readonly filedAt: string
  readonly note: string
  readonly year: number
  readonly folder: string
  readonly files: readonly string[]
}

/** What a line is: mark of the issuing unit, title, heading of a level, paragraph, line without indent, signature, centred line, end block, picture, table. */
export type ReaderRole = 'm' | 't' | '1' | '2' | '3' | '4' | '5' | 'p' | 'n' | 's' | 'c' | 'e' | 'i' | 'g'

/** A cell: its text, or text with rows and columns that it spans. */
export type ReaderCell = string | readonly [text: string, rows: number, columns: number]

/** A line: its role, its text, and the part in front that stands in the font of a heading; of a table its rows. */
export type ReaderLine = readonly [role: Exclude<ReaderRole, 'g'>, text: string, lead?: string] | readonly [role: 'g', rows: readonly (readonly ReaderCell[])[]]

export interface ReaderReport extends ReaderEntry {
  readonly lines: readonly ReaderLine[]
}

const roles: Readonly<Record<StyleId, Exclude<ReaderRole, 'g'> | null>> = {
  Normal: 'n', GwBody: 'p', Title: 't', Heading1: '1', Heading2: '2', Heading3: '3', Heading4: '4', Heading5: '5', GwByline: 'c', GwMark: 'm', GwHead: 'c', GwEndBlock: 'e', GwAnchor: null,
  GwPartTitle: 'c', GwAttachLabel: 'n', GwAttach: 'p', GwSign: 's', GwTable: 'p', GwPicture: 'i', GwFooter: null,
}

/** The report with what is recorded of it. */
export function readerReport(report: Report, entry: ReaderEntry): ReaderReport {
  const { blocks, boxes } = layoutReport(report)
  const boxLines = (page: PrintBox['page']): readonly ReaderLine[] => boxes.filter((box) => box.page === page).flatMap(({ lines }) => lines.flatMap(({ style, runs }) => lineOf({ kind: 'paragraph', style, runs })))
  return { ...entry, lines: [...boxLines('first'), ...blocks.flatMap(linesOf), ...boxLines('last')] }
}

function linesOf(block: PrintBlock): readonly ReaderLine[] {
  return block.kind === 'table' ? [['g', block.rows.map((row) => row.flatMap(cellOf))]] : lineOf(block)
}

function cellOf({ text, rows = 1, columns = 1, covered }: PrintCell): readonly ReaderCell[] {
  if (covered !== undefined) return []
  return [rows === 1 && columns === 1 ? text : [text, rows, columns]]
}

/** Empty lines part nothing that the roles do not part already. */
function lineOf({ style, runs, picture }: PrintParagraph): readonly ReaderLine[] {
  const role = roles[style]
  if (role === null) return []
  const leading = runs.findIndex((run) => run.font === 'fang' && run.bold !== true)
  const lead = (leading === -1 ? runs : runs.slice(0, leading)).map((run) => run.text).join('')
  const rest = (leading === -1 ? [] : runs.slice(leading)).map((run) => run.text).join('')
  const text = picture === undefined ? rest : `${readerText.picture}${rest}`
  if ((lead + text).trim() === '') return []
  // The breaks of a title are those of the page, and tabs are its measures.
  if (role === 't' || role === 'm') return [[role, (lead + text).replace(/\n/g, '')]]
  return [lead === '' ? [role, untabbed(text)] : [role, untabbed(text), untabbed(lead)]]
}

/** After a number a tab is nothing, elsewhere it is room. */
function untabbed(text: string): string {
  return text.replace(/(\d\.)\t/g, '$1').replace(/\t/g, '\u3000')
}
