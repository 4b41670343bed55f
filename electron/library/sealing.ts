/** Sealing a year (SPEC SEAL): the filed reports become a folder that can be read and verified without the program, chained to the seal before it. */
import { join } from 'node:path'
import { AppFailure } from '../../shared/base/errors'
import type { Result } from '../../shared/base/result'
import { endIfCancelled, type Watch } from '../../shared/base/watch'
import { catalogueParts, type CatalogueFacts } from '../../shared/archive/catalogue'
import { shortCode } from '../../shared/archive/shortCode'
import { readSeals, sealFile, sealFolder, type SealEntry } from '../archive/sealRegister'
import { sealPayload, type SealGaps } from '../archive/sealPayload'
import { copySealed } from '../archive/copySealed'
import type { BagFacts } from '../archive/bag/bagFile'
import type { ReaderReport } from '../archive/bag/readerReport'
import type { BagVerdict } from '../archive/bag/verdict'
import { verifyBag } from '../archive/bag/verifyBag'
import { writeBag } from '../archive/bag/writeBag'
import type { ExportReport } from '../archive/filedReports'
import { removeTree } from '../storage/folderTree'
import type { Surroundings } from '../storage/generations'
import { replayOperations, runOperation } from '../storage/journal'
import { ensureFolder } from '../storage/publish'
import { attempt } from './attempt'
import type { Catalogue } from './catalogue'
import type { LibraryLog } from './logging'
import type { Shelf } from './reportShelf'
import type { SettingsStore } from './settings'

/** What a long piece of work is at, as the window shows it: reports while writing, bytes else. */
export interface SealProgress {
  readonly stage: 'writing' | 'copying' | 'verifying'
  readonly done: number
  readonly total: number
}

export type SealWatch = Watch<SealProgress>

/** A sealed folder. `isThere`: it lies in the data folder. */
export interface SealedFolder extends Omit<SealEntry, 'reports'> {
  readonly reports: number
  readonly shortCode: string
}

/** What sealing the year now would do. `unfiled`: final reports that would stay out; `unnumbered`: how many have no whole 档号. */
export interface SealPlan {
  readonly year: number
  readonly sequence: number
  readonly reports: number
  readonly sealedBefore: number
  readonly unnumbered: number
  readonly unfiled: readonly string[]
}

export interface SealedYear extends SealedFolder {
  readonly unfiled: readonly string[]
  /** Formats that could not be made on this computer. */
  readonly missingFormats: readonly string[]
}

export interface Sealing {
  planSeal(request: { readonly year: number }): Promise<Result<SealPlan>>
  sealYear(request: { readonly year: number }, watch?: SealWatch): Promise<Result<SealedYear>>
  /** All sealed folders in the order of the chain. */
  listSealed(): Promise<Result<readonly SealedFolder[]>>
  /** Checks a sealed folder byte by byte, its place in the chain included. */
  verifySealed(request: { readonly name: string }, watch?: SealWatch): Promise<Result<BagVerdict>>
  copySealed(request: { readonly name: string; readonly target: string }, watch?: SealWatch): Promise<Result<{ readonly files: number; readonly bytes: number }>>
  /** Whether the report lies in a sealed folder. */
  isSealed(id: string): Promise<boolean>
}

export interface SealingParts {
  readonly surroundings: Surroundings
  readonly root: string
  readonly shelf: Shelf
  readonly catalogue: Catalogue
  readonly settings: SettingsStore
  readonly logging: LibraryLog
  readonly exportReport: ExportReport | undefined
  /** Name and version of the program, for the label. */
  readonly program: string
  /** What stands on the label for a year. */
  readonly describe: (year: number, sequence: number) => string
}

/** Another program may seal at the same time; then the chain goes on from its seal. */
const mostTries = 3

