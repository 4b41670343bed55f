/**
 * From the report to the printed page (SPEC PRINT-1): pure, and no character of the text is lost on the way except those that no file can
 * carry, which are reported in `changes`. Source of the order: GB/T 9704-2012, 7.3.
 */
import { assignNumbers } from '../outline/assignNumbers'
import { attachedFrom, isPartTitle } from '../outline/blockRole'
import type { Issuing } from '../report/issuing'
import { printedParts } from '../report/issuingFields'
import type { Block, Report, SchemeId } from '../report/report'
import { keepWithBody } from './keepTogether'
import { printedNumber } from './documentNumber'
import { emptyLine, layoutAttachmentList, layoutNote, plainParagraph } from './layoutEnd'
import { layoutEndBlock, withAnchor } from './layoutEndBlock'
import { labelledLine, layoutHead } from './layoutHead'
import { layoutPicture } from './layoutPicture'
import { layoutByline, layoutSignature } from './layoutSignature'
import { layoutStamp, withStampAnchor } from './layoutStamp'
import { withLandscapePages } from './landscapePages'
import { layoutTable, type TableRoom } from './layoutTable'
import { isAttachmentLabel, layoutText } from './layoutText'
import { createTextCleaner } from './printableText'
import type { PrintBlock, PrintChange, PrintDocument, PrintParagraph, TableBorders } from './printDocument'
import { printedDate } from './printedDate'
import { ordinaryPage, textAreaHeight, textAreaWidth, type GridMode, type PageSettings } from './profile'
import { profiles } from './profiles'
import { printStyles } from './styles'
import { titleLines } from './titleBreaks'

/** The parts of a report that are printed. */
export type PrintedReport = Pick<Report, 'title' | 'addressee' | 'blocks' | 'attachments' | 'signature' | 'date' | 'note' | 'numbering' | 'itemLead' | 'issuing'>

export interface LayoutOptions {
  /** Font of Latin letters and digits: Times New Roman or that of the Chinese text. */
  readonly digits: 'roman' | 'fangsong'
  readonly gridMode: GridMode
  readonly tableBorders: TableBorders
  /** Six hex digits: the standard names no value for red. */
  readonly red: string
  /** At the outer side of the page (7.5), or in its middle as some units have it. */
  readonly pageNumberPlace: 'outer' | 'centre'
  /** Tables with more columns than the page can hold stand on landscape pages (clause 8), or are squeezed. */
  readonly wideTables: 'landscape' | 'portrait'
  /** Whether headings of the first two levels are bold; the standard does not mention it. */
  readonly boldHeadings: boolean
}

/** What one export chooses; `stamp`: the rows of 归档章 on the first page. */
export type LayoutChoice = Partial<LayoutOptions> & { readonly stamp?: readonly (readonly string[])[] }

/** What a report is printed with when nobody chose otherwise. */
export const defaultLayout: LayoutOptions = { digits: 'roman', gridMode: 'lines', tableBorders: 'grid', red: 'FF0000', pageNumberPlace: 'outer', wideTables: 'landscape', boldHeadings: false }

/** The report as printed in the profile 普通材料. Numbers are literal text; set-aside lines and the marks of last year's text are not printed. */
export function layoutReport(report: PrintedReport, options: LayoutChoice = {}): PrintDocument {
  const { digits, gridMode, tableBorders, red, pageNumberPlace, wideTables, boldHeadings } = { ...defaultLayout, ...options }
  const page = ordinaryPage(gridMode)
  const cleaner = createTextCleaner()
  const title = titleLines(report.title.map(cleaner.clean))
  const date = cleaner.clean(report.date).trim()
  const context: BodyContext = { itemLead: report.itemLead, boldHeadings, scheme: report.numbering, labels: assignNumbers(report.blocks, report.numbering), clean: cleaner.clean, page, tableBorders, tableRoom: tableRoom(page, wideTables) }
  const { clean } = cleaner
  const issuing = printedParts(report.issuing ?? ordinary)
  const profile = profiles[issuing.profile]
  const attached = attachedFrom(report.blocks)
  const signature = report.signature.map((line) => clean(line).trim()).filter((line) => line !== '')
  const isUnderTitle = issuing.profile === 'ordinary' && issuing.signaturePlace === 'underTitle'
  const top = layoutHead(issuing, page, clean)
  const addressee = clean(report.addressee)
  const head = [...top.blocks, ...layoutTitle(title, isUnderTitle ? layoutByline(signature, printedDate(date)) : [])]
  const body = [...(isAddresseeBelow(issuing) ? [] : layoutAddressee(addressee)), ...layoutBlocks(report.blocks.slice(0, attached), context, false)]
  const signed = isUnderTitle ? [] : layoutSignature(signature, printedDate(date), issuing, page.characterWidth)
  const note = layoutNote(clean(report.note))
  const end = [
    ...layoutAttachmentList(report.attachments.map(clean), page.characterWidth),
    ...layoutAttendance(issuing, clean, page.characterWidth),
    ...signed, ...(signed.length === 0 && note.length > 0 ? [emptyLine] : []), ...note,
  ]
  const endBlock = layoutEndBlock(issuing, addressee, clean, page.margins.bottom)
  const settings = {
    title: title.join(''), page, styles: printStyles, digits, red, pageNumbers: { place: pageNumberPlace, onFirst: profile.firstPageNumber },
    boxes: [...top.boxes, ...(endBlock === null ? [] : [endBlock])], changes: [],
  } as const
  const blocks = [...keepWithBody(head, body, end, settings), ...layoutBlocks(report.blocks.slice(attached), context, true)]
  const printed = endBlock === null ? blocks : withAnchor(blocks, endBlock, issuing.endsOnEvenPage === true, settings)
  return {
    ...settings,
    ...(options.stamp === undefined ? { blocks: printed } : { blocks: withStampAnchor(printed), stamp: layoutStamp(options.stamp, page, printed[0]?.isLandscape === true) }),
    changes: [...cleaner.changes(), ...dateChanges(date), ...numberChanges(issuing), ...aloneChanges(body, signed)],
  }
}

