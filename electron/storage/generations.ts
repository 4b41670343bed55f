/**
 * The generation store of one folder (SPEC STORE-1 … STORE-8): every save is a new file, the newest file that verifies is the value.
 * Safety against a second program rests on the link call, not on a lock: a taken number is a conflict, and both values stay.
 */
import { join } from 'node:path'
import { AppFailure } from '../../shared/base/errors'
import { generationName, generationNumber, type Cause, type Envelope } from '../../shared/store/envelope'
import { decodeData, type DataFormat } from '../../shared/store/format'
import { lastKept, thinnable, type KnownGeneration } from '../../shared/store/retention'
import { errnoToAppError } from './errnoToAppError'
import { encodeGeneration, verifyGeneration, type Damage, type Verdict } from './generationFile'
import { withPatience, type Patience } from './patience'
import { isTemporaryName, publish, removeQuietly, type Disk } from './publish'
import type { Quarantine } from './quarantine'
import { errnoOf, type StorageIo } from './storageIo'

/** What every store of a data folder shares. `clock` gives milliseconds since 1970. */
export interface Surroundings extends Disk {
  readonly clock: () => number
  readonly patience: Patience
  /** `io` opens the files of a data folder with a passphrase. */
  readonly isUnlocked?: boolean
  /** For copies of the data folder, which are made of its files as they lie there. */
  readonly lock?: LockedDisk
}

/** A data folder that may have a passphrase, as who copies it needs it. */
export interface LockedDisk {
  /** The disk as it is: what is read there may be locked. */
  readonly bare: StorageIo
  /** The plain bytes of a copied file. Throws `fileLocked` if it is locked with another key; damaged ones come back as they are. */
  readonly open: (bytes: Uint8Array) => Uint8Array
  /** Surroundings for a copy of the folder, with the key in hand. */
  readonly inCopy: (root: string) => Surroundings
}

/** A value with the facts of its generation. */
export interface Revision<T> {
  readonly number: number
  readonly parent: number
  readonly savedAt: string
  readonly cause: Cause
  readonly other?: number
  readonly data: T
}

/** The newest revision that verifies; `fellBackFrom` is the number of a newer one that was damaged. */
export interface Newest<T> {
  readonly revision: Revision<T>
  readonly fellBackFrom?: number
}

/** What to write. `strict`: if another generation than `base` is the newest, fail with `saveConflict` instead of writing beside it. */
export interface Writing<T> {
  readonly data: T
  readonly base: number
  readonly cause: Cause
  readonly isStrict?: true
}

/** The next generation as a file that is not there yet. */
export interface PreparedGeneration<T> {
  readonly name: string
  readonly bytes: Uint8Array
  readonly revision: Revision<T>
}

export interface Generations<T> {
  /** Null only if the folder holds no generation at all; damage, read errors and newer versions throw an AppFailure. */
  readNewest(): Promise<Newest<T> | null>
  /** One generation, verified. Throws an AppFailure if it is gone, damaged or of a newer program. */
  read(number: number): Promise<Revision<T>>
  /** Resolves when the generation is durable. `conflictWith` is the newer generation that `base` did not know of. */
  write(writing: Writing<T>): Promise<Revision<T> & { readonly conflictWith?: number }>
  /** The generation that `writing` would become, for an operation that publishes it together with other files. Fails with `saveConflict` if `base` is not the newest. */
  prepare(writing: Writing<T>): Promise<PreparedGeneration<T>>
  /** Deletes what need not be kept; fails silently. Gives the number of files deleted. */
  thin(): Promise<number>
  /**
   * Clears temporary files of runs that were cut off; only for a program that is alone. A whole one that grew from the newest generation is
   * text that was typed and not yet published: it becomes a generation of cause `recovery`. Gives the number of such files.
   */
  recover(): Promise<number>
  /** Resolves when the generations that can be read are durable, also one that a failed or cut-off write left behind. */
  confirm(): Promise<void>
  /** Numbers of the files now in the folder, newest first. */
  numbers(): Promise<readonly number[]>
}

const rereads = 5
const rereadPause = 200

/** Generations that are kept beside those of the rule: asked at every thinning. If it throws, nothing is thinned out. */
export type KeepAlso = () => Promise<ReadonlySet<number>>

const nothingMore: KeepAlso = () => Promise.resolve(new Set())

