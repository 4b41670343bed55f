/** Small bags for tests, and a disk in memory to hold and damage them. */
import { createHash } from 'node:crypto'
import type { BagFacts, BagFile } from '../../electron/archive/bag/bagFile'
import { makeParity, placeFiles } from '../../electron/archive/bag/makeParity'
import { folderWriter, writeBag } from '../../electron/archive/bag/writeBag'
import type { Disk } from '../../electron/storage/publish'
import { formatManifest } from '../../shared/archive/bagManifest'
import { comparePaths, tagNames } from '../../shared/archive/bagNames'
import { chance, simulatedDisk, type SimulatedDisk } from './simulatedDisk'

export const bagFacts: BagFacts = {
  seal: { year: 2025, sequence: 1, fonds: 'X001', fondsName: '示例局', reports: 2, sealedAt: '2026-01-15T08:00:00.000Z', program: 'Andu 0.1.0', previous: null, logHead: null },
  organisation: '示例局', description: '示例局2025年度归档材料', madeAt: '2026-01-15T08:00:00.000Z', program: 'Andu 0.1.0',
}

/** Bytes of chance, the same for the same seed. */
export function chanceBytes(length: number, seed: number): Uint8Array {
  const next = chance(seed)
  return Uint8Array.from({ length }, () => Math.floor(next() * 256))
}

/** Payload of two reports and a catalogue: about `bytes` in all, and so many more files of 5,000 bytes. */
export function payloadOf(bytes: number, more = 0): readonly BagFile[] {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words)
  return [
    { path: 'data/catalogue.csv', bytes: text('件号,题名\r\n0001,示例材料\r\n') },
    { path: 'data/reports/x001-ws.2025-y-0001/report.docx', bytes: chanceBytes(Math.floor(bytes * 0.5), 1) },
    { path: 'data/reports/x001-ws.2025-y-0001/report.txt', bytes: text('示例材料正文\n'.repeat(20)) },
    { path: 'data/reports/x001-ws.2025-y-0002/report.docx', bytes: chanceBytes(Math.floor(bytes * 0.4), 2) },
    { path: 'data/reports/x001-ws.2025-y-0002/report.txt', bytes: text('') },
    ...Array.from({ length: more }, (_, index) => ({ path: `data/reports/x001-ws.2025-y-1${String(index).padStart(3, '0')}/report.pdf`, bytes: chanceBytes(5_000, index + 10) })),
  ]
}

export const bagFolder = '/place/bag'

/** A disk that holds a fresh bag at {@link bagFolder}. */
export async function diskWithBag(bytes: number, facts: BagFacts = bagFacts, more = 0): Promise<{ readonly io: SimulatedDisk; readonly disk: Disk; readonly seal: Awaited<ReturnType<typeof writeBag>>['seal'] }> {
  const io = simulatedDisk('ordered', bagFolder)
  let count = 0
  const disk: Disk = { io, randomName: () => (count += 1).toString(16).padStart(12, '0') }
  const { seal } = await writeBag(disk, bagFolder, payloadOf(bytes, more), facts)
  return { io, disk, seal }
}

/** Every file below the bag with its bytes, by path. */
export async function filesOf(io: SimulatedDisk, folder = bagFolder, below = ''): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const name of [...await io.readdir(`${folder}/${below}`)].sort()) {
    const path = below === '' ? name : `${below}/${name}`
    if ((await io.stat(`${folder}/${path}`)).isFolder) for (const [each, bytes] of await filesOf(io, folder, path)) files.set(each, bytes)
    else files.set(path, await io.read(`${folder}/${path}`))
  }
  return files
}

/** A bag whose files were changed before its tag manifest and parity were made: wrong, and consistent all the same. */
export async function diskWithForgedBag(change: (files: Map<string, Uint8Array>) => void, isTagManifestRemade = true): Promise<SimulatedDisk> {
  const { io: source } = await diskWithBag(8_000)
  const files = new Map([...(await filesOf(source))].filter(([path]) => !path.startsWith('parity/')))
  change(files)
  const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
  if (isTagManifestRemade) {
    const tags = [...files].filter(([path]) => !path.includes('/') && path !== tagNames.tagManifest)
    files.set(tagNames.tagManifest, new TextEncoder().encode(formatManifest(tags.map(([path, bytes]) => ({ path, digest: digest(bytes) })))))
  }
  const placed = placeFiles(Array.from(files, ([path, bytes]) => ({ path, bytes: bytes.length, sha256: digest(bytes) })).sort((a, b) => comparePaths(a.path, b.path)))
  const io = simulatedDisk('ordered', bagFolder)
  const writer = folderWriter({ io, randomName: () => '000000000000' }, bagFolder)
  for (const [path, bytes] of files) await writer.put({ path, bytes })
  for await (const file of makeParity(placed, async ({ path }) => files.get(path) ?? null)) await writer.put(file)
  return io
}

/** Puts a new file into the bag, folders and all. */
export async function addFile(io: SimulatedDisk, path: string, bytes: Uint8Array = new Uint8Array([1])): Promise<void> {
  await folderWriter({ io, randomName: () => '000000000000' }, bagFolder).put({ path, bytes })
}

/** What {@link filesOf} gives with digests instead of bytes: quick to compare. */
export async function digestsOf(io: SimulatedDisk, folder = bagFolder): Promise<ReadonlyMap<string, string>> {
  return new Map(Array.from(await filesOf(io, folder), ([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]))
}
