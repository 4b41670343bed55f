import { useEffect, useState } from 'react'
import { hitCountText, libraryText, yearName } from '../../shared/text/library'
import { roomsText } from '../../shared/text/rooms'
import { call } from '../api/client'
import type { Result } from '../../shared/base/result'
import type { Response, SearchHit } from '../../shared/ipc/contract'
import { openReport } from '../state/navigation'
import { EmptyState } from '../ui/EmptyState'
import { ErrorNote } from '../ui/ErrorNote'
import { groupHits } from './shelfViews'

type Found = Result<Response<'library.search'>>

const mostHits = 200
/** Milliseconds after which the first hits are shown, while the search goes on. */
const within = 300

export function SearchResults({ query }: { readonly query: string }) {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    let isLatest = true
    const ask = async (): Promise<void> => {
      const result = await call('library.search', { query, limit: mostHits, within })
      if (!isLatest) return
      setFound(result)
      // The same question goes on with what was found so far.
      if (result.ok && !result.value.isComplete) await ask()
    }
    void ask()
    return () => { isLatest = false }
  }, [query])
  if (found === null) return <EmptyState text={libraryText.search.searching} />
  if (!found.ok) return <div className="inset"><ErrorNote error={found.error} /></div>
  const { hits, total, isComplete } = found.value
  if (hits.length === 0) return <EmptyState text={isComplete ? libraryText.search.nothing : libraryText.search.searching} />
  return (
    <div className="hits">
      <p className="hint" role="status">{isComplete ? hitCountText(total, hits.length) : libraryText.search.goingOn(total)}</p>
      {groupHits(hits).map((group) => (
        <section key={group.year} aria-label={yearName(group.year)}>
          <h2>{yearName(group.year)}<span>{group.hits.length}</span></h2>
          <ul>{group.hits.map((hit, index) => <li key={`${hit.reportId}-${hit.blockId ?? hit.place}-${index}`}><Hit hit={hit} /></li>)}</ul>
        </section>
      ))}
    </div>
  )
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const where = hit.heading || libraryText.search.places[hit.place]
  return (
    <button type="button" className="hit" onClick={() => { void openReport(hit.reportId, hit.blockId === undefined ? null : { blockId: hit.blockId }) }}>
      <span className="hit-excerpt">{hit.excerpt.slice(0, hit.from)}<mark>{hit.excerpt.slice(hit.from, hit.to)}</mark>{hit.excerpt.slice(hit.to)}</span>
      <span className="hit-where"><span>{hit.title || roomsText.untitled}</span><span>{where}</span></span>
    </button>
  )
}