/** The store of `folder`, which must exist. */
export function openGenerations<T>(surroundings: Surroundings, folder: string, format: DataFormat<T>, quarantine: Quarantine, keepAlso: KeepAlso = nothingMore): Generations<T> {
  const { io, clock, patience } = surroundings
  /** Numbers whose file may exist although nobody was told that it was saved, with the hash written to it. */
  const unconfirmed = new Map<number, string>()
  /** Files that did not verify and could not be moved. */
  const bad = new Set<number>()
  const known = new Map<number, KnownGeneration>()
  let highest = 0

  async function numbers(): Promise<readonly number[]> {
    const found = (await io.readdir(folder)).flatMap((name) => generationNumber(name) ?? []).sort((a, b) => b - a)
    highest = Math.max(highest, found[0] ?? 0)
    return found
  }

  /** Null if the file is gone meanwhile. */
  async function verify(number: number): Promise<Verdict | null> {
    for (let tries = 1; ; tries += 1) {
      try {
        const verdict = verifyGeneration(await io.read(join(folder, generationName(number))), number)
        if (verdict.kind === 'good') known.set(number, factsOf(verdict.envelope))
        return verdict
      } catch (error) {
        // Locked with another key: whole, and nothing that trying again would open.
        if (error instanceof AppFailure) throw error
        if (errnoOf(error) === 'ENOENT') return null
        if (errnoOf(error) === 'EISDIR') return { kind: 'bad', damage: 'header' }
        if (tries >= rereads) throw new AppFailure({ code: 'reportUnreadable', detail: { generation: number } }, error)
        await patience.wait(rereadPause)
      }
    }
  }

  async function readNewest(): Promise<Newest<T> | null> {
    const damaged: Array<{ readonly number: number; readonly damage: Damage; readonly expectedHash?: string }> = []
    const found = await withPatience(patience, numbers)
    for (const number of found) {
      const verdict = await verify(number)
      if (verdict?.kind === 'bad') damaged.push({ number, ...verdict })
      if (verdict?.kind !== 'good') continue
      const revision = decode(verdict.envelope)
      for (const { number: badNumber, damage, expectedHash } of damaged) {
        const note = { time: new Date(clock()).toISOString(), damage, ...(expectedHash === undefined ? {} : { expectedHash }), opened: number }
        if (!(await quarantine.take(folder, generationName(badNumber), note))) bad.add(badNumber)
      }
      const fellBackFrom = damaged[0]?.number
      return fellBackFrom === undefined ? { revision } : { revision, fellBackFrom }
    }
    if (found.length > 0 || (await quarantine.numbers()).length > 0) throw new AppFailure({ code: 'reportUnreadable', detail: { generations: found.length } })
    return null
  }

  function decode(envelope: Envelope): Revision<T> {
    const { number, parent, time, cause, other } = envelope
    const decoded = decodeData(format, envelope.version, envelope.data)
    if (decoded.kind === 'newer') throw new AppFailure({ code: 'reportNewer', detail: { version: envelope.version } })
    if (decoded.kind === 'invalid') throw new AppFailure({ code: 'reportInvalid', detail: { generation: number } })
    return { number, parent, savedAt: time, cause, ...(other === undefined ? {} : { other }), data: decoded.value }
  }

  /** The newest good generation that neither `base` knows of nor we wrote in vain; null if there is none. One that cannot be read counts as good. */
  async function foreignHead(found: readonly number[], base: number): Promise<number | null> {
    for (const number of found) {
      if (number <= base) return null
      if (bad.has(number)) continue
      const verdict = await verify(number).catch(() => 'unreadable' as const)
      if (verdict === 'unreadable') return number
      if (verdict?.kind === 'bad') bad.add(number)
      if (verdict?.kind === 'good' && unconfirmed.get(number) !== verdict.hash) {
        refuseSealed(verdict.envelope)
        return number
      }
    }
    return null
  }

  function refuseSealed(envelope: Envelope): void {
    const decoded = decodeData(format, envelope.version, envelope.data)
    if (decoded.kind === 'value' && format.isSealed?.(decoded.value)) throw new AppFailure({ code: 'reportFiled' })
  }

  async function writeOnce(writing: Writing<T>): Promise<Revision<T> & { readonly conflictWith?: number }> {
    let conflictWith: number | null = null
    for (;;) {
      const found = await numbers()
      conflictWith = (await foreignHead(found, writing.base)) ?? conflictWith
      if (conflictWith !== null && writing.isStrict) throw new AppFailure({ code: 'saveConflict', detail: { generation: conflictWith } })
      const number = Math.max(highest, writing.base, ...(await quarantine.numbers())) + 1
      const other = conflictWith === null ? {} : { other: conflictWith }
      const cause = conflictWith === null ? writing.cause : 'conflict'
      const revision = { number, parent: writing.base, savedAt: new Date(clock()).toISOString(), cause, ...other, data: writing.data }
      const { bytes, hash } = encodeGeneration({ number, parent: revision.parent, version: format.version, time: revision.savedAt, cause, ...other, data: writing.data })
      const outcome = await publish(surroundings, folder, generationName(number), bytes, () => {
        highest = Math.max(highest, number)
        unconfirmed.set(number, hash)
      })
      if (outcome === 'taken') {
        // By another program, or by ourselves if the disk did the work and reported a failure: the hash tells them apart, unless both wrote the
        // same bytes in the same millisecond. For a save that is as good as ours; a change that counts must be made again.
        if (writing.isStrict) unconfirmed.delete(number)
        continue
      }
      const overtaker = await overtakenBy(number)
      if (overtaker !== null) {
        conflictWith = overtaker
        continue
      }
      unconfirmed.clear()
      known.set(number, { number, parent: revision.parent, time: Date.parse(revision.savedAt), cause, ...other })
      return conflictWith === null ? revision : { ...revision, conflictWith }
    }
  }

  /**
   * Another program may have saved several times and thinned out the very number that we then took: its head stands above ours and knows
   * nothing of it. What names ours as its parent grew from it only if too few stand above for that number ever to have been thinned out.
   * Null if nothing stands above, or what does knows of ours.
   */
  async function overtakenBy(number: number): Promise<number | null> {
    const above = (await numbers().catch(() => [])).filter((found) => found > number)
    const next = above[above.length - 1]
    if (next === undefined) return null
    const verdict = await verify(next).catch(() => null)
    if (verdict?.kind !== 'good') return null
    const { parent, other } = verdict.envelope
    const knowsOurs = other === number || (parent === number && above.length < lastKept)
    return knowsOurs ? null : (above[0] ?? null)
  }

  async function thin(): Promise<number> {
    try {
      const found = await numbers()
      const newest = found.find((number) => !bad.has(number))
      if (newest === undefined || (await verify(newest))?.kind !== 'good') return 0
      for (const number of found) if (!known.has(number) && !bad.has(number) && (await verify(number))?.kind === 'bad') bad.add(number)
      const good = found.flatMap((number) => (bad.has(number) ? [] : (known.get(number) ?? [])))
      const kept = await keepAlso()
      const rubbish = thinnable(good, clock()).filter((number) => !kept.has(number))
      for (const number of rubbish) await removeQuietly(io, join(folder, generationName(number)))
      return rubbish.length
    } catch {
      return 0
    }
  }

  async function recover(): Promise<number> {
    const leftovers = (await io.readdir(folder)).filter(isTemporaryName).map((name) => join(folder, name))
    if (leftovers.length === 0) return 0
    let head = (await readNewest())?.revision.number ?? 0
    let recovered = 0
    for (const path of leftovers) {
      const verdict = verifyGeneration(await io.read(path), null)
      const decoded = verdict.kind === 'good' && verdict.envelope.parent === head ? decodeData(format, verdict.envelope.version, verdict.envelope.data) : null
      if (decoded?.kind === 'value') {
        head = (await writeOnce({ data: decoded.value, base: head, cause: 'recovery' })).number
        recovered += 1
      }
      await removeQuietly(io, path)
    }
    return recovered
  }

  async function prepare({ data, base, cause }: Writing<T>): Promise<PreparedGeneration<T>> {
    const found = await numbers()
    const head = await foreignHead(found, base)
    if (head !== null) throw new AppFailure({ code: 'saveConflict', detail: { generation: head } })
    const number = Math.max(highest, base, ...(await quarantine.numbers())) + 1
    const revision = { number, parent: base, savedAt: new Date(clock()).toISOString(), cause, data }
    const { bytes } = encodeGeneration({ number, parent: base, version: format.version, time: revision.savedAt, cause, data })
    return { name: generationName(number), bytes, revision }
  }

  async function checked<R>(writing: Writing<T>, work: () => Promise<R>): Promise<R> {
    if (format.parse(writing.data) === null) throw new AppFailure({ code: 'reportInvalid' })
    try {
      return await withPatience(patience, work)
    } catch (error) {
      throw error instanceof AppFailure ? error : new AppFailure(saveError(error), error)
    }
  }

  return {
    recover,
    prepare: (writing) => checked(writing, () => prepare(writing)),
    confirm: async () => {
      try {
        await io.flushDirectory(folder)
      } catch (error) {
        throw new AppFailure(saveError(error), error)
      }
    },
    readNewest: async () => {
      try {
        return await readNewest()
      } catch (error) {
        if (error instanceof AppFailure) throw error
        throw new AppFailure({ code: errnoOf(error) === 'ENOENT' ? 'reportNotFound' : 'reportUnreadable' }, error)
      }
    },
    read: async (number) => {
      const verdict = await verify(number)
      if (verdict?.kind !== 'good') throw new AppFailure({ code: verdict === null ? 'reportNotFound' : 'reportDamaged' })
      return decode(verdict.envelope)
    },
    write: (writing) => checked(writing, () => writeOnce(writing)),
    thin,
    numbers,
  }
}

function factsOf(envelope: Envelope): KnownGeneration {
  const { number, parent, time, cause, other } = envelope
  return { number, parent, time: Date.parse(time), cause, ...(other === undefined ? {} : { other }) }
}

/** A folder that is gone while we save means that the disk is gone; it is never made anew in silence. */
function saveError(error: unknown): AppFailure['error'] {
  return errnoOf(error) === 'ENOENT' ? { code: 'diskGone' } : errnoToAppError(error)
}
