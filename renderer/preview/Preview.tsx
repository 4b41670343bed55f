import { useEffect, useRef, useState } from 'react'
import { chosenLayout } from '../../shared/print/deviations'
import type { Report } from '../../shared/report/report'
import { previewText as words } from '../../shared/text/preview'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import { openPreview, preview } from '../state/preview'
import { session } from '../state/session'
import { settings } from '../state/settings'
import { PagePane, type PagePaneHandle } from './PagePane'
import { PreviewTools } from './PreviewTools'
import styles from './Preview.module.css'
import { printedPages, type PrintedPages } from './printedPages'

/** 预览: the pages as they are printed, over the whole window. */
export function Preview() {
  const isOpen = useStore(preview, (state) => state.isOpen)
  const report = useStore(session, (state) => state.report)
  return isOpen && report !== null ? <OpenPreview report={report} /> : null
}

function OpenPreview({ report }: { readonly report: Report }) {
  const { zoom, isDouble } = useStore(preview, (state) => state)
  const layout = useStore(settings, (state) => state.layout)
  const dialog = useRef<HTMLDialogElement>(null)
  const pane = useRef<PagePaneHandle>(null)
  const [pages, setPages] = useState<PrintedPages | null>(null)
  const [page, setPage] = useState(() => desk.get().pageFacts?.page ?? 1)

  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    if (element !== null && !element.open) element.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  useEffect(() => {
    // After the frame that says so: a long report takes a moment.
    const timer = setTimeout(() => setPages(printedPages(report, chosenLayout(layout))))
    return () => clearTimeout(timer)
  }, [report, layout])

  const close = (): void => openPreview(false)
  const goToText = (blockId: string): void => {
    close()
    // After the focus went back to where it came from.
    setTimeout(() => {
      desk.get().handle?.goTo(blockId)
      desk.get().handle?.focus()
    })
  }
  return (
    <dialog
      ref={dialog} className={styles['preview']} aria-label={words.title} aria-busy={pages === null} data-commands="report.preview report.print view.zoomIn view.zoomOut"
      onCancel={(event) => { event.preventDefault(); close() }}
    >
      <PreviewTools title={report.title.join('')} page={page} pages={pages?.pages ?? null} onPage={(wanted) => pane.current?.goTo(wanted)} onClose={close} />
      {pages === null
        ? <p className={styles['busy']} role="status">{words.busy}</p>
        : <PagePane ref={pane} pages={pages} zoom={zoom} isDouble={isDouble} firstPage={Math.min(page, pages.pages)} onPage={setPage} onGo={goToText} />}
    </dialog>
  )
}

