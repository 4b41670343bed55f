/**
 * The chain of seals (SPEC SEAL-4): one small file for each sealed folder, numbered over all years and published with the folder in one operation.
 * The order of the chain is that of these numbers, never of a clock, and it is known although a sealed folder is damaged.
 */
import { join } from 'node:path'
import { AppFailure } from '../../shared/base/errors'
import { encodeGeneration, verifyGeneration } from '../storage/generationFile'
import type { Surroundings } from '../storage/generations'
import { ensureFolder } from '../storage/publish'

/** One sealed folder. `sha256` is that of its `seal.json`; `reports` are the ids of what is in it. */
export interface SealEntry {
  readonly number: number
  readonly name: string
  readonly year: number
  readonly sequence: number
  readonly sealedAt: string
  readonly sha256: string
  readonly reports: readonly string[]
}

export const sealFolder = 'archive/seals'
const version = 1

/** All seals in the order of the chain. Throws an AppFailure if one is damaged or missing: then nothing may be sealed on top of it. */
export async function readSeals({ io }: Pick<Surroundings, 'io'>, root: string): Promise<readonly SealEntry[]> {
  const folder = await ensureFolder(io, root, ...sealFolder.split('/'))
  const numbers = (await io.readdir(folder)).flatMap((name) => sealNumber(name) ?? []).sort((a, b) => a - b)
  const seals: SealEntry[] = []
  for (const [index, number] of numbers.entries()) {
    const verdict = verifyGeneration(await io.read(join(folder, sealName(number))), number)
    const entry = verdict.kind === 'good' ? readEntry(verdict.envelope.data, number) : null
    if (entry === null || number !== index + 1) throw new AppFailure({ code: 'sealsDamaged', detail: { number: index + 1 } })
    seals.push(entry)
  }
  return seals
}

/** File name and bytes of an entry. */
export function sealFile(entry: SealEntry): { readonly name: string; readonly bytes: Uint8Array } {
  const { number, sealedAt, ...data } = entry
  return { name: sealName(number), bytes: encodeGeneration({ number, parent: number - 1, version, time: sealedAt, cause: 'seal', data: { ...data, sealedAt } }).bytes }
}

function readEntry(data: unknown, number: number): SealEntry | null {
  if (typeof data !== 'object' || data === null) return null
  const { name, year, sequence, sealedAt, sha256, reports } = data as Partial<SealEntry>
  const isRight = typeof name === 'string' && typeof year === 'number' && typeof sequence === 'number' && typeof sealedAt === 'string' && typeof sha256 === 'string' && Array.isArray(reports)
  return isRight ? { number, name, year, sequence, sealedAt, sha256, reports } : null
}

function sealName(number: number): string {
  return `s${String(number).padStart(6, '0')}.json`
}

function sealNumber(name: string): number | null {
  const match = /^s(\d{6})\.json$/.exec(name)
  return match?.[1] === undefined ? null : Number(match[1])
}
