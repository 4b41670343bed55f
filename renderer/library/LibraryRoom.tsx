import { useMemo } from 'react'
import { folderImportText } from '../../shared/text/folderImport'
import { libraryText, moreRowsText, yearName } from '../../shared/text/library'
import { roomsText } from '../../shared/text/rooms'
import { useStore } from '../state/createStore'
import { openFolderImport } from '../state/folderImport'
import { library, useReports } from '../state/library'
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
import { missingKinds, reportsOfYear, withYear } from './shelfViews'
import { Welcome } from './Welcome'
import { YearList } from './YearList'

/** So many rows are listed at most. */
const mostRows = 5000

/** 书架: the years on the left, the year's reports as rows, new reports and search on top. */
export function LibraryRoom() {
  const { reports, years, trashed, damaged, loading, error } = useStore(library, (state) => state)
  const { view: chosen, query, newReport } = useStore(shelf, (state) => state)
  const hasSeenWelcome = useStore(settings, (state) => state.hasSeenWelcome)
  const thisYear = currentYear()
  const view: ShelfView = chosen ?? { kind: 'year', year: years[0]?.year ?? thisYear }
  const isSearching = query.trim() !== ''
  return (
    <main className="room library" aria-label={roomsText.rooms.library}>
      <YearList years={withYear(years, thisYear)} trashed={trashed} view={isSearching ? null : view} />
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
                {loading ? <EmptyState text={libraryText.loading} /> : error && reports.length === 0 ? null : view.kind === 'trash' ? <Trash /> : <Year year={view.year} />}
              </>
            )}
        </div>
      </section>
      {newReport && <NewReportDialog asked={newReport} year={view.kind === 'year' ? view.year : thisYear} />}
    </main>
  )
}

function Year({ year }: { readonly year: number }) {
  const isEmpty = useStore(library, (state) => state.total === 0)
  const found = useReports({ year }, mostRows)
  const before = useReports({ year: year - 1 }, mostRows)
  const ofYear = useMemo(() => reportsOfYear(found?.reports ?? [], year), [found, year])
  const missing = useMemo(() => (found === null || before === null ? [] : missingKinds([...found.reports, ...before.reports], year)), [found, before, year])
  if (found === null) return <EmptyState text={libraryText.loading} />
  if (ofYear.length === 0) {
    return (
      <>
        <MissingKinds missing={missing} />
        <EmptyState text={isEmpty ? libraryText.emptyShelf : libraryText.emptyYear}>
          <div className="row">
            <Button onClick={() => startNew({ source: 'template' })}>{libraryText.create.titles.template}</Button>
            <Button onClick={() => { void importFiles() }}>{libraryText.create.files}</Button>
            {isEmpty && <Button onClick={() => openFolderImport()}>{folderImportText.command}</Button>}
          </div>
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <MissingKinds missing={missing} />
      <ReportTable label={libraryText.reports} reports={ofYear} />
      <MoreRows total={found.total} />
    </>
  )
}

function Trash() {
  const found = useReports({ isTrashed: true }, mostRows)
  if (found === null) return <EmptyState text={libraryText.loading} />
  return found.total === 0 ? <EmptyState text={libraryText.emptyTrash} /> : <><ReportTable label={libraryText.trash} reports={found.reports} /><MoreRows total={found.total} /></>
}

function MoreRows({ total }: { readonly total: number }) {
  return total > mostRows ? <p className="hint inset">{moreRowsText(mostRows, total)}</p> : null
}

/** A report to try things on. */
function sampleOf(reports: readonly ReportSummary[]): ReportSummary | null {
  const year = Math.max(...reports.filter(({ isTrashed }) => !isTrashed).map((report) => report.year))
  return reportsOfYear(reports, year).find((report) => report.state !== 'filed') ?? null
}
