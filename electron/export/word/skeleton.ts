/** The skeleton of a Word file: all of it but the text. Most reports have the same one, so it is made once; the one of 普通材料 comes finished with the program. */
import type { PrintBlock, PrintDocument } from '../../../shared/print/printDocument'
import type { Skeleton, SkeletonFrame, SkeletonPicture } from './makeSkeleton'
import { preparedSkeleton } from './preparedSkeleton'
import { sectionStarts } from './sectionStarts'

const most = 16
const made = new Map<string, Promise<Skeleton>>()

export function frameOf({ page, digits, pageNumbers, styles }: PrintDocument, blocks: readonly PrintBlock[]): SkeletonFrame {
  return { page, digits, pageNumbers, styles, sections: sectionStarts(blocks).map(({ isLandscape, isUnnumbered }) => ({ isLandscape, isUnnumbered })) }
}

/** The skeleton of a file with these blocks. One with pictures is not kept. */
export async function skeletonOf(frame: SkeletonFrame, pictures: readonly SkeletonPicture[]): Promise<Skeleton> {
  if (pictures.length > 0) return (await import('./makeSkeleton')).makeSkeleton(frame, pictures)
  const key = skeletonKey(frame)
  const known = made.get(key)
  if (known !== undefined) return known
  if (made.size >= most) made.clear()
  const skeleton = prepared(key) ?? import('./makeSkeleton').then(({ makeSkeleton }) => makeSkeleton(frame))
  made.set(key, skeleton)
  return skeleton
}

/** Equal frames have equal keys. */
export function skeletonKey(frame: SkeletonFrame): string {
  return JSON.stringify(frame)
}

function prepared(key: string): Promise<Skeleton> | null {
  if (preparedSkeleton?.key !== key) return null
  const { parts, ...rest } = preparedSkeleton.skeleton
  return Promise.resolve({ ...rest, parts: parts.map(({ base64, ...part }) => ({ ...part, bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) })) })
}
