import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState, type ClipboardEvent, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react'
import { keyOf } from '../../shared/commands/keyText'
import { matchingHead, sectionHeads } from '../../shared/compare/alignSections'
import { blockText } from '../../shared/report/blockText'
import { parentHeading } from '../../shared/report/sections'
import type { Report } from '../../shared/report/report'
import { referenceText as text } from '../../shared/text/reference'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import { chooseReference, keepTop, reference, setTaker, syncReference } from '../state/reference'
import { session } from '../state/session'
import { settings } from '../state/settings'
import { showToast } from '../state/toast'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { scrollToRow } from '../ui/scrollToRow'
import { chosenAt, keyTarget, noChoice } from './choice'
import { ReferenceGroup } from './ReferenceGroup'
import { presentBlocks, shownGroups } from './referencePage'
import { ReferenceSearch } from './ReferenceSearch'
import { firstRow, revealRow } from './scrolling'
import { markedInList, takenBlocks, takenRuns } from './takeFrom'
import { usePlaces } from './usePlaces'
import styles from './ReferencePanel.module.css'

/** Scrolling is over after so many milliseconds. */
const scrollPause = 100

/** The older report, read-only: chosen by paragraph or by mouse, searched, and shown at the section of the caret. */
export function ReferencePage({ older }: { readonly older: Report }) {
  const isSynced = useStore(reference, (state) => state.isSynced)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const zoom = useStore(settings, (state) => state.zoom)
  const list = useRef<HTMLDivElement>(null)
  const [choice, setChoice] = useState(noChoice)
  const groups = useMemo(() => shownGroups(older), [older])
  const present = usePresent(older)
  const places = usePlaces(older)
  const matched = useMatched(older, isSynced)

  const rowAt = (index: number): HTMLElement | null => list.current?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null
  const reveal = (index: number): void => {
    const row = rowAt(index)
    if (row !== null && list.current !== null) revealRow(list.current, row)
  }

  useKeptPlace(list, older)
  useEffect(() => {
    const pane = list.current
    // While the clerk works in the older report it stays where it is.
    if (!isSynced || matched === null || pane === null || pane.contains(document.activeElement)) return
    const row = pane.querySelector<HTMLElement>(`[data-index="${older.blocks.findIndex(({ id }) => id === matched)}"]`)
    if (row !== null) scrollToRow(pane, row, 8)
  }, [matched, isSynced, older])

  const take = useCallback((): boolean => {
    const { handle } = desk.get()
    if (list.current === null || handle === null) return false
    const marked = markedInList(list.current)
    if (marked !== null && 'index' in marked) {
      const isTaken = handle.run({ kind: 'takeText', runs: takenRuns(older, marked.index, marked.from, marked.to) })
      if (isTaken) showToast({ text: text.tookText })
      return isTaken
    }
    const indices = marked === null ? [...choice.chosen] : Array.from({ length: marked.last - marked.first + 1 }, (_each, step) => marked.first + step)
    const blocks = takenBlocks(older, indices)
    const isTaken = handle.run({ kind: 'takeBlocks', blocks })
    if (isTaken) showToast({ text: text.took(blocks.length) })
    return isTaken
  }, [older, choice])
  useEffect(() => {
    setTaker(take)
    return () => setTaker(null)
  }, [take])

  // Shift chooses paragraphs here; the browser would mark text from the last click on.
  const onMouseDown = (event: MouseEvent): void => { if (event.shiftKey) event.preventDefault() }
  const onClick = (event: MouseEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    if (row === null || getSelection()?.isCollapsed === false) return
    setChoice(chosenAt(choice, Number(row.dataset['index']), event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'one'))
    list.current?.focus({ preventScroll: true })
  }
  /** What is chosen is copied, too, not only what the mouse has marked. */
  const onCopy = (event: ClipboardEvent): void => {
    if (choice.chosen.size === 0 || getSelection()?.isCollapsed === false) return
    event.clipboardData.setData('text/plain', [...choice.chosen].sort((a, b) => a - b).flatMap((index) => { const block = older.blocks[index]; return block === undefined ? [] : [blockText(block)] }).join('\n'))
    event.preventDefault()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey) return
    const target = keyTarget(event.key, choice.active, older.blocks.length)
    if (target !== null) {
      getSelection()?.removeAllRanges()
      setChoice(chosenAt(choice, target, event.shiftKey ? 'extend' : 'one'))
      reveal(target)
    } else if (event.key === ' ' && choice.active !== -1) setChoice(chosenAt(choice, choice.active, 'toggle'))
    else if (event.key === 'Enter') take()
    else return
    event.preventDefault()
  }
  return (
    <div className={styles['panel']} data-own-search="true">
      <div className={styles['tools']}>
        <button type="button" className={styles['chosen']} title={text.choose} aria-label={`${text.chosen}：${text.title(older.year, older.title.join(''))}`} onClick={() => chooseReference(true)}>
          <span>{text.title(older.year, older.title.join(''))}</span>
        </button>
        <IconButton icon="sync" label={text.sync} pressed={isSynced} onClick={() => syncReference(!isSynced)} />
      </div>
      <ReferenceSearch places={places} onGo={(index) => { setChoice(chosenAt(choice, index, 'one')); reveal(index) }} />
      <div
        ref={list} style={typeStyle(zoom)} className={`scroll ${styles['list'] ?? ''}`} role="listbox" tabIndex={0} aria-multiselectable="true" aria-label={text.list}
        aria-activedescendant={choice.active === -1 ? undefined : `reference-${choice.active}`} onMouseDown={onMouseDown} onCopy={onCopy} onClick={onClick} onKeyDown={onKeyDown}
      >
        <div className={styles['title']} role="presentation">{older.title.map((line) => <p key={line}>{line}</p>)}</div>
        {groups.map((shown, at) => (
          <ReferenceGroup
            key={shown[0]?.block.id ?? at} shown={shown} find={places.find} matched={isSynced ? matched ?? '' : ''}
            chosen={shown.flatMap(({ index }) => (choice.chosen.has(index) ? [index] : [])).join(' ')}
            present={shown.flatMap(({ block }) => (present.has(block.id) ? [block.id] : [])).join(' ')}
            active={shown.some(({ index }) => index === choice.active) ? choice.active : -1}
            current={shown.some(({ index }) => index === places.at?.index) ? `${places.at?.index ?? ''}:${places.at?.nth ?? ''}` : ''}
          />
        ))}
        <div className={styles['end']} role="presentation">{[...older.attachments, ...older.signature, older.date].filter((line) => line !== '').map((line, at) => <p key={at}>{line}</p>)}</div>
      </div>
      <footer className={styles['foot']}>
        <p>{isReadOnly ? text.readOnly : text.takeHint}</p>
        <Button disabled={isReadOnly} title={keyOf('reference.take')} onClick={() => void take()}>{text.takeCount(choice.chosen.size)}</Button>
      </footer>
    </div>
  )
}

