import { useState } from 'react'
import type { ArchiveUnit } from '../../shared/archive/archiveScheme'
import { archiveSchemeText as words } from '../../shared/text/archiveScheme'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { codeOf } from './archiveCodes'
import styles from './ArchiveSettings.module.css'

const sound = /^[0-9A-Z]{3}$/

/** 机构(问题): rows of code and name. They are written together, as soon as all of them are sound; an empty row is none. */
export function ArchiveUnits({ units, onChange }: { readonly units: readonly ArchiveUnit[]; readonly onChange: (units: readonly ArchiveUnit[]) => void }) {
  const [typed, setTyped] = useState<readonly ArchiveUnit[] | null>(null)
  const rows = typed ?? units
  const isBad = (row: ArchiveUnit): boolean => (row.code !== '' || row.name !== '') && (!sound.test(row.code) || rows.filter(({ code }) => code === row.code).length > 1)
  const put = (next: readonly ArchiveUnit[], isDone = false): void => {
    const filled = next.filter(({ code, name }) => code !== '' || name !== '')
    const areSound = filled.every(({ code }, at) => sound.test(code) && filled.findIndex((other) => other.code === code) === at)
    if (areSound && JSON.stringify(filled) !== JSON.stringify(units)) onChange(filled)
    setTyped(areSound && isDone ? null : next)
  }
  const change = (at: number, part: Partial<ArchiveUnit>): void => put(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  return (
    <div className={styles['units']} role="group" aria-label={words.units}>
      <p className="setting-name">{words.units}</p>
      <p className="hint">{words.unitsHint}{rows.length > 1 && words.unitOrder}</p>
      {rows.map((row, at) => (
        <div key={at} className={styles['unit']}>
          <span className="field"><input aria-label={`${words.unitCode} ${at + 1}`} value={row.code} maxLength={12} placeholder={words.unitCodePlaceholder} aria-invalid={isBad(row) || undefined} aria-describedby={rows.some(isBad) ? 'bad-unit' : undefined} autoComplete="off" spellCheck={false} onChange={({ target }) => change(at, { code: codeOf(target.value) })} onBlur={() => put(rows, true)} /></span>
          <span className="field"><input aria-label={`${words.unitName} ${at + 1}`} value={row.name} maxLength={60} placeholder={words.unitNamePlaceholder} autoComplete="off" spellCheck={false} onChange={({ target }) => change(at, { name: target.value })} onBlur={() => put(rows, true)} /></span>
          <IconButton icon="close" label={words.removeUnit(row.name || row.code)} onClick={() => put(rows.filter((_, index) => index !== at), true)} />
        </div>
      ))}
      {rows.some(isBad) && <p className={styles['bad']} id="bad-unit" role="alert">{words.badUnit}</p>}
      <Button onClick={() => setTyped([...rows, { code: '', name: '' }])}>{words.addUnit}</Button>
    </div>
  )
}
