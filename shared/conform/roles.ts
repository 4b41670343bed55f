/**
 * What each paragraph of a file is (SPEC CONFORM-3): 版头 and 版记 by their own words, everything between them by the parser of reports, with the look only
 * where words do not tell.
 */
import { countingIds } from '../base/ids'
import type { Diagnostic } from '../outline/diagnostic'
import { isAddressee, isAttachmentLabel } from '../outline/parse/phrases'
import { parseReport } from '../outline/parseReport'
import { recognizeNumber } from '../outline/recognizeNumber'
import type { NumberStyle } from '../outline/schemes'
import { flatten, type Entry } from './entries'
import { markEndBlock } from './endBlockRoles'
import { markHeadRoles } from './headRoles'
import type { RoleName } from './roleNames'
import type { ParagraphFacts, WordFacts } from './wordFacts'

export interface Line extends Entry {
  readonly roles: readonly RoleName[]
  /** Level 1 … 5 of a numbered paragraph, and how its number looks. */
  readonly level: number | null
  readonly style: NumberStyle | null
  /** UTF-16 length of the number with its blanks, and of number and topic, within the paragraph. */
  readonly labelEnd: number
  readonly leadEnd: number
}

export interface FoundRoles {
  readonly lines: readonly Line[]
  /** Faults of the numbers of levels. */
  readonly findings: readonly (Diagnostic & { readonly text: string })[]
}

/** What each paragraph is, and what is wrong with the numbers. Total: any facts give lines. */
export function findRoles(facts: WordFacts): FoundRoles {
  const entries = flatten(facts)
  const roles: (readonly RoleName[] | null)[] = entries.map((entry) => (entry.text === '' ? ['empty'] : null))
  markEndBlock(entries, roles)
  markHeadRoles(entries, roles)
  const source = sourceOf(entries, roles)
  const parsed = parseReport(source.text, { newId: countingIds() })
  const numbers = new Map(parsed.numbered.map((each) => [source.entryAt(each.line), each]))
  markParsed(entries, roles, parsed.places.map(({ line, role, blockId }) => ({ at: source.entryAt(line), role, blockId })), new Set(parsed.content.blocks.flatMap((block) => (block.kind === 'text' && block.level === 0 && block.form === 'heading' ? [block.id] : []))))
  markListed(entries, roles)
  markAttached(entries, roles)
  const lines = entries.map((entry, index): Line => {
    const number = numbers.get(index)
    const own = roles[index] ?? ['other']
    const isNumbered = number !== undefined && own.includes('body')
    const outline = entry.paragraph.outline
    const isHeading = isNumbered && number.level !== null && (number.isHeading || (outline !== null && outline < 5))
    const blank = entry.paragraph.text.length - entry.paragraph.text.trimStart().length
    const labelEnd = isNumbered ? blank + number.number.length : 0
    return {
      ...entry, roles: isHeading ? ['heading'] : own, level: isNumbered ? number.level : null, style: isNumbered ? number.number.style : null,
      labelEnd, leadEnd: isNumbered ? labelEnd + number.lead : 0,
    }
  })
  const findings = parsed.diagnostics.flatMap((each) => {
    const at = source.entryAt(each.line)
    const entry = at === undefined ? undefined : entries[at]
    return entry === undefined || lines[at ?? 0]?.roles.some((role) => role === 'attached' || role === 'attachmentList') === true ? [] : [{ ...each, text: entry.text }]
  })
  return { lines, findings }
}

/** The text between 版头 and 版记, one paragraph a line, and which paragraph each line is. */
function sourceOf(entries: readonly Entry[], roles: readonly (readonly RoleName[] | null)[]): { readonly text: string; readonly entryAt: (line: number) => number | undefined } {
  const lines: string[] = []
  const index = new Map<number, number>()
  let above: Entry | null = null
  entries.forEach((entry, at) => {
    if (entry.where !== 'body') {
      // A table stands for the text under a heading.
      if (entry.where === 'table' && entry.isFirst && roles[at] === null) lines.push('（表格略）。')
      return
    }
    if (entry.startsPage && lines.length > 0) lines.push('\f')
    if (roles[at] === null) {
      lines.push(`${isPushed(entry.paragraph) ? '\u3000'.repeat(6) : ''}${asMeant(entry, above)}`)
      above = entry
      index.set(lines.length, at)
    } else if (entry.text === '') lines.push('')
  })
  return { text: lines.join('\n'), entryAt: (line) => index.get(line) }
}

/** A title with a mark behind it and 主送机关 without its colon are told by their look and place, so that the mark can be missed. */
function asMeant(entry: Entry, above: Entry | null): string {
  if (isTitleLook(entry) && (above === null || isTitleLook(above))) return entry.text.replace(/[。，、；：:,;.]+$/, '')
  const { align, indent } = entry.paragraph
  const isFlush = align !== 'center' && align !== 'right' && Math.abs(indent.first.twips) < 100 && (indent.first.characters ?? 0) === 0
  return above !== null && isTitleLook(above) && isFlush && isAddressee(`${entry.text}：`) ? `${entry.text}：` : entry.text
}

function isTitleLook({ paragraph, where }: Entry): boolean {
  return where === 'body' && (/^(title|标题|公文标题)$/i.test(paragraph.style) || (paragraph.align === 'center' && (paragraph.runs[0]?.size ?? 0) >= 36))
}

