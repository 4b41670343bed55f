import type { KeyboardEvent } from 'react'
import type { CleaningRuleId } from '../../shared/cleaning/cleaningRule'
import type { CleaningProposal } from '../../shared/cleaning/proposeCleaning'
import { cleaningText as words } from '../../shared/text/cleaning'
import styles from './CleaningPanel.module.css'
import { visible } from './visible'

interface GroupHeadProps {
  readonly rule: CleaningRuleId
  readonly count: number
  readonly ticked: number
  /** How many of the group can be ticked. */
  readonly of: number
  readonly onTick: (isOn: boolean) => void
}

/** The name of a rule with an example, and one tick for all that it found. */
export function GroupHead({ rule, count, ticked, of, onTick }: GroupHeadProps) {
  const { name } = words.rules[rule]
  return (
    <header className={styles['groupHead']}>
      {of > 0 && <input type="checkbox" aria-label={words.tickGroup(name)} checked={ticked === of} ref={(box) => { if (box !== null) box.indeterminate = ticked > 0 && ticked < of }} onChange={(event) => onTick(event.target.checked)} />}
      <h2>{name}<span>{count}</span></h2>
    </header>
  )
}

interface ProposalRowProps {
  readonly proposal: CleaningProposal
  readonly isTicked: boolean
  readonly isTabStop: boolean
  readonly onTick: (isOn: boolean) => void
  readonly onShow: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** One proposal: the tick is what the keys go to, the words lead to the place. */
export function ProposalRow({ proposal, isTicked, isTabStop, onTick, onShow, onKeyDown }: ProposalRowProps) {
  const { id, place } = proposal
  const where = place.kind === 'block' || place.kind === 'cell' ? null : words.places[place.kind]
  const notes = [
    where, proposal.kind === 'remark' ? words.told[proposal.rule] : null, proposal.kind === 'line' && proposal.before !== '' ? words.wholeLine : null,
    proposal.rule === 'compatibility' || proposal.rule === 'lookalike' ? words.sameFace : null,
    proposal.kind !== 'remark' && proposal.isDoubtful ? words.doubtful : null,
  ].filter((each) => each !== null)
  const tabIndex = isTabStop ? 0 : -1
  return (
    <li className={styles['row']} data-off={!isTicked || undefined}>
      {proposal.kind === 'remark'
        ? <button type="button" className={styles['told']} data-dirt={id} tabIndex={tabIndex} aria-label={spoken(proposal)} onClick={onShow} onKeyDown={onKeyDown}>?</button>
        : <input type="checkbox" data-dirt={id} tabIndex={tabIndex} aria-label={spoken(proposal)} checked={isTicked} onChange={(event) => onTick(event.target.checked)} onKeyDown={onKeyDown} />}
      <div className={styles['words']} onClick={onShow} aria-hidden="true">
        <Words proposal={proposal} />
        {notes.length > 0 && <small>{notes.join('　')}</small>}
      </div>
    </li>
  )
}

function Words({ proposal }: { readonly proposal: CleaningProposal }) {
  if (proposal.kind === 'line') return proposal.before === '' ? <span>{words.emptyLine}</span> : <del>{visible(proposal.before)}</del>
  if (proposal.kind === 'remark') return <span>{proposal.lead}<mark>{visible(proposal.before)}</mark>{proposal.tail}</span>
  const { lead, before, after, tail } = proposal
  const kept = keptInside(before, after)
  if (kept !== null) {
    const [left, right] = [after.slice(0, kept.at), after.slice(kept.at + kept.text.length)]
    const end = before.slice(kept.from + kept.text.length)
    return <span>{lead}<Exchange before={before.slice(0, kept.from)} after={left} />{kept.text}<Exchange before={end} after={right} />{tail}</span>
  }
  return <span>{lead}<Exchange before={before} after={after} />{tail}</span>
}

function Exchange({ before, after }: { readonly before: string; readonly after: string }) {
  if (before === after) return <>{before}</>
  // A line through a mark or two cannot be told from another mark.
  const isShort = before.length <= 2
  return <><del data-short={isShort || undefined}>{visible(before)}</del>{after !== '' && <>{isShort && '→'}<ins>{visible(after)}</ins></>}</>
}

/** The words that stay where only what stands around them changes: of `**加强领导**` and "三会一课" nobody reads the words twice. */
function keptInside(before: string, after: string): { readonly text: string; readonly from: number; readonly at: number } | null {
  for (const at of [0, 1]) {
    const text = after.slice(at, after.length - at)
    const from = text.length < 2 ? -1 : before.indexOf(text)
    if (from > 0 && visible(text) === text) return { text, from, at }
  }
  return null
}

function spoken(proposal: CleaningProposal): string {
  if (proposal.kind === 'line') return proposal.before === '' ? words.emptyLine : `${words.wholeLine}：${visible(proposal.before)}`
  const at = `${proposal.lead}${proposal.kind === 'text' ? `[${visible(proposal.before)}]` : visible(proposal.before)}${proposal.tail}`
  if (proposal.kind === 'remark') return `${words.told[proposal.rule]}：${at}`
  return `${at} ${proposal.after === '' ? words.removed : `→ ${visible(proposal.after)}`}${proposal.isDoubtful ? `，${words.doubtful}` : ''}`
}
