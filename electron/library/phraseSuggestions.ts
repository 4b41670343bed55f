import type { Response } from '../../shared/ipc/contract'
import { startGathering } from '../../shared/phrases/gatherPhrases'
import type { PhraseLibrary } from '../../shared/phrases/phrase'
import type { IndexEntry } from './indexEntry'
import type { Shelf } from './reportShelf'

const most = 60

/** What the finished reports use again and again (SPEC PHRASE-6). One report at a time, with room for everything else between them. */
export async function suggestPhrases(entries: readonly IndexEntry[], shelf: Pick<Shelf, 'peek'>, library: PhraseLibrary): Promise<Response<'phrases.suggest'>> {
  const gathering = startGathering()
  const finished = entries.map(({ summary }) => summary).filter(({ state, isTrashed }) => (state === 'final' || state === 'filed') && !isTrashed).sort((a, b) => a.year - b.year || (a.id < b.id ? -1 : 1))
  let reports = 0
  for (const { id } of finished) {
    const stored = await shelf.peek(id).catch(() => null)
    if (stored === null) continue
    gathering.add(stored.revision.data.report)
    reports += 1
    await new Promise((resolve) => { setImmediate(resolve) })
  }
  return { reports, suggestions: [...gathering.suggestions(library, most)] }
}
