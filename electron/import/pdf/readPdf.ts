/** A PDF file with a text layer (SPEC IMPORT-17, IMPORT-18): its pages in order, lines put together into paragraphs, tables by their lines. */
import { pageNumberLine } from '../../../shared/outline/pageNumberLine'
import { createTally, type Tally } from '../limits'
import { ImportRefusal } from '../refusal'
import { nothingMet, sourceDocument, type SourceBlock, type SourceDocument, type SourceParagraph } from '../sourceDocument'
import { createBookmarkLevels, readBookmarks } from './bookmarks'
import { joinParagraphs, mannerOf, type JoinedParagraph, type Manner } from './joinParagraphs'
import { openPdf } from './openPdf'
import { pageLayout, type PageItem, type PageLayout, type PlacedImage, type PlacedLine } from './pageLayout'
import { withoutMargins } from './pageMargins'
import type { PageMarks } from './pageMarks'
import { hiddenLayers, readPageTree } from './pageTree'
import { readPage, type PageTools } from './readPage'
import { pagePictures } from './pagePictures'
import { continuesTable, sourceTable } from './sourceTables'
import { textEdges } from './textEdges'
import { unreadable } from './unreadable'

const mostContent = 64 * 1024 * 1024
/** A file with a larger share of characters that nobody can name has no text that could be used. */
const mostUnknown = 0.1

export function readPdf(bytes: Uint8Array): SourceDocument {
  const file = openPdf(bytes)
  const tally = createTally()
  const tools: PageTools = { file, tally, fonts: new Map(), pictures: new Map(), hiddenLayers: hiddenLayers(file), work: { left: mostContent } }
  const met = { hidden: 0, unknown: 0, known: 0, unreadable: 0 }
  const margins: string[] = []
  const turned = new Map<number, readonly string[]>()
  const pages = readPageTree(file).map((plan, page): PageLayout => {
    const marks = readPage(plan, tools)
    count(marks, met)
    margins.push(...marks.margins)
    turned.set(page, marks.turned.filter((text) => pageNumberLine(text) !== 'sure'))
    return pageLayout(marks, page)
  })
  if (met.unknown > (met.known + met.unknown) * mostUnknown) throw new ImportRefusal('pdfWithoutText', 'characters without a name')
  if (met.known === 0) throw new ImportRefusal('pdfWithoutText', 'no text')
  const body = withoutMargins(pages)
  const pictures = pagePictures(body.pages)
  const edges = textEdges(body.pages)
  const manner = mannerOf(body.pages.flatMap(({ items }) => items.filter((item): item is PlacedLine => item.kind === 'line')), edges)
  const blocks = blocksOf(body.pages, { manner, tally, isKept: (picture) => pictures.kept.has(picture), levelOf: createBookmarkLevels(readBookmarks(file)), turned })
  return sourceDocument(blocks, {
    margins: [...new Set([...margins, ...body.margins].map((text) => text.trim()).filter((text) => text !== ''))], pictures: pictures.bytes,
    met: { ...nothingMet, hidden: met.hidden, unreadable: met.unreadable, drawings: pictures.dropped },
  })
}

function count({ glyphs, hidden, unknown, turned }: PageMarks, met: { hidden: number; unknown: number; known: number; unreadable: number }): void {
  met.hidden += hidden
  met.unknown += unknown
  const shown = [...glyphs.map(({ text }) => text), ...turned.join('')].filter((text) => text.trim() !== '')
  const lost = shown.filter((text) => text === unreadable).length
  met.unreadable += lost
  met.known += shown.length - lost
}

interface Tools {
  readonly manner: Manner
  readonly tally: Tally
  readonly isKept: (picture: PlacedImage) => boolean
  readonly levelOf: (text: string) => number | null
  readonly turned: ReadonlyMap<number, readonly string[]>
}

/** Lines between two tables or pictures are joined, over the ends of pages as well. */
function blocksOf(pages: readonly PageLayout[], tools: Tools): readonly SourceBlock[] {
  const blocks: SourceBlock[] = []
  let lines: PlacedLine[] = []
  let before: PageItem | undefined
  const flush = (): void => {
    for (const paragraph of joinParagraphs(lines, tools.manner)) blocks.push(paragraphOf(paragraph, tools))
    lines = []
  }
  for (const { items, page } of pages) {
    for (const item of items) {
      if (item.kind === 'line') lines.push(item)
      else if (item.kind === 'table') {
        flush()
        const last = blocks[blocks.length - 1]
        const table = sourceTable(item, tools.tally)
        if (before?.kind === 'table' && last?.kind === 'table' && continuesTable(before, item)) blocks[blocks.length - 1] = { kind: 'table', rows: [...last.rows, ...withoutRepeatedHead(last.rows, table.rows)] }
        else blocks.push(table)
      } else if (tools.isKept(item)) {
        flush()
        blocks.push({ ...emptyParagraph(tools.tally), picture: item.key })
      } else continue
      before = item
    }
    const turned = tools.turned.get(page) ?? []
    if (turned.length > 0) flush()
    for (const text of turned) if (text.trim() !== '') blocks.push({ ...emptyParagraph(tools.tally), runs: [{ text: text.trim() }] })
  }
  flush()
  return blocks
}

type Rows = Extract<SourceBlock, { kind: 'table' }>['rows']

function withoutRepeatedHead(rows: Rows, next: Rows): Rows {
  const textOf = (row: Rows[number] | undefined): string => row?.cells.map(({ paragraphs }) => paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('')).join('\t') ?? ''
  return rows.length > 1 && textOf(rows[0]) === textOf(next[0]) ? next.slice(1) : next
}

function emptyParagraph(tally: Tally): SourceParagraph {
  tally.paragraph()
  return { kind: 'paragraph', style: { id: '', name: '' }, outline: null, label: '', runs: [], pageBreakBefore: false }
}

function paragraphOf({ runs, size, isCentered }: JoinedParagraph, { tally, levelOf }: Tools): SourceParagraph {
  return { ...emptyParagraph(tally), runs, outline: levelOf(runs.map(({ text }) => text).join('')), size: Math.round(size * 2), ...(isCentered ? { isCentered: true } : {}) }
}
