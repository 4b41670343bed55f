import { useEffect, useState } from 'react'
import type { Removed } from '../../shared/paste/pasted'
import { pasteText } from '../../shared/text/paste'
import { runAction } from '../commands/commandRuntimes'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import type { PastedFacts } from '../state/deskHandle'
import { forgetPasted, pasted } from '../state/pasted'
import { session } from '../state/session'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import styles from './PasteBar.module.css'

const kinds = ['hidden', 'comment', 'link', 'picture', 'invisible', 'lineEnd', 'pageNumber'] as const
const longestList = 200

/** A quiet line after a paste: how much came in, what did not, and the two ways back. It goes when the clerk writes on, unless something was left out. */
export function PasteBar() {
  const facts = useStore(pasted, (state) => state)
  const key = useStore(session, (state) => state.key)
  useStore(desk, (state) => state.changes)
  const [opened, setOpened] = useState<PastedFacts | null>(null)
  const isOpen = opened === facts
  const isFresh = desk.get().handle?.can({ kind: 'pasteTextAlone' }) ?? false
  const isDone = facts !== null && facts.removed.length === 0 && !isFresh
  useEffect(() => { if (isDone) forgetPasted() }, [isDone])
  useEffect(() => forgetPasted, [key])
  if (facts === null || isDone) return null
  const back = (action: 'undo' | 'pasteTextAlone') => { runAction({ kind: action }); forgetPasted(); desk.get().handle?.focus() }
  const counted = kinds.map((kind) => ({ kind, count: facts.removed.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.count, 0) })).filter(({ count }) => count > 0)
  return (
    <div className={styles['bar']}>
      <p role="status">
        {pasteText.pasted(facts.characters)}
        {counted.length > 0 && <span className={styles['removed']}>{pasteText.removed}{counted.map(({ kind, count }) => pasteText.kinds[kind](count)).join('、')}</span>}
      </p>
      {counted.length > 0 && <Button kind="quiet" onClick={() => setOpened(isOpen ? null : facts)}>{isOpen ? pasteText.hide : pasteText.show}</Button>}
      {isFresh && <Button kind="quiet" onClick={() => back('pasteTextAlone')}>{pasteText.textAlone}</Button>}
      {isFresh && <Button kind="quiet" onClick={() => back('undo')}>{pasteText.undo}</Button>}
      <IconButton icon="close" label={pasteText.close} onClick={() => { forgetPasted(); desk.get().handle?.focus() }} />
      {isOpen && <RemovedList removed={facts.removed} />}
    </div>
  )
}

function RemovedList({ removed }: { readonly removed: readonly Removed[] }) {
  return (
    <ul className={styles['list']} aria-label={pasteText.listLabel}>
      {removed.slice(0, longestList).map((each) => (
        <li key={`${each.kind} ${each.text}`}><b>{pasteText.names[each.kind]}</b><span>{each.text === '' ? pasteText.pictureNoName : each.text}{pasteText.times(each.count)}</span></li>
      ))}
      {removed.length > longestList && <li>{pasteText.more(removed.length - longestList)}</li>}
    </ul>
  )
}
