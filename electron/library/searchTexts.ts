/**
 * The texts of all reports as they are searched, in segments under `cache/search` (SPEC LIB-17). What was saved since the last segment is held in
 * memory; a segment is never changed, only left behind. A report whose text is nowhere is read anew, so that nothing is ever missed.
 */
import { join } from 'node:path'
import type { Surroundings } from '../storage/generations'
import { ensureFolder, publish, removeQuietly } from '../storage/publish'
import { holding, isWhole, recordPlaces, recordSize, writeSegment, type RecordPlace, type TextRecord } from './textSegment'

/** What the catalogue knows of a report's text. */
export interface TextPlace {
  readonly generation: number
  readonly segment: number
  readonly year: number
}

/** What the texts ask of the catalogue. */
export interface TextOwner {
  readonly places: () => Iterable<readonly [id: string, place: TextPlace]>
  readonly placeOf: (id: string) => TextPlace | undefined
  /** These records now lie in this segment; 0: nowhere. */
  readonly moved: (records: ReadonlyArray<Pick<TextRecord, 'id' | 'generation'>>, segment: number) => void
  /** The text of the newest generation, from the report itself; null if it cannot be read. */
  readonly reread: (id: string) => Promise<TextRecord | null>
}

export interface Scan {
  /** Only texts that hold it; all if null. */
  readonly needle: string | null
  readonly visit: (id: string, text: string) => void
  readonly isStopped: () => boolean
}

export interface SearchTexts {
  /** The text of a generation that was just saved or read. */
  put(record: TextRecord): void
  /** Every report with the needle in its text, each once, newest years first as far as the segments go; in pieces that leave room for everything else. */
  scan(scan: Scan): Promise<void>
  /** Writes what is held in memory. Fails silently. */
  flush(): Promise<void>
  /** Joins small segments and those of which little is left; only for a program that is alone. Gives the number of segments that went. */
  tidy(): Promise<number>
}

/** A segment is written when this many bytes are held. */
const segmentBytes = 4 * 1024 * 1024
/** A segment below this size, or with less than the part of it in use, is joined with others, if there are several. */
const smallSegment = 1024 * 1024
const leastInUse = 0.6
const manySmall = 6
/** So many characters are looked through before the rest of the program has its turn: some ten milliseconds. */
const slice = 500_000