const ordinary: Issuing = { profile: 'ordinary' }

function isAddresseeBelow({ profile, isAddresseeBelow: isBelow }: Issuing): boolean {
  return isBelow === true && profiles[profile].endBlock !== 'none'
}

/** 出席, 请假 and 列席 of minutes, one line below what stands above (10.3). */
function layoutAttendance({ profile, present = '', absent = '', guests = '' }: Issuing, clean: (text: string) => string, unit: number): readonly PrintParagraph[] {
  if (profile !== 'minutes') return []
  const lines = ([['出席', present], ['请假', absent], ['列席', guests]] as const).filter(([, names]) => names.trim() !== '')
  return lines.length === 0 ? [] : [emptyLine, ...lines.map(([label, names]) => labelledLine(label, clean(names).trim(), unit))]
}

function numberChanges({ documentNumber = '' }: Issuing): readonly PrintChange[] {
  const to = printedNumber(documentNumber)
  return to === documentNumber.trim() ? [] : [{ kind: 'numberRewritten', from: documentNumber, to }]
}

/** No direction of the paper changes on a page, so nothing keeps 落款 with a landscape table (7.3.5.5). */
function aloneChanges(body: readonly PrintBlock[], signed: readonly PrintParagraph[]): readonly PrintChange[] {
  return signed.length > 0 && body[body.length - 1]?.isLandscape === true ? [{ kind: 'signatureAlone' }] : []
}

function layoutTitle(lines: readonly string[], byline: readonly PrintParagraph[]): readonly PrintParagraph[] {
  const title = lines.length === 0 ? [] : [plainParagraph('Title', lines.join('\n'), 'displaySong')]
  return title.length + byline.length === 0 ? [] : [...title, ...byline, emptyLine]
}

function layoutAddressee(addressee: string): readonly PrintParagraph[] {
  const name = addressee.trim().replace(/[:：]$/, '')
  return name === '' ? [] : [plainParagraph('Normal', `${name}：`)]
}

function dateChanges(date: string): readonly PrintChange[] {
  const to = printedDate(date)
  return to.replace(/\s/g, '') === date.replace(/\s/g, '') ? [] : [{ kind: 'dateRewritten', from: date, to }]
}

interface BodyContext {
  readonly itemLead: 'bold' | undefined
  readonly boldHeadings: boolean
  readonly scheme: SchemeId
  readonly labels: ReadonlyMap<string, string>
  readonly clean: (text: string) => string
  readonly page: PageSettings
  readonly tableBorders: TableBorders
  readonly tableRoom: TableRoom
}

function tableRoom(page: PageSettings, wideTables: LayoutOptions['wideTables']): TableRoom {
  return { portrait: textAreaWidth(page), landscape: wideTables === 'landscape' ? textAreaHeight(page) : textAreaWidth(page) }
}

/** A page break with nothing after it is not printed: it would leave 落款 alone on a page. */
function layoutBlocks(blocks: readonly Block[], context: BodyContext, isAttached: boolean): readonly PrintBlock[] {
  const printed: PrintBlock[] = []
  let isBreakPending = false
  const add = (block: PrintBlock): void => {
    printed.push(isBreakPending ? { ...block, pageBreakBefore: true } : block)
    isBreakPending = false
  }
  blocks.forEach((block, index) => {
    if (block.kind === 'pageBreak') isBreakPending = true
    else if (block.kind === 'image') {
      // A picture has its page to itself.
      isBreakPending = printed.length > 0 || isAttached
      add(layoutPicture(block, context.clean, context.page))
      isBreakPending = true
    }
    else if (block.kind === 'table') {
      const table = layoutTable(block, context.clean, context.tableRoom, context.tableBorders)
      if (table === null) return
      add(table)
      // Two tables in a row would become one, and a document cannot end with a table.
      if (blocks[index + 1]?.kind !== 'text') printed.push(emptyLine)
    } else {
      const paragraph = layoutText(block, { ...context, isAttached })
      const isAboveTable = blocks[index + 1]?.kind === 'table'
      add(isAboveTable ? { ...paragraph, keepNext: true } : paragraph)
      if (needsLineBelow(block, blocks[index + 1], paragraph)) printed.push(emptyLine)
    }
  })
  return withLandscapePages(printed)
}

/** One empty line below the label of an attachment and below its title (GB/T 9704-2012, 7.3.7). */
function needsLineBelow(block: Block, next: Block | undefined, paragraph: PrintParagraph): boolean {
  if (!isPartTitle(block) || next === undefined) return false
  if (paragraph.style === 'Title') return !isPartTitle(next)
  return isAttachmentLabel(paragraph.runs.map((run) => run.text).join(''))
}
