import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { Icon, type IconName } from './Icon'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon?: IconName | undefined
  /** A quiet line under the label. */
  readonly hint?: string | undefined
  readonly disabled?: boolean | undefined
  readonly isApart?: boolean | undefined
  /** Its lines stand in the middle, as they would on paper. */
  readonly isCentred?: boolean | undefined
  readonly run: () => void
}

export interface MenuProps {
  readonly label: string
  readonly items: readonly MenuItem[]
  /** The button that opened it: the menu hangs below, and the focus goes back to it. */
  readonly anchor: RefObject<HTMLElement | null>
  readonly onClose: () => void
}

/** A menu at its button: arrows, Home, End, Escape and Enter; a click elsewhere closes it. */
export function Menu({ label, items, anchor, onClose }: MenuProps) {
  const list = useRef<HTMLDivElement>(null)
  const entries = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('[role="menuitem"]:not([disabled])') ?? [])]

  useLayoutEffect(() => {
    const element = list.current
    const at = anchor.current?.getBoundingClientRect()
    if (!element || !at) return
    const { offsetWidth: width, offsetHeight: height } = element
    element.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`
    element.style.top = `${at.bottom + height + 12 > innerHeight ? Math.max(8, at.top - height - 4) : at.bottom + 4}px`
    element.querySelector<HTMLButtonElement>('[role="menuitem"]:not([disabled])')?.focus()
  }, [anchor])

  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      const target = event.target as Node
      if (!list.current?.contains(target) && !anchor.current?.contains(target)) onClose()
    }
    document.addEventListener('pointerdown', onPointer, true)
    addEventListener('resize', onClose)
    return () => {
      document.removeEventListener('pointerdown', onPointer, true)
      removeEventListener('resize', onClose)
    }
  }, [anchor, onClose])

  const hasIcons = items.some((item) => item.icon !== undefined)
  const leave = () => {
    anchor.current?.focus()
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') leave()
    else if (to !== undefined) all[(to + all.length) % all.length]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  // Outside of panes that clip what they hold; inside the open dialog, since nothing else can be reached then.
  return createPortal(
    <div ref={list} className="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button key={item.id} type="button" role="menuitem" tabIndex={-1} className={[item.isApart ? 'apart' : '', item.isCentred ? 'centred' : ''].join(' ').trim() || undefined} disabled={item.disabled} onClick={() => { leave(); item.run() }}>
          {item.icon ? <Icon name={item.icon} small /> : hasIcons && <svg className="i s" aria-hidden="true" />}
          <span className="menu-label">{item.label}{item.hint && <small>{item.hint}</small>}</span>
        </button>
      ))}
    </div>,
    anchor.current?.closest('dialog') ?? document.body,
  )
}
