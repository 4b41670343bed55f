/** Finds out what a damaged bag needs and puts the bytes of its files together again (SPEC BAG-8). */
import { parityIndexNames } from '../../../shared/archive/bagNames'
import { sha256 } from '../../storage/generationFile'
import type { StorageIo } from '../../storage/storageIo'
import { expectedFiles, isRight, judgeBag, type ExpectedFile } from './judgeBag'
import { encodeParityIndex, type IndexedFile } from './parityIndex'
import { planRepair, shardsOf, type RepairPlan } from './planRepair'
import { solveGroups, type Regained } from './solveGroups'
import { surveyBag, type Survey } from './surveyBag'

/** A file to be written; its bytes are put together when they are asked for, null if they do not come out right after all. */
export interface FileToRepair {
  readonly path: string
  readonly bytes: () => Promise<Uint8Array | null>
}

export interface Repair {
  readonly survey: Survey
  readonly expected: ReadonlyMap<string, ExpectedFile>
  /** In an order in which they can be replaced one after the other. */
  readonly files: readonly FileToRepair[]
  readonly lost: readonly string[]
  /** Files and folders that do not belong into the bag. */
  readonly strangers: readonly string[]
}

/** Null if neither copy of the index can be believed. */
export async function prepareRepair(io: StorageIo, folder: string): Promise<Repair | null> {
  const survey = await surveyBag(io, folder)
  if (survey.index === null) return null
  const expected = expectedFiles(survey)
  const wrong = [...expected.values()].filter((file) => !isRight(survey.found.get(file.path), file)).map(({ path }) => path)
  const strangers = strangersOf(survey, expected)
  if (wrong.length === 0) return { survey, expected, files: [], lost: [], strangers }
  const plan = await planRepair(io, folder, survey, survey.index)
  const regained = await solveGroups(io, folder, plan)
  const indexed = new Map(survey.index.files.map((file) => [file.path, file]))
  const files = wrong.filter((path) => !plan.lostFiles.has(path)).map((path): FileToRepair => ({ path, bytes: () => bytesOf(path, indexed.get(path), plan, regained) }))
  return { survey, expected, files: await readSwappedAhead(files, plan, new Set(wrong)), lost: wrong.filter((path) => plan.lostFiles.has(path)), strangers }
}

/** What stands in the bag and is none of its files nor a folder above them; the highest folder stands for all below it. */
function strangersOf(survey: Survey, expected: ReadonlyMap<string, ExpectedFile>): readonly string[] {
  const folders = new Set([...expected.keys()].flatMap(ancestors))
  const strange = judgeBag(survey, {}).flatMap(({ path, other, kind }) => [path, ...(kind === 'renamed' && other !== undefined ? [other] : [])])
  const lifted = strange.filter((path) => path !== '' && !expected.has(path) && !folders.has(path) && survey.walk.entries.has(path))
    .map((path) => ancestors(path).find((each) => !folders.has(each) && !expected.has(each)) ?? path)
  return [...new Set(lifted)]
}

/** The folders above a path, the highest first. */
function ancestors(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.slice(0, -1).map((_, depth) => parts.slice(0, depth + 1).join('/'))
}

/** Files whose bytes lie under the name of another file that will be replaced are read before that happens. */
async function readSwappedAhead(files: readonly FileToRepair[], plan: RepairPlan, wrong: ReadonlySet<string>): Promise<readonly FileToRepair[]> {
  const inOrder: FileToRepair[] = []
  for (const file of files) {
    const source = plan.sources.get(file.path)
    if (source === undefined || source === file.path || !wrong.has(source)) inOrder.push(file)
    else {
      const bytes = await file.bytes()
      inOrder.push({ path: file.path, bytes: async () => bytes })
    }
  }
  return inOrder
}

async function bytesOf(path: string, file: IndexedFile | undefined, plan: RepairPlan, regained: Regained): Promise<Uint8Array | null> {
  if (parityIndexNames.some((name) => name === path)) return encodeParityIndex(plan.index)
  return file === undefined ? (regained.parity.get(path) ?? null) : assemble(file, plan, regained)
}

/** The bytes of a protected file from what is still right of it and the shards that were given back. */
async function assemble(file: IndexedFile, { index, read }: RepairPlan, regained: Regained): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(file.bytes)
  bytes.set(((await read(file)) ?? new Uint8Array(0)).subarray(0, file.bytes))
  for (const number of shardsOf(index, file)) {
    const shard = regained.shards.get(number)
    if (shard === undefined) continue
    const start = number * index.shardBytes - file.offset
    const from = Math.max(0, -start)
    bytes.set(shard.subarray(from, Math.min(shard.length, file.bytes - start)), start + from)
  }
  return sha256(bytes) === file.sha256 ? bytes : null
}
