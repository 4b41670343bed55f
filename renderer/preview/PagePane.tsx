import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, type Ref } from 'react'
import { previewText as words } from '../../shared/text/preview'
import type { PreviewZoom } from '../state/preview'
import { lineAt } from './lineAt'
import { pageGap, pageRows, rowAt, rowsInSight } from './pageRows'
import { PageView } from './PageView'
import styles from './Preview.module.css'
import type { PrintedPages } from './printedPages'

export interface PagePaneHandle {
  readonly goTo: (page: number) => void
}

export interface PagePaneProps {
  readonly ref: Ref<PagePaneHandle>
  readonly pages: PrintedPages
  readonly zoom: PreviewZoom
  readonly isDouble: boolean
  /** The page to begin with, 1-based. */
  readonly firstPage: number
  readonly onPage: (page: number) => void
  readonly onGo: (blockId: string) => void
}

/** The pages under each other; only those on the screen are there. */
export function PagePane({ ref, pages, zoom, isDouble, firstPage, onPage, onGo }: PagePaneProps) {
  const pane = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [top, setTop] = useState(0)
  const all = useMemo(() => pageRows(pages.sizes, size, zoom, isDouble), [pages, size, zoom, isDouble])
  /** The page that stays in view when the size of the pages changes. */
  const page = useRef(firstPage)
  const perRow = all.rows[0]?.pages.length ?? 1

  const show = (wanted: number): void => {
    page.current = Math.max(1, Math.min(pages.pages, wanted))
    const row = all.rows[Math.floor((page.current - 1) / perRow)]
    pane.current?.scrollTo({ top: (row?.top ?? pageGap) - pageGap })
    onPage(page.current)
  }
  useImperativeHandle(ref, () => ({ goTo: show }))
  useLayoutEffect(() => {
    const element = pane.current
    if (element === null) return undefined
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    // Pages to be scrolled with the keys: they can be reached and take no input.
    element.tabIndex = 0
    element.focus({ preventScroll: true })
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(() => {
    const row = all.rows[Math.floor((page.current - 1) / perRow)]
    pane.current?.scrollTo({ top: (row?.top ?? pageGap) - pageGap })
  }, [all, perRow])
  useEffect(() => {
    const element = pane.current
    if (element === null) return undefined
    let isWaiting = false
    const look = (): void => {
      isWaiting = false
      setTop(element.scrollTop)
      const row = all.rows[rowAt(all, element.scrollTop + element.clientHeight / 3)]
      const seen = (row?.pages[0] ?? 0) + 1
      // Of two pages side by side the one that was asked for stays.
      if (row === undefined || row.pages.includes(page.current - 1)) return
      page.current = seen
      onPage(seen)
    }
    const onScroll = (): void => {
      if (isWaiting) return
      isWaiting = true
      requestAnimationFrame(look)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [all, onPage])

  useEffect(() => {
    const element = pane.current
    if (element === null) return undefined
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Enter') {
        const first = lineAt(pages.draw(page.current - 1), 0)
        if (first !== null) onGo(first)
        return
      }
      const to = { PageDown: page.current + perRow, PageUp: page.current - perRow, Home: 1, End: pages.pages }[event.key]
      if (to === undefined || event.ctrlKey || event.altKey) return
      event.preventDefault()
      show(to)
    }
    const onClick = (event: MouseEvent): void => {
      const sheet = event.target instanceof Element ? event.target.closest<SVGElement>('svg[data-page]') : null
      if (sheet === null) return
      const blockId = lineAt(pages.draw(Number(sheet.dataset['page']) - 1), (event.clientY - sheet.getBoundingClientRect().top) / all.scale)
      if (blockId !== null) onGo(blockId)
    }
    element.addEventListener('keydown', onKeyDown)
    element.addEventListener('click', onClick)
    return () => {
      element.removeEventListener('keydown', onKeyDown)
      element.removeEventListener('click', onClick)
    }
  })
  const rows = size.width === 0 ? [] : rowsInSight(all, top, size.height)
  return (
    <div ref={pane} className={styles['pane']} role="group" aria-label={words.pages}>
      <div className={styles['content']} style={{ height: all.height, width: all.width }}>
        {rows.map((row) => (
          <div key={row.pages[0]} className={styles['row']} style={{ top: row.top, gap: pageGap }}>
            {row.pages.map((index) => <PageView key={index} pages={pages} index={index} scale={all.scale} />)}
          </div>
        ))}
      </div>
    </div>
  )
}
