import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { outlineRows } from '../../shared/outline/outlineRows'
import type { ReportSummary } from '../../shared/report/summary'
import { paletteText } from '../../shared/text/palette'
import { commandRuntimes } from '../commands/commandRuntimes'
import { runCommand } from '../commands/shortcuts'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import { useReports } from '../state/library'
import { navigation, openReport } from '../state/navigation'
import { openPalette, palette } from '../state/palette'
import { session } from '../state/session'
import { paletteRows, type PaletteRow } from './paletteRows'
import styles from './CommandPalette.module.css'

/** So many reports are looked through for the best ones. */
const mostReports = 200
const nothing: readonly ReportSummary[] = []

/** 查找命令 (Ctrl+K): every command of the table by its name, and the way to a heading or another report. */
export function CommandPalette() {
  const isOpen = useStore(palette, (state) => state.isOpen)
  return isOpen ? <OpenPalette /> : null
}

function OpenPalette() {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(0)
  const report = useStore(session, (state) => state.report)
  const found = useReports(words.trim() === '' ? null : { words }, mostReports)
  const reports = found?.reports ?? nothing
  const room = useStore(navigation, (state) => state.room)
  // What is allowed is asked once, before the palette takes the focus from the text.
  const [allowed] = useState(() => new Set(Object.entries(commandRuntimes).filter(([, runtime]) => runtime.isEnabled?.() !== false).map(([name]) => name)))
  const rows = useMemo(() => paletteRows(words, {
    isEnabled: (name) => allowed.has(name), outline: room === 'desk' && report !== null ? outlineRows(report) : [],
    reports: reports.filter((other) => other.id !== report?.id || room !== 'desk'), platform: navigator.platform.startsWith('Mac') ? 'darwin' : '',
  }), [words, allowed, report, reports, room])
  const at = Math.min(chosen, Math.max(0, rows.length - 1))

  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    if (element && !element.open) element.showModal()
    input.current?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  // Newer browsers give a promise back, which is no way to undo an effect.
  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }) }, [at, words])

  const close = (): void => openPalette(false)
  const choose = (row: PaletteRow | undefined): void => {
    if (row === undefined || (row.kind === 'command' && !row.isEnabled)) return
    close()
    // After the palette is gone and the focus is back where it was.
    setTimeout(() => carryOut(row))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: Math.min(rows.length - 1, at + 8), PageUp: Math.max(0, at - 8) }[event.key]
    if (event.key === 'Enter') choose(rows[at])
    else if (to !== undefined && rows.length > 0) setChosen((to + rows.length) % rows.length)
    else return
    event.preventDefault()
  }
  return (
    <dialog
      ref={dialog} className={styles['palette']} aria-label={paletteText.label} onCancel={(event) => { event.preventDefault(); close() }}
      onPointerDown={(event) => { if (event.target === dialog.current) close() }}
    >
      <input
        ref={input} className={styles['words']} value={words} placeholder={paletteText.placeholder} aria-label={paletteText.label} autoComplete="off" spellCheck={false}
        role="combobox" aria-expanded="true" aria-controls={`${id}-list`} aria-activedescendant={rows.length === 0 ? undefined : `${id}-${at}`}
        onChange={(event) => { setWords(event.target.value); setChosen(0) }} onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={paletteText.label} className={styles['list']}>
        {rows.map((row, index) => (
          <div
            key={`${row.kind}-${row.id}`} id={`${id}-${index}`} role="option" tabIndex={-1} aria-selected={index === at} aria-disabled={row.kind === 'command' && !row.isEnabled ? true : undefined}
            className={styles['row']} data-first={index === 0 || rows[index - 1]?.kind !== row.kind ? groupNames[row.kind] : undefined}
            onPointerMove={() => setChosen(index)} onClick={() => choose(row)}
          >
            <span className={styles['label']}>{row.label}</span>
            {row.kind === 'command' && row.keys !== '' && <kbd>{row.keys}</kbd>}
            {row.kind === 'report' && <span className="muted">{row.year}</span>}
          </div>
        ))}
      </div>
      {rows.length === 0 && <p className={styles['nothing']} role="status">{paletteText.nothing}</p>}
      <p className={styles['hint']}>{paletteText.hint}</p>
    </dialog>
  )
}

const groupNames: Readonly<Record<PaletteRow['kind'], string>> = { command: paletteText.commands, section: paletteText.sections, report: paletteText.reports }

function carryOut(row: PaletteRow): void {
  if (row.kind === 'command') runCommand(row.id)
  else if (row.kind === 'section') desk.get().handle?.goTo(row.id)
  else void openReport(row.id)
}
