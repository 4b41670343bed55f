import { transferKinds } from '../../shared/text/transferPackage'
import { transferRoomText as words } from '../../shared/text/transferRoom'
import { roomsText } from '../../shared/text/rooms'
import { useStore } from '../state/createStore'
import { openHeads } from '../state/heads'
import { stopWork, workProgress } from '../state/longWork'
import { describeDay } from '../state/moment'
import { openReport } from '../state/navigation'
import { closePackages, packages, unpackNow, type Unpacked } from '../state/packages'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ErrorNote } from '../ui/ErrorNote'
import { Icon } from '../ui/Icon'
import { WorkBar } from '../ui/WorkBar'

/** 导入包: verified first, then what became of every report in it. */
export function UnpackDialog() {
  const { dialog, isBusy, error } = useStore(packages, (state) => state)
  const part = useStore(workProgress, (state) => state.part)
  if (dialog?.kind !== 'unpack') return null
  const { unpacked } = dialog
  const actions = unpacked === null
    ? <><Button onClick={closePackages} disabled={isBusy}>{words.close}</Button><Button disabled={isBusy} onClick={() => void unpackNow('file')}>{words.unpackForms.file}</Button><Button kind="primary" disabled={isBusy} onClick={() => void unpackNow('folder')}>{words.unpackForms.folder}</Button></>
    : <Button kind="primary" onClick={closePackages}>{words.close}</Button>
  return (
    <Dialog title={words.unpackDialog} onClose={closePackages} actions={actions}>
      {unpacked === null && <p>{words.unpackLead}</p>}
      {error && <ErrorNote error={error} />}
      {isBusy && <WorkBar text={words.unpacking} part={part} stop={{ label: words.cancel, run: stopWork }} />}
      {unpacked !== null && <Result unpacked={unpacked} />}
    </Dialog>
  )
}

function Result({ unpacked: { unit, madeAt, reports, foreign } }: { readonly unpacked: Unpacked }) {
  const brought = reports.filter(({ kind }) => kind === 'added' || kind === 'forward' || kind === 'twoHeads').length
  const go = (work: () => void): void => { closePackages(); work() }
  return (
    <>
      <div className="proof" role="status"><Icon name="tick" /><div><p className="strong">{brought === 0 ? words.unpackedNothing : words.unpacked(brought)}</p><p className="hint">{words.from(unit, describeDay(madeAt))}</p></div></div>
      <ul className="plain-list">
        {reports.map(({ id, title, year, kind }) => (
          <li key={id}>
            <span className="t" title={title}>{title || roomsText.untitled}</span><span className="muted">{year}</span><span className={kind === 'twoHeads' ? 'two-heads' : 'muted'}>{transferKinds[kind]}</span>
            {kind === 'twoHeads' ? <Button kind="quiet" onClick={() => go(() => void openHeads(id))}>{words.compare}</Button> : kind === 'numberTaken' ? null : <Button kind="quiet" onClick={() => go(() => void openReport(id))}>{words.open}</Button>}
          </li>
        ))}
      </ul>
      {foreign.length > 0 && <div className="note amber"><Icon name="warn" /><p>{words.foreign(foreign)}</p></div>}
    </>
  )
}
