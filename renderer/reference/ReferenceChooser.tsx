import { useMemo, useState } from 'react'
import { reportKinds } from '../../shared/report/kinds'
import { referenceText as text } from '../../shared/text/reference'
import { useStore } from '../state/createStore'
import { useReports } from '../state/library'
import { chooseReference, importReference, openReference, reference } from '../state/reference'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { ErrorNote } from '../ui/ErrorNote'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import styles from './ReferencePanel.module.css'

/** So many reports are listed, the newest. */
const mostRows = 300
const kindNames = new Map(reportKinds.map(({ id, name }) => [id, name] as const))

/** Any report of the shelf, newest year first, and files from outside. */
export function ReferenceChooser() {
  const { deskId, reportId, error } = useStore(reference, (state) => state)
  const [words, setWords] = useState('')
  const found = useReports({ words }, mostRows)
  const rows = useMemo(() => (found?.reports ?? []).filter((each) => each.id !== deskId).sort((a, b) => b.year - a.year || a.title.localeCompare(b.title, 'zh')), [found, deskId])
  const years = [...new Set(rows.map(({ year }) => year))]
  return (
    <div className={styles['panel']}>
      <div className={styles['tools']}>
        {reportId !== null && <IconButton icon="left" label={text.back} onClick={() => chooseReference(false)} />}
        <label className="field">
          <Icon name="find" small />
          <input
            ref={takeFocus} type="search" value={words} aria-label={text.filter} placeholder={text.filterPlaceholder} autoComplete="off" spellCheck={false} onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing && rows[0] !== undefined) void openReference(rows[0].id) }}
          />
        </label>
        <Button kind="quiet" onClick={() => void importReference()}>{text.importFile}</Button>
      </div>
      {error !== null && <div className={styles['note']}><ErrorNote error={error} /></div>}
      <div className="scroll">
        {years.map((year) => (
          <section key={year} className={styles['year']}>
            <h3>{text.year(year)}</h3>
            <ul>
              {rows.filter((each) => each.year === year).map((each) => (
                <li key={each.id}>
                  <button type="button" aria-current={each.id === reportId || undefined} onClick={() => void openReference(each.id)}>
                    <span>{each.title}<small>{kindNames.get(each.kind) ?? ''}</small></span><Badge state={each.state} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {found !== null && rows.length === 0 && <EmptyState text={words === '' ? text.empty : text.nothing} />}
      </div>
    </div>
  )
}

function takeFocus(input: HTMLInputElement | null): void {
  input?.focus()
}
