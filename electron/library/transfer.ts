/** Packages to another computer and from it (SPEC PACK). */
import { formatArchivalNumber } from '../../shared/archive/archivalNumber'
import type { LogNote } from '../../shared/archive/actionLog'
import { AppFailure } from '../../shared/base/errors'
import type { Result } from '../../shared/base/result'
import type { Watch } from '../../shared/base/watch'
import { transferPackageText as words } from '../../shared/text/transferPackage'
import { seenFolder, seenName } from '../archive/package/mergeReport'
import { packReports, type PackOutcome } from '../archive/package/packReports'
import { unpack, type UnpackOutcome } from '../archive/package/unpack'
import { verifyBag } from '../archive/bag/verifyBag'
import { verifyGeneration } from '../storage/generationFile'
import type { Surroundings } from '../storage/generations'
import { publish } from '../storage/publish'
import { generationName } from '../../shared/store/envelope'
import { join } from 'node:path'
import { attempt } from './attempt'
import type { Catalogue } from './catalogue'
import { folderIdentity } from './folderFormat'
import type { Shelf } from './reportShelf'
import type { SettingsStore } from './settings'

/** Which reports: those of a year that are not in the trash, or named ones. */
export type PackScope = { readonly kind: 'year'; readonly year: number } | { readonly kind: 'reports'; readonly ids: readonly string[] }

export interface Transfer {
  /** `target`: a folder or a .zip file that does not exist yet. */
  pack(given: { readonly scope: PackScope; readonly target: string; readonly program: string }, watch?: Watch): Promise<Result<PackOutcome>>
  unpack(given: { readonly path: string }, watch?: Watch): Promise<Result<UnpackOutcome>>
}

type Note = (note: LogNote) => Promise<void>

export function bindTransfer(surroundings: Surroundings, root: string, { shelf, catalogue, settings, note }: { readonly shelf: Shelf; readonly catalogue: Catalogue; readonly settings: SettingsStore; readonly note: Note }): Transfer {
  return {
    pack: ({ scope, target, program }, watch = {}) => attempt(async () => {
      await catalogue.refresh()
      const all = catalogue.entries().filter(({ summary }) => !summary.isTrashed)
      const chosen = scope.kind === 'year' ? all.filter(({ summary }) => summary.year === scope.year) : all.filter(({ summary }) => scope.ids.includes(summary.id))
      const unknown = scope.kind === 'reports' ? scope.ids.find((id) => !chosen.some(({ summary }) => summary.id === id)) : undefined
      if (unknown !== undefined) throw new AppFailure({ code: 'reportNotFound', detail: { id: unknown } })
      const reports = chosen.map(({ summary: { id, title, year, state } }) => ({ id, title, year, state })).sort((a, b) => (a.id < b.id ? -1 : 1))
      const { unit } = await settings.read()
      await shelf.settle()
      const packed = await packReports(surroundings, {
        data: root, folderId: await folderIdentity(surroundings, root), reports, unit, program, target, description: words.readme(unit, reports.map(({ year, title }) => `${year}　${title}`)), ...watch,
      })
      for (const { id } of reports) await markSent(id)
      await note({ action: 'pack', detail: `${packed.reports}` })
      return packed
    }),
    unpack: ({ path }, watch = {}) => attempt(async () => {
      await catalogue.refresh()
      await shelf.settle()
      const holders = new Map(catalogue.entries().flatMap(({ summary, filed }) => (filed?.number === undefined ? [] : [[formatArchivalNumber(filed.number), summary.id] as const])))
      const outcome = await unpack(surroundings, { path, root, holderOf: (number) => holders.get(number), ...watch })
      await catalogue.refresh()
      const taken = outcome.reports.filter(({ kind }) => kind === 'added' || kind === 'forward' || kind === 'twoHeads')
      if (taken.length > 0) await note({ action: 'unpack', detail: `${taken.length}` })
      return outcome
    }),
  }

  /** A package that comes back unchanged adds nothing, even if its newest generation was thinned out here. */
  async function markSent(id: string): Promise<void> {
    const [newest] = await shelf.generations(id).numbers()
    if (newest === undefined) return
    const verdict = verifyGeneration(await surroundings.io.read(join(root, 'reports', id, generationName(newest))), newest)
    if (verdict.kind === 'good') await publish(surroundings, join(root, seenFolder), seenName(id, verdict.hash), Buffer.from(`${JSON.stringify({ id, number: newest, hash: verdict.hash })}\n`, 'utf8')).catch(() => undefined)
  }
}

/** Reads a package again, after the medium was pulled out and put in: true if every byte is right. Needs no library. */
export function verifyPackage(surroundings: Surroundings, path: string): Promise<Result<{ readonly isWhole: boolean; readonly wrong: number }>> {
  return attempt(async () => {
    const verdict = await verifyBag(surroundings.io, path)
    return { isWhole: verdict.ok, wrong: verdict.problems.length }
  })
}
