import { Paragraph, Tab, TextRun, type IParagraphOptions, type IRunOptions, type ParagraphChild } from 'docx'
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

/** The options of the library's runs for one printed run: one for each line of it, and for each stretch of shared marks. */
export function runOptions(run: PrintRun, digits: PrintDocument['digits']): readonly IRunOptions[] {
  return run.text.split('\n').flatMap((line, index) => piecesOf(line).map(({ text, isShared }, at) => ({
    ...runManner(run, isShared ? 'fangsong' : digits),
    ...(index > 0 && at === 0 ? { break: 1 } : {}),
    children: text.split('\t').flatMap((part, tab) => [...(tab > 0 ? [new Tab()] : []), ...(part === '' ? [] : [part])]),
  })))
}

/**
 * Marks that Chinese and Latin text share. Word sets them in the Chinese font by the hint; LibreOffice does not read the hint and sets them like
 * the letter or digit beside them. So those beside Latin text get runs of their own in which every slot has the Chinese font.
 */
const sharedMarks = /((?<=[\u0020-\u007e])[\u2010-\u2027\u2030-\u203b]+|^[\u2010-\u2027\u2030-\u203b]+(?=[\u0020-\u007e])|[\u00a7-\u00b7\u00d7\u00f7]+)/

function piecesOf(line: string): readonly { readonly text: string; readonly isShared: boolean }[] {
  const pieces = line.split(sharedMarks).map((text, index) => ({ text, isShared: index % 2 === 1 })).filter(({ text }) => text !== '')
  return pieces.length === 0 ? [{ text: line, isShared: false }] : pieces
}

export function writeRun(run: PrintRun, { digits, red }: Pick<PrintDocument, 'digits' | 'red'>): TextRun[] {
  return runOptions(run, digits).map((options) => new TextRun({ ...options, ...(run.size === undefined ? {} : { size: run.size }), ...(run.isRed ? { color: red } : {}) }))
}

/** Style, indents and the other properties of a printed paragraph. */
export function paragraphOptions({ style, indent, align, tabs, tabAlign, keepNext, pageBreakBefore, before, line }: PrintParagraph): Pick<IParagraphOptions, 'style' | 'keepNext' | 'pageBreakBefore' | 'indent' | 'alignment' | 'tabStops' | 'spacing'> {
  return {
    style,
    ...(keepNext ? { keepNext } : {}),
    ...(pageBreakBefore ? { pageBreakBefore } : {}),
    ...(indent ? { indent } : {}),
    ...(align ? { alignment: align } : {}),
    ...(before === undefined && line === undefined ? {} : { spacing: { ...(before === undefined ? {} : { before }), ...(line === undefined ? {} : { line, lineRule: 'exact' as const }) } }),
    ...(tabs === undefined ? {} : { tabStops: tabs.map((position) => ({ type: tabAlign ?? ('left' as const), position })) }),
  }
}

/** `held`: runs in front of the text, such as the boxes that this paragraph holds. */
export function writeParagraph(paragraph: PrintParagraph, document: Pick<PrintDocument, 'digits' | 'red'>, held: readonly ParagraphChild[] = []): Paragraph {
  const { rule } = paragraph
  return new Paragraph({
    ...paragraphOptions(paragraph),
    ...(rule === undefined ? {} : { border: { bottom: { style: 'single', size: rule.weight, space: Math.round(rule.distance / 20), color: rule.isRed ? document.red : 'auto' } } }),
    children: [...held, ...paragraph.runs.flatMap((run) => writeRun(run, document))],
  })
}
