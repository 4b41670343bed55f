/** Carrying out the steps of an intent (SPEC JOURNAL-3, JOURNAL-4). It can be done any number of times, by several programs at once, and ends alike. */
import { join } from 'node:path'
import type { Intent, IntentStep } from '../../shared/store/intentSchema'
import { sha256 } from './generationFile'
import { exists, flushFile, linkOrRename } from './publish'
import { errnoOf, type StorageIo } from './storageIo'

/**
 * `done`: every step is durable. `undone`: a name that decides belongs to another program. `missing`: nothing was published, and cannot be any more.
 * `broken`: what is on the disk is neither the state before nor the one after, and cannot be made so.
 */
export type Outcome = 'done' | 'undone' | 'missing' | 'broken'

/** `isPartly`: at least one step is published. */
export interface CarriedOut {
  readonly outcome: Outcome
  readonly isPartly: boolean
}

/** What stands at the place of a step: what it publishes, something else, nothing (it can be published), nothing (and it cannot). */
type Standing = 'ours' | 'other' | 'free' | 'missing'

interface Work {
  readonly io: StorageIo
  readonly step: IntentStep
  readonly folder: string
  /** What is to get the name. */
  readonly source: string
  readonly target: string
}

/** Name of the file that step `index` publishes, before it does. */
export function preparedName(id: string, index: number): string {
  return `i-${id}-${String(index).padStart(6, '0')}.tmp`
}

export async function carryOut({ io }: { readonly io: StorageIo }, root: string, id: string, { steps }: Intent): Promise<CarriedOut> {
  const works = steps.map((step, index): Work => {
    const folder = join(root, ...step.folder.split('/'))
    const source = step.kind === 'publish' ? join(root, 'intents', preparedName(id, index)) : join(folder, step.from)
    return { io, step, folder, source, target: join(folder, step.name) }
  })
  const standings: Standing[] = []
  for (const work of works) standings.push(await standingOf(work))
  const isFound = standings.includes('ours')
  const judged = judge(works, standings, isFound)
  if (judged !== null) return { outcome: judged, isPartly: isFound }
  let isPartly = isFound
  for (const [index, work] of works.entries()) {
    const standing = standings[index] === 'ours' ? 'ours' : await publishStep(work)
    if (standing !== 'ours') return { outcome: standing === 'other' && work.step.decides === true ? 'undone' : 'broken', isPartly: isPartly || standing === 'missing' }
    isPartly = true
  }
  await makeDurable(works)
  return { outcome: 'done', isPartly: true }
}

/** Whether it is clear before anything is published that it cannot all be published. */
function judge(works: readonly Work[], standings: readonly Standing[], isPartly: boolean): Outcome | null {
  if (works.some(({ step }, index) => step.decides === true && standings[index] === 'other')) return 'undone'
  if (standings.includes('other')) return 'broken'
  if (standings.includes('missing')) return isPartly ? 'broken' : 'missing'
  return null
}

/** The target is looked at again when the source is gone: another program may have just moved it there. */
async function standingOf(work: Work): Promise<Standing> {
  return (await targetOf(work)) ?? (await isReady(work) ? 'free' : ((await targetOf(work)) ?? 'missing'))
}

/** Null if nothing stands there. */
async function targetOf({ io, step, source, target }: Work): Promise<'ours' | 'other' | null> {
  if (step.kind === 'rename') return (await exists(io, target)) ? ((await exists(io, source)) ? 'other' : 'ours') : null
  const found = await hashOf(io, target)
  return found === null ? null : found === step.sha256 ? 'ours' : 'other'
}

async function isReady({ io, step, source }: Work): Promise<boolean> {
  return step.kind === 'rename' ? exists(io, source) : (await hashOf(io, source)) === step.sha256
}

async function hashOf(io: StorageIo, path: string): Promise<string | null> {
  try {
    return sha256(await io.read(path))
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Another program may be at the same step: what counts is what stands there in the end. Throws what the disk said if nothing does. */
async function publishStep(work: Work): Promise<Standing> {
  const { io, step, source, target } = work
  let reason: unknown
  try {
    if (step.kind === 'publish') await linkOrRename(io, source, target)
    else await io.rename(source, target)
  } catch (error) {
    reason = error
  }
  const standing = await standingOf(work)
  if (standing === 'free' || (standing === 'missing' && reason !== undefined)) throw reason ?? Object.assign(new Error('the name did not come into being'), { code: 'EIO' })
  return standing
}

async function makeDurable(works: readonly Work[]): Promise<void> {
  for (const folder of new Set(works.map((work) => work.folder))) {
    const here = works.filter((work) => work.folder === folder)
    const [first] = here
    if (first === undefined || (await first.io.flushDirectory(folder)) === 'flushed') continue
    for (const { io, step, target } of here) if (step.kind === 'publish') await flushFile(io, target)
  }
}
