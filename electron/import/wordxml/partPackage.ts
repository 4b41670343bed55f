import { ImportRefusal } from '../refusal'
import { foldedName, type ZipPackage } from '../zipParts'

/** Parts that came in another way than in a zip; capitals in names make no difference. */
export function partPackage(parts: readonly (readonly [name: string, bytes: () => Uint8Array])[]): ZipPackage {
  const byName = new Map(parts.map(([name, bytes]) => [foldedName(name), bytes]))
  if (byName.size !== parts.length) throw new ImportRefusal('fileUnsafe', 'names twice')
  return { names: parts.map(([name]) => name), part: (name) => byName.get(foldedName(name))?.() ?? null }
}
