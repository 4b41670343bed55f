import { useEffect, useRef, type ReactNode } from 'react'
import { findText as text } from '../../shared/text/find'
import { keyOf } from '../../shared/commands/keyText'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import { changeFind, closeFind, find, look } from '../state/find'
import { session } from '../state/session'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { EverywhereList } from './EverywhereList'
import { HitList } from './HitList'
import { replaceAll, replaceOne } from './replaceHere'
import { WordsField } from './WordsField'
import styles from './find.module.css'

/** 查找和替换, over the page: Enter goes on, Shift+Enter goes back, Escape closes and leaves the caret at the place. */
export function FindBar() {
  const isOpen = useStore(find, (state) => state.isOpen)
  return isOpen ? <OpenFindBar /> : null
}

const scopes = ['report', 'section', 'selection', 'year', 'all'] as const

function OpenFindBar() {
  const { query, replacement, scope, reach, total, current, isReplacing, isListShown, calls } = useStore(find, (state) => state)
  const handle = useStore(desk, (state) => state.handle)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => { input.current?.focus(); input.current?.select() }, [calls])
  useEffect(() => {
    look()
    return () => handle?.find(null, 'report')
  }, [handle])
  const go = (direction: 'next' | 'previous'): void => void handle?.goToHit(direction)
  const setWords = (words: string): void => {
    changeFind({ query: { words } })
    handle?.goToHit('next')
  }
  const isMissing = query.words !== '' && total === 0 && reach === 'report'
  return (
    <div className={styles['bar']} role="search" data-find-bar="true" aria-label={text.bar} ref={closeOnEscape}>
      <div className={styles['row']}>
        <IconButton icon={isReplacing ? 'down' : 'right'} label={isReplacing ? text.hideReplace : `${text.showReplace}　${keyOf('edit.replace')}`} isExpanded={isReplacing} onClick={() => changeFind({ isReplacing: !isReplacing })} />
        <WordsField ref={input} label={text.words} placeholder={text.wordsPlaceholder} value={query.words} isInvalid={isMissing} onChange={setWords} onEnter={(isBack) => go(isBack ? 'previous' : 'next')}>
          <span className={styles['count']} role="status">{query.words === '' || (total === 0 && !isMissing) ? '' : isMissing ? text.none : text.count(current, total)}</span>
        </WordsField>
        <Option label={text.matchCase} isOn={query.matchCase} onChange={(matchCase) => changeFind({ query: { matchCase } })}>{text.matchCaseSign}</Option>
        <Option label={text.wholeWord} isOn={query.wholeWord} onChange={(wholeWord) => changeFind({ query: { wholeWord } })}>{text.wholeWordSign}</Option>
        <Option label={text.matchWidth} isOn={query.matchWidth} onChange={(matchWidth) => changeFind({ query: { matchWidth } })}>{text.matchWidthSign}</Option>
        <span className={`field ${styles['scope'] ?? ''}`}>
          <select aria-label={text.scope} value={reach === 'report' ? scope : reach} onChange={(event) => changeScope(event.target.value)}>
            {scopes.map((id) => <option key={id} value={id}>{text.scopes[id]}</option>)}
          </select>
        </span>
        <IconButton icon="up" label={`${text.previous}　${keyOf('edit.findPrevious')}`} disabled={total === 0} onClick={() => go('previous')} />
        <IconButton icon="down" label={`${text.next}　${keyOf('edit.findNext')}`} disabled={total === 0} onClick={() => go('next')} />
        <IconButton icon="close" label={text.close} onClick={close} />
      </div>
      {isReplacing && (
        <div className={styles['row']}>
          <span className={styles['indent']} />
          <WordsField label={text.replacement} placeholder={text.replacementPlaceholder} value={replacement} onChange={(words) => changeFind({ replacement: words })} onEnter={() => replaceOne()} />
          <Button disabled={isReadOnly || total === 0} onClick={() => replaceOne()}>{text.replaceOne}</Button>
          {reach === 'report' && !isListShown && <Button disabled={isReadOnly || total === 0} onClick={() => replaceAll([])}>{text.replaceAll(total)}</Button>}
          {reach === 'report' && <Button kind="quiet" disabled={total === 0 && !isListShown} onClick={() => changeFind({ isListShown: !isListShown })}>{isListShown ? text.hidePreview : text.preview}</Button>}
        </div>
      )}
      {isReplacing && isReadOnly && reach === 'report' && <p className={styles['note']}>{text.readOnly}</p>}
      {reach !== 'report' ? <EverywhereList reach={reach} /> : isReplacing && isListShown && <HitList />}
    </div>
  )
}

function changeScope(chosen: string): void {
  const id = scopes.find((each) => each === chosen) ?? 'report'
  if (id === 'year' || id === 'all') changeFind({ scope: 'report', reach: id, isReplacing: true })
  else changeFind({ scope: id, reach: 'report' })
}

/** The caret stays at the place. */
function close(): void {
  closeFind()
  desk.get().handle?.focus()
}

function closeOnEscape(bar: HTMLElement | null): (() => void) | undefined {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    close()
  }
  bar?.addEventListener('keydown', onKeyDown)
  return () => bar?.removeEventListener('keydown', onKeyDown)
}

interface OptionProps {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
}

function Option({ label, isOn, onChange, children }: OptionProps) {
  return <button type="button" className={`ib ${styles['option'] ?? ''}`} aria-label={label} title={label} aria-pressed={isOn} onClick={() => onChange(!isOn)}>{children}</button>
}
