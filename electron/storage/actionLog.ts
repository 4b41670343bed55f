/**
 * The log of actions on the disk (SPEC LOG-1 … LOG-5): one small file for each entry, published like a generation. The number in its name is taken
 * by linking, so that two programs on one folder write one chain; an entry is there whole or not at all. `log/0000/e0000000001.json`, a thousand
 * entries to a folder.
 */
import { join } from 'node:path'
import { readLogData, type LogEntry, type LogHead, type LogNote, type LogProblem } from '../../shared/archive/actionLog'
import { encodeGeneration, sha256, verifyGeneration } from './generationFile'
import type { Surroundings } from './generations'
import { withPatience } from './patience'
import { ensureFolder, publish } from './publish'
import { errnoOf } from './storageIo'

const part = 'log'
const version = 1
const perFolder = 1000
/** So many times in a row another program may be faster. */
const mostTries = 1000

/** The whole log, verified. `lines` are the bytes of the entries as they lie on the disk. */
export interface WholeLog {
  readonly entries: readonly LogEntry[]
  readonly lines: readonly Uint8Array[]
  readonly problems: readonly LogProblem[]
  readonly head: LogHead | null
}

export interface ActionLog {
  /** Writes an entry; resolves when it is durable. Throws what the disk said: then it is not there, or not known to be. */
  note(note: LogNote): Promise<LogHead>
  /** The end of the chain as it is on the disk now; null while nothing was logged. */
  head(): Promise<LogHead | null>
  /** Reads and verifies everything. `onEntry` is told how many are done. */
  read(onEntry?: (done: number) => void): Promise<WholeLog>
}

export function openActionLog(surroundings: Surroundings, root: string): ActionLog {
  const { io, clock, patience } = surroundings
  const top = join(root, part)
  let tail: Promise<unknown> = Promise.resolve()
  /** The last entry known here; another program may have gone on. */
  let known: LogHead | null = null
  let isConfirmed = false

  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const done = tail.then(work)
    tail = done.catch(() => undefined)
    return done
  }

  async function lastNumber(): Promise<number> {
    for (const folder of [...(await io.readdir(top))].filter(isFolderName).sort().reverse()) {
      const numbers = (await io.readdir(join(top, folder))).flatMap((name) => entryNumber(name) ?? [])
      if (numbers.length > 0) return Math.max(...numbers)
    }
    return 0
  }

  async function find(): Promise<LogHead | null> {
    const number = await lastNumber()
    if (number === 0) return null
    return number === known?.number ? known : { number, sha256: sha256(await io.read(pathOf(top, number))) }
  }

  /** What the new entry grows from must be durable before it, also if another program wrote it or an earlier try of ours failed. */
  async function confirm(head: LogHead | null): Promise<void> {
    if (head !== null && !(isConfirmed && known?.number === head.number)) await io.flushDirectory(join(top, folderOf(head.number)))
  }

  async function write(note: LogNote): Promise<LogHead> {
    let head = known
    for (let tries = 1; ; tries += 1) {
      if (head === null || tries > 1) head = await find()
      await confirm(head)
      const number = (head?.number ?? 0) + 1
      const time = new Date(clock()).toISOString()
      const { bytes } = encodeGeneration({ number, parent: number - 1, version, time, cause: 'manual', data: { ...note, previous: head?.sha256 ?? null } })
      const folder = await ensureFolder(io, root, part, folderOf(number))
      isConfirmed = false
      if ((await publish(surroundings, folder, entryName(number), bytes)) === 'published') {
        known = { number, sha256: sha256(bytes) }
        isConfirmed = true
        return known
      }
      if (tries >= mostTries) throw Object.assign(new Error('another program is always faster'), { code: 'EBUSY' })
    }
  }

  async function read(onEntry: (done: number) => void = () => undefined): Promise<WholeLog> {
    const entries: LogEntry[] = []
    const lines: Uint8Array[] = []
    const problems: LogProblem[] = []
    let head: LogHead | null = null
    const last = await lastNumber()
    for (let number = 1; number <= last; number += 1) {
      const bytes = await io.read(pathOf(top, number)).catch((error: unknown) => {
        if (errnoOf(error) === 'ENOENT') return null
        throw error
      })
      if (bytes === null) {
        problems.push({ number, kind: 'missing' })
        head = null
        continue
      }
      const entry = decode(bytes, number)
      if (entry === null) problems.push({ number, kind: 'damaged' })
      // Behind a missing entry nothing can be said; that it is missing was.
      else if (entry.previous !== (head?.sha256 ?? null) && (head !== null || number === 1)) problems.push({ number, kind: 'chain' })
      if (entry !== null) entries.push(entry)
      lines.push(bytes)
      head = { number, sha256: sha256(bytes) }
      onEntry(number)
    }
    return { entries, lines, problems, head }
  }

  return {
    note: (note) => alone(() => withPatience(patience, () => write(note))),
    head: () => alone(find),
    read: (onEntry) => alone(() => read(onEntry)),
  }
}

function decode(bytes: Uint8Array, number: number): LogEntry | null {
  const verdict = verifyGeneration(bytes, number)
  if (verdict.kind === 'bad') return null
  const data = readLogData(verdict.envelope.data)
  return data === null ? null : { ...data, number, time: verdict.envelope.time }
}

function folderOf(number: number): string {
  return String(Math.floor(number / perFolder)).padStart(4, '0')
}

function isFolderName(name: string): boolean {
  return /^\d{4,7}$/.test(name)
}

function pathOf(top: string, number: number): string {
  return join(top, folderOf(number), entryName(number))
}

function entryName(number: number): string {
  return `e${String(number).padStart(10, '0')}.json`
}

function entryNumber(name: string): number | null {
  const match = /^e(\d{10})\.json$/.exec(name)
  return match?.[1] === undefined ? null : Number(match[1])
}
