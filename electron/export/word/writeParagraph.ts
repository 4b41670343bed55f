import type { PrintParagraph } from '../../../shared/print/printDocument'
import { writeRun, type Ink } from './writeRun'

/** What a paragraph has beside its text; the cells of a table set theirs in both ways. */
export type ParagraphShape = Pick<PrintParagraph, 'style' | 'indent' | 'tabs' | 'tabAlign' | 'keepNext' | 'pageBreakBefore' | 'before' | 'line' | 'rule'> & { readonly align?: PrintParagraph['align'] | 'both' }

/** What may follow the properties of a paragraph, as XML: the properties of its end, the section that ends with it, how it was set before. */
export interface ParagraphTail {
  readonly end?: string
  readonly section?: string
  readonly former?: string
}

/** `held`: runs in front of the text, such as the boxes that this paragraph holds. */
export function writeParagraph(paragraph: PrintParagraph, ink: Ink, held = '', section = ''): string {
  let content = held
  for (const run of paragraph.runs) content += writeRun(run, ink)
  return paragraphXml(paragraph, ink, content, { section })
}

/** A paragraph with this content; the order inside w:pPr is that of the schema. */
export function paragraphXml(shape: ParagraphShape, ink: Ink, content: string, { end = '', section = '', former = '' }: ParagraphTail = {}): string {
  return `<w:p><w:pPr>${paragraphProperties(shape, ink)}${end}${section}${former}</w:pPr>${content}</w:p>`
}

/** Style, indents and the other properties of a printed paragraph. */
export function paragraphProperties({ style, indent, align, tabs, tabAlign, keepNext, pageBreakBefore, before, line, rule }: ParagraphShape, { red }: Ink): string {
  return `<w:pStyle w:val="${style}"/>`
    + (keepNext ? '<w:keepNext/>' : '')
    + (pageBreakBefore ? '<w:pageBreakBefore/>' : '')
    + (rule === undefined ? '' : `<w:pBdr><w:bottom w:val="single" w:sz="${rule.weight}" w:space="${Math.round(rule.distance / 20)}" w:color="${rule.isRed ? red : 'auto'}"/></w:pBdr>`)
    + (tabs === undefined ? '' : `<w:tabs>${tabs.map((position) => `<w:tab w:val="${tabAlign ?? 'left'}" w:pos="${position}"/>`).join('')}</w:tabs>`)
    + (before === undefined && line === undefined ? '' : `<w:spacing${attribute('before', before)}${line === undefined ? '' : ` w:line="${line}" w:lineRule="exact"`}/>`)
    + (indent === undefined ? '' : `<w:ind${attribute('left', indent.left)}${attribute('right', indent.right)}${attribute('hanging', indent.hanging)}${attribute('firstLine', indent.firstLine)}/>`)
    + (align === undefined ? '' : `<w:jc w:val="${align}"/>`)
}

function attribute(name: string, value: number | undefined): string {
  return value === undefined ? '' : ` w:${name}="${value}"`
}
