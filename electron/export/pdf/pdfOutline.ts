/** Bookmarks of a PDF file (ISO 32000-1, 12.3.3): nested as the levels of the headings are, the first level open. */
import type { PrintedHeading } from '../../../shared/print/printedHeadings'
import { pdfNumber, pdfText, type PdfFile } from './pdfFile'

/** A heading with those below it. */
interface Branch {
  readonly heading: PrintedHeading
  readonly id: number
  readonly below: readonly Branch[]
}

/** Writes all bookmarks and gives the number of their root; null without headings. `place`: number of the page and points from its bottom. */
export function writeOutline(file: PdfFile, headings: readonly PrintedHeading[], place: (heading: PrintedHeading) => { readonly pageId: number; readonly y: number }): number | null {
  if (headings.length === 0) return null
  const root = file.reserve()
  const branches = branchesOf(file, headings)
  writeBranches(file, branches, root, place)
  file.write(root, `<</Type/Outlines/First ${branches[0]?.id ?? 0} 0 R/Last ${branches[branches.length - 1]?.id ?? 0} 0 R/Count ${branches.length}>>`)
  return root
}

function branchesOf(file: PdfFile, headings: readonly PrintedHeading[]): readonly Branch[] {
  const branches: Branch[] = []
  for (let at = 0; at < headings.length;) {
    const heading = headings[at]
    if (heading === undefined) break
    let end = at + 1
    while (end < headings.length && (headings[end]?.level ?? 0) > heading.level) end += 1
    branches.push({ heading, id: file.reserve(), below: branchesOf(file, headings.slice(at + 1, end)) })
    at = end
  }
  return branches
}

function writeBranches(file: PdfFile, branches: readonly Branch[], parent: number, place: Parameters<typeof writeOutline>[2]): void {
  branches.forEach(({ heading, id, below }, index) => {
    const { pageId, y } = place(heading)
    const [before, after] = [branches[index - 1], branches[index + 1]]
    const [first, last] = [below[0], below[below.length - 1]]
    file.write(id, `<</Title ${pdfText(heading.title)}/Parent ${parent} 0 R/Dest[${pageId} 0 R/XYZ null ${pdfNumber(y)} null]`
      + `${before === undefined ? '' : `/Prev ${before.id} 0 R`}${after === undefined ? '' : `/Next ${after.id} 0 R`}`
      + `${first === undefined || last === undefined ? '' : `/First ${first.id} 0 R/Last ${last.id} 0 R/Count -${below.length}`}>>`)
    writeBranches(file, below, id, place)
  })
}
