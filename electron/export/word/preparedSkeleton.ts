import type { Skeleton } from './makeSkeleton'
import type { ZipPart } from './zip'

/** A skeleton made when the program was built, with the key of the frame that it belongs to. The bytes of its parts are in base64. */
export interface PreparedSkeleton {
  readonly key: string
  readonly skeleton: Omit<Skeleton, 'parts'> & { readonly parts: readonly (Omit<ZipPart, 'bytes'> & { readonly base64: string })[] }
}

/** The build puts the skeleton of 普通材料 here (scripts/word-skeleton.mjs); without a build there is none, and the same one is made at the first export. */
export const preparedSkeleton: PreparedSkeleton | null = null