export function openSearchTexts(surroundings: Surroundings, root: string, owner: TextOwner): SearchTexts {
  const { io } = surroundings
  const folder = join(root, 'cache', 'search')
  const fresh = new Map<string, TextRecord>()
  /** The looks of segment files whose hash was right. */
  const proved = new Map<number, string>()
  let freshBytes = 0
  let highest = 0
  let tail: Promise<unknown> = Promise.resolve()
  let isFlushDue = false

  function alone<T>(work: () => Promise<T>): Promise<T> {
    const done = tail.then(work)
    tail = done.catch(() => undefined)
    return done
  }

  function put(record: TextRecord): void {
    forget(record.id)
    fresh.set(record.id, record)
    freshBytes += recordSize(record.text)
    if (freshBytes < segmentBytes || isFlushDue) return
    isFlushDue = true
    void alone(flush).then(() => { isFlushDue = false })
  }

  function forget(id: string): void {
    const known = fresh.get(id)
    if (known === undefined) return
    fresh.delete(id)
    freshBytes -= recordSize(known.text)
  }

  async function flush(): Promise<void> {
    const held = [...fresh.values()]
    const records = held.filter(({ id, generation }) => owner.placeOf(id)?.generation === generation)
    try {
      if (records.length > 0) owner.moved(records, await write(records))
    } catch {
      // They are read from the reports when they are searched.
    }
    for (const record of held) if (fresh.get(record.id) === record) forget(record.id)
  }

  async function write(records: readonly TextRecord[]): Promise<number> {
    await ensureFolder(io, root, 'cache', 'search')
    if (highest === 0) highest = Math.max(0, ...(await segments()))
    const bytes = writeSegment(records)
    do highest += 1
    while ((await publish(surroundings, folder, segmentName(highest), bytes)) === 'taken')
    return highest
  }

  async function segments(): Promise<readonly number[]> {
    const names = await io.readdir(folder).catch((): readonly string[] => [])
    return names.flatMap((name) => (/^s\d{8}\.txt$/.test(name) ? [Number(name.slice(1, 9))] : []))
  }

  /** The bytes of a segment that is whole; null if it is not, or is gone. */
  async function load(segment: number): Promise<Buffer | null> {
    try {
      const path = join(folder, segmentName(segment))
      const facts = await io.stat(path)
      const read = await io.read(path)
      const bytes = Buffer.from(read.buffer, read.byteOffset, read.byteLength)
      const look = `${facts.bytes} ${facts.modified} ${bytes.length}`
      if (proved.get(segment) === look) return bytes
      if (!isWhole(bytes)) return null
      proved.set(segment, look)
      return bytes
    } catch {
      return null
    }
  }

  const isCurrent = (segment: number, { id, generation }: RecordPlace): boolean => {
    const place = owner.placeOf(id)
    return place?.segment === segment && place.generation === generation && !fresh.has(id)
  }

  /** The segments in use with the number of records expected in them and their newest year, newest first; and the reports whose text lies in none. */
  function survey(): { readonly inUse: ReadonlyArray<readonly [segment: number, use: { count: number; year: number }]>; readonly nowhere: readonly string[] } {
    const inUse = new Map<number, { count: number; year: number }>()
    const nowhere: string[] = []
    for (const [id, { segment, year }] of owner.places()) {
      if (fresh.has(id)) continue
      const use = inUse.get(segment)
      if (segment === 0) nowhere.push(id)
      else if (use === undefined) inUse.set(segment, { count: 1, year })
      else {
        use.count += 1
        use.year = Math.max(use.year, year)
      }
    }
    return { inUse: [...inUse].sort(([, a], [, b]) => b.year - a.year), nowhere }
  }

  /** Records that should lie in the segment and do not are read anew. */
  function lost(segment: number, found: ReadonlySet<string>): string[] {
    const ids: string[] = []
    for (const [id, place] of owner.places()) if (place.segment === segment && !found.has(id) && !fresh.has(id)) ids.push(id)
    owner.moved(ids.flatMap((id) => ({ id, generation: owner.placeOf(id)?.generation ?? 0 })), 0)
    return ids
  }

  async function scan({ needle, visit, isStopped }: Scan): Promise<void> {
    const { inUse, nowhere } = survey()
    const visited = new Set<string>()
    const missing = [...nowhere]
    const turn = takeTurns()
    for (const [segment, { count }] of inUse) {
      if (isStopped()) return
      const bytes = await load(segment)
      const current = bytes === null ? [] : recordPlaces(bytes).filter((place) => isCurrent(segment, place))
      if (current.length < count) missing.push(...lost(segment, new Set(current.map(({ id }) => id))))
      if (bytes === null) continue
      for (const place of holding(bytes, current, needle)) {
        visited.add(place.id)
        visit(place.id, bytes.toString('utf16le', place.from, place.to))
        if (await turn(place.to - place.from) && isStopped()) return
      }
    }
    for (const id of missing) {
      if (isStopped()) return
      if (fresh.has(id) || owner.placeOf(id) === undefined) continue
      const record = await owner.reread(id)
      if (record !== null && record.generation === owner.placeOf(id)?.generation) put(record)
      if (freshBytes >= segmentBytes) await visitFresh(visited, needle, visit).then(flush)
    }
    await visitFresh(visited, needle, visit)
  }

  async function visitFresh(visited: Set<string>, needle: string | null, visit: Scan['visit']): Promise<void> {
    for (const { id, text } of fresh.values()) {
      if (visited.has(id) || (needle !== null && !text.includes(needle))) continue
      visited.add(id)
      visit(id, text)
    }
  }

  async function tidy(): Promise<number> {
    const { inUse } = survey()
    const used = new Map(inUse)
    const there = await segments()
    const outdated = there.filter((segment) => !used.has(segment))
    const thin: number[] = []
    for (const [segment, { count }] of inUse) {
      const bytes = await load(segment)
      const places = bytes === null ? [] : recordPlaces(bytes)
      if (bytes !== null && (bytes.length < smallSegment || count < places.length * leastInUse)) thin.push(segment)
    }
    if (thin.length >= manySmall) {
      let records: TextRecord[] = []
      let size = 0
      const move = async (): Promise<void> => {
        if (records.length > 0) owner.moved(records, await write(records))
        records = []
        size = 0
      }
      for (const segment of thin) {
        const bytes = await load(segment)
        if (bytes === null) continue
        for (const place of recordPlaces(bytes)) {
          if (!isCurrent(segment, place)) continue
          const record = { id: place.id, generation: place.generation, text: bytes.toString('utf16le', place.from, place.to) }
          records.push(record)
          size += recordSize(record.text)
          if (size >= segmentBytes) await move()
        }
      }
      await move()
      outdated.push(...thin)
    }
    for (const segment of outdated) await removeQuietly(io, join(folder, segmentName(segment)))
    return outdated.length
  }

  return { put, scan: (wanted) => alone(() => scan(wanted)), flush: () => alone(flush), tidy: () => alone(tidy) }
}

function segmentName(segment: number): string {
  return `s${String(segment).padStart(8, '0')}.txt`
}

/** Lets the rest of the program have its turn when so many characters were looked through; tells whether it had one. */
function takeTurns(): (characters: number) => Promise<boolean> {
  let looked = 0
  return async (characters) => {
    looked += characters
    if (looked < slice) return false
    looked = 0
    await new Promise((resolve) => { setImmediate(resolve) })
    return true
  }
}
