/** Gives lost data and parity shards back (SPEC BAG-5). Of the bag one file, and of the sums one run of groups, is held at a time. */
import { join } from 'node:path'
import { parityName } from '../../../shared/archive/bagNames'
import { sha256 } from '../../storage/generationFile'
import type { StorageIo } from '../../storage/storageIo'
import { groupRuns, heldBytes } from './makeParity'
import { groupData, groupParity } from './parityIndex'
import type { RepairPlan } from './planRepair'
import { addTimes, factor, solve } from './reedSolomon'
import { streamShards } from './shardStream'
import { readQuietly } from './surveyBag'

/** Shards that were given back: data by number, parity by name of file. */
export interface Regained {
  readonly shards: ReadonlyMap<number, Uint8Array>
  readonly parity: ReadonlyMap<string, Uint8Array>
}

/** What is being computed for one group. `lost`, `rows` and `missing` are numbers inside the group. */
interface Work {
  readonly group: number
  readonly data: number
  readonly lost: readonly number[]
  readonly rows: readonly number[]
  readonly sums: readonly Uint8Array[]
  readonly missing: readonly number[]
  readonly remade: readonly Uint8Array[]
}

/** Solves every group that can be solved. What comes out is handed over only if it has the hash of the index. */
export async function solveGroups(io: StorageIo, root: string, plan: RepairPlan, limit = heldBytes): Promise<Regained> {
  const shards = new Map<number, Uint8Array>()
  const parity = new Map<string, Uint8Array>()
  for (const { first, end } of groupRuns(plan.index, limit)) {
    const works = new Map<number, Work>()
    for (let group = first; group < end; group += 1) {
      const work = await beginWork(io, root, plan, group)
      if (work !== null) works.set(group, work)
    }
    if (works.size === 0) continue
    await streamShards(plan.index, plan.index.files, plan.read, (number, bytes) => {
      const work = works.get(number % plan.index.groups)
      if (work === undefined || plan.isLost[number]) return
      addData(work, Math.floor(number / plan.index.groups), bytes, true)
    })
    for (const work of works.values()) finishWork(plan, work, shards, parity)
  }
  return { shards, parity }
}

async function beginWork(io: StorageIo, root: string, { index, isLost, goodParity, lostGroups }: RepairPlan, group: number): Promise<Work | null> {
  if (lostGroups.has(group)) return null
  const data = groupData(index, group)
  const lost = Array.from({ length: data }, (_, number) => number).filter((number) => isLost[number * index.groups + group])
  const good = goodParity[group] ?? []
  const missing = Array.from({ length: groupParity(data) }, (_, row) => row).filter((row) => !good.includes(row))
  if (lost.length === 0 && missing.length === 0) return null
  const rows = good.slice(0, lost.length)
  const sums: Uint8Array[] = []
  for (const row of rows) sums.push(Uint8Array.from((await readQuietly(io, join(root, parityName(group, row)))) ?? new Uint8Array(index.shardBytes)))
  return { group, data, lost, rows, sums, missing, remade: missing.map(() => new Uint8Array(index.shardBytes)) }
}

function addData({ data, rows, sums, missing, remade }: Work, number: number, bytes: Uint8Array, isGood: boolean): void {
  if (isGood) rows.forEach((row, at) => addTo(sums[at], factor(data, row, number), bytes))
  missing.forEach((row, at) => addTo(remade[at], factor(data, row, number), bytes))
}

function addTo(sum: Uint8Array | undefined, by: number, bytes: Uint8Array): void {
  if (sum !== undefined) addTimes(sum, by, bytes)
}

function finishWork({ index }: RepairPlan, work: Work, shards: Map<number, Uint8Array>, parity: Map<string, Uint8Array>): void {
  solve(work.data, work.rows, work.lost, work.sums).forEach((bytes, at) => {
    const number = work.lost[at] ?? 0
    const shard = number * index.groups + work.group
    if (sha256(bytes) === index.shards[shard]) shards.set(shard, bytes)
    addData(work, number, bytes, false)
  })
  work.missing.forEach((row, at) => {
    const bytes = work.remade[at]
    if (bytes !== undefined && sha256(bytes) === index.parity[work.group]?.[row]) parity.set(parityName(work.group, row), bytes)
  })
}
