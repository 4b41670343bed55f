/** The saved generations of a report as versions: listed, read, named, brought back (SPEC VERSION). */
import { AppFailure } from '../../shared/base/errors'
import { whyNotChange } from '../../shared/archive/filingRules'
import type { Request, Response } from '../../shared/ipc/contract'
import { reportCharacters } from '../../shared/outline/reportCharacters'
import type { Report } from '../../shared/report/report'
import type { Cause } from '../../shared/store/envelope'
import type { StoredReport } from '../../shared/store/storedReportSchema'
import type { GivenName } from '../../shared/store/versionNamesSchema'
import { versionsText } from '../../shared/text/versions'
import type { Revision } from '../storage/generations'
import type { Shelf } from './reportShelf'

export interface Versions {
  list(request: Request<'report.versions'>): Promise<Response<'report.versions'>>
  open(request: Request<'report.openVersion'>): Promise<Response<'report.openVersion'>>
  name(request: Request<'report.nameVersion'>): Promise<void>
  unname(request: Request<'report.unnameVersion'>): Promise<void>
  restore(request: Request<'report.restoreVersion'>): Promise<Response<'report.restoreVersion'>>
}

type Facts = Pick<Revision<unknown>, 'number' | 'parent' | 'savedAt' | 'cause' | 'other'> & { readonly characters: number }

type Named = Pick<Facts, 'number' | 'savedAt' | 'cause'>

/** `shelfOf` gives the shelf on which a report lies; `note` is told of every new newest revision. Every function throws an AppFailure on expected failures. */
export function bindVersions(shelfOf: (id: string) => Shelf, note: (revision: Revision<StoredReport>) => void): Versions {
  /** A generation never changes: what was read of it once holds. */
  const known = new Map<string, Facts>()

  async function find(id: string, generation: number): Promise<Revision<StoredReport>> {
    try {
      return await shelfOf(id).generations(id).read(generation)
    } catch (error) {
      const isGone = error instanceof AppFailure && (error.error.code === 'reportNotFound' || error.error.code === 'reportDamaged')
      throw isGone ? new AppFailure({ code: 'versionNotFound', detail: { generation } }, error) : error
    }
  }

  /** Null if the generation cannot be read. */
  async function factsOf(id: string, number: number): Promise<Facts | null> {
    const key = `${id} ${number}`
    const before = known.get(key)
    if (before !== undefined) return before
    const revision = await find(id, number).catch((error: unknown) => {
      if (error instanceof AppFailure) return null
      throw error
    })
    if (revision === null) return null
    const { parent, savedAt, cause, other, data } = revision
    const facts = { number, parent, savedAt, cause, ...(other === undefined ? {} : { other }), characters: reportCharacters(data.report) }
    known.set(key, facts)
    return facts
  }

  async function nameOf(id: string, named: Named): Promise<string> {
    return nameIn(await shelfOf(id).names(id).read(), named)
  }

  /** Names a generation that is there and verifies, while nothing is thinned out. */
  function giveName(id: string, generation: number, name: string): Promise<void> {
    return shelfOf(id).document(id).alone(async () => {
      const { savedAt, data } = await find(id, generation)
      refuseFiled(data)
      await shelfOf(id).names(id).give({ generation, savedAt, name })
    })
  }

  return {
    list: async ({ id }) => {
      const numbers = await shelfOf(id).generations(id).numbers()
      if (numbers.length === 0) throw new AppFailure({ code: 'reportNotFound', detail: { id } })
      const names = await shelfOf(id).names(id).read()
      const versions: Response<'report.versions'>['versions'] = []
      const unreadable: number[] = []
      for (const number of numbers) {
        const facts = await factsOf(id, number)
        if (facts === null) unreadable.push(number)
        else versions.push({ generation: number, parent: facts.parent, savedAt: facts.savedAt, cause: facts.cause, name: nameIn(names, facts), characters: facts.characters, ...(facts.other === undefined ? {} : { conflictWith: facts.other }) })
      }
      return { versions, unreadable: [...unreadable, ...(await shelfOf(id).quarantined(id))].sort((a, b) => b - a) }
    },

    open: async ({ id, generation }) => {
      const revision = await find(id, generation)
      return { report: revision.data.report, savedAt: revision.savedAt, name: await nameOf(id, revision) }
    },

    name: ({ id, generation, name }) => giveName(id, generation, name.trim()),
    unname: ({ id, generation }) => giveName(id, generation, ''),

    restore: async ({ id, generation }) => {
      const wanted = await find(id, generation)
      const { revision } = await shelfOf(id).document(id).update('restore', async (newest) => {
        if (newest === null) throw new AppFailure({ code: 'reportNotFound', detail: { id } })
        const refusal = whyNotChange(newest.data.report, newest.data.trashedAt !== undefined)
        if (refusal !== null) throw new AppFailure(refusal)
        // Named before anything is written: whatever happens then, the state that is left can be found again.
        if ((await nameOf(id, newest)) === '') await shelfOf(id).names(id).give({ generation: newest.number, savedAt: newest.savedAt, name: versionsText.beforeRestore })
        return { ...newest.data, report: restored(newest.data.report, wanted.data.report) }
      })
      note(revision)
      return { generation: revision.number, savedAt: revision.savedAt }
    },
  }
}

/** The text and its manner are those of the older report; what the library says of the report stays. */
function restored(now: Report, older: Report): Report {
  const { filing: _filing, ...content } = older
  return { ...content, id: now.id, kind: now.kind, year: now.year, unit: now.unit, state: now.state, origin: now.origin }
}

function nameIn(names: ReadonlyMap<number, GivenName>, { number, savedAt, cause }: Named): string {
  const given = names.get(number)
  return given?.savedAt === savedAt ? given.name : ownName(cause)
}

/** What a generation is called by why it was written; empty if it has no name of its own. */
function ownName(cause: Cause): string {
  return cause === 'review' ? versionsText.review : cause === 'final' ? versionsText.final : ''
}

function refuseFiled({ report }: StoredReport): void {
  if (report.state === 'filed') throw new AppFailure({ code: 'reportFiled' })
}
