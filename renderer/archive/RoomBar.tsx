import { useRef, useState } from 'react'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { roomActions, type RoomAction } from './roomActions'

/** The actions of a year, from the table of actions. */
export function RoomBar({ year }: { readonly year: number }) {
  return <>{roomActions.map((action) => (action.items === undefined ? <Button key={action.id} title={action.title} onClick={() => action.run?.(year)}>{action.label}</Button> : <MenuAction key={action.id} action={action} year={year} />))}</>
}

function MenuAction({ action, year }: { readonly action: RoomAction; readonly year: number }) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button ref={anchor} type="button" className="btn" title={action.title} aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{action.label}<Icon name="down" small /></button>
      {isOpen && <Menu label={action.label} items={action.items?.(year) ?? []} anchor={anchor} onClose={() => setOpen(false)} />}
    </>
  )
}
