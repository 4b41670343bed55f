import { fillPlaces } from '../../shared/text/errors'
import { sealingText as words } from '../../shared/text/sealing'
import { useStore } from '../state/createStore'
import { describeDay } from '../state/moment'
import { closeSealing, copySealed, sealing, stopSealing, verifySealed, type SealedFolder, type Sealing } from '../state/sealing'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Icon } from '../ui/Icon'
import { Copied, Progress } from './SealDialog'
import styles from './Seal.module.css'

/** 封存档案: every sealed folder in the order of the chain, to be verified and copied. */
export function SealedDialog() {
  const { view, folders, looked, working, progress } = useStore(sealing, (state) => state)
  if (view !== 'list') return null
  return (
    <Dialog title={words.listTitle} isWide onClose={closeSealing} actions={working === null ? <Button onClick={closeSealing}>{words.close}</Button> : <Button onClick={() => void stopSealing()}>{words.stop}</Button>}>
      {folders === null ? <p role="status">{words.readingList}</p> : folders.length === 0 ? <p role="status">{words.noneSealed}</p> : (
        <table className={styles['rows']}>
          <thead><tr><th scope="col">{words.columns.name}</th><th scope="col">{words.columns.sealedAt}</th><th scope="col" className={styles['count']}>{words.columns.reports}</th><th scope="col">{words.columns.code}</th><th scope="col">{words.columns.state}</th><th scope="col"><span className="vh">{words.columns.actions}</span></th></tr></thead>
          <tbody>{[...folders].reverse().map((folder) => <Row key={folder.name} folder={folder} found={looked[folder.name]} working={working} />)}</tbody>
        </table>
      )}
      {working !== null && <Progress progress={progress} />}
      <Copied />
      {Object.values(looked).some(({ isWhole }) => !isWhole) && <p className="hint">{words.badAdvice}</p>}
    </Dialog>
  )
}

function Row({ folder, found, working }: { readonly folder: SealedFolder; readonly found: Sealing['looked'][string] | undefined; readonly working: string | null }) {
  const { name, sealedAt, reports, shortCode } = folder
  const isBusy = working !== null
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{describeDay(sealedAt)}</td>
      <td className={styles['count']}>{reports}</td>
      <td><code className={styles['small']}>{shortCode}</code></td>
      <td>
        {working === name ? <span className="muted">{words.states.busy}</span> : found === undefined ? <span className="muted">{words.states.unknown}</span>
          : found.isWhole ? <span className="proved"><Icon name="tick" small />{words.states.good}</span>
          : <span className="broken-mark" title={found.problems.join('\n')}><Icon name="warn" small />{fillPlaces(words.states.bad, { count: found.count })}</span>}
        {found !== undefined && !found.isWhole && <ul className={styles['problems']}>{found.problems.slice(0, 3).map((problem) => <li key={problem}>{problem}</li>)}</ul>}
      </td>
      <td className={styles['acts']}>
        <Button kind="quiet" disabled={isBusy} onClick={() => void verifySealed(name)}>{words.verify}</Button>
        <Button kind="quiet" disabled={isBusy} onClick={() => void copySealed(name)}>{words.copyShort}</Button>
      </td>
    </tr>
  )
}
