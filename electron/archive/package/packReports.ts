/**
 * A transfer package (SPEC PACK-1, PACK-2): a bag whose payload are the generations of the chosen reports with names, originals, pictures and
 * what was filed. Built beside its name, flushed, read again from the medium and verified; only then it gets its name.
 */
import { basename, dirname, extname, join } from 'node:path'
import { AppFailure } from '../../../shared/base/errors'
import { endIfCancelled, type Watch } from '../../../shared/base/watch'
import { isPayloadPath } from '../../../shared/archive/bagNames'
import { packageVersion, type PackageFacts } from '../../../shared/store/packageSchema'
import { writeChecked } from '../../storage/checkedWrite'
import { errnoToAppError } from '../../storage/errnoToAppError'
import { listTree, removeTree } from '../../storage/folderTree'
import { verifyGeneration } from '../../storage/generationFile'
import type { Surroundings } from '../../storage/generations'
import { withPatience } from '../../storage/patience'
import { ensureFolder, exists, isTemporaryName } from '../../storage/publish'
import { errnoOf } from '../../storage/storageIo'
import type { BagFacts, BagFile } from '../bag/bagFile'
import { verifyBag } from '../bag/verifyBag'
import { makeBag, writeBag } from '../bag/writeBag'
import { zipLimits } from './readZip'
import { writeZip } from './writeZip'

export interface PackWork extends Watch {
  /** The data folder and its id. */
  readonly data: string
  readonly folderId: string
  readonly reports: ReadonlyArray<Pick<PackageFacts['reports'][number], 'id' | 'title' | 'year' | 'state'>>
  readonly unit: string
  readonly program: string
  readonly description: string
  /** A folder or a file named `….zip`, which must not exist; the folder above it must. */
  readonly target: string
}

export interface PackOutcome {
  readonly reports: number
  readonly files: number
  readonly bytes: number
  /** Generations that are damaged here and are not in the package. */
  readonly left: readonly string[]
  /** Names in the place that are not of this package. */
  readonly others: readonly string[]
}

/** Packs. Throws an AppFailure; then nothing of the package stands in the place. */
export async function packReports(surroundings: Surroundings, work: PackWork): Promise<PackOutcome> {
  const { io } = surroundings
  const above = dirname(work.target)
  if (work.reports.length === 0) throw new AppFailure({ code: 'packageEmpty' })
  if (!(await exists(io, above))) throw new AppFailure({ code: 'folderNotFound', detail: { folder: basename(above) } })
  if (await exists(io, work.target)) throw new AppFailure({ code: 'folderNotEmpty', detail: { folder: basename(work.target) } })
  const others = (await io.readdir(above)).filter((name) => !name.startsWith('.'))
  try {
    const made = extname(work.target).toLowerCase() === '.zip' ? await packFile(surroundings, work, above) : await packFolder(surroundings, work, above)
    return { ...made, reports: work.reports.length, others }
  } catch (error) {
    if (errnoOf(error) === '') throw error
    throw new AppFailure(errnoToAppError(error, { name: basename(work.target), folder: basename(above), drive: basename(above) }), error)
  }
}

type Made = Pick<PackOutcome, 'files' | 'bytes' | 'left'>

async function packFolder(surroundings: Surroundings, work: PackWork, above: string): Promise<Made> {
  const { io, patience } = surroundings
  const counted = await payloadOf(surroundings, work)
  const building = await ensureFolder(io, above, `.building-${surroundings.randomName()}`)
  try {
    await writeBag({ ...surroundings, access: 'shared' }, building, counted.payload(), bagFacts(surroundings, work))
    const verdict = await verifyBag(io, building, {}, (done, total) => {
      endIfCancelled(work)
      // Writing was the first half.
      work.progress?.({ done: counted.total + Math.round((done / Math.max(1, total)) * counted.total), total: 2 * counted.total })
    })
    if (!verdict.ok) throw new AppFailure({ code: 'diskFaulty', detail: { name: verdict.problems[0]?.path ?? '' } })
    if (await exists(io, work.target)) throw new AppFailure({ code: 'folderNotEmpty', detail: { folder: basename(work.target) } })
    await withPatience(patience, () => io.rename(building, work.target))
    await io.flushDirectory(above)
    return { files: verdict.label.files, bytes: verdict.label.bytes, left: counted.left }
  } catch (error) {
    await removeTree(io, building).catch(() => undefined)
    throw error
  }
}

