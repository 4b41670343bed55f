import { useEffect, useMemo, useRef } from 'react'
import { createPortal } from 'react-dom'
import { chosenLayout } from '../../shared/print/deviations'
import type { PageDrawing } from '../../shared/print/drawing'
import type { Report } from '../../shared/report/report'
import { useStore } from '../state/createStore'
import { preview, sendToPrinter } from '../state/preview'
import { session } from '../state/session'
import { settings } from '../state/settings'
import { PageItems } from './PageSheet'
import styles from './Preview.module.css'
import { printedPages } from './printedPages'

/** Milliseconds that pictures may take; what is not there then is printed without them. */
const patience = 10_000

/** The sheets for the printer: in the window only while they are printed, and never seen on the screen. */
export function PrintPages() {
  const isPrinting = useStore(preview, (state) => state.printing === 'pages')
  const report = useStore(session, (state) => state.report)
  return isPrinting && report !== null ? <Sheets report={report} /> : null
}

function Sheets({ report }: { readonly report: Report }) {
  const host = useRef<HTMLDivElement>(null)
  const layout = useStore(settings, (state) => state.layout)
  const pages = useMemo(() => printedPages(report, chosenLayout(layout)), [report, layout])
  const drawings = useMemo(() => Array.from({ length: pages.pages }, (_, index) => pages.draw(index)), [pages])
  const title = report.title.join('')
  useEffect(() => {
    const before = document.title
    // The name of the job in the queue of the printer.
    if (title !== '') document.title = title
    let isHere = true
    const element = host.current
    if (element !== null) void whenReady(element).then(() => { if (isHere) void sendToPrinter() })
    return () => {
      isHere = false
      document.title = before
    }
  }, [title])
  return createPortal(
    <div ref={host} className={`${styles['sheets'] ?? ''} sheets-for-print`} aria-hidden="true">{drawings.map((page) => <Sheet key={page.number} page={page} />)}</div>,
    document.body,
  )
}

/** A landscape page is turned to the left, so that its head is at the left edge of the sheet (GB/T 9704-2012, clause 8). */
function Sheet({ page: { width, height, isLandscape, items } }: { readonly page: PageDrawing }) {
  return (
    <div className={styles['sheet']}>
      {isLandscape
        ? <svg viewBox={`0 0 ${height} ${width}`}><g transform={`translate(0 ${width}) rotate(-90)`}><PageItems items={items} /></g></svg>
        : <svg viewBox={`0 0 ${width} ${height}`}><PageItems items={items} /></svg>}
    </div>
  )
}

async function whenReady(element: HTMLElement): Promise<void> {
  const start = performance.now()
  await document.fonts.ready
  while (element.querySelector('[data-waiting]') !== null && performance.now() - start < patience) await new Promise((resolve) => { setTimeout(resolve, 50) })
  // What was added last is painted.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}
