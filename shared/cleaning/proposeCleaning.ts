/**
 * What could be cleaned in a report (SPEC CLEAN-1): proposals, none carried out. Pure and linear in the text. Proposals of one text do not overlap; all
 * carried out, nothing more is proposed.
 */
import type { ReportContent } from '../outline/reportContent'
import { blockText } from '../report/blockText'
import { editTexts, type TextPlace } from '../report/editTexts'
import { privateUse } from './characterRules'
import type { CleaningRuleId, LineVerdict, TextSurroundings } from './cleaningRule'
import { cleaningRules } from './cleaningRules'
import type { CleaningChoice } from './cleaningSchema'
import { cleanText } from './cleanText'
import { judgeOwn } from './ownRules'

interface Proposed {
  /** The same for the same proposal of the same text. */
  readonly id: string
  readonly rule: CleaningRuleId
  readonly place: TextPlace
  /** What stands there. */
  readonly before: string
}

/** A piece of a text becomes another. `from` and `to` are UTF-16 indices of the text at `place`; `lead` and `tail` stand around it. */
export interface TextProposal extends Proposed {
  readonly kind: 'text'
  readonly from: number
  readonly to: number
  readonly after: string
  readonly lead: string
  readonly tail: string
  readonly isDoubtful: boolean
}

/** A whole paragraph leaves the body and is set aside; an empty one is gone. */
export interface LineProposal extends Proposed {
  readonly kind: 'line'
  readonly place: Extract<TextPlace, { readonly kind: 'block' }>
  readonly isDoubtful: boolean
}

/** Only told: nobody can know what should stand there. */
export interface CleaningRemark extends Proposed {
  readonly kind: 'remark'
  readonly from: number
  readonly to: number
  readonly lead: string
  readonly tail: string
}

export type CleaningProposal = TextProposal | LineProposal | CleaningRemark

/** Characters of the text around a place that are enough to judge it. */
const around = 14

/** Proposals in printed order, those of one text by their places. `choice`: what holds in the unit. */
export function proposeCleaning(content: ReportContent, choice: CleaningChoice): readonly CleaningProposal[] {
  const notes = notesOf(content, choice)
  const isOn = (id: CleaningRuleId): boolean => !choice.off.includes(id)
  const proposals: CleaningProposal[] = []
  const lineIds = new Map(content.blocks.flatMap((block, index) => (block.kind === 'text' ? [[block.id, index] as const] : [])))
  const isEmpty = (index: number): boolean => {
    const block = content.blocks[index]
    return block?.kind === 'text' && block.level === 0 && block.form === undefined && blockText(block) === ''
  }
  editTexts(content, (text, place) => {
    const index = place.kind === 'block' ? lineIds.get(place.blockId) : undefined
    const surroundings: TextSurroundings = { kind: place.kind === 'cell' ? 'cell' : index === undefined ? 'field' : 'paragraph', notes }
    if (place.kind === 'block' && index !== undefined && text === '') {
      if (isOn('emptyLines') && isEmpty(index)) proposals.push({ kind: 'line', id: `${place.blockId}:emptyLines`, rule: 'emptyLines', place, before: '', isDoubtful: !isEmpty(index - 1) })
      return []
    }
    const cleaned = cleanText(text, choice, surroundings)
    if (place.kind === 'block' && index !== undefined) {
      const line = judgeLine(cleaned.text, choice)
      if (line !== null) {
        proposals.push({ kind: 'line', id: `${place.blockId}:${line.rule}`, rule: line.rule, place, before: text, isDoubtful: line.verdict === 'doubtful' })
        if (line.verdict === 'goes') return []
      }
      // A paragraph of which nothing is left goes as a whole.
      if (cleaned.text === '') {
        proposals.push({ kind: 'line', id: `${place.blockId}:gone`, rule: cleaned.edits[0]?.rule ?? 'blanks', place, before: text, isDoubtful: cleaned.edits.some((edit) => edit.isDoubtful) })
        return []
      }
      // Doubtful as a whole: its pieces are judged once that is decided.
      if (line !== null) return []
    }
    const key = placeKey(place)
    const context = (from: number, to: number) => ({ lead: text.slice(Math.max(0, from - around), from), tail: text.slice(to, to + around) })
    for (const { from, to, text: after, rule, isDoubtful } of cleaned.edits) {
      proposals.push({ kind: 'text', id: `${key}:${from}-${to}:${rule}`, rule, place, from, to, before: text.slice(from, to), after, isDoubtful, ...context(from, to) })
    }
    if (isOn('privateUse')) {
      for (const match of text.matchAll(privateUse)) {
        const [from, to] = [match.index ?? 0, (match.index ?? 0) + match[0].length]
        proposals.push({ kind: 'remark', id: `${key}:${from}:privateUse`, rule: 'privateUse', place, from, to, before: match[0], ...context(from, to) })
      }
    }
    return []
  })
  return proposals
}

/** Marks of the notes that an import set aside; what the cleaning itself set aside is none. */
function notesOf({ setAside }: ReportContent, choice: CleaningChoice): ReadonlySet<string> {
  const marks = new Set<string>()
  for (const { text } of setAside) {
    const mark = /^\[\d{1,3}\](?=\s*\S)/.exec(text)?.[0]
    if (mark !== undefined && judgeLine(cleanText(text, choice, { kind: 'paragraph', notes: new Set() }).text, choice) === null) marks.add(mark)
  }
  return marks
}

/** What a rule says of a paragraph. Marks of notes do not count: whether they stay depends on other lines. */
function judgeLine(cleaned: string, choice: CleaningChoice): { readonly rule: CleaningRuleId; readonly verdict: Exclude<LineVerdict, 'stays'> } | null {
  const text = cleaned.replace(/\[\d{1,3}\]/g, '').trim()
  if (text === '') return null
  if (judgeOwn(text, choice.own) === 'goes') return { rule: 'own', verdict: 'goes' }
  let doubtful: CleaningRuleId | null = null
  for (const { id, judge } of cleaningRules) {
    if (judge === undefined || choice.off.includes(id)) continue
    const verdict = judge(text)
    if (verdict === 'goes') return { rule: id, verdict }
    if (verdict === 'doubtful') doubtful ??= id
  }
  return doubtful === null ? null : { rule: doubtful, verdict: 'doubtful' }
}

/** A name of a text that no other text of the report has. */
export function placeKey(place: TextPlace): string {
  if (place.kind === 'block') return place.blockId
  if (place.kind === 'cell') return `${place.blockId}:${place.row}:${place.column}`
  return 'index' in place ? `${place.kind}:${place.index}` : place.kind
}
