/** What files of one folder are to each other and to the library (SPEC FOLDER-5, FOLDER-6): copies with one chosen, near copies, and what is on the shelf already. */
import { SKETCH_SIZE, sketchSimilarity } from '../../../shared/compare/sketch'
import { hasPictures } from './filePictures'
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
/** Of so many smallest hashes, texts that are nearly the same share four fifths in the mean, and a good third all but certainly. */
const compared = 32
const commonShare = 0.35

/** `onShelf` gives the report with the content of a file, if there is one. */
export function judgeFiles(files: readonly JobFile[], onShelf: (file: JobFile) => string | undefined): readonly Judged[] {
  const best = new Map<number, number>()
  for (const group of groups(files)) {
    const chosen: number[] = []
    for (const index of [...group].sort((a, b) => better(files[a], files[b]))) {
      const whole = chosen.find((each) => holds(files[each], files[index]))
      if (whole === undefined) chosen.push(index)
      else best.set(index, whole)
    }
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

/** Whether nothing of the second file is lost if only the first of these two with the same text is taken. */
function holds(kept: JobFile | undefined, left: JobFile | undefined): boolean {
  if (kept?.looked === undefined || left?.looked === undefined) return false
  return hasPictures(kept.looked.pictures, left.looked.pictures, { isOtherFormat: kept.looked.format !== left.looked.format, characters: left.looked.characters })
}

/** What was stored stays the chosen one; then the one with more pictures, the better format, the newer file, the shorter path. */
function better(one: JobFile | undefined, other: JobFile | undefined): number {
  if (one?.looked === undefined || other?.looked === undefined) return 0
  const stored = Number(other.stored !== undefined) - Number(one.stored !== undefined)
  return stored || other.looked.pictures.length - one.looked.pictures.length || one.looked.rank - other.looked.rank || other.modified - one.modified || one.path.length - other.path.length || (one.path < other.path ? -1 : 1)
}

function relations(files: readonly JobFile[], isWanted: (index: number) => boolean): ReadonlyMap<number, readonly number[]> {
  const sketches = files.flatMap(({ looked }, index) => (looked !== undefined && looked.sketch !== '' && isWanted(index) ? [{ index, sketch: readSketch(looked.sketch) }] : []))
  const holders = new Map<number, number[]>()
  const found = new Map<number, { readonly other: number; readonly share: number }[]>()
  const shared = new Uint8Array(sketches.length)
  const add = (index: number, other: number, share: number): void => {
    const list = found.get(index)
    if (list === undefined) found.set(index, [{ other, share }])
    else list.push({ other, share })
  }
  sketches.forEach(({ index, sketch }, at) => {
    // Texts of one office share a few phrases, all of them: so many pairs are only counted, and few compared.
    shared.fill(0, 0, at)
    for (const hash of sketch.slice(0, compared)) {
      const others = holders.get(hash)
      for (const other of others ?? []) shared[other] = (shared[other] ?? 0) + 1
      if (others === undefined) holders.set(hash, [at])
      else others.push(at)
    }
    const enough = Math.min(compared, sketch.length) * commonShare
    for (let earlier = 0; earlier < at; earlier += 1) {
      if ((shared[earlier] ?? 0) < enough) continue
      const other = sketches[earlier]
      if (other === undefined) continue
      const share = sketchSimilarity(sketch, other.sketch)
      if (share < nearlySame) continue
      add(index, other.index, share)
      add(other.index, index, share)
    }
  })
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
