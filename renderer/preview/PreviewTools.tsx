import { useState } from 'react'
import { keyOf } from '../../shared/commands/keyText'
import { previewText as words } from '../../shared/text/preview'
import { useStore } from '../state/createStore'
import { preview, showDouble, startPrinting, zoomPreview, type PreviewZoom } from '../state/preview'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { Segmented } from '../ui/Segmented'
import styles from './Preview.module.css'

const zooms = (['width', 'page', 'actual'] as const).map((id) => ({ id, label: words.zooms[id] }))
const sides = (['one', 'two'] as const).map((id) => ({ id, label: words.side[id] }))

export interface PreviewToolsProps {
  readonly title: string
  readonly page: number
  /** Null until they are counted. */
  readonly pages: number | null
  readonly onPage: (page: number) => void
  readonly onClose: () => void
}

/** The bar over the pages: which, how large, to the printer, back. */
export function PreviewTools({ title, page, pages, onPage, onClose }: PreviewToolsProps) {
  const { zoom, isDouble, printing } = useStore(preview, (state) => state)
  return (
    <div className={`bar ${styles['tools'] ?? ''}`} role="toolbar" aria-label={words.title}>
      <h2 className={styles['title']}>{words.title}{title === '' ? '' : ` · ${title}`}</h2>
      <span className="sp" />
      <IconButton icon="left" label={words.previous} disabled={page <= 1} onClick={() => onPage(page - 1)} />
      <span className={styles['jump']}><PageField key={page} page={page} onPage={onPage} />{pages === null ? '' : words.of(pages)}</span>
      <IconButton icon="right" label={words.next} disabled={pages === null || page >= pages} onClick={() => onPage(page + 1)} />
      <span className="vr" />
      <Segmented label={words.zoom} options={zooms} value={chosenZoom(zoom)} onChange={(id) => zoomPreview(id === 'actual' ? 100 : id)} />
      <Segmented label={words.sides} options={sides} value={isDouble ? 'two' : 'one'} onChange={(id) => showDouble(id === 'two')} />
      <span className="sp" />
      <span className={styles['hint']}>{words.printHint}</span>
      <Button kind="primary" busy={printing !== null} title={`${words.print}　${keyOf('report.print')}`} onClick={() => startPrinting()}>{words.print}</Button>
      <IconButton icon="close" label={words.close} onClick={onClose} />
    </div>
  )
}

function chosenZoom(zoom: PreviewZoom): 'width' | 'page' | 'actual' | null {
  return zoom === 100 ? 'actual' : typeof zoom === 'number' ? null : zoom
}

/** Jumps when Enter is pressed or the field is left. */
function PageField({ page, onPage }: { readonly page: number; readonly onPage: (page: number) => void }) {
  const [typed, setTyped] = useState(String(page))
  const jump = (): void => {
    const wanted = Number(typed)
    if (Number.isInteger(wanted) && wanted > 0 && wanted !== page) onPage(wanted)
    else setTyped(String(page))
  }
  return <input aria-label={words.jump} value={typed} inputMode="numeric" maxLength={5} onChange={(event) => setTyped(event.target.value)} onBlur={jump} onKeyDown={(event) => { if (event.key === 'Enter') jump() }} />
}
