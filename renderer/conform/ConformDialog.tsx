import { useState } from 'react'
import { conformSheetText as words } from '../../shared/text/conformSheet'
import { copyText } from '../state/clipboard'
import { checkChosen, closeConform, conform, rebuild, type ConformSheet } from '../state/conform'
import { useStore } from '../state/createStore'
import { startPrinting } from '../state/preview'
import { showToast } from '../state/toast'
import { transfer } from '../state/transfer'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Icon } from '../ui/Icon'
import { Segmented } from '../ui/Segmented'
import styles from './Conform.module.css'
import { chaptersOf, countsOf, sheetText, type ClauseRow, type ConformFilter } from './sheetChapters'

/** 条款体检单: what the file has and what the standard asks, clause by clause. Another Word file is chosen or dropped here. */
export function ConformDialog() {
  const { isOpen, isBusy, sheet, foreign } = useStore(conform, (state) => state)
  const isImporting = useStore(transfer, (state) => state.running !== null)
  if (!isOpen) return null
  return (
    <Dialog
      title={words.title} isWide onClose={closeConform}
      actions={
        <>
          <Button kind="quiet" onClick={() => void checkChosen()}>{words.other}</Button>
          <span className="sp" />
          {sheet !== null && <Button onClick={() => copySheet(sheet)}>{words.copy}</Button>}
          {sheet !== null && <Button onClick={() => startPrinting('conform')}>{words.print}</Button>}
          {sheet !== null && foreign !== null && <Button kind="primary" busy={isImporting} title={words.rebuildHint} onClick={() => void rebuild()}>{words.rebuild}</Button>}
        </>
      }
    >
      <div className={styles['body']} data-takes-file="conform" aria-busy={isBusy}>
        {sheet === null ? <p role="status">{words.busy}</p> : <Sheet key={sheet.fileName} sheet={sheet} isBusy={isBusy} />}
        <p className="hint">{foreign === null ? words.dropHint : words.rebuildHint}</p>
      </div>
    </Dialog>
  )
}

function Sheet({ sheet, isBusy }: { readonly sheet: ConformSheet; readonly isBusy: boolean }) {
  const counts = countsOf(sheet.clauses)
  const [filter, setFilter] = useState<ConformFilter>(counts.fail > 0 ? 'fail' : 'all')
  const filters = [
    { id: 'all' as const, label: words.count(words.filters.all, sheet.clauses.length) }, { id: 'fail' as const, label: words.count(words.filters.fail, counts.fail) }, { id: 'byHand' as const, label: words.count(words.filters.byHand, counts.byHand) },
  ]
  const chapters = chaptersOf(sheet.clauses, filter)
  return (
    <>
      <div className={styles['head']}>
        <p className={styles['file']}>{words.lead(sheet.fileName)}</p>
        <p className={counts.fail === 0 ? styles['good'] : styles['bad']} role="status"><Icon name={counts.fail === 0 ? 'tick' : 'warn'} small />{isBusy ? words.busy : words.summary(counts.pass, counts.fail, counts.byHand)}</p>
        <Segmented label={words.filter} options={filters} value={filter} onChange={setFilter} />
      </div>
      {chapters.length === 0 && <p className="hint">{words.empty[filter]}</p>}
      {chapters.map(({ id, name, rows }) => (
        <section key={id} aria-label={name}>
          <h3 className={styles['chapter']}>{name}<span>{rows.length}</span></h3>
          <ClauseTable rows={rows} />
        </section>
      ))}
    </>
  )
}

/** One row a clause; what deviates stands out by a sign and by words, not by colour alone. */
export function ClauseTable({ rows, hasHeads = false }: { readonly rows: readonly ClauseRow[]; readonly hasHeads?: boolean }) {
  return (
    <table className={styles['clauses']}>
      {hasHeads && <thead><tr><th scope="col">{words.item}</th><th scope="col">{words.required}</th><th scope="col">{words.found}</th><th scope="col" className={styles['result']}>{words.result}</th></tr></thead>}
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} data-result={row.result}>
            <th scope="row">{row.item}<small>{words.clause(row.clause)}</small></th>
            <td><small>{words.required}</small>{row.required}</td>
            <td><small>{words.found}</small>{row.found}</td>
            <td className={styles['result']}><Icon name={row.result === 'pass' ? 'tick' : row.result === 'fail' ? 'close' : 'find'} small />{words.results[row.result]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function copySheet(sheet: ConformSheet): void {
  showToast(copyText(sheetText(sheet)) ? { text: words.copied } : { text: words.notCopied, tone: 'error' })
}
