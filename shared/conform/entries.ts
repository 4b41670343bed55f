/** The paragraphs of a file in one row, those of tables and text boxes included, with where they stand. */
import type { BlockFacts, BoxFacts, ParagraphFacts, RuleFacts, TableFacts, WordFacts } from './wordFacts'

export interface Entry {
  readonly paragraph: ParagraphFacts
  /** Trimmed, lines of one paragraph joined. */
  readonly text: string
  readonly where: 'body' | 'table' | 'box'
  /** Which table or box of the file; -1 in the body. */
  readonly group: number
  /** Row and cell of its table; -1 outside. */
  readonly row: number
  readonly cell: number
  readonly isFirst: boolean
  readonly startsPage: boolean
  /** Lines of its row or of its own. */
  readonly above: RuleFacts | null
  readonly below: RuleFacts | null
}

/** All paragraphs of the file in reading order; those of a text box behind the paragraph that holds it. */
export function flatten(facts: WordFacts): readonly Entry[] {
  const entries: Entry[] = []
  let group = -1
  let breaks = false
  let section = 0
  const add = (paragraph: ParagraphFacts, given: Pick<Entry, 'where' | 'group' | 'row' | 'cell' | 'isFirst' | 'above' | 'below'>): void => {
    const isSection = paragraph.section !== section && facts.sections[paragraph.section]?.start !== 'continuous'
    const startsPage = given.where === 'body' && (breaks || paragraph.pageBreakBefore || isSection || /^\s*\f/.test(paragraph.text))
    entries.push({ paragraph, text: paragraph.text.replace(/[\n\f]/g, '').replace(/\t/g, '\u3000').trim(), startsPage, ...given })
    if (given.where !== 'body') return
    section = paragraph.section
    // A page break at the end of a paragraph, or alone in one, moves what follows.
    breaks = /\f\s*$/.test(paragraph.text)
  }
  const addTable = (table: TableFacts, where: 'table' | 'box', own: number): void => {
    table.rows.forEach((row, rowIndex) => row.cells.forEach((cell, cellIndex) => cell.paragraphs.forEach((paragraph, index) => add(paragraph, {
      where, group: own, row: rowIndex, cell: cellIndex, isFirst: rowIndex + cellIndex + index === 0, above: cell.above, below: cell.below,
    }))))
  }
  const addBox = (box: BoxFacts, own: number): void => {
    box.blocks.forEach((block, index) => {
      if (block.kind === 'paragraph') add(block, { where: 'box', group: own, row: -1, cell: -1, isFirst: index === 0, above: block.rules.above, below: block.rules.below })
      else addTable(block, 'box', own)
    })
  }
  facts.blocks.forEach((block: BlockFacts) => {
    if (block.kind === 'paragraph') add(block, { where: 'body', group: -1, row: -1, cell: -1, isFirst: false, above: block.rules.above, below: block.rules.below })
    else {
      group += 1
      if (block.kind === 'table') addTable(block, 'table', group)
      else addBox(block, group)
    }
  })
  return entries
}
