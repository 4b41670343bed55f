import { Paragraph, Tab, TextRun, type IParagraphOptions } from 'docx'
import { fontSlots, type FontRole } from '../../../shared/print/fonts'
import type { PrintDocument, PrintParagraph, PrintRun } from '../../../shared/print/printDocument'

/** Options of a run: all four font slots and the hint, so that “ ” — … · take the Chinese font everywhere. */
export function runFont(role: FontRole, digits: PrintDocument['digits']): { readonly font: Record<'ascii' | 'hAnsi' | 'eastAsia' | 'cs' | 'hint', string> } {
  return { font: { ...fontSlots(role, digits), hint: 'eastAsia' } }
}

/** The runs of the library for one printed run: one for each line of it. */
export function writeRun(run: PrintRun, digits: PrintDocument['digits']): TextRun[] {
  return run.text.split('\n').map((line, index) => new TextRun({
    ...runFont(run.font, digits),
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.underline ? { underline: {} } : {}),
    ...(index > 0 ? { break: 1 } : {}),
    children: line.split('\t').flatMap((part, at) => [...(at > 0 ? [new Tab()] : []), ...(part === '' ? [] : [part])]),
  }))
}

export function writeParagraph(paragraph: PrintParagraph, digits: PrintDocument['digits']): Paragraph {
  const { style, runs, indent, align, tab, keepNext, pageBreakBefore } = paragraph
  const options: IParagraphOptions = {
    style,
    ...(keepNext ? { keepNext } : {}),
    ...(pageBreakBefore ? { pageBreakBefore } : {}),
    ...(indent ? { indent } : {}),
    ...(align ? { alignment: align } : {}),
    ...(tab === undefined ? {} : { tabStops: [{ type: 'left', position: tab }] }),
    children: runs.flatMap((run) => writeRun(run, digits)),
  }
  return new Paragraph(options)
}
