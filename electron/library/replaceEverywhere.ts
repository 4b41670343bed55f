/** Replacing words in many reports (SPEC FIND-11 … FIND-13): one new generation for each, and a way back as long as nobody has gone on from it. */
import { whyNotChange } from '../../shared/archive/filingRules'
import { AppFailure, type AppError } from '../../shared/base/errors'
import type { Request, Response } from '../../shared/ipc/contract'
import type { ReportSummary } from '../../shared/report/summary'
import { finder, type FindQuery } from '../../shared/search/findMatches'
import { expectedFailure } from '../storage/errnoToAppError'
import type { Catalogue } from './catalogue'
import { placesIn, withReplaced } from './replacing'
import type { Shelf } from './reportShelf'
import { needleOf, placesOf } from './searchedText'

/** So many places at most are shown, and only what was shown is replaced. */
const mostPlaces = 2000

export interface Replacer {
  preview(request: Request<'library.previewReplace'>): Promise<Response<'library.previewReplace'>>
  replace(request: Request<'library.replace'>): Promise<Response<'library.replace'>>
  takeBack(request: Request<'library.takeBack'>): Promise<Response<'library.takeBack'>>
}

/** A bug in one report must not hide what was done to those before it. */
function toldFailure(error: unknown): AppError {
  try {
    return expectedFailure(error)
  } catch {
    return { code: 'internal' }
  }
}

/** The longest piece of the words that no option of the search and no folding changes; null if there is none. */
function surePiece(words: string): string | null {
  return needleOf(words.split(/[^\p{Script=Han}]+/u))
}

export function openReplacer(shelf: Shelf, catalogue: Catalogue): Replacer {
  /** Changes one report after the other; what cannot be changed is named and stops nothing else. */
  async function each<Item extends { readonly id: string }, Done>(items: readonly Item[], work: (item: Item) => Promise<Done>): Promise<{ done: Done[]; refused: Response<'library.replace'>['refused'] }> {
    const done: Done[] = []
    const refused: Response<'library.replace'>['refused'] = []
    for (const item of items) {
      try {
        done.push(await work(item))
      } catch (error) {
        const title = catalogue.entry(item.id)?.summary.title ?? ''
        refused.push({ id: item.id, title, error: toldFailure(error) })
      }
    }
    return { done, refused }
  }

  /** A first look at the searched texts spares reading most reports; folded and glued together, the words can only be found too often there. */
  async function likelyOf(query: FindQuery, isAsked: (summary: ReportSummary) => boolean): Promise<readonly ReportSummary[]> {
    const find = finder({ words: query.words, matchWidth: false, matchCase: false, wholeWord: false })
    const likely: ReportSummary[] = []
    const visit = (id: string, text: string): void => {
      const summary = catalogue.entry(id)?.summary
      if (summary !== undefined && isAsked(summary) && placesOf(text).some((place) => find(place.text).length > 0)) likely.push(summary)
    }
    await catalogue.scan({ needle: surePiece(query.words), visit, isStopped: () => false })
    return likely.sort((a, b) => b.year - a.year || (a.id < b.id ? 1 : -1))
  }

  return {
    preview: async ({ query, scope, except }) => {
      await catalogue.refresh()
      const likely = await likelyOf(query, ({ isTrashed, id, year }) => !isTrashed && id !== except && (scope.kind === 'all' || year === scope.year))
      const reports: Response<'library.previewReplace'>['reports'] = []
      let total = 0
      let room = mostPlaces
      for (const { id, title, year, kind } of likely) {
        try {
          const newest = await shelf.peek(id)
          if (newest === null) continue
          const { number, data } = newest.revision
          const places = placesIn(data.report, query)
          if (places.length === 0) continue
          const blocked = whyNotChange(data.report, data.trashedAt !== undefined)
          if (blocked === null) total += places.length
          const shown = blocked === null ? places.slice(0, room) : []
          room -= shown.length
          reports.push({ id, title, year, kind, generation: number, total: places.length, places: shown, ...(blocked === null ? {} : { blocked }) })
        } catch (error) {
          reports.push({ id, title, year, kind, generation: 0, total: 0, places: [], blocked: expectedFailure(error) })
        }
      }
      const unread = catalogue.troubles().filter(({ openedGeneration }) => openedGeneration === undefined).length
      return { reports, total, unread }
    },

    replace: ({ query, replacement, reports }) => each(reports, async ({ id, generation, chosen }) => {
      const { revision } = await shelf.document(id).update('replace', (newest) => {
        if (newest === null) throw new AppFailure({ code: 'reportNotFound', detail: { id } })
        const { report, trashedAt } = newest.data
        const refusal = whyNotChange(report, trashedAt !== undefined)
        if (refusal !== null) throw new AppFailure(refusal)
        if (newest.number !== generation) throw new AppFailure({ code: 'changedMeanwhile' })
        return { ...newest.data, report: withReplaced(report, query, replacement, chosen) }
      })
      catalogue.note(revision)
      return { id, title: revision.data.report.title.join(''), replaced: chosen.length, generation: revision.number, former: generation }
    }),

    takeBack: ({ reports }) => each(reports, async ({ id, generation, former }) => {
      const before = await shelf.generations(id).read(former)
      const { revision } = await shelf.document(id).update('replace', (newest) => {
        if (newest === null) throw new AppFailure({ code: 'reportNotFound', detail: { id } })
        if (newest.number !== generation) throw new AppFailure({ code: 'changedMeanwhile' })
        return before.data
      })
      catalogue.note(revision)
      return { id, generation: revision.number }
    }),
  }
}
