/** Runs of text as XML. The body of a file is written by hand: objects of the library for every run took most of the time of an export. */
import { fontSlots, type FontRole } from '../../../shared/print/fonts'
import type { PrintDocument, PrintRun } from '../../../shared/print/printDocument'
import { escapeXml } from './xml'

/** What runs and rules take from their document. */
export type Ink = Pick<PrintDocument, 'digits' | 'red'>

/** How a run of tracked changes differs from a plain one; each function is called once for every `w:r`. */
export interface RunTracking {
  readonly text: 'w:t' | 'w:delText'
  readonly around: (run: string) => string
  /** What follows the properties: how the run was set before. */
  readonly former: () => string
}

const plain: RunTracking = { text: 'w:t', around: (run) => run, former: () => '' }

/** A printed run: one `w:r` for each line of it, and for each stretch of shared marks. */
export function writeRun(run: PrintRun, ink: Ink, { text: element, around, former } = plain): string {
  const own = runProperties(run, ink)
  let written = ''
  for (const [index, line] of (run.text.includes('\n') ? run.text.split('\n') : [run.text]).entries()) {
    let lineBreak = index > 0 ? '<w:br/>' : ''
    for (const { text, isShared } of piecesOf(line)) {
      const properties = isShared ? runProperties(run, { ...ink, digits: 'fangsong' }) : own
      written += around(`<w:r><w:rPr>${properties}${former()}</w:rPr>${lineBreak}${textXml(text, element)}</w:r>`)
      lineBreak = ''
    }
  }
  return written
}

/** Font and manner of a run: all four font slots and the hint, so that “ ” — … · take the Chinese font everywhere. */
export function runProperties({ font, bold, italic, underline, size, isRed }: PrintRun, { digits, red }: Ink): string {
  return (fonts[digits][font] ??= fontsXml(font, digits))
    + (bold ? '<w:b/><w:bCs/>' : '')
    + (italic ? '<w:i/><w:iCs/>' : '')
    + (isRed ? `<w:color w:val="${red}"/>` : '')
    + (size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`)
    + (underline ? '<w:u w:val="single"/>' : '')
}

const fonts: Record<PrintDocument['digits'], Partial<Record<FontRole, string>>> = { roman: {}, fangsong: {} }

/** The element that names the fonts of a role. */
export function fontsXml(role: FontRole, digits: PrintDocument['digits']): string {
  const { ascii, eastAsia, hAnsi, cs } = fontSlots(role, digits)
  return `<w:rFonts w:hint="eastAsia" w:ascii="${ascii}" w:eastAsia="${eastAsia}" w:hAnsi="${hAnsi}" w:cs="${cs}"/>`
}

function textXml(text: string, element: RunTracking['text']): string {
  if (text === '') return ''
  const part = (content: string): string => (content === '' ? '' : `<${element} xml:space="preserve">${escapeXml(content)}</${element}>`)
  return text.includes('\t') ? text.split('\t').map(part).join('<w:tab/>') : part(text)
}

/**
 * Marks that Chinese and Latin text share. Word sets them in the Chinese font by the hint; LibreOffice does not read the hint and sets them like
 * the letter or digit beside them. So those beside Latin text get runs of their own in which every slot has the Chinese font.
 */
const sharedMarks = /((?<=[\u0020-\u007e])[\u2010-\u2027\u2030-\u203b]+|^[\u2010-\u2027\u2030-\u203b]+(?=[\u0020-\u007e])|[\u00a7-\u00b7\u00d7\u00f7]+)/
const anyMark = /[\u00a7-\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u203b]/

interface Piece {
  readonly text: string
  readonly isShared: boolean
}

function piecesOf(line: string): readonly Piece[] {
  if (!anyMark.test(line)) return [{ text: line, isShared: false }]
  return line.split(sharedMarks).map((text, index) => ({ text, isShared: index % 2 === 1 })).filter(({ text }) => text !== '')
}
