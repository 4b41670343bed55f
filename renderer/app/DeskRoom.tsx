import { useEffect, useMemo, useState, type CSSProperties } from 'react'
import { chosenLayout } from '../../shared/print/deviations'
import { deskText } from '../../shared/text/desk'
import { pictureText } from '../../shared/text/pictures'
import { roomsText } from '../../shared/text/rooms'
import { Editor } from '../editor/Editor'
import { CleaningBar } from '../cleaning/CleaningBar'
import { FindBar } from '../replace/FindBar'
import { offerCleaning } from '../state/cleaning'
import { useStore } from '../state/createStore'
import { desk, setHandle, setPageFacts, setPlace } from '../state/desk'
import type { EditorHandle } from '../state/deskHandle'
import { filing } from '../state/filing'
import { setFound } from '../state/find'
import { insertPictures, loadPicture } from '../state/pictures'
import { navigation, setLeaveGuard } from '../state/navigation'
import { originOf } from '../state/reference'
import { tellPasted } from '../state/pasted'
import { changeReport, flush, openSession, session, setComposing, setSettle } from '../state/session'
import { changeSettings, settings } from '../state/settings'
import { showToast } from '../state/toast'
import { versions } from '../state/versions'
import { EmptyState } from '../ui/EmptyState'
import { ErrorNote } from '../ui/ErrorNote'
import { Splitter } from '../ui/Splitter'
import { ComparisonBar } from '../versions/ComparisonBar'
import { ComparisonView } from '../versions/ComparisonView'
import { DeskNotices } from './DeskNotices'
import { DeskStatus } from './DeskStatus'
import { DeskToolbar } from './DeskToolbar'
import { EmptyDesk } from './EmptyDesk'
import { followScroll } from './followScroll'
import { DeskOutline } from './DeskOutline'
import { newBlockId } from './newBlockId'
import { PasteBar } from './PasteBar'
import { SidePanel } from './SidePanel'
import { ReportDetails } from './ReportDetails'
import styles from './DeskRoom.module.css'
import { TitleBreaks } from './TitleBreaks'
import { TableContextMenu } from './TableTools'

/** 写作: the outline beside the page, live both ways. */
export function DeskRoom() {
  const reportId = useStore(navigation, (state) => state.reportId)
  const place = useStore(navigation, (state) => state.place)
  const report = useStore(session, (state) => state.report)
  const key = useStore(session, (state) => state.key)
  const openError = useStore(session, (state) => state.openError)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const filed = useStore(filing, (state) => state.filed)
  const handle = useStore(desk, (state) => state.handle)
  const isOutlineShown = useStore(settings, (state) => state.isOutlineShown)

  const outlineWidth = useStore(settings, (state) => state.outlineWidth)
  const stored = useStore(settings, (state) => state.layout)
  const layout = useMemo(() => chosenLayout(stored), [stored])
  const panel = useStore(desk, (state) => state.panel)
  /** What is read in the place of the editor, which stays behind it with its history. */
  const shown = useStore(versions, (state) => (state.shown?.reportId === reportId ? state.shown : null))
  const [isFiltered, setFiltered] = useState(false)
  /** The width of the outline while its edge is dragged. */
  const [dragged, setDragged] = useState<number | null>(null)

  useEffect(() => {
    setLeaveGuard(() => flush('auto'))
    return () => setLeaveGuard(null)
  }, [])
  useEffect(() => {
    if (reportId !== null) void openSession(reportId)
  }, [reportId])
  useEffect(() => {
    if (reportId !== null && !session.get().isReadOnly && filed.some(({ summary }) => summary.id === reportId)) void openSession(reportId)
  }, [filed, reportId])
  useEffect(() => {
    if (place !== null && handle !== null && report?.id === reportId) handle.goTo(place.blockId)
  }, [place, handle, report?.id, reportId])

  const isReading = shown !== null
  useEffect(() => {
    if (isReading) return () => desk.get().handle?.focus()
    return undefined
  }, [isReading])

  if (reportId === null) return <EmptyDesk />
  if (openError !== null) return <main className={styles['alone']} aria-label={deskText.editor}><ErrorNote error={openError} /></main>
  if (report === null || report.id !== reportId) return <main className={styles['alone']} aria-busy="true"><EmptyState text={deskText.opening} /></main>
  return (
    <main className={styles['desk']} aria-label={roomsText.rooms.desk} data-panel={panel ?? undefined} style={outlineStyle(dragged ?? outlineWidth)}>
      <h1 className="vh">{report.title.join('') || roomsText.untitled}</h1>
      {isOutlineShown && <DeskOutline isReadOnly={isReadOnly || shown !== null} />}
      {isOutlineShown && (
        <Splitter
          className={styles['handle'] ?? ''} label={deskText.outlineWidth} value={dragged ?? outlineWidth} smallest={200} largest={480} usual={272}
          onChange={setDragged} onDone={(width) => { setDragged(null); void changeSettings({ outlineWidth: width }) }}
        />
      )}
      {shown === null ? <DeskToolbar /> : <ComparisonBar className={styles['tools'] ?? ''} shown={shown} isFiltered={isFiltered} onFilter={setFiltered} />}
      <div className={styles['sheet']}>
        {shown === null && <DeskNotices />}
        {shown === null && <FindBar />}
        {shown === null && <PasteBar />}
        {shown === null && <CleaningBar />}
        {shown !== null && <ComparisonView pane={styles['scroll'] ?? ''} paneRef={holdZoom} shown={shown} isFiltered={isFiltered && shown.kind === 'compare'} />}
        <div className={`scroll ${styles['scroll'] ?? ''}`} ref={holdPane} data-sheet="true" hidden={shown !== null}>
          {!isReadOnly && <TitleBreaks title={report.title} />}
          <Editor
            key={key} content={report} isReadOnly={isReadOnly} scheme={report.numbering} itemLead={report.itemLead} layout={layout} issuing={report.issuing} newId={newBlockId} label={deskText.editor} placeholders={deskText.places}
            onChange={(content) => changeReport((now) => ({ ...now, ...content }))}
            onPlace={setPlace} onPages={setPageFacts} onComposing={setComposing} onHandle={holdHandle} onFound={setFound} originOf={originOf}
            onPasted={(facts) => { tellPasted(facts); offerCleaning() }} onPictures={(files) => void insertPictures(files)} loadPicture={loadPicture} pictureWords={pictureText}
            onPasteTooLarge={(characters) => showToast({ text: deskText.pasteTooLarge(characters), tone: 'error' })}
          />
        </div>
      </div>
      <SidePanel />
      <DeskStatus />
      <ReportDetails />
      <TableContextMenu />
    </main>
  )
}

function holdHandle(handle: EditorHandle | null): void {
  setSettle(handle === null ? null : handle.settle)
  setHandle(handle)
}

function outlineStyle(width: number): CSSProperties {
  return { '--outline-width': `${width}px` } as CSSProperties
}

/** The page follows the zoom of the settings (one custom property drives width, type and line pitch), and the outline follows the page. */
function holdPane(pane: HTMLDivElement | null): (() => void) | undefined {
  if (pane === null) return undefined
  const stops = [holdZoom(pane), followScroll(pane)]
  return () => { for (const stop of stops) stop?.() }
}

function holdZoom(pane: HTMLDivElement | null): (() => void) | undefined {
  if (pane === null) return undefined
  const apply = (): void => pane.style.setProperty('--zoom', String(settings.get().zoom / 100))
  apply()
  return settings.subscribe(apply)
}
