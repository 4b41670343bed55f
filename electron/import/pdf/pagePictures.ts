/** Which pictures belong to the text: not those of every page (letterheads, watermarks), not a scanned page behind its text, nothing too small to see. */
import { limits } from '../limits'
import type { PageLayout, PlacedImage } from './pageLayout'

/** Points; smaller ones are dots and parts of lines. */
const smallest = 24
/** Of a page: a larger picture is the page itself. */
const largest = 0.7
const mostBytes = 32 * 1024 * 1024

export interface PagePictures {
  readonly kept: ReadonlySet<PlacedImage>
  readonly bytes: ReadonlyMap<string, Uint8Array>
  /** Pictures that were seen and are not kept. */
  readonly dropped: number
}

export function pagePictures(pages: readonly PageLayout[]): PagePictures {
  const kept = new Set<PlacedImage>()
  const bytes = new Map<string, Uint8Array>()
  const places = new Map<string, number>()
  const all = pages.flatMap(({ items, width, height }) => items.flatMap((item) => (item.kind === 'picture' ? [{ item, isPage: item.width * item.height > width * height * largest }] : [])))
  const placeOf = ({ x, y, width, height }: PlacedImage): string => [x, y, width, height].map(Math.round).join(' ')
  for (const { item } of all) places.set(placeOf(item), (places.get(placeOf(item)) ?? 0) + 1)
  let [dropped, total] = [0, 0]
  for (const { item, isPage } of all) {
    if (Math.min(item.width, item.height) < smallest || (places.get(placeOf(item)) ?? 0) > 2) continue
    total += item.bytes?.length ?? 0
    if (item.bytes === null || isPage || total > mostBytes || !isJpeg(item.bytes)) dropped += 1
    else {
      kept.add(item)
      bytes.set(item.key, item.bytes)
    }
  }
  return { kept, bytes, dropped }
}

/** A JPEG of a size that is opened. */
function isJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const kind = bytes[at + 1] ?? 0
    const size = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc) {
      const [height, width] = [((bytes[at + 5] ?? 0) << 8) | (bytes[at + 6] ?? 0), ((bytes[at + 7] ?? 0) << 8) | (bytes[at + 8] ?? 0)]
      return width * height > 0 && width * height <= limits.pixels
    }
    at += 2 + size
  }
  return false
}
