/** The lines of the catalogue on the screen: a head for each class, then its rows; only what is near the screen is drawn. */
import type { CataloguePart, CatalogueRow } from '../../shared/archive/catalogue'
import type { NumberClass } from '../../shared/archive/archivalNumber'

export type CatalogueLine =
  | { readonly kind: 'part'; readonly class: NumberClass | null; readonly count: number }
  | { readonly kind: 'row'; readonly row: CatalogueRow }

/** All lines in order. */
export function catalogueLines(parts: readonly CataloguePart[]): readonly CatalogueLine[] {
  return parts.flatMap((part): readonly CatalogueLine[] => [{ kind: 'part', class: part.class, count: part.rows.length }, ...part.rows.map((row) => ({ kind: 'row', row }) as const)])
}

/** Height of every line in CSS pixels. */
export const lineHeight = 44
/** Lines drawn above and below the screen. */
const around = 12

/** The lines to draw, from one index up to but not including another, for what is scrolled to. */
export function linesToDraw(count: number, top: number, height: number): readonly [from: number, to: number] {
  const first = Math.max(0, Math.floor(top / lineHeight) - around)
  return [Math.min(first, count), Math.min(count, Math.ceil((top + height) / lineHeight) + around)]
}
