import { fillPlaces } from '../../shared/text/errors'
import { actionLogText as words } from '../../shared/text/actionLog'
import { roomsText } from '../../shared/text/rooms'
import { actionLog, closeLog, saveLog, type ActionLog } from '../state/actionLog'
import { useStore } from '../state/createStore'
import { library } from '../state/library'
import { describeTime } from '../state/moment'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Icon } from '../ui/Icon'
import styles from './Seal.module.css'

type Answer = NonNullable<ActionLog['answer']>

/** 操作记录: only to be read. */
export function LogDialog() {
  const { isOpen, answer } = useStore(actionLog, (state) => state)
  if (!isOpen) return null
  const isEmpty = answer === null || answer.total === 0
  return (
    <Dialog title={words.title} isWide onClose={closeLog} actions={<><Button onClick={closeLog}>{roomsText.close}</Button><Button disabled={isEmpty} onClick={() => void saveLog()}>{words.save}</Button></>}>
      <p className="hint">{words.lead}</p>
      {answer === null ? <p role="status">{words.loading}</p> : isEmpty ? <p role="status">{words.empty}</p> : <Entries answer={answer} />}
    </Dialog>
  )
}

function Entries({ answer }: { readonly answer: Answer }) {
  const { total, entries, problems, head } = answer
  const reports = useStore(library, (state) => state.reports)
  const titles = new Map(reports.map(({ id, title }) => [id, title || roomsText.untitled]))
  const isGood = problems.length === 0
  return (
    <>
      <p className={isGood ? styles['good'] : styles['bad']} role="status"><Icon name={isGood ? 'tick' : 'warn'} small />{isGood ? fillPlaces(words.sound, { count: total }) : fillPlaces(words.broken, { count: problems.length, places: problems.map(({ number, kind }) => fillPlaces(words.problems[kind], { number })).slice(0, 5).join('、') })}</p>
      {head !== null && <div className={styles['code']} title={words.headHint}><span>{words.head}</span><code>{head.code}</code></div>}
      <table className={styles['rows']}>
        <thead><tr><th scope="col" className={styles['count']}>{words.columns.number}</th><th scope="col">{words.columns.time}</th><th scope="col">{words.columns.action}</th><th scope="col">{words.columns.report}</th><th scope="col">{words.columns.detail}</th></tr></thead>
        <tbody>
          {entries.map(({ number, time, action, report, detail }) => (
            <tr key={number}>
              <td className={styles['count']}>{number}</td><td className={styles['time']}>{describeTime(time)}</td><td className={styles['time']}>{words.actions[action as keyof typeof words.actions] ?? action}</td>
              <td>{report === undefined ? '' : titles.get(report) ?? report}</td><td className={styles['detail']} title={detail}>{detail ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length < total && <p className="hint">{fillPlaces(words.shown, { count: entries.length })}</p>}
    </>
  )
}
