/** Pictures of reports (SPEC PICTURE-1): each kept once under the hash of its bytes, and believed only when the bytes have that hash. */
import { join } from 'node:path'
import { sha256 } from './generationFile'
import type { Surroundings } from './generations'
import { publish } from './publish'

/** The folder of pictures in the data folder `root`. */
export function pictureFolder(root: string): string {
  return join(root, 'pictures')
}

/** Keeps the bytes; the lower-case hex SHA-256 under which they are found again. Resolves when they are durable. */
export async function keepPicture(surroundings: Surroundings, root: string, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes)
  const folder = pictureFolder(root)
  // A name that is taken holds the same bytes, unless they were damaged since.
  if ((await publish(surroundings, folder, `${hash}.bin`, bytes)) === 'taken') await surroundings.io.flushDirectory(folder)
  return hash
}

/** The bytes of a picture; null if they are missing or damaged. */
export async function readPicture({ io }: Pick<Surroundings, 'io'>, root: string, hash: string): Promise<Uint8Array | null> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null
  try {
    const bytes = await io.read(join(pictureFolder(root), `${hash}.bin`))
    return sha256(bytes) === hash ? bytes : null
  } catch {
    return null
  }
}
