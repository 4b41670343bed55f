/**
 * From a report to text, the inverse of `parseReport` (SPEC FORMAT). Plain text as a clerk would type it; where the plain reading of a line would be
 * another one, an invisible mark says what the line is. What reads back rightly carries no mark.
 */
import { countingIds } from '../base/ids'
import { blockText, runsText } from '../report/blockText'
import type { Block, TextBlock } from '../report/report'
import { assignNumbers } from './assignNumbers'
import { attachedFrom } from './blockRole'
import { writeMarked, type ExplicitRole } from './invisibleMarks'
import { parseReport } from './parseReport'
import type { ReportContent } from './reportContent'

interface Line {
  readonly plain: string
  readonly marked: string
}

/**
 * The report as text, one paragraph a line. Read back, it gives the same content but for ids, manner of runs (bold …), header rows of tables,
 * set-aside lines and blanks at the ends of paragraphs; empty paragraphs are left out.
 */
export function formatReport(content: ReportContent): string {
  const lines = contentLines(content)
  const plain = lines.map((line) => line.plain).join('\n')
  if (readsBack(plain, content)) return plain
  const scheme = writeMarked({ kind: 'scheme', scheme: content.numbering }, '')
  return [scheme, ...lines.map((line) => line.marked)].join('\n')
}

function contentLines(content: ReportContent): readonly Line[] {
  const numbers = assignNumbers(content.blocks, content.numbering)
  const split = attachedFrom(content.blocks)
  const block = (each: Block): readonly Line[] => blockLines(each, numbers)
  return [
    ...content.title.map((text) => fieldLine('title', text, text)),
    ...(content.addressee === '' ? [] : [fieldLine('addressee', `${content.addressee}：`, content.addressee)]),
    ...content.blocks.slice(0, split).flatMap(block),
    ...content.attachments.map((text, index) => fieldLine('attachment', attachmentLine(text, index, content.attachments.length), text)),
    ...content.signature.map((text) => fieldLine('signature', text, text)),
    ...(content.date === '' ? [] : [fieldLine('date', content.date, content.date)]),
    ...(content.note === '' ? [] : [fieldLine('note', `（${content.note}）`, content.note)]),
    ...content.blocks.slice(split).flatMap(block),
  ]
}

function fieldLine(kind: Exclude<ExplicitRole['kind'], 'text' | 'scheme'>, plain: string, text: string): Line {
  return { plain: oneLine(plain), marked: writeMarked({ kind }, oneLine(text)) }
}

function attachmentLine(text: string, index: number, count: number): string {
  if (count === 1) return `附件：${text}`
  return index === 0 ? `附件：1.${text}` : `2.${text}`.replace('2', String(index + 1))
}

function blockLines(block: Block, numbers: ReadonlyMap<string, string>): readonly Line[] {
  if (block.kind === 'pageBreak') return [{ plain: '\f', marked: '\f' }]
  if (block.kind === 'table') return block.rows.map((row) => fieldLine('table', row.map(oneCell).join('\t'), row.map(oneCell).join('\t')))
  // A picture cannot stand in plain text; its caption can.
  if (block.kind === 'image') return block.caption.trim() === '' ? [] : textLine({ kind: 'text', id: block.id, level: 0, runs: [{ text: block.caption }] }, '')
  return textLine(block, numbers.get(block.id) ?? '')
}

function textLine(block: TextBlock, label: string): readonly Line[] {
  const text = oneLine(runsText(block.runs)).trim()
  if (text === '' && label === '') return []
  return [{ plain: `${label}${text}`, marked: writeMarked({ kind: 'text', level: block.level, form: block.form ?? 'none', label }, text) }]
}

/** A paragraph is one line: line ends inside it become blanks. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\f\v\u2028\u2029]+/g, ' ')
}

function oneCell(text: string): string {
  return oneLine(text).replace(/\t/g, ' ')
}

function readsBack(text: string, content: ReportContent): boolean {
  return comparedContent(parseReport(text, { newId: countingIds() }).content) === comparedContent(content)
}

/** A string that is equal for two contents if and only if they say the same, apart from what {@link formatReport} leaves out. */
export function comparedContent(content: ReportContent): string {
  const blocks = content.blocks.flatMap((block): readonly unknown[] => {
    if (block.kind === 'pageBreak') return ['\f']
    if (block.kind === 'table') return [block.rows.map((row) => row.map(oneCell))]
    if (block.kind === 'image') return block.caption.trim() === '' ? [] : [[0, 'none', oneLine(block.caption).trim()]]
    const text = oneLine(blockText(block)).trim()
    return text === '' && block.level === 0 ? [] : [[block.level, block.form ?? 'none', text]]
  })
  return JSON.stringify([content.title, content.addressee, blocks, content.attachments, content.signature, content.date, content.note, content.numbering])
}
