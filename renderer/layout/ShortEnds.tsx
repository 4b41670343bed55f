import { signatureAlone } from '../../shared/text/export'
import { layoutText } from '../../shared/text/layout'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import styles from './LayoutPanel.module.css'

/** More of them are counted, not listed. */
const mostListed = 20

/** Lines that hold a character or two, with what could be left out; nothing if there are none. */
export function ShortEnds() {
  const ends = useStore(desk, (state) => state.pageFacts?.shortEnds ?? null)
  if (ends === null || ends.length === 0) return null
  return (
    <section className={styles['paper']}>
      <h2>{layoutText.shortEnds(ends.length)}</h2>
      <ul className={styles['ends']}>
        {ends.slice(0, mostListed).map(({ blockId, page, line, text, removable }) => (
          <li key={blockId}>
            <button type="button" onClick={() => desk.get().handle?.goTo(blockId, Number.MAX_SAFE_INTEGER)}>
              <span>{layoutText.shortEndPlace(page, line)}</span><b>{text}</b>
              <small>{layoutText.shortEndHint(text, removable)}</small>
            </button>
          </li>
        ))}
      </ul>
      <p className="hint">{layoutText.shortEndsHint}</p>
    </section>
  )
}

/** 落款 on a page of its own behind a landscape table; nothing otherwise. */
export function SignatureAlone() {
  const isAlone = useStore(desk, (state) => state.pageFacts?.isSignatureAlone ?? false)
  return isAlone ? <section className={styles['paper']}><h2>{layoutText.signatureAlone}</h2><p className="hint">{signatureAlone}</p></section> : null
}
