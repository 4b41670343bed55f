import { deskText } from '../../shared/text/desk'
import { useStore } from '../state/createStore'
import { desk, openPanel } from '../state/desk'
import { IconButton } from '../ui/IconButton'
import { Segmented } from '../ui/Segmented'
import { ErrorBoundary } from './ErrorBoundary'
import { sidePanels } from './sidePanels'
import styles from './DeskRoom.module.css'

/** What stands at the right of the page: one panel at a time, or none. Escape goes back to the text. */
export function SidePanel() {
  const open = useStore(desk, (state) => state.panel)
  const row = sidePanels.find(({ id }) => id === open)
  if (row === undefined) return null
  const { id, Panel } = row
  const close = (): void => {
    openPanel(null)
    desk.get().handle?.focus()
  }
  return (
    <aside ref={backOnEscape} className={`pane ${styles['panel'] ?? ''}`} aria-label={deskText.panel} data-on-call={row.isOnCall}>
      <header className="bar">
        <Segmented label={deskText.panel} value={id} options={sidePanels.filter((panel) => panel.isOnCall !== true || panel.id === id).map((panel) => ({ id: panel.id, label: deskText.panels[panel.id] }))} onChange={openPanel} />
        <span className="sp" />
        <IconButton icon="close" label={deskText.closePanel} onClick={close} />
      </header>
      <div className={styles['panelBody']} key={id}><ErrorBoundary isOverlay><Panel /></ErrorBoundary></div>
    </aside>
  )
}

/** Escape that nothing in the panel took for itself goes back to the text. */
function backOnEscape(panel: HTMLElement | null): (() => void) | undefined {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    event.preventDefault()
    desk.get().handle?.focus()
  }
  panel?.addEventListener('keydown', onKeyDown)
  return () => panel?.removeEventListener('keydown', onKeyDown)
}
