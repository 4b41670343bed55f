/**
 * What is kept of the import of a folder (SPEC FOLDER-2): small files in `imports/folders/<id>`, one after the other, each with the rows that changed and
 * its own hash. Whatever was written stays written when the program ends in the middle; a damaged file costs its rows, which are read again.
 */
import { join } from 'node:path'
import type { AppError } from '../../../shared/base/errors'
import type { FolderChange, FolderJob, SkipReason } from '../../../shared/ipc/folderImportContract'
import type { FileGuess } from '../../../shared/outline/guessFile'
import { removeTree } from '../../storage/folderTree'
import { sha256 } from '../../storage/generationFile'
import type { Surroundings } from '../../storage/generations'
import { ensureFolder, isTemporaryName, publish, removeQuietly } from '../../storage/publish'
import type { FilePicture } from './filePictures'

/** What was found in a file, without its text. */
export interface LookedFile extends FileGuess {
  readonly format: string
  /** 0 is the best of the formats in which the same text may come. */
  readonly rank: number
  readonly characters: number
  /** Hash of its text, bare; '' of a text too short to be told from others. */
  readonly print: string
  /** The same of the text as it would stand on the shelf, its title by the file's name included. */
  readonly shelfPrint: string
  /** Those that are kept, in order. */
  readonly pictures: readonly FilePicture[]
  /** Numbers of 32 bits in base64. */
  readonly sketch: string
  readonly findings: number
  readonly setAside: number
  /** What it had beside its text, in words. */
  readonly met: readonly string[]
  /** Those of `met` for which the clerk should look at the file. */
  readonly toCheck: readonly string[]
}

/** One file of the folder. */
export interface JobFile {
  readonly path: string
  readonly bytes: number
  readonly modified: number
  readonly skip?: SkipReason
  readonly sha256?: string
  readonly looked?: LookedFile
  /** Stored, and looked at by an earlier version of the program: its hashes cannot be compared until it is looked at again. */
  readonly isOutdated?: true
  /** Why it was not read. */
  readonly error?: AppError
  /** Which program found that. */
  readonly reader?: string
  /** The clerk's corrections. */
  readonly change?: FolderChange
  readonly stored?: { readonly reportId: string; readonly isKnown: boolean }
  /** It was stored once, and the report was taken away from the library. */
  readonly wasStored?: true
  /** Why it was not stored. */
  readonly failed?: AppError
}

export type JobHead = FolderJob & { readonly folder: string }

export interface JobRecord {
  /** Adds rows; resolves when the disk has them. */
  append(head: JobHead, files: readonly JobFile[]): Promise<void>
  /** Puts one file with all rows in the place of the many. */
  fold(head: JobHead, files: readonly JobFile[]): Promise<void>
}

export interface ReadRecord {
  readonly head: JobHead
  readonly files: readonly JobFile[]
}

interface Segment {
  readonly v: typeof version
  readonly head: JobHead
  readonly files: readonly JobFile[]
}

/** What earlier versions wrote. */
interface EarlierSegment {
  readonly v: 1 | 2
  readonly head: JobHead
  readonly files: readonly (Omit<JobFile, 'looked'> & { readonly looked?: Omit<LookedFile, 'pictures' | 'toCheck'> & Partial<LookedFile> })[]
}

const version = 3
const parent = ['imports', 'folders'] as const
/** So many small files are joined. */
const manySegments = 40

