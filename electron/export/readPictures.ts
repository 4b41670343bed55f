import type { PrintChange, PrintDocument } from '../../shared/print/printDocument'

/** The bytes of a picture by its SHA-256; null if they are missing or damaged. */
export type ReadPicture = (sha256: string) => Promise<Uint8Array | null>

export const noPictures: ReadPicture = () => Promise.resolve(null)

/** The pictures of a document by their SHA-256, and what is to be told: a picture that cannot be read leaves its place empty. */
export async function readPictures({ blocks }: PrintDocument, readPicture: ReadPicture): Promise<{ readonly pictures: ReadonlyMap<string, Uint8Array>; readonly changes: readonly PrintChange[] }> {
  const printed = blocks.flatMap((block) => (block.kind === 'paragraph' && block.picture !== undefined ? [{ sha256: block.picture.sha256, caption: block.runs.map(({ text }) => text).join('') }] : []))
  const pictures = new Map<string, Uint8Array>()
  const changes: PrintChange[] = []
  for (const { sha256, caption } of printed) {
    const bytes = pictures.get(sha256) ?? await readPicture(sha256)
    if (bytes === null) changes.push({ kind: 'pictureMissing', caption })
    else pictures.set(sha256, bytes)
  }
  return { pictures, changes }
}
