import { retentions } from '../../shared/archive/archivalNumber'
import { archiveText as words } from '../../shared/text/archive'
import { archiveSchemeText } from '../../shared/text/archiveScheme'
import { roomsText } from '../../shared/text/rooms'
import { useStore } from '../state/createStore'
import { askToFile, fileAsked, filing, proposeFiling } from '../state/filing'
import { goTo } from '../state/navigation'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog } from '../ui/Dialog'
import { Icon } from '../ui/Icon'
import { Segmented } from '../ui/Segmented'
import styles from './Archive.module.css'

const terms = retentions.map((id) => ({ id, label: archiveSchemeText.retentions[id] }))

/** The one thing that cannot be taken back: it says exactly what will happen, and under which number. */
export function FilingDialog() {
  const { asked, isFiling } = useStore(filing, (state) => state)
  if (asked === null) return null
  const cancel = () => { if (!isFiling) askToFile(null) }
  return (
    <Dialog title={words.confirmTitle} onClose={cancel}
      actions={<><Button onClick={cancel} disabled={isFiling}>{roomsText.cancel}</Button><Button kind="official" busy={isFiling} onClick={() => { void fileAsked() }}>{words.confirm}</Button></>}>
      <p className="filing-title">{asked.title || roomsText.untitled}</p>
      <Proposal />
      <p>{words.confirmLead}</p>
      <ol className="filing-steps">{words.confirmSteps.map((step) => <li key={step}>{step}</li>)}</ol>
      <p className="hint">{words.confirmAfter}</p>
    </Dialog>
  )
}

/** What will be recorded: number, 保管期限, pages. The clerk may choose otherwise than suggested. */
function Proposal() {
  const proposal = useStore(filing, (state) => state.proposal)
  const names = words.proposal
  if (proposal === null) return <p className="hint" role="status">{words.counting}</p>
  const { number, hasFonds, year, retention, suggested, pages, units, unit } = proposal
  const term = archiveSchemeText.retentions[suggested]
  return (
    <>
      {!hasFonds && (
        <div className="note amber"><Icon name="warn" /><div><p>{words.noFonds}</p><p><Button onClick={() => { askToFile(null); void goTo('settings') }}>{words.toSettings}</Button></p></div></div>
      )}
      <dl className={styles['proposal']}>
        <dt>{names.number}</dt><dd className={styles['number']} aria-live="polite">{number}</dd>
        <dt>{names.year}</dt><dd>{names.yearOf(year)}</dd>
        <dt>{names.pages}</dt><dd>{names.pageCount(pages)}</dd>
        <dt>{names.retention}</dt>
        <dd>
          <Segmented label={names.retention} options={terms} value={retention} onChange={(chosen) => void proposeFiling({ retention: chosen, unit })} />
          <p className="hint">{retention === suggested ? words.suggested(term) : words.suggestedOther(term)}</p>
        </dd>
      </dl>
      {units.length > 1 && unit !== undefined && (
        <Choice label={names.unit} options={units.map(({ code, name }) => ({ id: code, label: `${code} ${name}`.trim() }))} value={unit} onChange={(chosen) => void proposeFiling({ retention, unit: chosen })} />
      )}
    </>
  )
}
