import { useState } from 'react'
import type { FolderChange, FolderRow } from '../../shared/ipc/folderImportContract'
import { reportKinds } from '../../shared/report/kinds'
import { folderImportText as words } from '../../shared/text/folderImport'
import { changeFiles, openFromFolder } from '../state/folderImport'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { LongRows, type RowPlace } from '../ui/LongRows'
import styles from './FolderImport.module.css'
import { fileNameOf, isOpenRow, notesOf, refusalOf } from './folderViews'

const { columns } = words

/** The files, one a row, each to be corrected in its place. Any number of them: only those near the screen are drawn. */
export function FolderTable({ rows, all, isBusy }: { readonly rows: readonly FolderRow[]; readonly all: readonly FolderRow[]; readonly isBusy: boolean }) {
  if (rows.length === 0) return <div className={`scroll ${styles['files'] ?? ''}`}><EmptyState text={all.length === 0 ? words.emptyFolder : words.noRows} /></div>
  return (
    <div className={`scroll ${styles['files'] ?? ''}`}>
      <table className={`tbl ${styles['table'] ?? ''}`} aria-label={words.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles['tick']}>{columns.isIn}</th><th scope="col">{columns.title}</th><th scope="col" className={styles['year']}>{columns.year}</th>
            <th scope="col" className={styles['kind']}>{columns.kind}</th><th scope="col" className={styles['unit']}>{columns.unit}</th><th scope="col" className={styles['notes']}>{columns.notes}</th>
          </tr>
        </thead>
        <LongRows items={rows} row={(row, place) => <Row key={row.row} row={row} all={all} place={place} isBusy={isBusy} />} />
      </table>
    </div>
  )
}

interface RowProps {
  readonly row: FolderRow
  readonly all: readonly FolderRow[]
  readonly place: RowPlace
  readonly isBusy: boolean
}

function Row({ row, all, place, isBusy }: RowProps) {
  const name = fileNameOf(row.path)
  const change = (given: FolderChange): void => void changeFiles([row.path], given)
  if (row.state === 'stored') {
    return (
      <tr {...place} data-state={row.state}>
        <td colSpan={2} className={`${styles['title'] ?? ''} ${styles['noTick'] ?? ''}`}><span className={styles['fixed']} title={row.title}>{row.title}</span><small title={row.path}>{row.path}</small></td>
        <td>{row.year}</td><td>{reportKinds.find(({ id }) => id === row.kind)?.name}</td><td><span className={styles['fixed']} title={row.unit}>{row.unit}</span></td>
        <td className={styles['notes']}><Notes row={row} all={all} /></td>
      </tr>
    )
  }
  if (!isOpenRow(row)) {
    return (
      <tr {...place} data-state={row.state}>
        <td colSpan={2} className={`${styles['title'] ?? ''} ${styles['noTick'] ?? ''}`}><span className={styles['fixed']} title={name}>{name}</span>{name !== row.path && <small title={row.path}>{row.path.slice(0, -name.length - 1)}</small>}</td>
        <td colSpan={4} className={styles['notes']}><Notes row={row} all={all} /></td>
      </tr>
    )
  }
  return (
    <tr {...place} data-state={row.state} data-out={row.isIn ? undefined : ''}>
      <td className={styles['tick']}><input type="checkbox" aria-label={words.take(name)} checked={row.isIn} disabled={isBusy} onChange={(event) => change({ isIn: event.target.checked })} /></td>
      <td className={styles['title']}><Cell label={words.titleOf(name)} value={row.title} disabled={isBusy} onDone={(title) => change({ title })} /><small title={row.path}>{row.path}</small></td>
      <td className={styles['year']}><Cell label={words.yearOf(name)} value={String(row.year)} disabled={isBusy} isYear onDone={(year) => change({ year: Number(year) })} /></td>
      <td className={styles['kind']}>
        <select aria-label={words.kindOf(name)} value={row.kind} disabled={isBusy} onChange={(event) => { const kind = reportKinds.find(({ id }) => id === event.target.value)?.id; if (kind) change({ kind }) }}>{reportKinds.map(({ id, name: kind }) => <option key={id} value={id}>{kind}</option>)}</select>
      </td>
      <td className={styles['unit']}><Cell label={words.unitOf(name)} value={row.unit} disabled={isBusy} onDone={(unit) => change({ unit })} /></td>
      <td className={styles['notes']}><Notes row={row} all={all} /></td>
    </tr>
  )
}

function Notes({ row, all }: { readonly row: FolderRow; readonly all: readonly FolderRow[] }) {
  const { fate, toCheck, told } = notesOf(row, all)
  const report = row.reportId ?? row.doubts.find(({ reportId }) => reportId !== undefined)?.reportId
  const refusal = refusalOf(row)
  return (
    <div>
      <p className="muted" title={[...(refusal === null ? [] : [`${refusal.found}${refusal.advice}`]), fate, ...toCheck, ...told].filter((text) => text !== '').join('；')}>
        {refusal !== null && <><span className={styles['bad']}>{refusal.found}</span>{refusal.advice}</>}
        {fate}{fate !== '' && toCheck.length + told.length > 0 && '；'}
        {toCheck.length > 0 && <span className="amber-text">{toCheck.join('；')}</span>}{toCheck.length > 0 && told.length > 0 && '；'}{told.join('；')}
      </p>
      {report !== undefined && <Button kind="quiet" onClick={() => void openFromFolder(report)}>{words.open}</Button>}
    </div>
  )
}

/** A value that is corrected in its place: kept when the field is left or Enter is pressed, taken back by Escape. */
function Cell({ label, value, disabled, isYear = false, onDone }: { readonly label: string; readonly value: string; readonly disabled: boolean; readonly isYear?: boolean; readonly onDone: (value: string) => void }) {
  const [edit, setEdit] = useState<{ readonly of: string; readonly text: string } | null>(null)
  // What was typed counts until another value takes the place of the one that it was typed for.
  const typed = edit !== null && edit.of === value ? edit.text : value
  const setTyped = (text: string): void => setEdit({ of: value, text })
  const isGood = !isYear || /^(19|2\d)\d\d$/.test(typed)
  const done = (): void => {
    if (!isGood) setTyped(value)
    else if (typed.trim() !== value) onDone(typed.trim())
  }
  return (
    <input
      className={styles['cell']} aria-label={label} title={isYear ? undefined : typed} value={typed} disabled={disabled} aria-invalid={!isGood || undefined} inputMode={isYear ? 'numeric' : undefined} maxLength={isYear ? 4 : 500} autoComplete="off" spellCheck={false}
      onChange={(event) => setTyped(event.target.value)} onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) done()
        if (event.key === 'Escape' && typed !== value) {
          event.preventDefault()
          event.stopPropagation()
          setTyped(value)
        }
      }}
    />
  )
}
