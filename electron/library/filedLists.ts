/** The filed reports of a year for the room of the archive, and the rounds through all of them (SPEC CHECK-7, FILE-5). */
import { join } from 'node:path'
import type { Result } from '../../shared/base/result'
import type { FiledReport, Request, Response } from '../../shared/ipc/contract'
import { isIntact } from '../archive/filedReports'
import { verifyBag } from '../archive/bag/verifyBag'
import type { Surroundings } from '../storage/generations'
import { filedCorrections, type Archiving } from './archiving'
import { attempt } from './attempt'
import type { Catalogue } from './catalogue'
import type { IndexEntry } from './indexEntry'
import type { Shelf } from './reportShelf'
import type { Piece, Rounds } from './rounds'
import { sealedNames } from './sealedFacts'

export interface FiledListParts {
  readonly surroundings: Surroundings
  readonly root: string
  readonly shelf: Shelf
  readonly catalogue: Catalogue
  readonly describe: Archiving['describe']
}

export interface FiledLists {
  /** The filed reports of a year, each looked at as far as time allows, and how far the rounds are. */
  filedYear(request: Request<'archive.list'>): Promise<Result<Response<'archive.list'>>>
}

/** A list is held up by looking at files for at most so many milliseconds; what is left shows the last look. */
const longestLook = 500

/** Everything that rounds go through: filed reports by id, sealed packages by name. */
export function archivePieces({ surroundings, root, shelf, catalogue }: Omit<FiledListParts, 'describe'>): () => Promise<readonly Piece[]> {
  return async () => [
    ...filedEntries(catalogue.entries()).map(({ summary: { id } }) => ({ id, check: () => lookAt(surroundings, root, shelf, id) })),
    ...(await sealedNames(surroundings.io, root)).map((name) => ({ id: name, check: async () => (await verifyBag(surroundings.io, join(root, 'archive', 'sealed', name))).ok })),
  ]
}

/** Of the year that was asked for, else of the newest; newest first. */
export function bindFiledLists({ surroundings, root, shelf, catalogue, describe }: FiledListParts, rounds: Rounds): FiledLists {
  const { clock } = surroundings
  const looked = (id: string): Promise<boolean> => lookAt(surroundings, root, shelf, id)
  return {
    filedYear: ({ year: asked }) => attempt(async () => {
      // A large library is looked at in the background.
      await catalogue.refresh({ ifOlderThan: 1000, within: 250 })
      const entries = catalogue.entries()
      const years = new Map<number, IndexEntry[]>()
      for (const entry of filedEntries(entries)) {
        const year = entry.filed?.year ?? entry.summary.year
        const ofYear = years.get(year)
        if (ofYear === undefined) years.set(year, [entry])
        else ofYear.push(entry)
      }
      const year = asked !== undefined && years.has(asked) ? asked : years.size === 0 ? null : Math.max(...years.keys())
      const corrections = filedCorrections(entries)
      const began = clock()
      const reports: FiledReport[] = []
      for (const entry of year === null ? [] : years.get(year) ?? []) {
        const { id } = entry.summary
        if (clock() - began < longestLook) rounds.note(id, await looked(id).catch(() => false))
        reports.push(await describe(entry, corrections, rounds.lookOf(id)?.isIntact ?? null))
      }
      const state = await rounds.state()
      const broken = new Set(state.broken)
      return {
        year, reports: reports.sort((one, other) => (one.filedAt < other.filedAt ? 1 : -1)),
        years: Array.from(years, ([each, found]) => ({ year: each, count: found.length, broken: found.filter(({ summary }) => broken.has(summary.id)).length })).sort((one, other) => other.year - one.year),
        rounds: {
          pieces: state.pieces, fresh: state.fresh, lastAt: state.lastAt === null ? null : new Date(state.lastAt).toISOString(),
          broken: state.broken.map((id) => ({ id, title: entries.find(({ summary }) => summary.id === id)?.summary.title ?? id })),
        },
      }
    }),
  }
}

/** Whether a filed report and its files are what was filed, read from the disk and not kept in memory. */
async function lookAt(surroundings: Surroundings, root: string, shelf: Shelf, id: string): Promise<boolean> {
  const newest = await shelf.peek(id)
  return newest !== null && isIntact(surroundings, root, newest.revision.data.report)
}

function filedEntries(entries: readonly IndexEntry[]): readonly IndexEntry[] {
  return entries.filter(({ summary }) => summary.state === 'filed')
}
