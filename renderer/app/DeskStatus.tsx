import { useMemo } from 'react'
import { outlineRows } from '../../shared/outline/outlineRows'
import { reportCharacters } from '../../shared/outline/reportCharacters'
import type { Report } from '../../shared/report/report'
import { deskText } from '../../shared/text/desk'
import { errorMessage } from '../../shared/text/errors'
import { issuingText } from '../../shared/text/issuing'
import { referenceText } from '../../shared/text/reference'
import { runCommand } from '../commands/shortcuts'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import { originOf } from '../state/reference'
import { flush, session } from '../state/session'
import { changeSettings, settings } from '../state/settings'
import { Icon } from '../ui/Icon'
import styles from './DeskRoom.module.css'

/** The line below: saved or not, how much, where, and how large. */
export function DeskStatus() {
  const report = useStore(session, (state) => state.report)
  const zoom = useStore(settings, (state) => state.zoom)
  const blockId = useStore(desk, (state) => state.place.blockId)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const block = report?.blocks.find(({ id }) => id === blockId)
  const takenFrom = block?.kind === 'text' ? block.taken : undefined
  const section = useMemo(() => (report === null ? '' : sectionName(report, blockId)), [report, blockId])
  return (
    <footer className={`status ${styles['status'] ?? ''}`}>
      <SaveState />
      {report !== null && <span>{deskText.characters(reportCharacters(report))}</span>}
      <PagePlace />
      {section !== '' && <span className={styles['section']}>{section}</span>}
      {takenFrom !== undefined && (
        <span className={styles['section']}>
          {originOf(takenFrom)}
          {!isReadOnly && <button type="button" className={styles['link']} onClick={() => { runCommand('reference.clearTaken'); desk.get().handle?.focus() }}>{referenceText.clearTaken}</button>}
        </span>
      )}
      <span className="sp" />
      <PageCount />
      <span className={styles['zoom']} role="group" aria-label={deskText.zoom}>
        <button type="button" aria-label={deskText.zoomOut} onClick={() => runCommand('view.zoomOut')}>−</button>
        <button type="button" onClick={() => void changeSettings({ zoom: 100 })}>{zoom} %</button>
        <button type="button" aria-label={deskText.zoomIn} onClick={() => runCommand('view.zoomIn')}>+</button>
      </span>
    </footer>
  )
}

/** Where the caret is on paper. */
function PagePlace() {
  const facts = useStore(desk, (state) => state.pageFacts)
  return facts === null ? null : <span className={styles['nowrap']}>{deskText.pagePlace(facts.page, facts.line)}</span>
}

/** Layout and length on paper. */
function PageCount() {
  const pages = useStore(desk, (state) => state.pageFacts?.pages ?? null)
  const profile = useStore(session, (state) => state.report?.issuing?.profile ?? 'ordinary')
  return <span className={styles['wide']}>{deskText.page(issuingText.profiles[profile])}{pages === null ? '' : ` · ${deskText.pages(pages)}`}</span>
}

/** 已保存 only for what the disk has; a failure stays and says what to do. */
function SaveState() {
  const status = useStore(session, (state) => state.status)
  const savedAt = useStore(session, (state) => state.savedAt)
  const error = useStore(session, (state) => state.error)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const reportState = useStore(session, (state) => state.report?.state)
  if (isReadOnly) return <span role="status">{reportState === 'filed' ? deskText.readOnlyFiled : deskText.readOnly}</span>
  if (status === 'failed' && error !== null) {
    const { found, advice } = errorMessage(error)
    return (
      <span role="status" className={styles['failed']}>
        <Icon name="warn" small />{deskText.failed}：{found}{advice}
        <button type="button" onClick={() => void flush('manual')}>{deskText.tryAgain}</button>
      </span>
    )
  }
  if (status === 'saved') return <span role="status" className="ok"><Icon name="tick" small />{savedAt === null ? deskText.savedBefore : deskText.saved(clockTime(savedAt))}</span>
  return <span role="status" className={styles['pending']}>{status === 'saving' ? deskText.saving : deskText.changed}</span>
}

/** 14:03 in local time. */
function clockTime(time: string): string {
  const date = new Date(time)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}

/** Number and text of the heading above block `id`; '' in front of the first one. */
function sectionName(report: Report, id: string | null): string {
  const place = report.blocks.findIndex((block) => block.id === id)
  if (place === -1) return ''
  const above = new Set(report.blocks.slice(0, place + 1).map((block) => block.id))
  const headings = outlineRows(report).filter((row) => row.kind === 'heading' && above.has(row.blockId))
  const last = headings[headings.length - 1]
  return last === undefined ? '' : `${last.number}${last.text}`
}
