import { useState } from 'react'
import type { FolderChange, FolderRow } from '../../shared/ipc/folderImportContract'
import { reportKinds, type ReportKindId } from '../../shared/report/kinds'
import { folderImportText as words } from '../../shared/text/folderImport'
import { changeFiles } from '../state/folderImport'
import { Button } from '../ui/Button'
import styles from './FolderImport.module.css'
import { isOpenRow } from './folderViews'

/** One correction for all rows that are listed and can still be corrected. */
export function FolderTogether({ rows }: { readonly rows: readonly FolderRow[] }) {
  const [year, setYear] = useState('')
  const [kind, setKind] = useState<ReportKindId | ''>('')
  const [unit, setUnit] = useState('')
  const open = rows.filter(isOpenRow)
  if (open.length === 0) return null
  const isYear = year === '' || /^(19|2\d)\d\d$/.test(year)
  const change: FolderChange = { ...(year === '' ? {} : { year: Number(year) }), ...(kind === '' ? {} : { kind }), ...(unit.trim() === '' ? {} : { unit: unit.trim() }) }
  const canApply = isYear && Object.keys(change).length > 0
  const correct = (given: FolderChange): void => void changeFiles(open.map(({ path }) => path), given)
  return (
    <form className={styles['together']} aria-label={words.together} onSubmit={(event) => {
      event.preventDefault()
      if (!canApply) return
      correct(change)
      setYear('')
      setKind('')
      setUnit('')
    }}>
      <span>{words.togetherLead(open.length)}</span>
      <span className="field"><input className={styles['yearField']} aria-label={words.columns.year} placeholder={words.columns.year} inputMode="numeric" maxLength={4} value={year} aria-invalid={!isYear || undefined} onChange={(event) => setYear(event.target.value)} /></span>
      <span className="field"><select aria-label={words.columns.kind} value={kind} onChange={(event) => setKind(reportKinds.find(({ id }) => id === event.target.value)?.id ?? '')}><option value="">{words.columns.kind}</option>{reportKinds.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select></span>
      <span className="field"><input className={styles['unitField']} aria-label={words.columns.unit} placeholder={words.columns.unit} maxLength={200} value={unit} onChange={(event) => setUnit(event.target.value)} /></span>
      <button type="submit" className="btn" disabled={!canApply}>{words.apply}</button>
      <span className="sp" />
      <Button kind="quiet" disabled={open.every(({ isIn }) => isIn)} onClick={() => correct({ isIn: true })}>{words.takeAll}</Button>
      <Button kind="quiet" disabled={open.every(({ isIn }) => !isIn)} onClick={() => correct({ isIn: false })}>{words.takeNone}</Button>
    </form>
  )
}
