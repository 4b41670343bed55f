import { useEffect, useState } from 'react'
import { archiveText as words, archiveYear } from '../../shared/text/archive'
import { archiveFormText as forms } from '../../shared/text/archiveForms'
import { yearCount, yearName } from '../../shared/text/library'
import { roomsText } from '../../shared/text/rooms'
import type { ReportSummary } from '../../shared/report/summary'
import { useStore } from '../state/createStore'
import { askToFile, filing, reloadFiled, type Filing } from '../state/filing'
import { askToFileYear } from '../state/filingYear'
import { reloadLibrary, useReports } from '../state/library'
import { describeTime } from '../state/moment'
import { openReport } from '../state/navigation'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { ErrorNote } from '../ui/ErrorNote'
import { Icon } from '../ui/Icon'
import { Segmented } from '../ui/Segmented'
import styles from './Archive.module.css'
import { kindName, readyToFile } from './archiveViews'
import { CatalogueView } from './CatalogueView'
import { FiledTable } from './FiledTable'
import { RoomBar } from './RoomBar'

type View = 'filed' | 'catalogue'
const views = (['filed', 'catalogue'] as const).map((id) => ({ id, label: forms.views[id] }))

/** Reports that are ready to be filed, the newest of them. */
const finals = { state: 'final' } as const
const mostReady = 200

/** Milliseconds until the rest of a long year is asked for. */
const lookAgain = 1500

/** 归档: what is ready to be filed, and the filed reports by year, each checked against its recorded hash. */
export function ArchiveRoom() {
  const { filed, year, years, rounds, loading, error } = useStore(filing, (state) => state)
  const ready = readyToFile(useReports(finals, mostReady)?.reports ?? [])
  const [view, setView] = useState<View>('filed')
  useEffect(() => { void Promise.all([reloadLibrary(), reloadFiled()]) }, [])
  useEffect(() => {
    // What was not looked at yet is looked at while the room is open.
    if (filed.every((one) => one.isIntact !== null)) return
    const timer = setTimeout(() => void reloadFiled(), lookAgain)
    return () => clearTimeout(timer)
  }, [filed])
  return (
    <main className="room archive" aria-label={roomsText.rooms.archive}>
      <nav className="pane years-pane" aria-label={words.allYears}>
        <div className="bar"><h2>{words.years}</h2></div>
        <ul className="years scroll">
          {years.map((entry) => (
            <li key={entry.year}>
              <button type="button" aria-current={entry.year === year ? 'true' : undefined} onClick={() => { void reloadFiled(entry.year) }}>
                <span className="y">{entry.year}</span>{entry.broken > 0 && <span className="broken-mark"><Icon name="warn" small /><span className="vh">{words.changed}</span></span>}<span className="n">{yearCount(entry.count)}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <section className="shelf">
        <div className={`bar ${styles['roomBar'] ?? ''}`}>
          <h1>{year === null ? words.title : archiveYear(year)}</h1>
          <span className="sp" />
          {year !== null && <Segmented label={forms.views.label} options={views} value={view} onChange={setView} />}
          {year !== null && <RoomBar year={year} />}
        </div>
        <div className="scroll">
          {error && <div className="inset"><ErrorNote error={error} /></div>}
          {rounds.broken.length > 0 && (
            <div className="inset"><div className="note bad" role="alert"><Icon name="warn" /><div><p className="strong">{rounds.broken.map(({ title }) => title || roomsText.untitled).join('、')}　{words.changed}</p><p>{words.changedAdvice}</p></div></div></div>
          )}
          {(view === 'filed' || year === null) && <Ready reports={ready} />}
          {loading ? <EmptyState text={words.loading} /> : error ? null : year === null ? <EmptyState text={words.empty} /> : view === 'filed' ? <FiledTable label={words.filed} filed={filed} /> : <CatalogueView key={filed.length} year={year} />}
        </div>
        {rounds.pieces > 0 && <RoundsSign rounds={rounds} />}
      </section>
    </main>
  )
}

/** The quiet sign that everything filed and sealed is read again from time to time. */
function RoundsSign({ rounds }: { readonly rounds: Filing['rounds'] }) {
  const isGood = rounds.broken.length === 0
  return <p className={styles['rounds']} data-broken={isGood ? undefined : ''} title={words.roundsHint}><Icon name={isGood ? 'tick' : 'warn'} small />{words.rounds(rounds.fresh, rounds.pieces, rounds.lastAt === null ? '' : describeTime(rounds.lastAt), rounds.broken.length)}</p>
}

/** A year with several final reports can be filed in one go. */
function WholeYears({ reports }: { readonly reports: readonly ReportSummary[] }) {
  const years = [...new Set(reports.map(({ year }) => year))].map((year) => ({ year, own: reports.filter((report) => report.year === year) })).filter(({ own }) => own.length > 1)
  return <span className={styles['years']}>{years.map(({ year, own }) => <Button key={year} kind="official" onClick={() => askToFileYear(year, own)}>{words.yearAction(year, own.length)}</Button>)}</span>
}

function Ready({ reports }: { readonly reports: readonly ReportSummary[] }) {
  if (reports.length === 0) return null
  return (
    <section className="ready" aria-label={words.ready}>
      <header><h2>{words.ready}</h2><span className="hint">{words.readyHint}</span><WholeYears reports={reports} /></header>
      <ul>
        {reports.map((report) => (
          <li key={report.id}>
            <Badge state={report.state} />
            <button type="button" className="link" onClick={() => { void openReport(report.id) }}>{report.title || roomsText.untitled}</button>
            <span className="muted">{yearName(report.year)} · {kindName(report.kind)}</span>
            <span className="sp" />
            <Button kind="official" onClick={() => askToFile(report)}>{words.file}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
