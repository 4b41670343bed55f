/** The pictures of a Word file that a report may have, by the names of their parts. */
import { limits } from '../limits'
import { pictureFacts } from '../pictureFacts'
import { ImportRefusal } from '../refusal'
import type { ZipPackage } from '../zipParts'

export interface WordPictures {
  /** The key of the picture in a part; null for kinds that are not kept, and for what is damaged or too large. */
  readonly keep: (part: string) => string | null
  readonly all: ReadonlyMap<string, Uint8Array>
}

export function createPictures(zip: ZipPackage): WordPictures {
  const all = new Map<string, Uint8Array>()
  const refused = new Set<string>()
  return {
    all,
    keep: (part) => {
      if (all.has(part)) return part
      if (refused.has(part) || part.length > limits.name) return null
      const bytes = bytesOf(zip, part)
      const facts = bytes === null ? null : pictureFacts(bytes)
      if (bytes === null || facts === null || facts.width * facts.height > limits.pixels) {
        refused.add(part)
        return null
      }
      all.set(part, bytes)
      return part
    },
  }
}

/** A damaged picture is none; the text is whole without it. */
function bytesOf(zip: ZipPackage, part: string): Uint8Array | null {
  try {
    return zip.part(part)
  } catch (reason) {
    if (reason instanceof ImportRefusal && reason.code === 'fileDamaged') return null
    throw reason
  }
}
