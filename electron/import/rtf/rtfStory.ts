/** Paragraphs and tables as they come out of an RTF file: of its body, of a note, of a header, of a text box. */
import type { Tally } from '../limits'
import { sourceParagraph, type SourceBlock, type SourceParagraph, type SourceRun } from '../sourceDocument'
import type { Lines, Look } from './rtfLook'
import { newRowShape, rtfTable, type RowShape } from './rtfTable'

export interface Story {
  /** Pictures of notes and headers are none of the document. */
  readonly keepsPictures: boolean
  readonly text: (text: string, look: Look) => void
  /** The number that the file writes out for the paragraph; `isOld` in the way of programs that know no lists. */
  readonly label: (text: string, isOld: boolean) => void
  readonly picture: (key: string) => void
  readonly endSection: () => void
  readonly beginSection: (onNewPage: boolean) => void
  /** A text box: it follows the paragraph in which it hangs. */
  readonly box: (paragraphs: readonly SourceParagraph[]) => void
  readonly endParagraph: (lines: Lines, mark: Look) => void
  /** The end of the paragraph that is read now has been removed. */
  readonly removeEnd: () => void
  readonly endCell: (lines: Lines) => void
  readonly startRow: () => void
  readonly row: () => RowShape
  readonly endRow: (lines: Lines) => void
  /** Something stands in the paragraph that is being read. */
  readonly isBegun: () => boolean
  /** Paragraphs that have ended. */
  readonly count: () => number
  readonly finish: (lines: Lines) => readonly SourceBlock[]
}

/** What a paragraph gets from its style and its list. */
export interface ParagraphFacts {
  readonly style: SourceParagraph['style']
  readonly outline: number | null
  readonly label: string
  readonly isContents: boolean
}

type OpenRun = { -readonly [Key in keyof SourceRun]: SourceRun[Key] }

/** A number that the file writes out. */
export interface GivenNumber {
  readonly text: string
  readonly isOld: boolean
}

/** What a story asks about its paragraphs. */
export interface StoryFacts {
  /** Once for each paragraph, in order; `given` is the number that the file writes out for it, or null. */
  readonly paragraph: (lines: Lines, given: GivenNumber | null) => ParagraphFacts
  /** The end of a paragraph has been removed: the program that wrote the numbers has counted it. */
  readonly removed?: (lines: Lines) => void
}

export function createStory(tally: Tally, keepsPictures: boolean, facts: StoryFacts): Story {
  const blocks: SourceBlock[] = []
  let runs: OpenRun[] = []
  let given: GivenNumber | null = null
  /** The beginning of the line, if it has a number and lost its end. */
  let first: Lines | null = null
  let picture: string | null = null
  let boxes: SourceParagraph[] = []
  let sizes = new Map<number, number>()
  let shape = newRowShape()
  let cell: SourceParagraph[] = []
  let cells: (readonly SourceParagraph[])[] = []
  let rows: { readonly shape: RowShape; readonly cells: readonly (readonly SourceParagraph[])[] }[] = []
  let count = 0
  let hasSectionEnded = false
  let isPageDue = false
  let isEndRemoved = false
  let morePictures: string[] = []

  const isBegun = (): boolean => runs.length > 0 || given !== null || picture !== null
  const paragraphs = (lines: Lines): readonly SourceParagraph[] => {
    tally.paragraph()
    count += 1 + boxes.length
    const [size] = [...sizes].sort((left, right) => right[1] - left[1])[0] ?? []
    const { isContents, ...rest } = facts.paragraph(first === null ? lines : { ...lines, list: first.list, level: first.level }, given)
    const own: SourceParagraph = {
      kind: 'paragraph', ...rest, runs, pageBreakBefore: lines.pageBreakBefore || isPageDue, ...(isContents ? { isContents } : {}),
      ...(lines.isCentered ? { isCentered: true as const } : {}), ...(size === undefined ? {} : { size }), ...(picture === null ? {} : { picture }),
    }
    const all = [own, ...boxes, ...morePictures.map((key) => sourceParagraph('', { picture: key }))]
    hasSectionEnded = false
    isPageDue = false
    morePictures = []
    runs = []
    given = null
    first = null
    picture = null
    boxes = []
    sizes = new Map()
    return all
  }
  const endCell = (lines: Lines): void => {
    tally.cell()
    cells.push([...cell, ...paragraphs(lines)])
    cell = []
  }
  const closeRow = (): void => {
    if (cell.length > 0) cells.push(cell)
    if (cells.length > 0) rows.push({ shape, cells })
    cell = []
    cells = []
  }
  const closeTable = (): void => {
    closeRow()
    // Pictures of a table stand behind it.
    const inCells = rows.flatMap((row) => row.cells.flatMap((paragraphs) => paragraphs.flatMap(({ picture: key }) => (key === undefined ? [] : [sourceParagraph('', { picture: key })]))))
    if (rows.length > 0) blocks.push(rtfTable(rows))
    for (const each of inCells) blocks.push(each)
    rows = []
  }
  const endParagraph = (lines: Lines): void => {
    const ended = paragraphs(lines)
    if (!lines.isInTable) closeTable()
    for (const each of ended) (lines.isInTable ? cell : blocks).push(each)
  }
  return {
    keepsPictures,
    text: (text, look) => {
      tally.characters(text.length)
      const isDouble = look.run === 'double'
      const size = isDouble ? look.doubleSize ?? look.size : look.size
      if (size !== null) sizes.set(size, (sizes.get(size) ?? 0) + text.length)
      const last = runs[runs.length - 1]
      const bold = look.bold || (isDouble && look.doubleBold)
      const italic = look.italic || (isDouble && look.doubleItalic)
      if (last !== undefined && (last.bold === true) === bold && (last.italic === true) === italic && (last.underline === true) === look.underline) last.text += text
      else runs.push({ text, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(look.underline ? { underline: true } : {}) })
    },
    label: (text, isOld) => { given ??= { text, isOld } },
    picture: (key) => {
      if (picture === null) picture = key
      else {
        tally.paragraph()
        morePictures.push(key)
      }
    },
    removeEnd: () => { isEndRemoved = true },
    endSection: () => {
      hasSectionEnded = true
      isPageDue = true
    },
    beginSection: (onNewPage) => { isPageDue = hasSectionEnded && onNewPage },
    box: (found) => { for (const each of found) boxes.push(each) },
    endParagraph: (lines, mark) => {
      const isRemoved = mark.deleted || isEndRemoved
      const isJoined = isRemoved || mark.hidden
      isEndRemoved = false
      if (isRemoved) facts.removed?.(lines)
      if (isJoined) {
        // What is left of a paragraph whose end is gone or hidden goes on in the next one.
        if (runs.length === 0) given = null
        else if ((lines.list ?? 0) > 0) first ??= lines
        return
      }
      endParagraph(lines)
    },
    endCell,
    startRow: () => { shape = newRowShape() },
    row: () => shape,
    endRow: (lines) => {
      if (isBegun()) endCell(lines)
      closeRow()
    },
    isBegun,
    count: () => count,
    finish: (lines) => {
      if (isBegun() || boxes.length > 0) endParagraph(lines)
      closeTable()
      return blocks
    },
  }
}
