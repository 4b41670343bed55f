/** Makes the parity of a stream (SPEC BAG-5). */
import { parityIndexNames, parityName } from '../../../shared/archive/bagNames'
import { sha256 } from '../../storage/generationFile'
import type { BagFile } from './bagFile'
import { cutStream, encodeParityIndex, groupData, groupParity, type IndexedFile, type ParityCut } from './parityIndex'
import { addTimes, factor } from './reedSolomon'
import { streamShards, type ReadFile } from './shardStream'

/** Sums that are held at one time; a larger bag is read several times. */
export const heldBytes = 256 * 1024 * 1024

/** Files with their places in the stream, in order of path. */
export function placeFiles(files: ReadonlyArray<Omit<IndexedFile, 'offset'>>): readonly IndexedFile[] {
  let offset = 0
  return files.map((file) => {
    const placed = { ...file, offset }
    offset += file.bytes
    return placed
  })
}

/** Groups in runs whose sums together stay below `limit`, at least one group a run. */
export function groupRuns(cut: ParityCut, limit: number): ReadonlyArray<{ readonly first: number; readonly end: number }> {
  const most = Math.max(1, Math.floor(limit / (groupParity(groupData(cut, 0)) * cut.shardBytes)))
  return Array.from({ length: Math.ceil(cut.groups / most) }, (_, run) => ({ first: run * most, end: Math.min(cut.groups, (run + 1) * most) }))
}

/** The files of `parity/`, handed out one by one. `files` are in order of path; `read` gives their bytes again. */
export async function* makeParity(files: readonly IndexedFile[], read: ReadFile, limit = heldBytes): AsyncGenerator<BagFile> {
  const cut = cutStream(files.reduce((sum, file) => sum + file.bytes, 0))
  const shards: string[] = []
  const parity: string[][] = []
  for (const { first, end } of groupRuns(cut, limit)) {
    const sums = Array.from({ length: end - first }, (_, group) => Array.from({ length: groupParity(groupData(cut, first + group)) }, () => new Uint8Array(cut.shardBytes)))
    await streamShards(cut, files, read, (number, bytes) => {
      const group = number % cut.groups
      if (first === 0) shards.push(sha256(bytes))
      if (group < first || group >= end) return
      const data = groupData(cut, group)
      sums[group - first]?.forEach((sum, row) => addTimes(sum, factor(data, row, Math.floor(number / cut.groups)), bytes))
    })
    for (const [group, rows] of sums.entries()) {
      parity.push(rows.map((bytes) => sha256(bytes)))
      for (const [row, bytes] of rows.entries()) yield { path: parityName(first + group, row), bytes }
    }
  }
  const index = encodeParityIndex({ ...cut, files, shards, parity })
  for (const path of parityIndexNames) yield { path, bytes: index }
}
