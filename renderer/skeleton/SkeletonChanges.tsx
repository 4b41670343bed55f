import type { SkeletonChange } from '../../shared/skeleton/compareSkeletons'
import type { SkeletonRow } from '../../shared/skeleton/skeletonRows'
import { skeletonText as text } from '../../shared/text/skeleton'
import styles from './SkeletonPanel.module.css'

export interface SkeletonChangesProps {
  readonly changes: readonly SkeletonChange[]
  readonly year: number
  readonly onGo: (row: SkeletonRow) => void
}

/** What differs from the skeleton of an earlier year, in printed order; what is the same is counted. */
export function SkeletonChanges({ changes, year, onGo }: SkeletonChangesProps) {
  const differing = changes.filter(({ kind }) => kind !== 'kept')
  const count = (kind: SkeletonChange['kind']): number => changes.filter((change) => change.kind === kind).length
  return (
    <>
      <p className={styles['counts']}>{(['kept', 'renamed', 'moved', 'new', 'missing'] as const).filter((kind) => count(kind) > 0).map((kind) => <span key={kind} data-kind={kind}>{text.kinds[kind]} {count(kind)}</span>)}</p>
      {differing.length === 0 && <p className="hint">{text.allKept}</p>}
      <ul className={styles['changes']}>
        {differing.map((change) => {
          const { kind, now } = change
          const words = <><b data-kind={kind}>{text.kinds[kind]}</b><span>{wordsOf(change, year)}</span></>
          return <li key={`${kind} ${now?.id ?? ''} ${change.before?.id ?? ''}`}>{now === null ? <p>{words}</p> : <button type="button" onClick={() => onGo(now)}>{words}</button>}</li>
        })}
      </ul>
    </>
  )
}

function wordsOf({ kind, now, before }: SkeletonChange, year: number): string {
  if (kind === 'missing') return text.missing(year, before?.text ?? '', before?.depth ?? 0)
  if (kind === 'new') return text.isNew(now?.text ?? '')
  if (kind === 'renamed' || before?.text !== now?.text) return text.renamed(before?.text ?? '', now?.text ?? '')
  return text.moved(now?.text ?? '')
}
