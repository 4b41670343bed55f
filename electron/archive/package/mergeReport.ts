/** The steps by which one report of a package comes into the library (SPEC PACK-6, PACK-7). Nothing is written here but folders in building. */
import { join } from 'node:path'
import { formatArchivalNumber } from '../../../shared/archive/archivalNumber'
import { generationName, generationNumber } from '../../../shared/store/envelope'
import { planMerge, type HeldGeneration } from '../../../shared/store/planMerge'
import { reportFormat, type StoredReport } from '../../../shared/store/storedReportSchema'
import { decodeData } from '../../../shared/store/format'
import { flushFolders, writeChecked } from '../../storage/checkedWrite'
import { encodeGeneration, verifyGeneration } from '../../storage/generationFile'
import type { Surroundings } from '../../storage/generations'
import type { Step } from '../../storage/journal'
import { ensureFolder } from '../../storage/publish'
import { openQuarantine } from '../../storage/quarantine'
import { errnoOf } from '../../storage/storageIo'
import type { History, HistoryEntry } from './readHistory'

/** What became of a report. `numberTaken`: another report is filed here under its 档号; `filed`: it is filed here, with other content than there. */
export type MergeKind = 'added' | 'known' | 'forward' | 'twoHeads' | 'numberTaken' | 'filed'

export interface MergedReport {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly kind: MergeKind
}

export interface MergeSteps {
  readonly merged: MergedReport
  readonly steps: readonly Step[]
  /** Folders in building, to be removed if the operation does not come about. */
  readonly building: readonly string[]
}

/** The folder of the marks that a generation came in or went out. */
export const seenFolder = 'imports'

/** The mark that this generation of a report is known on this side. */
export function seenName(id: string, hash: string): string {
  return `${id}-${hash.slice(0, 32)}.json`
}

/** `holderOf`: the report that is filed here under a 档号. */
export async function mergeReport(surroundings: Surroundings, root: string, history: History, holderOf: (number: string) => string | undefined): Promise<MergeSteps> {
  const { io } = surroundings
  const head = history.generations[history.generations.length - 1]
  if (head === undefined) throw new RangeError('a history without generations')
  const { report } = head.stored
  const answer = (kind: MergeKind, steps: readonly Step[] = [], building: readonly string[] = []): MergeSteps => ({ merged: { id: history.id, title: report.title.join(''), year: report.year, kind }, steps, building })
  const number = report.filing?.number
  const holder = number === undefined ? undefined : holderOf(formatArchivalNumber(number))
  if (holder !== undefined && holder !== history.id) return answer('numberTaken')
  const local = await localGenerations(surroundings, root, history.id)
  const seen = await io.readdir(join(root, seenFolder))
  const plan = planMerge(history.generations, local.held, { wasSeen: seen.includes(seenName(history.id, head.hash)), used: local.used })
  const mark = markSeen(history.id, head)
  switch (plan.kind) {
    case 'known': return answer('known')
    case 'add': {
      const building = await buildFolder(surroundings, root, history)
      return answer('added', [{ kind: 'rename', folder: 'reports', from: building, name: history.id, decides: true }, ...(seen.includes(mark.name) ? [] : [mark])], [join(root, 'reports', building)])
    }
    case 'forward': {
      const wanted = new Set(plan.numbers)
      const steps = history.generations.filter((each) => wanted.has(each.number)).map((each) => publishGeneration(history.id, each.number, each.bytes))
      if (local.head?.report.state === 'filed' && report.filing?.contentSha256 !== local.head.report.filing?.contentSha256) return answer('filed')
      return answer('forward', [...steps, mark])
    }
    case 'diverged': {
      if (local.head?.report.state === 'filed') return answer('filed')
      return answer('twoHeads', [...headSteps(surroundings, history.id, head, local, plan.parent), mark])
    }
  }
}

interface Local {
  readonly held: readonly HeldGeneration[]
  /** The highest number that is not free. */
  readonly used: number
  readonly newest: number
  readonly head: StoredReport | null
}

async function localGenerations({ io, ...surroundings }: Surroundings, root: string, id: string): Promise<Local> {
  const names = await io.readdir(join(root, 'reports', id)).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return []
    throw error
  })
  const numbers = names.flatMap((name) => generationNumber(name) ?? []).sort((a, b) => a - b)
  const held: HeldGeneration[] = []
  let head: StoredReport | null = null
  let newest = 0
  for (const number of numbers) {
    const verdict = verifyGeneration(await io.read(join(root, 'reports', id, generationName(number))), number)
    if (verdict.kind === 'bad') continue
    held.push({ number, hash: verdict.hash })
    const decoded = decodeData(reportFormat, verdict.envelope.version, verdict.envelope.data)
    if (decoded.kind === 'value') head = decoded.value
    newest = number
  }
  const quarantined = await openQuarantine({ io, ...surroundings }, root, id).numbers()
  return { held, used: Math.max(0, ...numbers, ...quarantined), newest, head }
}

function publishGeneration(id: string, number: number, bytes: Uint8Array): Step {
  return { kind: 'publish', folder: `reports/${id}`, name: generationName(number), bytes, decides: true }
}

/**
 * Both texts stay as heads: the incoming one as a generation of its own, and above it the one of this side again, which says that the other
 * stands beside it. What was filed on the other side cannot have anything above it, so there it is the other way round.
 */
function headSteps(surroundings: Surroundings, id: string, incoming: HistoryEntry, local: Local, parent: number): readonly Step[] {
  const time = new Date(surroundings.clock()).toISOString()
  const next = Math.max(local.used, incoming.number) + 1
  const generation = (number: number, from: number, cause: 'import' | 'conflict', data: StoredReport, other?: number): Step =>
    publishGeneration(id, number, encodeGeneration({ number, parent: from, version: reportFormat.version, time, cause, ...(other === undefined ? {} : { other }), data }).bytes)
  const { conflict: _conflict, ...theirs } = incoming.stored
  if (local.head === null) return [generation(next, parent, 'import', theirs)]
  if (incoming.stored.report.state === 'filed') return [generation(next, parent, 'conflict', { ...theirs, conflict: { theirs: local.newest } }, local.newest)]
  return [generation(next, parent, 'import', theirs), generation(next + 1, local.newest, 'conflict', { ...local.head, conflict: { theirs: next } }, next)]
}

function markSeen(id: string, { number, hash }: HistoryEntry): Extract<Step, { readonly kind: 'publish' }> {
  return { kind: 'publish', folder: seenFolder, name: seenName(id, hash), bytes: Buffer.from(`${JSON.stringify({ id, number, hash })}\n`, 'utf8') }
}

/** The whole folder of a report that is new here, complete and flushed, under a name that nothing reads. */
async function buildFolder(surroundings: Surroundings, root: string, { id, generations, names }: History): Promise<string> {
  const name = `.building-${surroundings.randomName()}-${id}`
  const folder = await ensureFolder(surroundings.io, join(root, 'reports'), name)
  const folders = new Map<string, string>()
  for (const { number, bytes } of generations) {
    await writeChecked(surroundings, folder, generationName(number), bytes)
    folders.set(folder, generationName(number))
  }
  for (const each of names) {
    const inside = await ensureFolder(surroundings.io, folder, 'names')
    await writeChecked(surroundings, inside, each.name, each.bytes)
    folders.set(inside, each.name)
  }
  await flushFolders(surroundings, folders)
  return name
}
