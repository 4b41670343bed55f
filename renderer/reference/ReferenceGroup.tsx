import { memo, type ReactNode } from 'react'
import { leadLength } from '../../shared/outline/leadLength'
import { runsText } from '../../shared/report/blockText'
import type { TextBlock } from '../../shared/report/report'
import type { TextRange } from '../../shared/search/findMatches'
import { referenceText } from '../../shared/text/reference'
import type { ShownBlock } from './referencePage'
import styles from './ReferencePanel.module.css'

export interface ReferenceGroupProps {
  readonly shown: readonly ShownBlock[]
  /** Indices that are chosen, ids that the present report has, parted by blanks: strings, so that a group that does not change is not drawn again. */
  readonly chosen: string
  readonly present: string
  readonly active: number
  /** The heading that answers to the section of the caret. */
  readonly matched: string
  readonly find: ((text: string) => readonly TextRange[]) | null
  /** The place in hand: index of the block and which of its places; '' for none. */
  readonly current: string
}

export const ReferenceGroup = memo(({ shown, chosen, present, active, matched, find, current }: ReferenceGroupProps) => {
  const chosenHere = new Set(chosen.split(' '))
  const presentHere = new Set(present.split(' '))
  return (
    <div className={styles['group']} role="presentation" data-group="true">
      {shown.map(({ block, index, number }) => {
        const isPresent = presentHere.has(block.id)
        return (
          <div
            key={block.id} id={`reference-${index}`} role="option" tabIndex={-1} aria-selected={chosenHere.has(String(index))} data-index={index} data-number={number === '' ? undefined : number}
            data-active={index === active || undefined} data-present={isPresent || undefined} data-matched={block.id === matched || undefined} title={isPresent ? referenceText.present : undefined}
            className={`${styles['row'] ?? ''} ${block.kind === 'text' ? `${styles[`level${block.level}`] ?? ''} ${isWhole(block) ? styles['whole'] ?? '' : ''}` : styles[block.kind] ?? ''}`}
          >
            {block.kind === 'text' && <Pieces block={block} ranges={find?.(runsText(block.runs)) ?? []} current={current.startsWith(`${index}:`) ? Number(current.slice(current.indexOf(':') + 1)) : -1} />}
            {block.kind === 'table' && <table><tbody>{block.rows.map((row, at) => <tr key={at}>{row.map((cell, column) => <td key={column}>{cell}</td>)}</tr>)}</tbody></table>}
          </div>
        )
      })}
    </div>
  )
})
ReferenceGroup.displayName = 'ReferenceGroup'

function isWhole(block: TextBlock): boolean {
  return (block.level > 0 || block.form === 'heading') && leadLength(block) === runsText(block.runs).length
}

/** The text in pieces: its lead in the heading font, the places that were found marked. Nothing is added to the text: offsets on the page are its own. */
function Pieces({ block, ranges, current }: { readonly block: TextBlock; readonly ranges: readonly TextRange[]; readonly current: number }) {
  const text = runsText(block.runs)
  const lead = isWhole(block) ? 0 : leadLength(block)
  const cut = (from: number, to: number): ReactNode => {
    const inside = ranges.filter((range) => range.from < to && from < range.to)
    let at = from
    const pieces: ReactNode[] = inside.flatMap((range) => {
      const start = Math.max(range.from, from)
      const before = text.slice(at, start)
      at = Math.min(range.to, to)
      return [before, <mark key={start} data-current={ranges.indexOf(range) === current || undefined}>{text.slice(start, at)}</mark>]
    })
    return <>{pieces}{text.slice(at, to)}</>
  }
  return <>{lead > 0 && <span className={styles['lead']}>{cut(0, lead)}</span>}{cut(lead, text.length)}</>
}
