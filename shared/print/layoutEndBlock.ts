/** 版记 at the bottom of the last page (GB/T 9704-2012, 7.4, 7.5), and the anchor that holds it there. */
import type { Issuing } from '../report/issuing'
import { asTheFileAsks, libreOffice } from './habits'
import { paragraphLines } from './breakLines'
import { paginate } from './paginate'
import type { PrintBlock, PrintBox, PrintBoxLine, PrintDocument, PrintParagraph } from './printDocument'
import { printedDate } from './printedDate'
import { headMeasures, profiles } from './profiles'
import { printStyles } from './styles'

/** Width of one 字 of 4号 type in twips. */
const unit = 280

/** Free space above the box. */
const gapAbove = 200

const style = printStyles.find(({ id }) => id === 'GwEndBlock') ?? printStyles[0]

/** The lines of 版记; null if nothing stands there. `addressee` is printed above 抄送 where it was moved down from the first page (7.3.2). */
export function layoutEndBlock(issuing: Issuing, addressee: string, clean: (text: string) => string, bottom: number): PrintBox | null {
  const kind = profiles[issuing.profile].endBlock
  if (kind === 'none') return null
  const copies = (issuing.copies ?? []).map((name) => clean(name).trim().replace(/[，,、；;。]+$/, '')).filter((name) => name !== '')
  const to = addressee.trim().replace(/[:：]$/, '')
  const lists = [
    ...(issuing.isAddresseeBelow === true && to !== '' ? [listLine('主送', to)] : []),
    ...(copies.length === 0 ? [] : [listLine('抄送', copies.join('，'))]),
  ]
  const printer = clean(issuing.printer ?? '').trim()
  const date = printedDate(clean(issuing.printDate ?? '').trim())
  const hasPrinter = kind === 'full' && (printer !== '' || date !== '')
  const text = `${printer}${date === '' ? '' : `\t${date}印发`}`
  const all: readonly PrintBoxLine[] = [...lists, ...(hasPrinter ? [boxLine(text, { left: unit, right: unit })] : [])]
  if (all.length === 0) return null
  const { thick, thin } = headMeasures.endRules
  const ruled = kind === 'copiesOnly' ? all : all.map((line, index): PrintBoxLine => {
    if (index === 0) return { ...line, ruleAbove: thick }
    return index === all.length - 1 && hasPrinter ? { ...line, ruleAbove: thin } : line
  })
  return { id: 'endBlock', page: 'last', edge: 'bottom', distance: bottom, lines: ruled, ...(kind === 'copiesOnly' ? {} : { ruleBelow: thick }) }
}

/** Names after a label: 空一字 at either side, further lines under the first name, 。 at the end (7.4.2). */
function listLine(label: string, names: string): PrintBoxLine {
  return boxLine(`${label}：${names}。`, { left: 4 * unit, hanging: 3 * unit, right: unit })
}

function boxLine(text: string, indent: NonNullable<PrintBoxLine['indent']>): PrintBoxLine {
  return { style: 'GwEndBlock', runs: [{ text, font: 'fang' }], indent }
}

/** Heights of the lines of a box in twips. */
export function boxLineHeights(box: PrintBox, document: Omit<PrintDocument, 'blocks'>): readonly number[] {
  return box.lines.map((line) => {
    const own = printStyles.find(({ id }) => id === line.style) ?? style
    const paragraph: PrintParagraph = { kind: 'paragraph', style: line.style, runs: line.runs, ...(line.indent === undefined ? {} : { indent: line.indent }) }
    const text = line.runs.map((run) => run.text).join('')
    // What follows the tab stands on the same line, at its right end.
    const count = text.includes('\t') ? 1 : paragraphLines(paragraph, own, { ...document, blocks: [] }, asTheFileAsks).length
    return count * (line.line ?? own.line ?? document.page.linePitch)
  })
}

/**
 * The blocks with the anchor of 版记 behind them: on a page of its own if the last one has no room, and on an even page if asked, with an empty page before
 * it if that must be; neither of the two then has a number (7.5).
 */
export function withAnchor(blocks: readonly PrintBlock[], box: PrintBox, onEvenPage: boolean, settings: Omit<PrintDocument, 'blocks'>): readonly PrintBlock[] {
  const height = boxLineHeights(box, settings).reduce((sum, each) => sum + each, 0) + gapAbove
  const pagesOf = (more: readonly PrintBlock[], habits = asTheFileAsks): number => paginate({ ...settings, blocks: [...blocks, ...more] }, habits).pages
  const pages = pagesOf([])
  const isFull = [asTheFileAsks, libreOffice].some((habits) => pagesOf([{ ...anchor, line: height }], habits) > pagesOf([], habits))
  const at = pages + (isFull ? 1 : 0)
  if (!onEvenPage || at % 2 === 0) return [...blocks, isFull ? { ...anchor, pageBreakBefore: true } : anchor]
  if (!isFull) return [...blocks, { ...anchor, pageBreakBefore: true }]
  return [...blocks, { ...anchor, pageBreakBefore: true, isUnnumbered: true }, { ...anchor, pageBreakBefore: true, isUnnumbered: true }]
}

const anchor: PrintParagraph = { kind: 'paragraph', style: 'GwAnchor', runs: [] }
