import type { StyledBlock } from '../../../shared/print/styledBlocks'
import type { Block, ImageBlock } from '../../../shared/report/report'
import { pictureFacts } from '../pictureFacts'
import type { SourceDocument } from '../sourceDocument'
import type { KnownPictures } from '../styledSource'

/** The printed blocks of an own report with the pictures that stand in them. */
export function withOwnPictures(styled: readonly StyledBlock[], own: readonly Block[]): readonly StyledBlock[] {
  const images = new Map(own.flatMap((block) => (block.kind === 'image' ? [[block.id, block] as const] : [])))
  return styled.map((block) => {
    const image = block.kind === 'paragraph' && block.id !== undefined ? images.get(block.id) : undefined
    return image === undefined ? block : { ...block, picture: kept(image) }
  })
}

/**
 * Which pictures of a copy are those of the own report: of the same kind and size, the one with the same caption if there are several, else the next one.
 * What is not known is left out.
 */
export function ownPictures({ blocks, pictures }: Pick<SourceDocument, 'blocks' | 'pictures'>, own: readonly Block[]): KnownPictures {
  const known = new Map<string, ReturnType<typeof kept>>()
  const left = own.filter((block): block is ImageBlock => block.kind === 'image')
  if (left.length === 0) return known
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.picture === undefined || known.has(block.picture)) continue
    const bytes = pictures.get(block.picture)
    const facts = bytes === undefined ? null : pictureFacts(bytes)
    const caption = block.runs.map(({ text }) => text).join('').trim()
    const alike = left.filter((image) => image.mediaType === facts?.mediaType && image.width === facts.width && image.height === facts.height)
    const match = alike.find((image) => image.caption.trim() === caption) ?? alike[0]
    if (match === undefined) continue
    known.set(block.picture, kept(match))
    left.splice(left.indexOf(match), 1)
  }
  return known
}

function kept({ sha256, mediaType, width, height }: ImageBlock): Pick<ImageBlock, 'sha256' | 'mediaType' | 'width' | 'height'> {
  return { sha256, mediaType, width, height }
}