function isPushed({ align, indent }: ParagraphFacts): boolean {
  return align === 'right' || indent.left.twips + indent.first.twips > 2000 || (indent.left.characters ?? 0) + (indent.first.characters ?? 0) > 600
}

interface ParsedPlace {
  readonly at: number | undefined
  readonly role: string
  readonly blockId: string | undefined
}

function markParsed(entries: readonly Entry[], roles: (readonly RoleName[] | null)[], places: readonly ParsedPlace[], partTitles: ReadonlySet<string>): void {
  const firstBody = places.find(({ role }) => role === 'body')?.at ?? entries.length
  for (const { at, role, blockId } of places) {
    if (at === undefined) continue
    const isHigh = at < firstBody
    const name: RoleName = role === 'title' || role === 'addressee' || role === 'note' ? role
      : role === 'attachment' ? 'attachmentList'
      : role === 'signature' || role === 'date' ? (isHigh ? 'byline' : role)
      : role === 'body' && !(blockId !== undefined && partTitles.has(blockId)) ? 'body' : 'other'
    roles[at] = [...(roles[at] ?? []), name]
  }
  if (!roles.some((each) => each?.includes('title'))) markTitleByLook(entries, roles)
  entries.forEach((entry, at) => {
    if (roles[at]?.includes('body') === true && /^(出席|请假|列席|缺席)\s*[：:]/.test(entry.text)) roles[at] = ['attendance']
    if (entry.where !== 'body' && roles[at] === null) roles[at] = ['other']
    if (roles[at]?.includes('body') === true && isCaption(entry)) roles[at] = ['other']
  })
}

/** A name of a table or picture, 单位：万元, a short line set apart: no sentence and not set like one. */
function isCaption({ text, paragraph }: Entry): boolean {
  if (paragraph.align !== 'center' && paragraph.align !== 'right') return false
  return text.length <= 30 && !/[。；，！？]/.test(text) && recognizeNumber(text) === null
}

/** The first lines that are centred and large, where no words tell a title. */
function markTitleByLook(entries: readonly Entry[], roles: (readonly RoleName[] | null)[]): void {
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at]
    const own = roles[at]
    if (entry === undefined || own?.includes('empty') === true || own?.some((role) => headNames.includes(role)) === true || entry.where !== 'body') continue
    if (!isTitleLook(entry)) return
    roles[at] = ['title']
  }
}

const headNames: readonly RoleName[] = ['copyNumber', 'secrecy', 'urgency', 'mark', 'documentNumber', 'signers']

/** 2.乙, 3.丙 below 附件：1.甲, which the parser takes for text where no 落款 closes the list or the numbers are of another kind. */
function markListed(entries: readonly Entry[], roles: (readonly RoleName[] | null)[]): void {
  const first = entries.findIndex((entry) => entry.where === 'body' && /^附\s*件\s*[：:]?[\s\u3000]*[一1１（(①]/.test(entry.text) && !isAttachmentLabel(entry.text) && entry.text.length <= 80)
  const opening = first === -1 ? null : recognizeNumber((entries[first]?.text ?? '').replace(/^附\s*件\s*[：:]?[\s\u3000]*/, ''))
  if (opening === null || opening.values[0] !== 1) return
  roles[first] = ['attachmentList']
  let value = 1
  for (let at = first + 1; at < entries.length; at += 1) {
    const text = entries[at]?.text ?? ''
    const number = recognizeNumber(text)
    if (entries[at]?.where !== 'body' || text === '' || text.length > 80 || number === null || (number.values[0] !== value + 1 && number.style !== opening.style)) return
    value += 1
    roles[at] = ['attachmentList']
  }
}

/** What stands on new pages behind 落款, and from a label 附件 at the top of a page on (7.3.7). */
function markAttached(entries: readonly Entry[], roles: (readonly RoleName[] | null)[]): void {
  const end = roles.reduce((last, each, at) => (each?.includes('date') === true || each?.includes('signature') === true ? at : last), -1)
  const from = entries.findIndex((entry, at) => entry.where === 'body' && entry.text !== '' && roles[at]?.some((role) => role === 'copies' || role === 'printer') !== true
    && ((isLabel(entry.text) && (entry.startsPage || (end !== -1 && at > end))) || (end !== -1 && at > end && entry.startsPage)))
  if (from === -1) return
  let titles = 0
  let isOpen = false
  for (let at = from; at < entries.length; at += 1) {
    const entry = entries[at]
    const own = roles[at]
    if (entry === undefined || own?.some((role) => role === 'empty' || role === 'copies' || role === 'printer' || role === 'addresseeBelow') === true) continue
    if (entry.where === 'body' && isLabel(entry.text)) {
      roles[at] = ['attachLabel']
      isOpen = true
      titles = 0
    } else if (isOpen && titles < 3 && entry.where === 'body' && (titles === 0 || entry.paragraph.align === 'center') && entry.text.length <= 60) {
      roles[at] = ['attachTitle']
      titles += 1
    } else {
      roles[at] = ['attached']
      isOpen = false
    }
  }
}

function isLabel(text: string): boolean {
  return isAttachmentLabel(text)
}
