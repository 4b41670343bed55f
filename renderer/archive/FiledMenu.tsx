import { useRef, useState } from 'react'
import { archiveFormText as words } from '../../shared/text/archiveForms'
import { roomsText } from '../../shared/text/rooms'
import type { FiledReport } from '../../shared/ipc/contract'
import { useStore } from '../state/createStore'
import { settings } from '../state/settings'
import { exportStamped, giveNumber, savePicture } from '../state/stamp'
import { IconButton } from '../ui/IconButton'
import { Menu, type MenuItem } from '../ui/Menu'

/** What is seldom done with a filed report: 归档章, and a 档号 for what was filed without. */
export function FiledMenu({ one }: { readonly one: FiledReport }) {
  const hasScheme = useStore(settings, (state) => state.archive.fonds !== '')
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const { id } = one.summary
  const numbering: MenuItem = { id: 'number', label: one.number === undefined ? words.giveNumber : words.giveFonds, disabled: !hasScheme, run: () => void giveNumber(id) }
  const items: readonly MenuItem[] = one.number === undefined ? [numbering] : [
    ...(one.number.fonds === '' ? [numbering] : []),
    { id: 'word', label: words.stampWord, run: () => void exportStamped(id, 'word') },
    { id: 'pdf', label: words.stampPdf, run: () => void exportStamped(id, 'pdf') },
    { id: 'png', label: words.stampPng, isApart: true, run: () => void savePicture(one, 'png') },
    { id: 'svg', label: words.stampSvg, run: () => void savePicture(one, 'svg') },
  ]
  const label = words.actionsOf(one.summary.title || roomsText.untitled)
  return (
    <>
      <IconButton ref={anchor} icon="more" label={label} hasMenu isExpanded={isOpen} onClick={() => setOpen(!isOpen)} />
      {isOpen && <Menu label={label} items={items} anchor={anchor} onClose={() => setOpen(false)} />}
    </>
  )
}
