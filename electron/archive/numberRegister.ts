/**
 * Who has which 档号 (SPEC FILE-8, FILE-9). A number is claimed by a published file, so that two programs can never give the same one; the claim is
 * one step of the operation that files the report. A claim whose report was not filed with it after all is followed by another claim of the same
 * number, never taken away: what has once been published under a name stays what it is.
 */
import { join } from 'node:path'
import { archivalFileName, sequenceKey, formatArchivalNumber, formatItem, type NumberClass } from '../../shared/archive/archivalNumber'
import type { ArchivalNumber } from '../../shared/report/filing'
import { ensureFolder } from '../storage/publish'
import { errnoOf, type StorageIo } from '../storage/storageIo'

/** What is known of the filed reports. */
export interface NumberHolders {
  /** Items of the class that filed reports carry. */
  readonly used: ReadonlySet<number>
  /** Whether the report of a claim is there and whole, so that its not being filed with the number can be believed. */
  readonly isKnown: (reportId: string) => boolean
}

/** A free number and the file that claims it. */
export interface Claim {
  readonly number: ArchivalNumber
  readonly folder: string
  readonly name: string
}

interface Claimed {
  readonly item: number
  /** How often it was claimed. */
  readonly times: number
}

/** Thrown where lower numbers are claimed and not in use: what is unfinished anywhere must be finished, and the reports looked at, before they are judged. */
export class ClaimsInDoubt extends Error {
  /** `claims`: the files that claim such numbers. */
  constructor(readonly claims: ReadonlySet<string>) {
    super('numbers are claimed and not in use')
    this.name = 'ClaimsInDoubt'
  }
}

/**
 * The lowest free item of the class. `judged`: claims that were in doubt before everything was finished and looked at; one of them that still is not
 * in use is free. Throws {@link ClaimsInDoubt} if nothing was judged yet and something is to be.
 */
export async function freeNumber(io: StorageIo, root: string, wanted: NumberClass, holders: NumberHolders, judged: ReadonlySet<string> | null): Promise<Claim> {
  const folder = classFolder(wanted)
  await ensureFolder(io, root, ...folder.split('/'))
  const claimed = await claims(io, join(root, folder))
  const free = lowestOutside(new Set([...holders.used, ...claimed.map(({ item }) => item)]))
  const doubtful = claimed.filter(({ item }) => item < free && !holders.used.has(item))
  if (judged === null && doubtful.length > 0) throw new ClaimsInDoubt(new Set(doubtful.map(({ item, times }) => claimName(item, times))))
  for (const { item, times } of doubtful) {
    if (judged?.has(claimName(item, times)) !== true) continue
    const holder = await reportOf(io, join(root, folder, claimName(item, times)))
    if (holder !== null && holders.isKnown(holder)) return { number: { ...wanted, item }, folder, name: claimName(item, times + 1) }
  }
  return { number: { ...wanted, item: free }, folder, name: claimName(free, 1) }
}

/** The bytes of a claim. */
export function claimBytes(number: ArchivalNumber, reportId: string): Uint8Array {
  return Buffer.from(`${JSON.stringify({ number: formatArchivalNumber(number), report: reportId })}\n`, 'utf8')
}

/** The folder of a class: `archive/numbers/ws.2011-y-bgs`. Parts of a scheme of another program may hold anything: then letters by their code. */
function classFolder(wanted: NumberClass): string {
  const plain = archivalFileName({ ...wanted, fonds: '', item: 1 }).replace(/-0001$/, '')
  const name = /^[a-z0-9][a-z0-9.-]{0,80}$/.test(plain) ? plain : `x-${Buffer.from(sequenceKey(wanted), 'utf8').toString('hex').slice(0, 100)}`
  return `archive/numbers/${name}`
}

async function claims(io: StorageIo, folder: string): Promise<readonly Claimed[]> {
  const times = new Map<number, number>()
  for (const name of await io.readdir(folder)) {
    const match = /^(\d{4,6})(?:-(\d+))?\.json$/.exec(name)
    if (match === null) continue
    const item = Number(match[1])
    times.set(item, Math.max(times.get(item) ?? 0, Number(match[2] ?? 1)))
  }
  return [...times].map(([item, count]) => ({ item, times: count })).sort((one, other) => one.item - other.item)
}

function claimName(item: number, times: number): string {
  return times === 1 ? `${formatItem(item)}.json` : `${formatItem(item)}-${times}.json`
}

/** Null if the claim cannot be read: then it counts. */
async function reportOf(io: StorageIo, path: string): Promise<string | null> {
  try {
    const { report } = JSON.parse(Buffer.from(await io.read(path)).toString('utf8')) as { readonly report?: unknown }
    return typeof report === 'string' ? report : null
  } catch (error) {
    if (error instanceof SyntaxError || errnoOf(error) !== '') return null
    throw error
  }
}

function lowestOutside(held: ReadonlySet<number>): number {
  let item = 1
  while (held.has(item)) item += 1
  return item
}
