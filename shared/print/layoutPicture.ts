/** A picture on its page (SPEC PICTURE-3): as large as it is at 96 dots an inch, but never larger than the text area leaves room for. */
import type { ImageBlock } from '../report/report'
import type { PrintParagraph } from './printDocument'
import { textAreaWidth, type PageSettings } from './profile'

const twipsPerPixel = 15

/** Lines kept free below the picture for its caption. */
const captionLines = 3

/** The printed paragraph: the picture, and its caption on the next line. */
export function layoutPicture(block: ImageBlock, clean: (text: string) => string, page: PageSettings): PrintParagraph {
  const room = { width: textAreaWidth(page), height: page.height - page.margins.top - page.margins.bottom - captionLines * page.linePitch }
  const [width, height] = [block.width * twipsPerPixel, block.height * twipsPerPixel]
  const scale = Math.min(1, room.width / width, room.height / height)
  const caption = clean(block.caption).trim()
  return {
    kind: 'paragraph', blockId: block.id, style: 'GwPicture', runs: caption === '' ? [] : [{ text: caption, font: 'fang' }],
    picture: { sha256: block.sha256, mediaType: block.mediaType, width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) },
  }
}
