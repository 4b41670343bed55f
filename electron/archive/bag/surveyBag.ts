/** Reads every byte of a bag once: hashes of all files, the texts that say something about the others, and the parity index (SPEC BAG-6). */
import { join } from 'node:path'
import { parityIndexNames, tagNames } from '../../../shared/archive/bagNames'
import { sha256 } from '../../storage/generationFile'
import type { StorageIo } from '../../storage/storageIo'
import type { Progress } from './bagFile'
import { decodeParityIndex, type ParityIndex } from './parityIndex'
import { sm3 } from './sm3'
import { bagLimits, walkBag, type Walk } from './walkBag'

/** A file as it was found; null digests if it could not be read. */
export interface FoundFile {
  readonly bytes: number
  readonly sha256: string | null
  /** Of payload files only. */
  readonly sm3: string | null
  readonly isTooLarge: boolean
}

export interface Survey {
  readonly walk: Walk
  readonly found: ReadonlyMap<string, FoundFile>
  /** Tag files that are read for what they say, by path. */
  readonly texts: ReadonlyMap<string, string>
  /** The two copies, null where one is missing or not to be believed. */
  readonly indexes: readonly (ParityIndex | null)[]
  /** The one that is believed: of two that differ the one that more files agree with. */
  readonly index: ParityIndex | null
}

/** How digests are made; tests put in one that remembers, and one that is blind. */
export interface Digests {
  readonly sha256: (bytes: Uint8Array) => string
  readonly sm3: (bytes: Uint8Array) => string
}

export const realDigests: Digests = { sha256, sm3 }

const telling: ReadonlySet<string> = new Set([tagNames.declaration, tagNames.info, tagNames.manifest, tagNames.manifestSm3, tagNames.tagManifest, tagNames.seal])
const largestText = 64 * 1024 * 1024

/** Surveys the bag in `root`. Throws only if the folder itself cannot be read. */
export async function surveyBag(io: StorageIo, root: string, progress?: Progress, digests: Digests = realDigests): Promise<Survey> {
  const walk = await walkBag(io, root)
  const files = [...walk.entries.values()].filter((entry) => entry.kind === 'file')
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const found = new Map<string, FoundFile>()
  const texts = new Map<string, string>()
  const indexes = new Map<string, ParityIndex | null>()
  let done = 0
  for (const { path, bytes: size } of files) {
    const isTooLarge = size > bagLimits.fileBytes
    const bytes = isTooLarge ? null : await readQuietly(io, join(root, path))
    found.set(path, bytes === null ? { bytes: size, isTooLarge, sha256: null, sm3: null } : examineFile(path, bytes, digests))
    if (bytes !== null && bytes.length <= largestText) {
      if (telling.has(path)) texts.set(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
      if (parityIndexNames.some((name) => name === path)) indexes.set(path, decodeParityIndex(bytes))
    }
    done += size
    progress?.(done, total)
  }
  const copies = parityIndexNames.map((name) => indexes.get(name) ?? null)
  return { walk, found, texts, indexes: copies, index: moreCredible(copies, found) }
}

/** What is known of a file that was read. */
export function examineFile(path: string, bytes: Uint8Array, digests: Digests): FoundFile {
  return { bytes: bytes.length, isTooLarge: false, sha256: digests.sha256(bytes), sm3: path.startsWith('data/') ? digests.sm3(bytes) : null }
}

/** The bytes of a file; null if it cannot be read. */
export async function readQuietly(io: StorageIo, path: string): Promise<Uint8Array | null> {
  try {
    return await io.read(path)
  } catch {
    return null
  }
}

function moreCredible([first = null, second = null]: readonly (ParityIndex | null)[], found: ReadonlyMap<string, FoundFile>): ParityIndex | null {
  if (first === null || second === null) return first ?? second
  const agreeing = (index: ParityIndex): number => index.files.filter((file) => found.get(file.path)?.sha256 === file.sha256).length
  return agreeing(second) > agreeing(first) ? second : first
}
