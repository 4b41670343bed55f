/** Bookmarks of an OFD file (GB/T 33190-2016, 7.8): nested as the levels of the headings are. */
import type { PrintedHeading } from '../../../shared/print/printedHeadings'
import { escapeXml } from '../word/xml'

/** The Outlines element; empty without headings. `pageId` gives the number of a page, `y` the place of a heading in mm. */
export function outlinesXml(headings: readonly PrintedHeading[], pageId: (page: number) => number, y: (heading: PrintedHeading) => string): string {
  if (headings.length === 0) return ''
  return `<ofd:Outlines>${nested(headings, pageId, y)}</ofd:Outlines>`
}

function nested(headings: readonly PrintedHeading[], pageId: (page: number) => number, y: (heading: PrintedHeading) => string): string {
  let xml = ''
  let at = 0
  while (at < headings.length) {
    const heading = headings[at]
    if (heading === undefined) break
    let end = at + 1
    while (end < headings.length && (headings[end]?.level ?? 0) > heading.level) end += 1
    const below = headings.slice(at + 1, end)
    const count = below.filter(({ level }) => level === Math.min(...below.map((each) => each.level))).length
    xml += `<ofd:OutlineElem Title="${escapeXml(heading.title)}"${count > 0 ? ` Count="${count}"` : ''}>`
      + `<ofd:Actions><ofd:Action Event="CLICK"><ofd:Goto><ofd:Dest Type="XYZ" PageID="${pageId(heading.page)}" Left="0" Top="${y(heading)}" Zoom="0"/></ofd:Goto></ofd:Action></ofd:Actions>`
      + `${nested(below, pageId, y)}</ofd:OutlineElem>`
    at = end
  }
  return xml
}
