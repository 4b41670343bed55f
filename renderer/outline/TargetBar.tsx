import { groupDigits } from '../../shared/text/desk'
import { outlineText } from '../../shared/text/outline'
import styles from './OutlinePane.module.css'

/** How a count stands to its target, in words; within a tenth it is met, as in the hints. */
export function targetWords(count: number, target: number): string {
  const by = count - target
  if (Math.abs(by) <= target * 0.1) return outlineText.met
  return by < 0 ? outlineText.under(-by) : outlineText.over(by)
}

/** A thin bar: filled as far as the target is reached; what is beyond is hatched. */
export function TargetBar({ count, target }: { readonly count: number; readonly target: number }) {
  const isOver = count > target * 1.1
  const filled = isOver ? Math.round((target / count) * 100) : Math.min(100, Math.round((count / target) * 100))
  return (
    <span className={styles['bar']} data-over={isOver || undefined} aria-hidden="true">
      <span style={{ width: `${filled}%` }} />
    </span>
  )
}

/** 字数, with its target if there is one. */
export function CountWords({ count, target }: { readonly count: number; readonly target: number | undefined }) {
  if (target === undefined) return <>{groupDigits(count)}</>
  return <>{groupDigits(count)}<span className={styles['by']}>{targetWords(count, target)}</span></>
}
