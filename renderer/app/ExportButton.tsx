import { useEffect, useRef, useState } from 'react'
import type { CommandId } from '../../shared/commands/commandTable'
import { keyOf } from '../../shared/commands/keyText'
import { commandLabels } from '../../shared/text/commands'
import { describeMissingFonts, exportText } from '../../shared/text/export'
import { useStore } from '../state/createStore'
import { exportFile, exports, loadExports } from '../state/exported'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Menu, type MenuItem } from '../ui/Menu'
import styles from './DeskRoom.module.css'

/** One click to Word; the other formats hang beside it. */
export function ExportButton() {
  const { formats, missingFonts, running } = useStore(exports, (state) => state)
  const [isOpen, setOpen] = useState(false)
  const anchor = useRef<HTMLButtonElement>(null)
  useEffect(() => { void loadExports() }, [])
  const fonts = describeMissingFonts(missingFonts)
  const items: readonly MenuItem[] = formats.map(({ id, name }) => ({
    id, label: name, hint: id === 'word' && fonts !== '' ? fonts : exportText.hints[id], run: () => void exportFile(id),
  }))
  return (
    <span className={styles['export']}>
      <Button kind="primary" busy={running !== null} title={hint('report.exportWord')} onClick={() => void exportFile('word')}>{commandLabels['report.exportWord']}</Button>
      <button
        ref={anchor} type="button" className="btn primary" aria-label={exportText.menu} title={exportText.menu} aria-haspopup="menu" aria-expanded={isOpen} disabled={formats.length === 0}
        onClick={() => setOpen(!isOpen)}
      ><Icon name="down" small /></button>
      {isOpen && <Menu label={exportText.menu} items={items} anchor={anchor} onClose={() => setOpen(false)} />}
    </span>
  )
}

function hint(id: CommandId): string {
  return `${commandLabels[id]}　${keyOf(id)}`
}
