/**
 * The catalogue's files in `cache/catalogue`: a base with all rows, and a log for every run with what changed since. Both are lines of rows,
 * each line with its own hash: a damaged line costs its rows and no others, and those are read from the reports. Nothing here is ever needed.
 */
import { join } from 'node:path'
import { sha256 } from '../storage/generationFile'
import type { Surroundings } from '../storage/generations'
import { ensureFolder, publish, removeQuietly } from '../storage/publish'
import { errnoOf } from '../storage/storageIo'
import { derivation, readRow, writeRow, type CatalogueRow, type RowChange } from './catalogueRow'

export interface CatalogueCache {
  /** The rows as far as the files can be read. */
  read(): Promise<Map<string, CatalogueRow>>
  /** Adds changed rows to the log of this run, in the order of the calls. Fails silently. */
  append(changes: readonly RowChange[]): void
  /** Ends the log of now, so that the disk has it in any case; what comes after goes into another one. */
  settle(): Promise<void>
  /** Writes all rows as a new base, unless the logs are still short. Another program whose log goes with the older files reads its reports again. */
  fold(rows: ReadonlyMap<string, CatalogueRow>): Promise<void>
  /** Resolves when everything begun is done, and lets go of the log. */
  close(): Promise<void>
}

const rowsInLine = 200
/** Logs are folded into the base when they are longer than this, or than a part of the base. */
const longLog = 256 * 1024
const partOfBase = 0.25
const manyLogs = 12
const heading = `andu-catalogue ${derivation}`

export function openCache(surroundings: Surroundings, root: string): CatalogueCache {
  const { io } = surroundings
  const folder = join(root, 'cache', 'catalogue')
  let tail: Promise<void> = Promise.resolve()
  let log: { readonly handle: number; readonly number: number } | null = null
  let highest = 0
  let baseBytes = 0
  let logBytes = 0
  let logs = 0
  let isBroken = false
  let waiting: RowChange[] = []

  /** One thing after the other; what fails leaves the rest to the next start, which reads the reports themselves. */
  function then(work: () => Promise<void>): Promise<void> {
    tail = tail.then(work).catch(() => undefined)
    return tail
  }

  async function files(): Promise<ReadonlyArray<{ readonly name: string; readonly number: number; readonly isBase: boolean }>> {
    const names = await io.readdir(folder).catch((): readonly string[] => [])
    const found = names.flatMap((name) => {
      const match = /^(base|log)-(\d{8})\.txt$/.exec(name)
      return match?.[2] === undefined ? [] : [{ name, number: Number(match[2]), isBase: match[1] === 'base' }]
    })
    highest = Math.max(highest, ...found.map(({ number }) => number))
    return found.sort((a, b) => a.number - b.number)
  }

  async function read(): Promise<Map<string, CatalogueRow>> {
    const rows = new Map<string, CatalogueRow>()
    const found = await files()
    const base = found.filter(({ isBase }) => isBase).pop()
    const strings = new Map<string, string>()
    const same = (text: string): string => strings.get(text) ?? (strings.set(text, text), text)
    for (const { name, number, isBase } of found) {
      if (base !== undefined && (isBase ? number !== base.number : number < base.number)) continue
      const bytes = await io.read(join(folder, name)).catch(() => new Uint8Array(0))
      if (isBase) baseBytes = bytes.length
      else {
        logBytes += bytes.length
        logs += 1
      }
      await readLines(bytes, same, rows)
    }
    return rows
  }

  async function openLog(): Promise<void> {
    await ensureFolder(io, root, 'cache', 'catalogue')
    for (;;) {
      highest += 1
      try {
        const handle = await io.open(join(folder, `log-${numbered(highest)}.txt`), 'wx')
        log = { handle, number: highest }
        logs += 1
        return await writeWhole(handle, `${heading}\n`)
      } catch (error) {
        if (errnoOf(error) !== 'EEXIST') throw error
      }
    }
  }

  async function writeWhole(handle: number, text: string): Promise<void> {
    const bytes = Buffer.from(text, 'utf8')
    logBytes += bytes.length
    for (let done = 0; done < bytes.length;) done += await io.write(handle, bytes.subarray(done))
  }

  async function writeWaiting(): Promise<void> {
    const changes = waiting
    waiting = []
    try {
      if (log === null) await openLog()
      for (let from = 0; log !== null && from < changes.length; from += rowsInLine) await writeWhole(log.handle, `${lineOf(changes.slice(from, from + rowsInLine))}\n`)
    } catch (error) {
      isBroken = true
      throw error
    }
  }

  async function closeLog(): Promise<void> {
    const open = log
    log = null
    if (open !== null) await io.close(open.handle)
  }

  async function writeBase(rows: ReadonlyMap<string, CatalogueRow>): Promise<void> {
    await closeLog()
    await ensureFolder(io, root, 'cache', 'catalogue')
    const outdated = await files()
    const lines = [heading]
    let line: RowChange[] = []
    for (const row of rows) {
      line.push(row)
      if (line.length < rowsInLine) continue
      lines.push(lineOf(line))
      line = []
      if (lines.length % 10 === 0) await breath()
    }
    if (line.length > 0) lines.push(lineOf(line))
    const bytes = Buffer.from(`${lines.join('\n')}\n`, 'utf8')
    do highest += 1
    while ((await publish(surroundings, folder, `base-${numbered(highest)}.txt`, bytes)) === 'taken')
    for (const { name } of outdated) await removeQuietly(io, join(folder, name))
    baseBytes = bytes.length
    logBytes = 0
    logs = 0
  }

  return {
    read,
    append: (changes) => {
      if (changes.length === 0 || isBroken) return
      waiting.push(...changes)
      // What comes while something is being written goes into the next lines together.
      if (waiting.length === changes.length) void then(writeWaiting)
    },
    settle: () => then(closeLog),
    fold: async (rows) => {
      await tail
      if (logBytes > Math.max(longLog, baseBytes * partOfBase) || logs > manyLogs || isBroken) await then(() => writeBase(rows))
      isBroken = false
    },
    close: () => then(closeLog),
  }
}

/** Room for everything else between two pieces of work. */
function breath(): Promise<void> {
  return new Promise((resolve) => { setImmediate(resolve) })
}

function numbered(number: number): string {
  return String(number).padStart(8, '0')
}

function lineOf(changes: readonly RowChange[]): string {
  const text = JSON.stringify(changes.map(writeRow))
  return `${sha256(text).slice(0, 16)} ${text}`
}

const hashLength = 17

async function readLines(bytes: Uint8Array, same: (text: string) => string, rows: Map<string, CatalogueRow>): Promise<void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const first = buffer.indexOf(10)
  if (buffer.toString('latin1', 0, Math.max(first, 0)) !== heading) return
  let count = 0
  for (let from = first + 1, to = buffer.indexOf(10, from); to !== -1; from = to + 1, to = buffer.indexOf(10, from)) {
    const text = buffer.subarray(Math.min(from + hashLength, to), to)
    if (buffer.toString('latin1', from, from + hashLength) !== `${sha256(text).slice(0, 16)} `) continue
    for (const line of JSON.parse(text.toString('utf8')) as readonly unknown[]) {
      const [id, row] = readRow(line, same)
      if (row === null) rows.delete(id)
      else rows.set(id, row)
    }
    count += 1
    if (count % 20 === 0) await breath()
  }
}
