import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { cleaningRuleIds, type CleaningRuleId } from '../../shared/cleaning/cleaningRule'
import type { CleaningProposal } from '../../shared/cleaning/proposeCleaning'
import { cleaningText as words } from '../../shared/text/cleaning'
import { cleanChosen, cleaning, isTicked, lookForDirt, showDirt, tick } from '../state/cleaning'
import { useStore } from '../state/createStore'
import { goTo } from '../state/navigation'
import { session } from '../state/session'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { rowReached } from '../ui/rowKeys'
import { AsideList } from './AsideList'
import styles from './CleaningPanel.module.css'
import { GroupHead, ProposalRow } from './ProposalRow'

/** Rows on the screen at once; what is not listed is not carried out either. */
const mostRows = 300

interface Group {
  readonly rule: CleaningRuleId
  readonly all: number
  readonly rows: readonly CleaningProposal[]
}

/** 清理 beside the page: proposals by their rules, each with a tick; what is ticked is carried out in one step. By keys: arrows, space, Enter, Ctrl+Enter. */
export function CleaningPanel() {
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const key = useStore(session, (state) => state.key)
  const { proposals, ticks } = useStore(cleaning, (state) => state)
  const groups = useMemo(() => groupsOf(proposals), [proposals])
  const [currentId, setCurrentId] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(lookForDirt, [key])
  if (isReadOnly) return <EmptyState text={words.nothingReadOnly} />
  const rows = groups.flatMap((group) => group.rows)
  const chosen = rows.filter((each) => isTicked(each, ticks))
  const changes = proposals.filter(({ kind }) => kind !== 'remark')
  const tabId = rows.some(({ id }) => id === currentId) ? currentId : rows[0]?.id

  const focusRow = (id: string | undefined): void => {
    if (id === undefined) return
    setCurrentId(id)
    list.current?.querySelector<HTMLElement>(`[data-dirt="${CSS.escape(id)}"]`)?.focus()
  }
  const apply = (): void => {
    cleanChosen(chosen)
    lookForDirt()
    setCurrentId(null)
    list.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.metaKey) return
    const at = rows.findIndex(({ id }) => id === event.currentTarget.dataset['dirt'])
    const row = rows[at]
    const to = rowReached(event.key, at, rows.length)
    if (event.key === 'Enter' && event.ctrlKey) apply()
    else if (event.ctrlKey) return
    else if (event.key === 'Enter' && row !== undefined) showDirt(row)
    else if (to !== null) {
      const next = rows[to]
      if (next !== undefined) showDirt(next)
      focusRow(next?.id)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles['panel']}>
      <header className={styles['head']}>
        <p role="status">{changes.length === 0 ? words.nothing : words.ticked(chosen.length, changes.length)}</p>
        {changes.length > 0 && <p className={styles['hint']}>{words.panelHint}</p>}
        <div>
          {changes.length > 0 && <Button kind="primary" disabled={chosen.length === 0} onClick={apply}>{words.apply(chosen.length)}</Button>}
          <Button kind="quiet" onClick={() => void goTo('settings')}>{words.toRules}</Button>
        </div>
      </header>
      <div className="scroll" ref={list} tabIndex={-1} role="group" aria-label={words.list}>
        {groups.map(({ rule, all, rows: listed }) => (
          <section key={rule} aria-label={words.group(words.rules[rule].name, all)} className={styles['group']}>
            <GroupHead rule={rule} count={all} ticked={listed.filter((each) => isTicked(each, ticks)).length} of={listed.filter(({ kind }) => kind !== 'remark').length} onTick={(isOn) => tick(listed.map(({ id }) => id), isOn)} />
            <ul>
              {listed.map((each) => (
                <ProposalRow key={each.id} proposal={each} isTicked={isTicked(each, ticks)} isTabStop={each.id === tabId}
                  onKeyDown={onKeyDown} onTick={(isOn) => { setCurrentId(each.id); tick([each.id], isOn) }} onShow={() => { showDirt(each); focusRow(each.id) }} />
              ))}
            </ul>
            {all > listed.length && <p className={styles['more']}>{words.more(all - listed.length)}</p>}
          </section>
        ))}
        <AsideList />
      </div>
      {rows.length > 0 && <p className={styles['foot']}>{words.keys}</p>}
    </div>
  )
}

function groupsOf(proposals: readonly CleaningProposal[]): readonly Group[] {
  let left = mostRows
  return cleaningRuleIds.flatMap((rule): readonly Group[] => {
    const own = proposals.filter((each) => each.rule === rule)
    if (own.length === 0) return []
    const rows = own.slice(0, Math.max(0, left))
    left -= rows.length
    return [{ rule, all: own.length, rows }]
  })
}
