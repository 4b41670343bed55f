/** Which printed lines belong to which node of the editor's document (SPEC PAGE-7). */
import type { Node, ResolvedPos } from 'prosemirror-model'
import type { PageLine, PageModel } from '../../shared/print/paginate'
import type { PrintDocument, PrintParagraph } from '../../shared/print/printDocument'
import { shortEnds } from '../../shared/print/shortEnds'
import type { PageFacts } from '../state/deskHandle'

/** A node with its printed lines (rows, for a table). */
export interface PrintedNode {
  readonly node: Node
  /** The position before the node. */
  readonly position: number
  readonly lines: readonly PageLine[]
  /** The printed paragraph; null for a table. */
  readonly paragraph: PrintParagraph | null
  /** The page of the printed line before the first one. */
  readonly pageBefore: number
}

export interface Places {
  readonly nodes: readonly PrintedNode[]
  /** Page and line of a position, and the number of pages. */
  readonly factsAt: (position: ResolvedPos) => PageFacts
}

export function placesOf(doc: Node, document: PrintDocument, model: PageModel): Places {
  const printed = printedBlocks(document, model)
  const nodes: PrintedNode[] = []
  const add = (node: Node, position: number, key: string): void => {
    const found = printed.get(key)
    if (found !== undefined) nodes.push({ node, position, ...found })
  }
  const counts: Record<string, number> = {}
  doc.forEach((child, offset) => {
    if (child.type.name === 'chunk') child.forEach((node, inner) => add(node, offset + 1 + inner, node.attrs['id'] as string))
    else if (child.content.size > 0) {
      // Signature and date are lines of one kind on paper.
      const name = child.type.name === 'date' ? 'signature' : child.type.name
      counts[name] = (counts[name] ?? 0) + 1
      add(child, offset, `${name} ${name === 'title' ? 1 : counts[name]}`)
    }
  })
  const byPosition = new Map(nodes.map((place) => [place.position, place]))
  const ends = shortEnds(document, model)
  const isSignatureAlone = document.changes.some(({ kind }) => kind === 'signatureAlone')
  return { nodes, factsAt: (position) => ({ ...factsAt(position, byPosition, model.pages), shortEnds: ends, isSignatureAlone }) }
}

/** Names of the places outside the body by the style of their printed paragraphs. */
const placeNames: Readonly<Record<string, string>> = { Title: 'title', Normal: 'addressee', GwAttach: 'attachment', GwSign: 'signature', GwByline: 'signature', GwBody: 'note' }

/** Printed blocks by block id, or by name and number of the place outside the body. */
function printedBlocks(document: PrintDocument, model: PageModel): ReadonlyMap<string, Omit<PrintedNode, 'node' | 'position'>> {
  const lines: PageLine[][] = document.blocks.map(() => [])
  for (const line of model.lines) lines[line.block]?.push(line)
  const found = new Map<string, Omit<PrintedNode, 'node' | 'position'>>()
  const counts: Record<string, number> = {}
  let pageBefore = 1
  document.blocks.forEach((block, index) => {
    const own = lines[index] ?? []
    const isEmptyLine = block.kind === 'paragraph' && block.blockId === undefined && block.runs.length === 0
    // A page that begins with an empty line of ours begins, for the clerk, with what follows.
    if (isEmptyLine) return
    const name = block.kind === 'paragraph' ? placeNames[block.style] ?? '' : ''
    if (block.blockId === undefined) counts[name] = (counts[name] ?? 0) + 1
    found.set(block.blockId ?? `${name} ${counts[name] ?? 0}`, { lines: own, paragraph: block.kind === 'paragraph' ? block : null, pageBefore })
    pageBefore = own[own.length - 1]?.page ?? pageBefore
  })
  return found
}

function factsAt(position: ResolvedPos, byPosition: ReadonlyMap<number, PrintedNode>, pages: number): Omit<PageFacts, 'shortEnds' | 'isSignatureAlone'> {
  for (let depth = position.depth; depth > 0; depth -= 1) {
    const place = byPosition.get(position.before(depth))
    if (place === undefined) continue
    const line = lineAt(place, position, depth)
    if (line !== undefined) return { pages, page: line.page, line: line.line }
  }
  // An empty place is not printed: the caret is where the text before it ends.
  const above = [...byPosition.values()].reduce<PrintedNode | null>((found, place) => (place.position < position.pos && (found === null || place.position > found.position) ? place : found), null)
  const last = above?.lines[above.lines.length - 1]
  return { pages, page: last?.page ?? 1, line: last?.line ?? 1 }
}

function lineAt({ lines, paragraph }: PrintedNode, position: ResolvedPos, depth: number): PageLine | undefined {
  if (paragraph === null) return lines[position.index(depth)] ?? lines[0]
  const offset = position.parentOffset + (paragraph.labelLength ?? 0)
  return lines.find(({ to }) => offset < to) ?? lines[lines.length - 1]
}