/** The type follows the zoom of the page half the way: the panel is narrow. */
function typeStyle(zoom: number): CSSProperties {
  return { '--type': `${Math.max(13, Math.min(24, 15 * (1 + (zoom / 100 - 1) / 2)))}px` } as CSSProperties
}

/** What the present report has already; a little behind the typing. */
function usePresent(older: Report): ReadonlySet<string> {
  const blocks = useStore(session, (state) => state.report?.blocks)
  const settled = useDeferredValue(blocks)
  return useMemo(() => (settled === undefined ? new Set<string>() : presentBlocks(older, { blocks: settled })), [older, settled])
}

/** The heading of the older report that answers to where the clerk is. */
function useMatched(older: Report, isSynced: boolean): string | null {
  const report = useStore(session, (state) => state.report)
  const placeId = useStore(desk, (state) => state.seenId ?? state.place.blockId)
  const others = useMemo(() => sectionHeads(older), [older])
  const own = useMemo(() => (report === null || !isSynced ? [] : sectionHeads(report)), [report, isSynced])
  return useMemo(() => {
    if (report === null || placeId === null || !isSynced) return null
    const heading = own.some(({ id }) => id === placeId) ? placeId : parentHeading(report.blocks, placeId)
    return matchingHead(own, own.findIndex(({ id }) => id === heading), others)?.id ?? null
  }, [report, placeId, own, others, isSynced])
}

/** The place in the list is kept while the panel is closed. */
function useKeptPlace(list: { readonly current: HTMLDivElement | null }, older: Report): void {
  useLayoutEffect(() => {
    const pane = list.current
    const { top } = reference.get()
    if (pane === null) return undefined
    const row = top === null ? null : pane.querySelector<HTMLElement>(`[data-index="${older.blocks.findIndex(({ id }) => id === top.blockId)}"]`)
    if (row !== null && top !== null) scrollToRow(pane, row, top.offset)
    let waiting: ReturnType<typeof setTimeout> | undefined
    const onScroll = (): void => {
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        const first = firstRow(pane)
        const block = first === null ? undefined : older.blocks[first.index]
        if (first !== null && block !== undefined) keepTop({ blockId: block.id, offset: first.offset })
      }, scrollPause)
    }
    pane.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(waiting)
      pane.removeEventListener('scroll', onScroll)
    }
  }, [list, older])
}
