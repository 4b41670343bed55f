/** Headings with their places, for the bookmarks of a file (SPEC DRAW-8). */
import type { PageModel } from './paginate'
import type { PrintDocument, PrintParagraph } from './printDocument'
import { printStyles, type StyleId } from './styles'

/** One heading. `level` is 0-based; `page` 0-based; `top` in twips from the top of the text area. */
export interface PrintedHeading {
  readonly title: string
  readonly level: number
  readonly page: number
  readonly top: number
}

const levels = new Map<StyleId, number | null>(printStyles.map(({ id, outlineLevel }) => [id, outlineLevel]))

/** A bookmark is read at a glance. */
const longest = 60

/** All headings in printed order. Of a heading that goes on as text its first sentence counts. */
export function printedHeadings(document: PrintDocument, model: PageModel): readonly PrintedHeading[] {
  const headings: PrintedHeading[] = []
  model.lines.forEach((line, index) => {
    if (model.lines[index - 1]?.block === line.block) return
    const block = document.blocks[line.block]
    if (block?.kind !== 'paragraph') return
    const level = levels.get(block.style) ?? null
    const title = titleOf(block)
    if (level !== null && title !== '') headings.push({ title, level, page: line.page - 1, top: line.top })
  })
  return headings
}

function titleOf({ runs }: PrintParagraph): string {
  const text = runs.map((run) => run.text).join('')
  const sentence = /^[^。；！？\n]*/u.exec(text)?.[0] ?? text
  return Array.from(sentence.replace(/\s+/g, ' ').trim()).slice(0, longest).join('')
}
