import type { PageDrawing } from '../../shared/print/drawing'

/** The block whose line or picture stands at this height of the page, or nearest to it; null on a page without any. Twips. */
export function lineAt({ items }: Pick<PageDrawing, 'items'>, y: number): string | null {
  let found: { readonly blockId: string; readonly distance: number } | null = null
  for (const item of items) {
    if (item.kind === 'rule' || item.blockId === null) continue
    const [top, bottom] = item.kind === 'picture' ? [item.y, item.y + item.height] : [item.y - item.size * 9, item.y + item.size * 2]
    const distance = y < top ? top - y : y > bottom ? y - bottom : 0
    if (found === null || distance < found.distance) found = { blockId: item.blockId, distance }
  }
  return found?.blockId ?? null
}
