/** What the clerk is told of operations that an earlier run left unfinished (SPEC JOURNAL-7). */
import type { AppError } from '../../shared/base/errors'
import { operationNames } from '../../shared/text/journal'
import type { CutOff } from '../storage/journal'

const codes = { finished: 'operationFinished', undone: 'operationUndone', unreadable: 'operationUnreadable' } as const

/** One notice for each outcome, with the operations by name, each once. */
export function cutOffNotices(cutOff: readonly CutOff[]): readonly AppError[] {
  return (['finished', 'undone', 'unreadable'] as const).flatMap((outcome) => {
    const kinds = [...new Set(cutOff.filter((each) => each.outcome === outcome).map(({ kind }) => kind))]
    return kinds.length === 0 ? [] : [{ code: codes[outcome], detail: { what: kinds.map((kind) => operationNames[kind]).join('、') } }]
  })
}
