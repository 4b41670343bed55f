/** Small bags for tests, and a disk in memory to hold and damage them. */
import type { BagFacts, BagFile } from '../../electron/archive/bag/bagFile'
import { writeBag } from '../../electron/archive/bag/writeBag'
import type { Disk } from '../../electron/storage/publish'
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

/** Payload of two reports and a catalogue: about `bytes` in all. */
export function payloadOf(bytes: number): readonly BagFile[] {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words)
  return [
    { path: 'data/catalogue.csv', bytes: text('件号,题名\r\n0001,示例材料\r\n') },
    { path: 'data/reports/x001-ws.2025-y-0001/report.docx', bytes: chanceBytes(Math.floor(bytes * 0.5), 1) },
    { path: 'data/reports/x001-ws.2025-y-0001/report.txt', bytes: text('示例材料正文\n'.repeat(20)) },
    { path: 'data/reports/x001-ws.2025-y-0002/report.docx', bytes: chanceBytes(Math.floor(bytes * 0.4), 2) },
    { path: 'data/reports/x001-ws.2025-y-0002/report.txt', bytes: text('') },
  ]
}

export const bagFolder = '/place/bag'

/** A disk that holds a fresh bag at {@link bagFolder}. */
export async function diskWithBag(bytes: number, facts: BagFacts = bagFacts): Promise<{ readonly io: SimulatedDisk; readonly disk: Disk; readonly seal: Awaited<ReturnType<typeof writeBag>>['seal'] }> {
  const io = simulatedDisk('ordered', bagFolder)
  let count = 0
  const disk: Disk = { io, randomName: () => (count += 1).toString(16).padStart(12, '0') }
  const { seal } = await writeBag(disk, bagFolder, payloadOf(bytes), facts)
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
