import { formatArchivalNumber } from '../../shared/archive/archivalNumber'
import { archiveText as words } from '../../shared/text/archive'
import { roomsText } from '../../shared/text/rooms'
import type { FiledReport } from '../../shared/ipc/contract'
import { copyText } from '../state/clipboard'
import { askToCorrect } from '../state/correcting'
import { openFiledWord } from '../state/filing'
import { describeDay } from '../state/moment'
import { openReport } from '../state/navigation'
import { showToast } from '../state/toast'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { LongRows, type RowPlace } from '../ui/LongRows'
import { kindName, shortHash } from './archiveViews'
import { FiledMenu } from './FiledMenu'
import styles from './Archive.module.css'

const { columns } = words

export function FiledTable({ label, filed }: { readonly label: string; readonly filed: readonly FiledReport[] }) {
  return (
    <table className="tbl" aria-label={label} aria-rowcount={filed.length + 1}>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">{columns.title}</th><th scope="col" className="wide">{columns.kind}</th><th scope="col">{columns.filedAt}</th><th scope="col" className={styles['spare']}>{columns.sha256}</th><th scope="col">{columns.intact}</th>
          <th scope="col"><span className="vh">{columns.actions}</span></th>
        </tr>
      </thead>
      <LongRows items={filed} row={(one, place) => <Row key={one.summary.id} one={one} place={place} />} />
    </table>
  )
}

function Row({ one, place }: { readonly one: FiledReport; readonly place: RowPlace }) {
  const { summary } = one
  const title = summary.title || roomsText.untitled
  return (
    <tr {...place}>
      <td className="ttl">
        <button type="button" className="link" title={title} onClick={() => { void openReport(summary.id) }}>{title}</button>
        {one.supersededBy !== undefined && <span className="badge plain tag">{words.superseded}</span>}
        <small className={styles['under']}>{one.number === undefined ? columns.noNumber : formatArchivalNumber(one.number)}</small>
      </td>
      <td className="wide">{kindName(summary.kind)}</td>
      <td className="num">{describeDay(one.filedAt)}</td>
      <td className={styles['spare']}><button type="button" className="hash" title={`${one.contentSha256}\n${words.copySha}`} onClick={() => copyHash(one.contentSha256)}>{shortHash(one.contentSha256)}</button></td>
      <td>{one.isIntact === null ? <span className="muted">{words.notLooked}</span> : one.isIntact ? <span className="proved"><Icon name="tick" small />{words.intact}</span> : <span className="broken-mark" title={words.changedAdvice}><Icon name="warn" small />{words.changed}</span>}</td>
      <td className="r">
        <Button kind="quiet" onClick={() => { void openFiledWord(summary.id) }}>{words.openWord}</Button>
        <Button kind="quiet" onClick={() => { void openReport(summary.id) }}>{words.openReadOnly}</Button>
        <Button kind="quiet" title={words.correctTitle} disabled={one.supersededBy !== undefined} onClick={() => { void askToCorrect(summary) }}>{words.correct}</Button>
        <FiledMenu one={one} />
      </td>
    </tr>
  )
}

function copyHash(sha256: string): void {
  copyText(sha256)
  showToast({ text: words.copied })
}
