/** Dragging one or several sections (SPEC TREE-14): a line where they will stand, Escape gives up, the edges scroll. */
import { useRef, useState, type DragEvent, type RefObject } from 'react'
import type { OutlineRow } from '../../shared/outline/outlineRows'
import { deskText } from '../../shared/text/desk'
import { outlineText } from '../../shared/text/outline'
import { dropPlaceAt, type DropPlace } from './dropPlace'
import type { VisibleRow } from './visibleRows'

/** Within so many CSS pixels of its edges the list scrolls, by so many at every call of the browser. */
const edge = 36
const stride = 14

export interface RowDragOptions {
  readonly tree: RefObject<HTMLDivElement | null>
  readonly visible: readonly VisibleRow[]
  /** The blocks that dragging this row means. */
  readonly meant: (row: OutlineRow) => readonly string[]
  readonly isReadOnly: boolean
  readonly onDrop: (ids: readonly string[], beforeId: string | null) => void
}

export function useRowDrag({ tree, visible, meant, isReadOnly, onDrop }: RowDragOptions) {
  const [dragged, setDragged] = useState<{ readonly row: OutlineRow; readonly ids: readonly string[] } | null>(null)
  const [place, setPlace] = useState<DropPlace | null>(null)
  const latest = useRef<DropPlace | null>(null)
  const end = (): void => {
    setDragged(null)
    setPlace(null)
    latest.current = null
  }
  const placeOf = (event: DragEvent): DropPlace | null => {
    const element = tree.current
    if (element === null || dragged === null) return null
    const box = element.getBoundingClientRect()
    if (event.clientY < box.top + edge) element.scrollBy(0, -stride)
    if (event.clientY > box.bottom - edge) element.scrollBy(0, stride)
    const list = element.firstElementChild?.getBoundingClientRect().top ?? box.top
    return dropPlaceAt(visible, event.clientY - list, dragged.ids)
  }
  const listeners = {
    onDragStart: (event: DragEvent) => {
      const id = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined
      const row = visible.find((each) => each.row.id === id)?.row
      if (isReadOnly || row === undefined || row.kind === 'item') return
      event.dataTransfer.effectAllowed = 'move'
      // Not as text: dropped anywhere else it must be nothing.
      event.dataTransfer.setData('application/x-andu-section', row.blockId)
      setDragged({ row, ids: meant(row) })
    },
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return
      const next = placeOf(event)
      if (next !== null) event.preventDefault()
      if (next?.top !== latest.current?.top || next?.before?.id !== latest.current?.before?.id) setPlace(next)
      latest.current = next
    },
    onDragLeave: (event: DragEvent) => {
      if (event.relatedTarget instanceof Node && tree.current?.contains(event.relatedTarget)) return
      setPlace(null)
      latest.current = null
    },
    onDrop: (event: DragEvent) => {
      const at = latest.current
      event.preventDefault()
      if (dragged !== null && at !== null) onDrop(dragged.ids, at.before?.blockId ?? null)
      end()
    },
    onDragEnd: end,
  }
  return { listeners, place, draggedId: dragged?.row.id ?? null, words: dragged === null || place === null ? '' : dropWords(place, dragged.row, dragged.ids.length) }
}

function dropWords({ before }: DropPlace, row: OutlineRow, count: number): string {
  const target = before === null ? outlineText.dropAtEnd : outlineText.dropBefore(`${before.number}${before.text}`)
  return `${count > 1 ? outlineText.chosen(count) : row.level === 0 ? '' : deskText.level(row.level)} ${target}`.trim()
}
