/** What files of one folder are to each other and to the library (SPEC FOLDER-5, FOLDER-6): copies with one chosen, near copies, and what is on the shelf already. */
import { SKETCH_SIZE, sketchSimilarity } from '../../../shared/compare/sketch'
import type { JobFile } from './jobRecord'

export interface Judged {
  /** Index of the file with the same content that was chosen in its place. */
  readonly copyOf?: number
  /** Indices of files that are at least nine tenths the same, the most alike first. */
  readonly related: readonly number[]
  /** The report that holds the very same content. */
  readonly onShelf?: string
}

/** From here on two texts are told to be alike. */
export const nearlySame = 0.9
const mostRelated = 3
/** Texts that are nearly the same share one of so many smallest hashes, all but certainly. */
const compared = 32

/** `onShelf` gives the report with the content of a file, if there is one. */
export function judgeFiles(files: readonly JobFile[], onShelf: (file: JobFile) => string | undefined): readonly Judged[] {
  const best = new Map<number, number>()
  for (const group of groups(files)) {
    const [chosen = 0, ...others] = [...group].sort((a, b) => better(files[a], files[b]))
    for (const other of others) best.set(other, chosen)
  }
  const related = relations(files, (index) => !best.has(index))
  return files.map((file, index) => {
    const copyOf = best.get(index)
    const report = file.stored === undefined ? onShelf(file) : undefined
    return { related: related.get(index) ?? [], ...(copyOf === undefined ? {} : { copyOf }), ...(report === undefined ? {} : { onShelf: report }) }
  })
}

/** Indices of files with the same bytes or the same text, each group with two at least. */
function groups(files: readonly JobFile[]): ReadonlyArray<readonly number[]> {
  const byContent = new Map<string, number[]>()
  files.forEach(({ looked, sha256 }, index) => {
    if (looked === undefined || sha256 === undefined) return
    const key = looked.print === '' ? sha256 : looked.print
    const group = byContent.get(key)
    if (group === undefined) byContent.set(key, [index])
    else group.push(index)
  })
  return [...byContent.values()].filter((group) => group.length > 1)
}

/** What was stored stays the chosen one; then the better format, the newer file, the shorter path. */
function better(one: JobFile | undefined, other: JobFile | undefined): number {
  if (one?.looked === undefined || other?.looked === undefined) return 0
  const stored = Number(other.stored !== undefined) - Number(one.stored !== undefined)
  return stored || one.looked.rank - other.looked.rank || other.modified - one.modified || one.path.length - other.path.length || (one.path < other.path ? -1 : 1)
}

function relations(files: readonly JobFile[], isWanted: (index: number) => boolean): ReadonlyMap<number, readonly number[]> {
  const sketches = new Map(files.flatMap(({ looked }, index) => (looked !== undefined && looked.sketch !== '' && isWanted(index) ? [[index, readSketch(looked.sketch)] as const] : [])))
  const holders = new Map<number, number[]>()
  const found = new Map<number, { readonly other: number; readonly share: number }[]>()
  const add = (index: number, other: number, share: number): void => {
    const list = found.get(index)
    if (list === undefined) found.set(index, [{ other, share }])
    else list.push({ other, share })
  }
  for (const [index, sketch] of sketches) {
    const seen = new Set<number>()
    for (const hash of sketch.slice(0, compared)) {
      const others = holders.get(hash)
      for (const other of others ?? []) seen.add(other)
      if (others === undefined) holders.set(hash, [index])
      else others.push(index)
    }
    for (const other of seen) {
      const share = sketchSimilarity(sketch, sketches.get(other) ?? [])
      if (share < nearlySame) continue
      add(index, other, share)
      add(other, index, share)
    }
  }
  return new Map([...found].map(([index, list]) => [index, list.sort((a, b) => b.share - a.share || a.other - b.other).slice(0, mostRelated).map(({ other }) => other)]))
}

/** Numbers of 32 bits as base64, and back. */
export function writeSketch(sketch: readonly number[]): string {
  return Buffer.from(Uint32Array.from(sketch.slice(0, SKETCH_SIZE)).buffer).toString('base64')
}

export function readSketch(text: string): readonly number[] {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'))
  return [...new Uint32Array(bytes.buffer, 0, Math.floor(bytes.length / 4))]
}
