import { Paragraph, Tab, TextRun, type IParagraphOptions, type IRunOptions } from 'docx'
import { fontSlots, type FontRole } from '../../../shared/print/fonts'
import type { PrintDocument, PrintParagraph, PrintRun } from '../../../shared/print/printDocument'

/** Options of a run: all four font slots and the hint, so that “ ” — … · take the Chinese font everywhere. */
export function runFont(role: FontRole, digits: PrintDocument['digits']): { readonly font: Record<'ascii' | 'hAnsi' | 'eastAsia' | 'cs' | 'hint', string> } {
  return { font: { ...fontSlots(role, digits), hint: 'eastAsia' } }
}

/** Font and manner of a printed run. */
export function runManner(run: PrintRun, digits: PrintDocument['digits']): IRunOptions {
  return { ...runFont(run.font, digits), ...(run.bold ? { bold: true } : {}), ...(run.italic ? { italics: true } : {}), ...(run.underline ? { underline: {} } : {}) }
}

/** The options of the library's runs for one printed run: one for each line of it. */
export function runOptions(run: PrintRun, digits: PrintDocument['digits']): readonly IRunOptions[] {
  return run.text.split('\n').map((line, index) => ({
    ...runManner(run, digits),
    ...(index > 0 ? { break: 1 } : {}),
    children: line.split('\t').flatMap((part, at) => [...(at > 0 ? [new Tab()] : []), ...(part === '' ? [] : [part])]),
  }))
}

export function writeRun(run: PrintRun, digits: PrintDocument['digits']): TextRun[] {
  return runOptions(run, digits).map((options) => new TextRun(options))
}

/** Style, indents and the other properties of a printed paragraph. */
export function paragraphOptions({ style, indent, align, tab, keepNext, pageBreakBefore }: PrintParagraph): Pick<IParagraphOptions, 'style' | 'keepNext' | 'pageBreakBefore' | 'indent' | 'alignment' | 'tabStops'> {
  return {
    style,
    ...(keepNext ? { keepNext } : {}),
    ...(pageBreakBefore ? { pageBreakBefore } : {}),
    ...(indent ? { indent } : {}),
    ...(align ? { alignment: align } : {}),
    ...(tab === undefined ? {} : { tabStops: [{ type: 'left', position: tab }] }),
  }
}

export function writeParagraph(paragraph: PrintParagraph, digits: PrintDocument['digits']): Paragraph {
  return new Paragraph({ ...paragraphOptions(paragraph), children: paragraph.runs.flatMap((run) => writeRun(run, digits)) })
}
