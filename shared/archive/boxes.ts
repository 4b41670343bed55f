/** Boxes of the archive (SPEC ARCHNO-16): which items of a class go into which box. */
import type { SpineWidth } from './archiveScheme'
import type { NumberClass } from './archivalNumber'
import type { CataloguePart, CatalogueRow } from './catalogue'

export interface ArchiveBox {
  readonly class: NumberClass
  /** 盒号, from 1 in each class. */
  readonly box: number
  readonly rows: readonly CatalogueRow[]
  /** 起止件号. */
  readonly from: number
  readonly to: number
  readonly pages: number
}

/** Pages, printed on one side, that go into a box of this spine with some room left (usual practice). */
export const usualPages = { 20: 150, 30: 250, 40: 350, 50: 450 } as const satisfies Record<SpineWidth, number>

/** The boxes of a year. Every class begins a new box, items stay in their order, and one that is thicker than a box has one of its own. What has no 档号 is in none. */
export function divideIntoBoxes(parts: readonly CataloguePart[], pagesPerBox: number): readonly ArchiveBox[] {
  return parts.flatMap((part) => {
    if (part.class === null) return []
    const boxes: CatalogueRow[][] = []
    let pages = 0
    for (const row of part.rows) {
      const own = row.pages ?? 1
      const last = boxes[boxes.length - 1]
      if (last === undefined || pages + own > pagesPerBox) {
        boxes.push([row])
        pages = own
      } else {
        last.push(row)
        pages += own
      }
    }
    const { class: of } = part
    return boxes.map((rows, index) => ({ class: of, box: index + 1, rows, from: rows[0]?.item ?? 0, to: rows[rows.length - 1]?.item ?? 0, pages: rows.reduce((sum, row) => sum + (row.pages ?? 0), 0) }))
  })
}
