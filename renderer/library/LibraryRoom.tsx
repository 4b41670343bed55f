import { libraryText, yearName } from '../../shared/text/library'
import { roomsText } from '../../shared/text/rooms'
import { useStore } from '../state/createStore'
import { library } from '../state/library'
import { currentYear } from '../state/moment'
import { settings } from '../state/settings'
import { shelf, startNew, type ShelfView } from '../state/shelf'
import { importFiles } from '../state/transfer'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { ErrorNote } from '../ui/ErrorNote'
import type { ReportSummary } from '../../shared/report/summary'
import { DamageNotes } from './DamageNotes'
import { MissingKinds } from './MissingKinds'
import { NewMenu } from './NewMenu'
import { NewReportDialog } from './NewReportDialog'
import { ReportTable } from './ReportTable'
import { SearchBox } from './SearchBox'
import { SearchResults } from './SearchResults'
import { missingKinds, newestYear, reportsOfYear, yearsOf } from './shelfViews'
import { Welcome } from './Welcome'
import { YearList } from './YearList'

/** 书架: the years on the left, the year's reports as rows, new reports and search on top. */
export function LibraryRoom() {
  const { reports, damaged, loading, error } = useStore(library, (state) => state)
  const { view: chosen, query, newReport } = useStore(shelf, (state) => state)
  const hasSeenWelcome = useStore(settings, (state) => state.hasSeenWelcome)
  const thisYear = currentYear()
  const view: ShelfView = chosen ?? { kind: 'year', year: newestYear(reports, thisYear) }
  const trashed = reports.filter((report) => report.isTrashed)
  const isSearching = query.trim() !== ''
  return (
    <main className="room library" aria-label={roomsText.rooms.library}>
      <YearList years={yearsOf(reports, thisYear)} trashed={trashed.length} view={isSearching ? null : view} />
      <section className="shelf">
        <div className="bar">
          <h1>{isSearching ? libraryText.search.title : view.kind === 'trash' ? libraryText.trash : yearName(view.year)}</h1>
          <span className="sp" />
          <SearchBox query={query} />
          <NewMenu />
        </div>
        <div className="scroll">
          {error && <div className="inset"><ErrorNote error={error} /></div>}
          {isSearching
            ? <SearchResults query={query} />
            : (
              <>
                <DamageNotes damaged={damaged} />
                {!hasSeenWelcome && view.kind === 'year' && <Welcome sample={sampleOf(reports)} />}
                {loading ? <EmptyState text={libraryText.loading} /> : error && reports.length === 0 ? null : view.kind === 'trash' ? <Trash reports={trashed} /> : <Year year={view.year} reports={reports} />}
              </>
            )}
        </div>
      </section>
      {newReport && <NewReportDialog asked={newReport} year={view.kind === 'year' ? view.year : thisYear} reports={reports} />}
    </main>
  )
}

function Year({ year, reports }: { readonly year: number; readonly reports: readonly ReportSummary[] }) {
  const ofYear = reportsOfYear(reports, year)
  const missing = missingKinds(reports, year)
  if (ofYear.length === 0) {
    return (
      <>
        <MissingKinds missing={missing} />
        <EmptyState text={reports.length === 0 ? libraryText.emptyShelf : libraryText.emptyYear}>
          <div className="row">
            <Button onClick={() => startNew({ source: 'template' })}>{libraryText.create.titles.template}</Button>
            <Button onClick={() => { void importFiles() }}>{libraryText.create.files}</Button>
          </div>
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <MissingKinds missing={missing} />
      <ReportTable label={libraryText.reports} reports={ofYear} />
    </>
  )
}

function Trash({ reports }: { readonly reports: readonly ReportSummary[] }) {
  return reports.length === 0 ? <EmptyState text={libraryText.emptyTrash} /> : <ReportTable label={libraryText.trash} reports={reports} />
}

/** A report to try things on. */
function sampleOf(reports: readonly ReportSummary[]): ReportSummary | null {
  return reportsOfYear(reports, newestYear(reports, 0)).find((report) => report.state !== 'filed') ?? null
}
