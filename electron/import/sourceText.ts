/** A document from outside as lines for the parser (SPEC IMPORT-8): one printed paragraph a line, cells parted by tabs, a form feed for a page break, notes at the end. */
import type { GivenTable, LineHint, ParsableText } from '../../shared/outline/parsableText'
import type { SourceDocument } from './sourceDocument'
import { styledWord, type KnownPictures } from './word/wordContent'

export function sourceText({ blocks, notes }: Pick<SourceDocument, 'blocks' | 'notes'>, pictures: KnownPictures = new Map()): ParsableText {
  const lines: string[] = []
  const hints = new Map<number, LineHint>()
  const tables: GivenTable[] = []
  for (const block of styledWord(blocks, pictures)) {
    if (block.pageBreakBefore) lines.push('\f')
    if (block.kind === 'table') {
      const { rows, headerRows, merges } = block
      if (rows.length > 0) tables.push({ from: lines.length, to: lines.length + rows.length - 1, rows, headerRows, ...(merges === undefined ? {} : { merges }) })
      lines.push(...rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')))
    } else {
      if (block.picture !== undefined) hints.set(lines.length, { picture: block.picture })
      lines.push(...block.runs.map((run) => run.text).join('').split('\n'))
    }
  }
  for (const { mark, text } of notes) {
    hints.set(lines.length, { isNote: true })
    lines.push(`${mark} ${text.replace(/\s*\n\s*/g, ' ')}`)
  }
  return { text: lines.join('\n'), hints, tables }
}
