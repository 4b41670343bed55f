import { libraryText, yearName } from '../../shared/text/library'
import { roomsText } from '../../shared/text/rooms'
import type { ReportSummary } from '../../shared/report/summary'
import { EmptyState } from '../ui/EmptyState'
import { kindName } from './shelfViews'

export interface OlderReportsProps {
  readonly reports: readonly ReportSummary[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/** What a new report may continue: reports of the years before, newest year first. */
export function OlderReports({ reports, chosen, onChoose }: OlderReportsProps) {
  if (reports.length === 0) return <EmptyState text={libraryText.create.noOlder} />
  return (
    <fieldset>
      <legend>{libraryText.create.from}</legend>
      <div className="older scroll">
        {reports.map((report) => (
          <label key={report.id} className="radio">
            <input type="radio" name="older" checked={report.id === chosen} onChange={() => onChoose(report.id)} />
            <span className="radio-title">{report.title || roomsText.untitled}</span><span className="muted">{yearName(report.year)} · {kindName(report.kind)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Each once, newest first. */
export function olderReports(reports: readonly ReportSummary[]): readonly ReportSummary[] {
  return reports.filter(({ id }, index) => reports.findIndex((other) => other.id === id) === index).sort((one, other) => other.year - one.year || other.savedAt.localeCompare(one.savedAt))
}