/** The record with this id, and what it holds; null if nothing of it can be read. */
export async function openRecord(surroundings: Surroundings, root: string, id: string): Promise<{ readonly record: JobRecord; readonly read: ReadRecord | null }> {
  const { io } = surroundings
  const folder = join(root, ...parent, id)
  let numbers = await segmentNumbers(surroundings, folder)
  let next = Math.max(0, ...numbers) + 1
  let read: ReadRecord | null = null
  const files = new Map<string, JobFile>()
  for (const number of numbers) {
    const segment = await readSegment(surroundings, folder, number)
    if (segment === null) continue
    for (const file of segment.files) files.set(file.path, file)
    read = { head: segment.head, files: [] }
  }
  if (read !== null) read = { head: read.head, files: [...files.values()] }

  async function write(head: JobHead, rows: readonly JobFile[]): Promise<number> {
    await ensureFolder(io, root, ...parent, id)
    const text = JSON.stringify({ v: version, head, files: rows } satisfies Segment)
    const bytes = Buffer.from(`${sha256(text).slice(0, 16)} ${text}\n`, 'utf8')
    for (;;) {
      const number = next
      next += 1
      if ((await publish(surroundings, folder, nameOf(number), bytes)) === 'published') return number
    }
  }

  async function fold(head: JobHead, rows: readonly JobFile[]): Promise<void> {
    const outdated = numbers
    numbers = [await write(head, rows)]
    for (const number of outdated) await removeQuietly(io, join(folder, nameOf(number)))
  }

  let all = new Map(files)
  return {
    read,
    record: {
      append: async (head, rows) => {
        for (const row of rows) all.set(row.path, row)
        if (numbers.length >= manySegments) return fold(head, [...all.values()])
        numbers = [...numbers, await write(head, rows)]
      },
      fold: async (head, rows) => {
        all = new Map(rows.map((row) => [row.path, row]))
        await fold(head, rows)
      },
    },
  }
}

/** The heads of all records, in no order. */
export async function recordHeads(surroundings: Surroundings, root: string): Promise<readonly JobHead[]> {
  const folder = join(root, ...parent)
  const ids = (await surroundings.io.readdir(folder).catch((): readonly string[] => [])).filter((name) => /^[0-9a-f]{16}$/.test(name))
  const heads: JobHead[] = []
  for (const id of ids) {
    for (const number of [...await segmentNumbers(surroundings, join(folder, id))].reverse()) {
      const segment = await readSegment(surroundings, join(folder, id), number)
      if (segment === null) continue
      heads.push(segment.head)
      break
    }
  }
  return heads
}

/** Whether there is any record. */
export async function hasRecords({ io }: Surroundings, root: string): Promise<boolean> {
  return (await io.readdir(join(root, ...parent)).catch((): readonly string[] => [])).length > 0
}

export async function removeRecord({ io }: Surroundings, root: string, id: string): Promise<void> {
  await removeTree(io, join(root, ...parent, id))
}

/** Ascending. What a killed program left of a file is taken away. */
async function segmentNumbers({ io }: Surroundings, folder: string): Promise<readonly number[]> {
  const names = await io.readdir(folder).catch((): readonly string[] => [])
  for (const name of names) if (isTemporaryName(name)) await removeQuietly(io, join(folder, name))
  return names.flatMap((name) => (/^\d{8}\.json$/.test(name) ? [Number(name.slice(0, 8))] : [])).sort((a, b) => a - b)
}

/** Our own file with a right hash: its shape is taken on trust, once it is that of this version. */
async function readSegment({ io }: Surroundings, folder: string, number: number): Promise<Segment | null> {
  try {
    const text = Buffer.from(await io.read(join(folder, nameOf(number)))).toString('utf8').trimEnd()
    const body = text.slice(17)
    if (text.slice(0, 17) !== `${sha256(body).slice(0, 16)} `) return null
    const segment = JSON.parse(body) as Segment | EarlierSegment
    return segment.v === version ? segment : segment.v === 1 || segment.v === 2 ? fromEarlier(segment) : null
  } catch {
    return null
  }
}

/** They knew no pictures, and their hashes left out decimal points: every file is looked at again. Corrections and what was stored stay. */
function fromEarlier({ head, files }: EarlierSegment): Segment {
  return { v: version, head, files: files.map(({ looked, ...file }) => (looked === undefined || file.stored === undefined ? file : { ...file, looked: { ...looked, print: '', shelfPrint: '', sketch: '', pictures: [], toCheck: looked.toCheck ?? [] }, isOutdated: true })) }
}

function nameOf(number: number): string {
  return `${String(number).padStart(8, '0')}.json`
}
