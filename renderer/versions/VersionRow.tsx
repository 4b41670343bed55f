import { useRef, useState } from 'react'
import { signedCharacters, versionsText } from '../../shared/text/versions'
import { describeTime } from '../state/moment'
import { compareVersions, exportRedline, nameVersion, readVersion, restoreVersion, versionLabel } from '../state/versions'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { Menu, type MenuItem } from '../ui/Menu'
import type { ListedVersion } from './versionGroups'
import styles from './VersionsPanel.module.css'

interface Shape {
  readonly version: ListedVersion
  readonly isNewest: boolean
  readonly isReadOnly: boolean
  /** The version that waits for a second one to be compared with. */
  readonly waiting: number | null
  readonly onWait: (generation: number | null) => void
}

/** One version. A click compares it with the text on the desk, or with the version that waits. */
export function VersionRow({ version, isNewest, isReadOnly, waiting, onWait }: Shape) {
  const { generation, name, savedAt, characters, change, cause, conflictWith } = version
  const [isMenuOpen, setMenuOpen] = useState(false)
  const [isNaming, setNaming] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  const label = versionLabel(version)
  const changed = change === null || change === 0 ? '' : `（${signedCharacters(change)}）`
  const facts = [name === '' ? '' : describeTime(savedAt), `${versionsText.characters(characters)}${changed}`, versionsText.causes[cause] === name ? '' : versionsText.causes[cause], conflictWith === undefined ? '' : versionsText.conflictMark(conflictWith)].filter((part) => part !== '')
  const compare = (): void => {
    onWait(null)
    void compareVersions(generation, waiting ?? 'now')
  }
  const items: readonly MenuItem[] = [
    { id: 'read', label: versionsText.read, run: () => void readVersion(generation) },
    { id: 'compare', label: versionsText.compareNow, disabled: isNewest, run: () => void compareVersions(generation, 'now') },
    { id: 'other', label: versionsText.compareOther, run: () => onWait(generation) },
    { id: 'redline', label: versionsText.redline, disabled: isNewest, run: () => void exportRedline(generation, 'now') },
    { id: 'restore', label: versionsText.restore, disabled: isNewest || isReadOnly, isApart: true, run: () => void restoreVersion(generation, label) },
    { id: 'name', label: name === '' ? versionsText.giveName : versionsText.rename, disabled: isReadOnly, run: () => setNaming(true) },
    ...(name === '' ? [] : [{ id: 'unname', label: versionsText.unname, disabled: isReadOnly, run: () => void nameVersion(generation, '') }]),
  ]
  if (isNaming) return <li><NameForm first={name} onDone={(next) => { setNaming(false); if (next !== null && next.trim() !== '') void nameVersion(generation, next) }} /></li>
  return (
    <li className={styles['row']} data-waiting={waiting === generation || undefined}>
      <button type="button" className={styles['version']} title={waiting === null ? versionsText.compareNow : undefined} disabled={waiting === generation || (waiting === null && isNewest)} onClick={compare}>
        <span className={name === '' ? styles['time'] : styles['name']}>{label}{isNewest && <span className={styles['now']}>{versionsText.now}</span>}</span>
        <span className={styles['facts']}>{facts.join('　')}</span>
      </button>
      <IconButton ref={more} icon="more" label={versionsText.more(label)} hasMenu isExpanded={isMenuOpen} onClick={() => setMenuOpen(!isMenuOpen)} />
      {isMenuOpen && <Menu label={versionsText.more(label)} items={items} anchor={more} onClose={() => setMenuOpen(false)} />}
    </li>
  )
}

function NameForm({ first, onDone }: { readonly first: string; readonly onDone: (name: string | null) => void }) {
  const [name, setName] = useState(first)
  return (
    <form className={styles['naming']} onSubmit={(event) => { event.preventDefault(); onDone(name) }}>
      <span className="field"><input ref={takeFocus} value={name} aria-label={versionsText.newName} maxLength={40} autoComplete="off" spellCheck={false} onChange={(event) => setName(event.target.value)} onKeyDown={(event) => { if (event.key === 'Escape') { event.preventDefault(); onDone(null) } }} /></span>
      <Button isSubmit>{versionsText.save}</Button>
    </form>
  )
}

function takeFocus(input: HTMLInputElement | null): void {
  if (input !== null && document.activeElement !== input) input.select()
}