export function bindSealing({ surroundings, root, shelf, catalogue, settings, logging, exportReport, program, describe }: SealingParts): Sealing {
  const { io, clock, randomName } = surroundings
  const sealedTop = join(root, 'archive', 'sealed')

  async function survey(year: number): Promise<{ readonly plan: SealPlan; readonly facts: readonly CatalogueFacts[]; readonly all: readonly CatalogueFacts[]; readonly seals: readonly SealEntry[] }> {
    await replayOperations(surroundings, root)
    await catalogue.refresh()
    const seals = await readSeals(surroundings, root)
    const sealed = new Set(seals.flatMap(({ reports }) => reports))
    const entries = catalogue.entries()
    const all = entries.flatMap(({ filed }) => filed ?? [])
    const ofYear = all.filter((one) => one.year === year)
    const facts = ofYear.filter(({ id }) => !sealed.has(id))
    const unfiled = entries.filter(({ summary }) => summary.year === year && summary.state === 'final' && !summary.isTrashed).map(({ summary }) => summary.title)
    const plan: SealPlan = {
      year, sequence: await nextSequence(year, seals), reports: facts.length, sealedBefore: ofYear.length - facts.length, unnumbered: facts.filter(({ number }) => number === undefined || number.fonds === '').length, unfiled,
    }
    return { plan, facts, all, seals }
  }

  /** A folder that stands there without being in the chain keeps its number, too. */
  async function nextSequence(year: number, seals: readonly SealEntry[]): Promise<number> {
    const folder = await ensureFolder(io, root, 'archive', 'sealed')
    const standing = (await io.readdir(folder)).flatMap((name) => (name.startsWith(`${year}-`) ? [Number(name.slice(5))] : []))
    return Math.max(0, ...seals.filter((seal) => seal.year === year).map(({ sequence }) => sequence), ...standing.filter(Number.isSafeInteger)) + 1
  }

  async function sealOnce(year: number, watch: SealWatch): Promise<SealedYear | null> {
    const { plan, facts, all, seals } = await survey(year)
    if (facts.length === 0) throw new AppFailure({ code: plan.sealedBefore > 0 ? 'alreadySealed' : 'nothingToSeal', detail: { year } })
    const { sequence, unfiled } = plan
    const name = `${year}-${sequence}`
    const building = `.building-${randomName()}`
    const folder = join(sealedTop, building)
    try {
      await io.mkdir(folder)
      const gaps: SealGaps = { formats: new Set() }
      const { sha256, sealedAt } = await build(folder, plan, facts, all, seals, gaps, watch)
      // The folder itself must be there after a power cut, before it is promised its name.
      await io.flushDirectory(sealedTop)
      const entry: SealEntry = { number: seals.length + 1, name, year, sequence, sealedAt, sha256, reports: facts.map(({ id }) => id) }
      const outcome = await runOperation(surroundings, root, { kind: 'seal', subject: name, steps: [
        { kind: 'publish', folder: sealFolder, ...sealFile(entry), decides: true },
        { kind: 'rename', folder: 'archive/sealed', from: building, name, decides: true },
      ] }, () => logging.noteAction({ action: 'seal', detail: `${name} ${sha256}` }))
      if (outcome === 'undone') {
        await removeTree(io, folder)
        return null
      }
      return { ...shown(entry), unfiled, missingFormats: [...gaps.formats] }
    } catch (error) {
      // A seal that may still be finished at the next start keeps its folder.
      if (!(error instanceof AppFailure && error.error.code === 'operationPending')) await removeTree(io, folder).catch(() => undefined)
      throw error
    }
  }

  async function build(
    folder: string, { year, sequence }: SealPlan, facts: readonly CatalogueFacts[], all: readonly CatalogueFacts[], seals: readonly SealEntry[], gaps: SealGaps, watch: SealWatch,
  ): Promise<{ readonly sha256: string; readonly sealedAt: string }> {
    const { archive, unit } = await settings.readOrFail()
    const log = await logging.log.read()
    const readers: ReaderReport[] = []
    const sealedAt = new Date(clock()).toISOString()
    const bagFacts: BagFacts = {
      seal: { year, sequence, fonds: archive.fonds, fondsName: archive.fondsName, reports: facts.length, sealedAt, program, previous: seals[seals.length - 1]?.sha256 ?? null, logHead: log.head?.sha256 ?? null },
      organisation: archive.fondsName || unit, description: describe(year, sequence), madeAt: sealedAt, program, reader: () => readers,
    }
    const payload = sealPayload({
      surroundings, root, parts: catalogueParts(facts, all), exportReport, reportOf: async (id) => (await shelf.newest(id)).data.report,
      log: log.lines.map((line) => `${Buffer.from(line).toString('utf8')}\n`).join(''),
      onReport: (done) => {
        endIfCancelled(watch)
        watch.progress?.({ stage: 'writing', done, total: facts.length })
      },
    }, readers, gaps)
    const { seal } = await writeBag({ io, randomName }, folder, payload, bagFacts, () => endIfCancelled(watch))
    const verdict = await verifyBag(io, folder, { previousSeal: seals[seals.length - 1]?.sha256 ?? null }, verifying(watch))
    if (seal === null || !verdict.ok) throw new AppFailure({ code: 'diskFaulty', detail: { name: `${year}-${sequence}` } })
    return { sha256: seal.sha256, sealedAt }
  }

  async function find(name: string): Promise<{ readonly entry: SealEntry; readonly previous: string | null }> {
    const seals = await readSeals(surroundings, root)
    const index = seals.findIndex((seal) => seal.name === name)
    const entry = seals[index]
    if (entry === undefined) throw new AppFailure({ code: 'folderNotFound', detail: { folder: name } })
    return { entry, previous: seals[index - 1]?.sha256 ?? null }
  }

  return {
    planSeal: ({ year }) => attempt(async () => (await survey(year)).plan),

    sealYear: ({ year }, watch = {}) => attempt(async () => {
      for (let tries = 1; ; tries += 1) {
        const sealed = await sealOnce(year, watch)
        if (sealed !== null) return sealed
        if (tries >= mostTries) throw new AppFailure({ code: 'saveConflict' })
      }
    }),

    listSealed: () => attempt(async () => (await readSeals(surroundings, root)).map(shown)),

    verifySealed: ({ name }, watch = {}) => attempt(async () => {
      const { entry, previous } = await find(name)
      return verifyBag(io, join(sealedTop, name), { previousSeal: previous, code: shortCode(entry.sha256) }, verifying(watch))
    }),

    copySealed: ({ name, target }, watch = {}) => attempt(async () => {
      const { entry } = await find(name)
      const copied = await copySealed(surroundings, join(sealedTop, name), target, entry.sha256, {
        ...(watch.isCancelled === undefined ? {} : { isCancelled: watch.isCancelled }), progress: (stage, done, total) => watch.progress?.({ stage, done, total }),
      })
      await logging.noteAction({ action: 'copy', detail: name })
      return copied
    }),

    isSealed: async (id) => (await readSeals(surroundings, root)).some(({ reports }) => reports.includes(id)),
  }
}

function shown({ reports, ...entry }: SealEntry): SealedFolder {
  return { ...entry, reports: reports.length, shortCode: shortCode(entry.sha256) }
}

function verifying(watch: SealWatch): (done: number, total: number) => void {
  return (done, total) => {
    endIfCancelled(watch)
    watch.progress?.({ stage: 'verifying', done, total })
  }
}
