/** The versions of the stand-in: every value ever put, and the names given to them. */
import { done, type Handlers } from '../../electron/ipc/answer'
import type { Revision } from '../../electron/storage/generations'
import { otherHead } from '../../electron/library/otherHead'
import { AppFailure } from '../../shared/base/errors'
import { succeed } from '../../shared/base/result'
import { reportCharacters } from '../../shared/outline/reportCharacters'
import type { Response } from '../../shared/ipc/contract'
import type { StoredReport } from '../../shared/store/storedReportSchema'
import { versionsText } from '../../shared/text/versions'

type Stored = Revision<StoredReport>

export interface FakeVersions {
  readonly keep: (stored: Stored) => void
  readonly open: (id: string, generation: number) => Stored
  readonly handlers: Pick<Handlers, 'report.versions' | 'report.openVersion' | 'report.nameVersion' | 'report.unnameVersion' | 'report.restoreVersion' | 'report.settleHeads'>
}

/** `changeable` throws if the report may not be changed, `put` stores another value. */
export function fakeVersions(find: (id: string) => Stored, changeable: (id: string) => Stored, put: (data: StoredReport, cause: Stored['cause']) => Stored): FakeVersions {
  const history = new Map<string, Stored>()
  const names = new Map<string, string>()
  const key = (id: string, generation: number): string => `${id} ${generation}`
  const open = (id: string, generation: number): Stored => {
    const found = history.get(key(id, generation))
    if (found === undefined) throw new AppFailure({ code: 'versionNotFound', detail: { generation } })
    return found
  }
  const nameOf = ({ number, cause, data }: Stored): string =>
    names.get(key(data.report.id, number)) ?? (cause === 'review' ? versionsText.review : cause === 'final' ? versionsText.final : '')
  const all = (id: string): readonly Stored[] => [...history.values()].filter(({ data }) => data.report.id === id).sort((a, b) => b.number - a.number)
  const name = (id: string, generation: number, given: string): void => {
    if (open(id, generation).data.report.state === 'filed') throw new AppFailure({ code: 'reportFiled' })
    names.set(key(id, generation), given)
  }
  return {
    keep: (stored) => { history.set(key(stored.data.report.id, stored.number), stored) },
    open,
    handlers: {
      'report.versions': async ({ id }) => {
        find(id)
        const versions = all(id).map((stored) => ({
          generation: stored.number, parent: stored.parent, savedAt: stored.savedAt, cause: stored.cause, name: nameOf(stored), characters: reportCharacters(stored.data.report),
          ...(stored.other === undefined ? {} : { conflictWith: stored.other }),
        }))
        return succeed({ versions, unreadable: [] })
      },
      'report.openVersion': async ({ id, generation }) => {
        const stored = open(id, generation)
        return succeed({ report: stored.data.report as Response<'report.openVersion'>['report'], savedAt: stored.savedAt, name: nameOf(stored) })
      },
      'report.nameVersion': async ({ id, generation, name: given }) => { name(id, generation, given.trim()); return done },
      'report.unnameVersion': async ({ id, generation }) => { name(id, generation, ''); return done },
      'report.restoreVersion': async ({ id, generation }) => {
        const wanted = open(id, generation).data.report
        const now = changeable(id)
        if (nameOf(now) === '') names.set(key(id, now.number), versionsText.beforeRestore)
        const { kind, year, unit, state, origin } = now.data.report
        const next = put({ ...now.data, report: { ...wanted, id, kind, year, unit, state, origin } }, 'restore')
        return succeed({ generation: next.number, savedAt: next.savedAt })
      },
      'report.settleHeads': async ({ id, keep }) => {
        const theirs = otherHead(find(id))
        if (theirs === undefined) return succeed({})
        const copy = keep === 'both' ? put({ report: { ...open(id, theirs).data.report, id: `r-${'9'.repeat(26)}`, state: 'draft' } }, 'create') : null
        const { conflict: _settled, ...now } = find(id).data
        put(keep === 'theirs' ? { ...now, report: { ...open(id, theirs).data.report, state: now.report.state } } : now, keep === 'theirs' ? 'restore' : 'state')
        return succeed(copy === null ? {} : { copyId: copy.data.report.id })
      },
    },
  }
}