async function packFile(surroundings: Surroundings, work: PackWork, above: string): Promise<Made> {
  const counted = await payloadOf(surroundings, work)
  const { files } = await makeBag(counted.payload(), bagFacts(surroundings, work))
  const inside = basename(work.target).slice(0, -'.zip'.length)
  const folder = /^[a-z0-9][a-z0-9._-]*$/i.test(inside) ? inside : 'andu-package'
  const bytes = writeZip([...files].map((file) => ({ path: `${folder}/${file.path}`, bytes: file.bytes })))
  if (bytes.length > zipLimits.fileBytes) throw new AppFailure({ code: 'fileTooLarge', detail: { name: basename(work.target), limit: zipLimits.fileBytes / 1024 / 1024 } })
  endIfCancelled(work)
  await writeChecked({ ...surroundings, access: 'shared' }, above, basename(work.target), bytes)
  await surroundings.io.flushDirectory(above)
  const payload = files.filter(({ path }) => path.startsWith('data/'))
  return { files: payload.length, bytes: payload.reduce((sum, file) => sum + file.bytes.length, 0), left: counted.left }
}

function bagFacts(surroundings: Surroundings, { unit, description, program }: PackWork): BagFacts {
  return { seal: null, organisation: unit, description, madeAt: new Date(surroundings.clock()).toISOString(), program }
}

interface Counted {
  readonly total: number
  readonly left: readonly string[]
  readonly payload: () => AsyncGenerator<BagFile>
}

/** Looks for everything that belongs to the reports; hands the bytes over one by one. */
async function payloadOf(surroundings: Surroundings, work: PackWork): Promise<Counted> {
  const { io } = surroundings
  const left: string[] = []
  const paths: string[] = []
  const reports: Array<PackageFacts['reports'][number]> = []
  const named = new Set<string>()
  for (const report of work.reports) {
    let generations = 0
    for (const { path } of await listTree(io, join(work.data, 'reports', report.id), (_, name) => !isTemporaryName(name) && !name.startsWith('.'))) {
      const bytes = await io.read(join(work.data, 'reports', report.id, path))
      if (verifyGeneration(bytes, null).kind === 'bad') {
        left.push(`reports/${report.id}/${path}`)
        continue
      }
      if (!path.includes('/')) generations += 1
      for (const hash of Buffer.from(bytes).toString('latin1').match(/[0-9a-f]{64}/g) ?? []) named.add(hash)
      paths.push(`reports/${report.id}/${path}`)
    }
    if (generations === 0) throw new AppFailure({ code: 'reportUnreadable' })
    reports.push({ ...report, generations })
    for (const { path } of await listTree(io, join(work.data, 'archive', String(report.year), report.id), (_, name) => !isTemporaryName(name))) paths.push(`archive/${report.year}/${report.id}/${path}`)
  }
  for (const part of ['pictures', 'originals']) for (const name of await io.readdir(join(work.data, part))) if (named.has(name.replace(/\.bin$/, ''))) paths.push(`${part}/${name}`)
  const facts: PackageFacts = {
    format: 'andu-package', version: packageVersion, madeAt: new Date(surroundings.clock()).toISOString(), program: work.program, unit: work.unit, folder: work.folderId, reports,
  }
  const kept = paths.filter((path) => isPayloadPath(`data/${path}`))
  return {
    total: kept.length + 1, left,
    payload: async function* payload() {
      yield { path: 'data/package.json', bytes: new TextEncoder().encode(`${JSON.stringify(facts, null, 2)}\n`) }
      for (const [index, path] of kept.entries()) {
        endIfCancelled(work)
        work.progress?.({ done: index, total: 2 * (kept.length + 1) })
        yield { path: `data/${path}`, bytes: await io.read(join(work.data, path)) }
      }
    },
  }
}
