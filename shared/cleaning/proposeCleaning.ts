/**
 * What could be cleaned in a report (SPEC CLEAN-1): proposals, none carried out. Pure and linear in the text. Proposals of one text do not overlap; all
 * carried out, nothing more is proposed.
 */
import type { ReportContent } from '../outline/reportContent'
import { blockText } from '../report/blockText'
import { editTexts, type TextPlace } from '../report/editTexts'
import type { TextBlock } from '../report/report'
import type { CleaningRuleId, LineVerdict, RemarkRuleId } from './cleaningRule'
import { cleaningRules, remarkRules } from './cleaningRules'
import type { CleaningChoice } from './cleaningSchema'
import { cleanText, type CleanedText } from './cleanText'
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
  readonly rule: RemarkRuleId
  readonly from: number
  readonly to: number
  readonly lead: string
  readonly tail: string
}

export type CleaningProposal = TextProposal | LineProposal | CleaningRemark

/** Characters of the text around a place that are enough to judge it. */
const around = 14

/** What was found in paragraphs that are still the same values: looking again after a change then costs what changed. One for each choice of rules. */
export interface CleaningMemory {
  notes: string
  found: WeakMap<TextBlock, readonly CleaningProposal[]>
}

/** A memory of nothing. */
export function newCleaningMemory(): CleaningMemory {
  return { notes: '', found: new WeakMap() }
}

/** Proposals in printed order, those of one text by their places. `choice`: what holds in the unit. */
export function proposeCleaning(content: ReportContent, choice: CleaningChoice, memory: CleaningMemory = newCleaningMemory()): readonly CleaningProposal[] {
  const notes = notesOf(content, choice)
  const noteKey = [...notes].join(' ')
  if (memory.notes !== noteKey) Object.assign(memory, { ...newCleaningMemory(), notes: noteKey })
  const paragraphs = new Map(content.blocks.flatMap((block, index) => (block.kind === 'text' ? [[block.id, { block, index }] as const] : [])))
  const isEmpty = (index: number): boolean => {
    const block = content.blocks[index]
    return block?.kind === 'text' && block.level === 0 && block.form === undefined && blockText(block) === ''
  }
  const proposals: CleaningProposal[] = []
  editTexts(content, (text, place) => {
    const paragraph = place.kind === 'block' ? paragraphs.get(place.blockId) : undefined
    if (place.kind !== 'block' || paragraph === undefined) {
      proposals.push(...piecesOf(text, place, choice, cleanText(text, choice, { kind: place.kind === 'cell' ? 'cell' : 'field', notes })))
    } else if (text === '') {
      if (!choice.off.includes('emptyLines') && isEmpty(paragraph.index)) proposals.push({ kind: 'line', id: `${place.blockId}:emptyLines`, rule: 'emptyLines', place, before: '', isDoubtful: !isEmpty(paragraph.index - 1) })
    } else {
      const found = memory.found.get(paragraph.block) ?? inParagraph(text, place, choice, notes)
      memory.found.set(paragraph.block, found)
      for (const each of found) proposals.push(each)
    }
    return []
  })
  return proposals
}

function inParagraph(text: string, place: LineProposal['place'], choice: CleaningChoice, notes: ReadonlySet<string>): readonly CleaningProposal[] {
  const cleaned = cleanText(text, choice, { kind: 'paragraph', notes })
  // Doubtful as a whole or not: its pieces are judged once that is decided.
  const line = judgeLine(cleaned.text, choice)
  if (line !== null) return [{ kind: 'line', id: `${place.blockId}:${line.rule}`, rule: line.rule, place, before: text, isDoubtful: line.verdict === 'doubtful' }]
  // A paragraph of which nothing is left goes as a whole.
  if (cleaned.text === '') return [{ kind: 'line', id: `${place.blockId}:gone`, rule: cleaned.edits[0]?.rule ?? 'blanks', place, before: text, isDoubtful: cleaned.edits.some((edit) => edit.isDoubtful) }]
  return piecesOf(text, place, choice, cleaned)
}

function piecesOf(text: string, place: TextPlace, choice: CleaningChoice, cleaned: CleanedText): readonly CleaningProposal[] {
  const key = placeKey(place)
  const context = (from: number, to: number) => ({ lead: text.slice(Math.max(0, from - around), from), tail: text.slice(to, to + around) })
  const pieces: CleaningProposal[] = cleaned.edits.map(({ from, to, text: after, rule, isDoubtful }) => (
    { kind: 'text', id: `${key}:${from}-${to}:${rule}`, rule, place, from, to, before: text.slice(from, to), after, isDoubtful, ...context(from, to) }
  ))
  for (const { id, pattern } of remarkRules) {
    if (choice.off.includes(id)) continue
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index ?? 0, (match.index ?? 0) + match[0].length]
      pieces.push({ kind: 'remark', id: `${key}:${from}:${id}`, rule: id, place, from, to, before: match[0], ...context(from, to) })
    }
  }
  return pieces
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
