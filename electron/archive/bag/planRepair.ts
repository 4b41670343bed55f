/** Which shards of a damaged bag are lost, and which files parity can give back (SPEC BAG-5). */
import { join } from 'node:path'
import { parityName } from '../../../shared/archive/bagNames'
import { sha256 } from '../../storage/generationFile'
import type { StorageIo } from '../../storage/storageIo'
import { groupData, type IndexedFile, type ParityIndex } from './parityIndex'
import { streamShards, type ReadFile } from './shardStream'
import { readQuietly, type Survey } from './surveyBag'
import { bagLimits } from './walkBag'

export interface RepairPlan {
  readonly index: ParityIndex
  /** Reads a protected file from where its bytes are: its own name, or another one that holds them. */
  readonly read: ReadFile
  /** Under which name the bytes of each protected file are read. */
  readonly sources: ReadonlyMap<string, string>
  /** By number of shard. */
  readonly isLost: readonly boolean[]
  /** Parity shards that are right, by group. */
  readonly goodParity: readonly (readonly number[])[]
  /** Groups whose data cannot be given back. */
  readonly lostGroups: ReadonlySet<number>
  /** Paths of protected files and parity shards that cannot be given back. */
  readonly lostFiles: ReadonlySet<string>
}

/** Reads the protected stream once more. */
export async function planRepair(io: StorageIo, root: string, survey: Survey, index: ParityIndex): Promise<RepairPlan> {
  const sources = sourcesOf(survey, index)
  const read: ReadFile = (file) => {
    const source = sources.get(file.path)
    return source === undefined || (survey.found.get(source)?.bytes ?? 0) > bagLimits.fileBytes ? Promise.resolve(null) : readQuietly(io, join(root, source))
  }
  const isLost: boolean[] = []
  await streamShards(index, index.files, read, (number, bytes, isWhole) => {
    isLost[number] = !isWhole || sha256(bytes) !== index.shards[number]
  })
  const goodParity = index.parity.map((group, number) => group.flatMap((digest, row) => (survey.found.get(parityName(number, row))?.sha256 === digest ? [row] : [])))
  const lostGroups = new Set<number>()
  for (let group = 0; group < index.groups; group += 1) {
    const lost = Array.from({ length: groupData(index, group) }, (_, data) => isLost[data * index.groups + group]).filter(Boolean).length
    if (lost > (goodParity[group]?.length ?? 0)) lostGroups.add(group)
  }
  const lostFiles = new Set([
    ...index.files.filter((file) => shardsOf(index, file).some((shard) => isLost[shard] === true && lostGroups.has(shard % index.groups))).map((file) => file.path),
    ...[...lostGroups].flatMap((group) => (index.parity[group] ?? []).flatMap((_, row) => (goodParity[group]?.includes(row) ? [] : [parityName(group, row)]))),
  ])
  return { index, read, sources, isLost, goodParity, lostGroups, lostFiles }
}

/** Numbers of the shards that a file has a part in. */
export function shardsOf({ shardBytes }: ParityIndex, { offset, bytes }: IndexedFile): readonly number[] {
  if (bytes === 0) return []
  const first = Math.floor(offset / shardBytes)
  return Array.from({ length: Math.floor((offset + bytes - 1) / shardBytes) - first + 1 }, (_, index) => first + index)
}

/** Where the bytes of each protected file are looked for: under a name that has exactly them, else under its own. */
function sourcesOf({ found }: Survey, index: ParityIndex): ReadonlyMap<string, string> {
  const byDigest = new Map<string, string>()
  for (const [path, file] of found) if (file.sha256 !== null) byDigest.set(file.sha256, path)
  return new Map(index.files.flatMap(({ path, sha256: digest }) => {
    const source = found.get(path)?.sha256 === digest ? path : (byDigest.get(digest) ?? (found.has(path) ? path : undefined))
    return source === undefined ? [] : [[path, source] as const]
  }))
}
