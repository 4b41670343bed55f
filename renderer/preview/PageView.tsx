import { memo, useMemo } from 'react'
import { previewText as words } from '../../shared/text/preview'
import { PageItems } from './PageSheet'
import styles from './Preview.module.css'
import type { PrintedPages } from './printedPages'

export interface PageViewProps {
  readonly pages: PrintedPages
  readonly index: number
  /** CSS pixels for one twip. */
  readonly scale: number
}

/** One page, drawn when it comes into sight. */
export const PageView = memo(function PageView({ pages, index, scale }: PageViewProps) {
  const page = useMemo(() => pages.draw(index), [pages, index])
  return (
    <svg className={styles['page']} role="img" aria-label={words.page(page.number)} viewBox={`0 0 ${page.width} ${page.height}`} width={page.width * scale} height={page.height * scale} data-page={page.number}>
      <PageItems items={page.items} />
    </svg>
  )
})
