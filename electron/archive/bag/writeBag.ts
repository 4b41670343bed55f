/** Makes a bag (SPEC BAG-1 … BAG-5): as values, or straight into a folder so that no more than one payload file is in memory at a time. */
import { join } from 'node:path'
import { comparePaths, isPayloadPath } from '../../../shared/archive/bagNames'
import { sha256 } from '../../storage/generationFile'
import { writeAll, type Disk } from '../../storage/publish'
import { errnoOf } from '../../storage/storageIo'
import type { BagFacts, BagFile, Payload, Progress, Seal } from './bagFile'
import { makeParity, placeFiles } from './makeParity'
import type { IndexedFile } from './parityIndex'
import { sm3 } from './sm3'
import { makeReaderPage } from './readerPage'
import { makeTagFiles, type HashedFile } from './tagFiles'

/** Where the files of a bag go and are read again for the parity. */
interface BagPlace {
  readonly put: (file: BagFile) => Promise<void>
  readonly read: (path: string) => Promise<Uint8Array>
}

/** A whole bag as values, for small ones: files in the order in which they were made. */
export async function makeBag(payload: Payload, facts: BagFacts): Promise<{ readonly files: readonly BagFile[]; readonly seal: Seal | null }> {
  const files = new Map<string, Uint8Array>()
  const seal = await build(payload, facts, {
    put: async ({ path, bytes }) => void files.set(path, bytes),
    read: async (path) => files.get(path) ?? new Uint8Array(0),
  })
  return { files: Array.from(files, ([path, bytes]) => ({ path, bytes })), seal }
}

/**
 * Writes a bag into `folder`, which must exist and be empty. When it resolves every file and folder in it is flushed; the caller verifies it
 * and gives the folder its name.
 */
export async function writeBag(disk: Disk, folder: string, payload: Payload, facts: BagFacts, progress?: Progress): Promise<{ readonly seal: Seal | null }> {
  const writer = folderWriter(disk, folder)
  let done = 0
  const seal = await build(payload, facts, {
    put: async (file) => {
      await writer.put(file)
      done += file.bytes.length
      progress?.(done, done)
    },
    read: (path) => disk.io.read(join(folder, ...path.split('/'))),
  })
  await writer.finish()
  return { seal }
}

/** Writes files below a folder, each flushed; `finish` flushes the names. Nothing that exists is overwritten. */
export function folderWriter({ io, access = 'private' }: Disk, root: string): { readonly put: (file: BagFile) => Promise<void>; readonly finish: () => Promise<void> } {
  const folders = new Set([root])
  async function makeFolders(parts: readonly string[]): Promise<string> {
    let folder = root
    for (const part of parts) {
      folder = join(folder, part)
      if (folders.has(folder)) continue
      await io.mkdir(folder).catch((error: unknown) => {
        if (errnoOf(error) !== 'EEXIST') throw error
      })
      folders.add(folder)
    }
    return folder
  }
  return {
    put: async ({ path, bytes }) => {
      const parts = path.split('/')
      const folder = await makeFolders(parts.slice(0, -1))
      const handle = await io.open(join(folder, parts[parts.length - 1] ?? ''), 'wx', access)
      try {
        await writeAll(io, handle, bytes)
        await io.fsync(handle)
      } finally {
        await io.close(handle)
      }
    },
    finish: async () => {
      for (const folder of [...folders].reverse()) await io.flushDirectory(folder)
    },
  }
}

async function build(payload: Payload, facts: BagFacts, place: BagPlace): Promise<Seal | null> {
  const hashed: HashedFile[] = []
  const names = new Set<string>()
  const take = async ({ path, bytes }: BagFile): Promise<void> => {
    // A caller that hands over such a name has a bug; the bag must not come into being.
    if (!isPayloadPath(path) || names.has(path)) throw new RangeError(`not a name for a payload file: ${path}`)
    names.add(path)
    await place.put({ path, bytes })
    hashed.push({ path, bytes: bytes.length, sha256: sha256(bytes), sm3: sm3(bytes) })
  }
  for await (const file of payload) await take(file)
  if (facts.reader !== undefined) await take({ path: 'data/reader.html', bytes: makeReaderPage(facts.reader(), { title: facts.description, organisation: facts.organisation }) })
  const { files, seal } = makeTagFiles(hashed, facts)
  for (const file of files) await place.put(file)
  const indexed = [...hashed, ...files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }))]
    .map(({ path, bytes, sha256: digest }): Omit<IndexedFile, 'offset'> => ({ path, bytes, sha256: digest })).sort((a, b) => comparePaths(a.path, b.path))
  for await (const file of makeParity(placeFiles(indexed), async (file) => place.read(file.path))) await place.put(file)
  return seal
}
