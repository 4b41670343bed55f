import { referenceText as text } from '../../shared/text/reference'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import type { Places } from './usePlaces'
import styles from './ReferencePanel.module.css'

export interface ReferenceSearchProps {
  readonly places: Places
  /** Shows the paragraph of the place that is gone to. */
  readonly onGo: (index: number) => void
}

export function ReferenceSearch({ places, onGo }: ReferenceSearchProps) {
  const { words, setWords, all, current, setCurrent } = places
  const go = (direction: 1 | -1): void => {
    if (all.length === 0) return
    const next = current === -1 && direction === -1 ? all.length - 1 : (current + direction + all.length) % all.length
    setCurrent(next)
    const place = all[next]
    if (place !== undefined) onGo(place.index)
  }
  return (
    <div className={styles['tools']} role="search" aria-label={text.search}>
      <label className="field">
        <Icon name="find" small />
        <input
          type="search" value={words} aria-label={text.search} placeholder={text.searchPlaceholder} autoComplete="off" spellCheck={false} onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') { event.preventDefault(); go(event.shiftKey ? -1 : 1) }
            if (event.key === 'Escape' && words !== '') { event.preventDefault(); setWords('') }
          }}
        />
        {words !== '' && <span className={styles['count']} role="status">{text.count(current, all.length)}</span>}
      </label>
      {words !== '' && <IconButton icon="up" label={text.previous} disabled={all.length === 0} onClick={() => go(-1)} />}
      {words !== '' && <IconButton icon="down" label={text.next} disabled={all.length === 0} onClick={() => go(1)} />}
    </div>
  )
}
