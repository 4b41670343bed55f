import { countChecks, qualities } from '../../shared/archive/checks/checks'
import { checksText as words } from '../../shared/text/checks'
import { checks, closeChecks, saveChecks, startChecks, type CheckSheet, type CheckStage } from '../state/checks'
import { useStore } from '../state/createStore'
import { describeTime } from '../state/moment'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Icon } from '../ui/Icon'
import { Segmented } from '../ui/Segmented'
import styles from './Checks.module.css'

type Row = CheckSheet['rows'][number]

const stages: readonly CheckStage[] = ['filing', 'keeping', 'transfer']
/** What deviates is read first. */
const results = ['fail', 'byHand', 'pass'] as const
/** So many records or files stand in a row before the rest is counted. */
const mostAffected = 5

/** 四性检测 of a year: what was looked at, what deviates first in each group, and the sheet as a file. */
export function ChecksDialog() {
  const { year, stage, isBusy, sheet } = useStore(checks, (state) => state)
  if (year === null) return null
  const isReady = sheet !== null && !isBusy && sheet.records > 0
  return (
    <Dialog
      title={words.title} isWide onClose={closeChecks}
      actions={
        <>
          <Button kind="quiet" disabled={isBusy} onClick={() => void startChecks(year, stage)}>{words.again}</Button>
          <span className="sp" />
          {isReady && <Button onClick={() => void saveChecks('word')}>{words.saveWord}</Button>}
          {isReady && <Button kind="primary" onClick={() => void saveChecks('pdf')}>{words.savePdf}</Button>}
        </>
      }
    >
      <div className={styles['body']} aria-busy={isBusy}>
        <div className={styles['stage']}><Segmented label={words.stage} options={stages.map((id) => ({ id, label: words.stages[id] }))} value={stage} onChange={(next) => void startChecks(year, next)} /></div>
        {isBusy || sheet === null ? <p role="status">{words.busy}</p> : sheet.records === 0 ? <p role="status">{words.empty}</p> : <Sheet sheet={sheet} />}
      </div>
    </Dialog>
  )
}

function Sheet({ sheet }: { readonly sheet: CheckSheet }) {
  const { pass, fail, byHand } = countChecks(sheet.rows)
  return (
    <>
      <div className={styles['head']}>
        <p className="muted">{words.lead(sheet.year, sheet.records)}　{words.checkedAt(describeTime(sheet.checkedAt))}</p>
        <p className={fail === 0 ? styles['good'] : styles['bad']} role="status"><Icon name={fail === 0 ? 'tick' : 'warn'} small />{words.summary(pass, fail, byHand)}</p>
      </div>
      {qualities.map((quality) => (
        <section key={quality} aria-label={words.qualities[quality]}>
          <h3 className={styles['quality']}>{words.qualities[quality]}</h3>
          <table className={styles['rows']}>
            <colgroup><col className={styles['item']} /><col /><col className={styles['outcome']} /></colgroup>
            <thead><tr><th scope="col">{words.heads.item}</th><th scope="col">{words.heads.found}</th><th scope="col" className={styles['result']}>{words.heads.result}</th></tr></thead>
            <tbody>{results.flatMap((result) => sheet.rows.filter((row) => row.quality === quality && row.result === result)).map((row) => <CheckLine key={row.id} row={row} />)}</tbody>
          </table>
        </section>
      ))}
    </>
  )
}

function CheckLine({ row }: { readonly row: Row }) {
  const shown = row.affected.slice(0, mostAffected)
  return (
    <tr data-result={row.result}>
      <th scope="row">{row.item}<small>{words.clause(row.clause)}</small></th>
      <td>
        {row.found}
        {shown.length > 0 && <ul>{shown.map((name, index) => <li key={index}>{name}</li>)}{row.affected.length > shown.length && <li>{words.more(row.affected.length - shown.length)}</li>}</ul>}
      </td>
      <td className={styles['result']}><Icon name={row.result === 'pass' ? 'tick' : row.result === 'fail' ? 'close' : 'find'} small />{words.results[row.result]}</td>
    </tr>
  )
}
