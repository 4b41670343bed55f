/**
 * A package into the library (SPEC PACK-4 … PACK-8): copied, verified, planned report by report, then published by one operation of the journal,
 * wholly or not at all.
 */
import { join } from 'node:path'
import { AppFailure } from '../../../shared/base/errors'
import { endIfCancelled, type Watch } from '../../../shared/base/watch'
import { removeTree } from '../../storage/folderTree'
import { sha256 } from '../../storage/generationFile'
import type { Surroundings } from '../../storage/generations'
import { runOperation } from '../../storage/journal'
import { ensureFolder, publish } from '../../storage/publish'
import { mergeReport, type MergedReport, type MergeSteps } from './mergeReport'
import { openPackage, type OpenedPackage } from './openPackage'
import { readHistory, type History } from './readHistory'

export interface UnpackWork extends Watch {
  /** The package: a folder or a .zip file. */
  readonly path: string
  /** The data folder. */
  readonly root: string
  /** The report that is filed here under a 档号. */
  readonly holderOf: (number: string) => string | undefined
}

export interface UnpackOutcome {
  readonly madeAt: string
  readonly unit: string
  readonly reports: readonly MergedReport[]
  /** Files on the medium that are no part of the package. */
  readonly foreign: readonly string[]
}

/** Where packages are copied to before they are believed. */
export const incomingFolder = 'incoming'
/** So many times another program may save into a report just now. */
const mostTries = 5

/** Imports. Throws an AppFailure; then nothing of the package is in the library, or (`operationPending`) all of it will be at the next start. */
export async function unpack(surroundings: Surroundings, work: UnpackWork): Promise<UnpackOutcome> {
  const { io } = surroundings
  const incoming = join(work.root, incomingFolder)
  const temporary = await ensureFolder(io, incoming, `.building-${surroundings.randomName()}`)
  try {
    const opened = await openPackage(surroundings, work.path, temporary, work)
    const histories: History[] = []
    for (const { id } of opened.facts.reports) histories.push(await readHistory(opened, id))
    refuseUnlisted(opened, histories)
    endIfCancelled(work)
    for (let tries = 1; ; tries += 1) {
      const reports = await publishAll(surroundings, work, opened, histories)
      if (reports !== null) return { madeAt: opened.facts.madeAt, unit: opened.facts.unit, reports, foreign: opened.foreign }
      if (tries >= mostTries) throw new AppFailure({ code: 'saveConflict' })
    }
  } finally {
    await removeTree(io, temporary).catch(() => undefined)
  }
}

/** Null if another program saved into one of the reports meanwhile. */
async function publishAll(surroundings: Surroundings, work: UnpackWork, opened: OpenedPackage, histories: readonly History[]): Promise<readonly MergedReport[] | null> {
  const plans: MergeSteps[] = []
  try {
    for (const history of histories) {
      const plan = await mergeReport(surroundings, work.root, history, work.holderOf)
      plans.push(plan)
      if (plan.steps.length > 0) await putBeside(surroundings, work.root, opened, history)
    }
    const steps = plans.flatMap((plan) => plan.steps)
    if (steps.length > 0 && (await runOperation(surroundings, work.root, { kind: 'import', subject: opened.facts.reports[0]?.id ?? '', steps })) === 'undone') {
      await removeBuilding(surroundings, plans)
      return null
    }
    return plans.map(({ merged }) => merged)
  } catch (error) {
    // What the journal will finish at the next start must find its folders.
    if (!(error instanceof AppFailure && error.error.code === 'operationPending')) await removeBuilding(surroundings, plans)
    throw error
  }
}

async function removeBuilding({ io }: Surroundings, plans: readonly MergeSteps[]): Promise<void> {
  for (const folder of plans.flatMap(({ building }) => building)) await removeTree(io, folder).catch(() => undefined)
}

/** Pictures, imported files and what was filed lie under names that say their bytes: they do no harm while nothing names them. */
async function putBeside(surroundings: Surroundings, root: string, opened: OpenedPackage, { id, text }: History): Promise<void> {
  for (const path of opened.paths) {
    const hash = /^(?:pictures|originals)\/([0-9a-f]{64})\.bin$/.exec(path)?.[1]
    const filed = /^archive\/\d{4}\/(r-[0-9a-z]{26})\/[a-z]-([0-9a-f]{32})\.[a-z]+$/.exec(path)
    const isNamed = (hash !== undefined && text.includes(hash)) || (filed?.[1] === id && text.includes(filed[2] ?? ''))
    if (!isNamed) continue
    const bytes = await opened.read(path)
    if (!sha256(bytes).startsWith(hash ?? filed?.[2] ?? '')) throw new AppFailure({ code: 'packageDamaged', detail: { count: 1, name: path } })
    const parts = path.split('/')
    const name = parts.pop() ?? ''
    const folder = await ensureFolder(surroundings.io, root, ...parts)
    if ((await publish(surroundings, folder, name, bytes)) === 'taken') await surroundings.io.flushDirectory(folder)
  }
}

/** Every report folder in the package must be named in its description. */
function refuseUnlisted({ paths }: OpenedPackage, histories: readonly History[]): void {
  const listed = new Set(histories.map(({ id }) => id))
  const stranger = paths.find((path) => path.startsWith('reports/') && !listed.has(path.split('/')[1] ?? ''))
  if (stranger !== undefined || listed.size !== histories.length) throw new AppFailure({ code: 'packageDamaged', detail: { count: 1, name: stranger ?? '' } })
}
