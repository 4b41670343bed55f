/** What stands below the body but 落款: 附件说明 and 附注 (SPEC PRINT-10). */
import type { PrintParagraph } from './printDocument'
import type { FontRole } from './fonts'
import type { StyleId } from './styles'

/** An empty line of body text. */
export const emptyLine: PrintParagraph = { kind: 'paragraph', style: 'Normal', runs: [] }

/** A paragraph of one run; no run if the text is empty. */
export function plainParagraph(style: StyleId, text: string, font: FontRole = 'fang'): PrintParagraph {
  return { kind: 'paragraph', style, runs: text === '' ? [] : [{ text, font }] }
}

/**
 * 附件说明 (GB/T 9704-2012, 7.3.4): one empty line, then the names; further lines begin under the first character of the name.
 * A single attachment has no number. `unit` is the width of one 字.
 */
export function layoutAttachmentList(names: readonly string[], unit: number): readonly PrintParagraph[] {
  if (names.length === 0) return []
  if (names.length === 1) return [emptyLine, { ...plainParagraph('GwAttach', `附件：${names[0] ?? ''}`), indent: { left: 5 * unit, hanging: 3 * unit } }]
  // Half a 字 behind the widest number.
  const nameFrom = Math.round((6 + String(names.length).length / 2) * unit)
  const lines = names.map((name, index) => ({
    ...plainParagraph('GwAttach', `${index === 0 ? '附件：' : ''}${index + 1}.\t${name}`),
    indent: { left: nameFrom, hanging: nameFrom - (index === 0 ? 2 : 5) * unit },
    tabs: [nameFrom],
  }))
  return [emptyLine, ...lines]
}

/** 附注 in brackets, 左空二字 (7.3.6); nothing for an empty one. */
export function layoutNote(note: string): readonly PrintParagraph[] {
  return note === '' ? [] : [plainParagraph('GwBody', hasBrackets(note) ? note : `（${note}）`)]
}

function hasBrackets(note: string): boolean {
  return /^[（(][^（）()]*[)）]$/.test(note)
}
