import { useRef, useState } from 'react'
import type { CommandId } from '../../shared/commands/commandTable'
import { keyOf } from '../../shared/commands/keyText'
import { archiveText } from '../../shared/text/archive'
import { commandLabels } from '../../shared/text/commands'
import { deskText } from '../../shared/text/desk'
import { referenceText } from '../../shared/text/reference'
import { templatesText } from '../../shared/text/templates'
import { roomsText } from '../../shared/text/rooms'
import { runCommand } from '../commands/shortcuts'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import { askToFile } from '../state/filing'
import { findReports, reloadLibrary } from '../state/library'
import { flush, session, setReportState } from '../state/session'
import { changeSettings, settings } from '../state/settings'
import { openTableChooser, tableChooser } from '../state/tableChooser'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { Menu } from '../ui/Menu'
import { Segmented } from '../ui/Segmented'
import styles from './DeskRoom.module.css'
import { ExportButton } from './ExportButton'
import { TableChooser } from './TableChooser'
import { TableTools } from './TableTools'

/** The slim bar over the page: levels, manners, undo, find; at the right what leads to the next step. */
export function DeskToolbar() {
  const place = useStore(desk, (state) => state.place)
  useStore(desk, (state) => state.changes)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const isOutlineShown = useStore(settings, (state) => state.isOutlineShown)
  const handle = useStore(desk, (state) => state.handle)
  const panel = useStore(desk, (state) => state.panel)
  return (
    <div className={`bar ${styles['tools'] ?? ''}`} role="toolbar" aria-label={deskText.editor}>
      {!isOutlineShown && <IconButton icon="leaf" label={deskText.showOutline} onClick={() => void changeSettings({ isOutlineShown: true })} />}
      {place.isInTable && !isReadOnly ? <TableTools /> : (
        <Segmented
          label={deskText.levels} value={place.level} disabled={isReadOnly || place.level === null}
          options={deskText.levelLabels.map((label, level) => ({ id: level as 0 | 1 | 2 | 3 | 4, label, title: hint(level === 0 ? 'level.body' : (`level.${level}` as CommandId)) }))}
          onChange={(level) => { runCommand(level === 0 ? 'level.body' : (`level.${level}` as CommandId)); handle?.focus() }}
        />
      )}
      <span className="vr" />
      <button type="button" className="ib" aria-label={commandLabels['edit.bold']} title={hint('edit.bold')} aria-pressed={place.manners.includes('bold')} disabled={isReadOnly} onClick={() => { runCommand('edit.bold'); handle?.focus() }}><b>B</b></button>
      <span className={styles['wide']}>
        <IconButton icon="undo" label={hint('edit.undo')} disabled={!(handle?.can({ kind: 'undo' }) ?? false)} onClick={() => { runCommand('edit.undo'); handle?.focus() }} />
        <IconButton icon="redo" label={hint('edit.redo')} disabled={!(handle?.can({ kind: 'redo' }) ?? false)} onClick={() => { runCommand('edit.redo'); handle?.focus() }} />
      </span>
      <span className={styles['spare']}><TableButton isReadOnly={isReadOnly} /></span>
      <span className={styles['rare']}><IconButton icon="find" label={hint('edit.find')} onClick={() => runCommand('edit.find')} /></span>
      <span className="sp" />
      {panel === null && <span className={styles['roomy']}><Button kind="quiet" title={hint('view.reference')} onClick={() => runCommand('view.reference')}>{referenceText.compare}</Button></span>}
      <span className={styles['spare']}><IconButton icon="doc" label={hint('report.details')} onClick={() => runCommand('report.details')} /></span>
      <StateMenu />
      <IconButton icon="panel" label={hint('view.panel')} pressed={panel !== null} onClick={() => runCommand('view.panel')} />
      <ExportButton />
    </div>
  )
}

/** Opens the chooser of a table's size. */
function TableButton({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const anchor = useRef<HTMLButtonElement>(null)
  const isOpen = useStore(tableChooser, (state) => state.isOpen)
  return (
    <>
      <IconButton ref={anchor} icon="table" label={commandLabels['insert.table']} disabled={isReadOnly} pressed={isOpen} onClick={() => (isOpen ? openTableChooser(false) : runCommand('insert.table'))} />
      {isOpen && <TableChooser anchor={anchor} />}
    </>
  )
}

/** The label of a command with its key, as the hint of its button. */
function hint(id: CommandId): string {
  const key = keyOf(id)
  return key === '' ? commandLabels[id] : `${commandLabels[id]}　${key}`
}

/** 草稿 → 送审 → 定稿, and from 定稿 to the archive. */
function StateMenu() {
  const state = useStore(session, (now) => now.report?.state)
  const isTemplate = useStore(session, (now) => now.template !== null)
  const [isOpen, setOpen] = useState(false)
  const anchor = useRef<HTMLButtonElement>(null)
  if (state === undefined) return null
  if (isTemplate) return <span className="badge plain">{templatesText.badge}</span>
  if (state === 'filed') return <Badge state="filed" />
  const items = (['draft', 'review', 'final'] as const).map((id) => ({ id, label: roomsText.states[id], ...(id === state ? { icon: 'tick' as const } : {}), run: () => void setReportState(id) }))
  return (
    <>
      <button ref={anchor} type="button" className={styles['state']} aria-haspopup="menu" aria-expanded={isOpen} aria-label={`${deskText.state}：${roomsText.states[state]}`} onClick={() => setOpen(!isOpen)}><Badge state={state} /></button>
      {state === 'final' && <Button kind="official" onClick={() => void askForFiling()}>{archiveText.file}</Button>}
      {isOpen && <Menu label={deskText.state} items={items} anchor={anchor} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Saves first: what is filed is what is stored. */
async function askForFiling(): Promise<void> {
  const id = session.get().report?.id
  if (id === undefined || !await flush('manual')) return
  await reloadLibrary()
  askToFile((await findReports({ id }, 1)).reports[0] ?? null)
}
