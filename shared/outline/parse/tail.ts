/** Signature block, note, list of attachments and attached documents (SPEC PARSE-9 … PARSE-12). */
import { recognizeNumber } from '../recognizeNumber'
import { partTitle } from './frame'
import { endsLikeTitle, isAttachmentLabel, isDateLine, isNamedSignature, isNoteLine, isSignatureLike, isUnitLike, splitUnitAndDate } from './phrases'
import { nextContent, previousContent, type Draft, type SourceLine } from './sourceLines'

const mostSignatures = 4
const attachmentStart = /^附\s*件\s*[：:]\s*\S|^附\s*[：:]\s*\S/
const numberedAttachment = /^附\s*件\s*[0-9０-９一二三四五六七八九十]{1,2}\s*[：:.．、]\s*\S/

/** Marks everything behind the body that begins at `from`: the first signature block, what belongs to it, and the titles of attached documents. */
export function markTail(draft: Draft, from: number): void {
  markAttachmentLists(draft, from)
  const date = mainDate(draft, from)
  const end = date === null ? signatureWithoutDate(draft, from) : markSignatureAbove(draft, date, from)
  if (end !== null) freeHead(draft, from)
  markNote(draft, end ?? from, end !== null)
  markParts(draft, from, end)
}

/** With a signature block of its own the report keeps date and unit under its title as text. */
function freeHead(draft: Draft, from: number): void {
  for (let index = 0; index < from; index += 1) {
    const role = draft.roles[index]
    if (draft.lines[index]?.explicit === null && (role === 'date' || role === 'signature')) draft.roles[index] = 'body'
  }
}

/** The first whole-line date with a unit above it, or the last line of content if that is a date. */
function mainDate(draft: Draft, from: number): number | null {
  const { lines, roles } = draft
  for (let index = from + 1; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined || line.explicit !== null || roles[index] !== null || line.text.length > 60) continue
    if (splitUnitAndDate(line.text) !== null && isBodyEnd(draft, previousContent(draft, index))) return index
    if (!isDateLine(line.text)) continue
    const above = previousContent(draft, index)
    const next = nextContent(draft, index)
    const isLast = next >= lines.length
    if (isSignedByName(draft, above, next) || isBareDate(draft, above, index, next)) return index
    if (isLast || isNoteLine(lines[next]?.text ?? '') || isUnitLike(lines[above]?.text ?? '') || (isSignatureLike(lines[above]?.text ?? '') && (line.isPushedRight || isAttachmentLabel(lines[next]?.text ?? '')))) return index
  }
  return null
}

/** 述职人：张某某 above a date that ends the text, but for a note and attachments, or directly below the title; elsewhere it tells who spoke when. */
function isSignedByName(draft: Draft, above: number, next: number): boolean {
  const { lines, roles } = draft
  if (!isNamedSignature(lines[above]?.text ?? '')) return false
  const below = lines[next]?.text ?? ''
  return next >= lines.length || isNoteLine(below) || isAttachmentLabel(below) || roles[next] === 'attachment' || roles[previousContent(draft, above)] === 'title'
}

/** A date between a finished text and the title of an attached document, set off by empty lines or in Chinese digits: the unit that signs is named in the title. */
function isBareDate(draft: Draft, above: number, date: number, next: number): boolean {
  const isSetOff = draft.roles[date - 1] === 'blank' && draft.roles[date + 1] === 'blank'
  const title = isBodyEnd(draft, above) ? partTitle(draft, next) : []
  const last = draft.lines[title[title.length - 1] ?? -1]?.text ?? ''
  if (!endsLikeTitle(last) || !(isSetOff || (last.length >= 6 && recognizeNumber(last) === null && !/\d/.test(draft.lines[date]?.text ?? '')))) return false
  return passesOn(draft, date, title)
}

/** 关于印发…的通知, or a text that names the attached document; and other dates, if any, are signed ones of that document: a chronicle has bare ones. */
function passesOn(draft: Draft, date: number, title: readonly number[]): boolean {
  const isOther = (index: number): boolean => index !== date && draft.roles[index] === null && isDateLine(draft.lines[index]?.text ?? '')
  if (draft.lines.some((_, index) => isOther(index) && (index < date || !isUnitLike(draft.lines[previousContent(draft, index)]?.text ?? '')))) return false
  const textOf = (line: SourceLine): string => line.text.replace(/[\s“”《》]/g, '')
  const head = draft.lines.filter((_, index) => draft.roles[index] === 'title').map(textOf).join('')
  const name = draft.lines.filter((_, index) => title.includes(index)).map(textOf).join('')
  if (name.length >= 4 && (head.includes(name) || draft.lines.slice(0, date).map(textOf).join('').includes(name))) return true
  return !draft.lines.some((_, index) => isOther(index)) && /印发|转发|报送|关于|公布/.test(head) && /(通知|函|报告|请示|批复|决定)$/.test(head)
}

/** Marks the date at `date` and up to four units above it. Returns the index of the date. */
function markSignatureAbove(draft: Draft, date: number, from: number): number {
  const { lines, roles } = draft
  roles[date] = 'date'
  if (splitUnitAndDate(lines[date]?.text ?? '') !== null) return date
  let above = previousContent(draft, date)
  for (let count = 0; count < mostSignatures && above >= from && roles[above] === null; count += 1) {
    const text = lines[above]?.text ?? ''
    if (lines[above]?.explicit !== null || recognizeNumber(text) !== null || isDateLine(text)) break
    if (!(count === 0 ? isSignatureLike(text) || isNamedSignature(text) : isUnitLike(text))) break
    roles[above] = 'signature'
    above = previousContent(draft, above)
  }
  return date
}

/** A unit as the last line of all, under a finished sentence. Returns its index, or null. */
function signatureWithoutDate(draft: Draft, from: number): number | null {
  const last = previousContent(draft, draft.lines.length)
  const line = draft.lines[last]
  if (line === undefined || last <= from || draft.roles[last] !== null || line.explicit !== null) return null
  if ((!isUnitLike(line.text) && !(isNamedSignature(line.text) && /人\s*[：:]/.test(line.text))) || recognizeNumber(line.text) !== null || !isBodyEnd(draft, previousContent(draft, last))) return null
  draft.roles[last] = 'signature'
  return last
}

function isBodyEnd(draft: Draft, index: number): boolean {
  return /[。！；：”）)]$/.test(draft.lines[index]?.text ?? '') || draft.roles[index] === 'attachment'
}

/** The bracketed line below the date; without a signature block only as the last line of all. */
function markNote(draft: Draft, end: number, hasSignature: boolean): void {
  const at = hasSignature ? nextContent(draft, end) : previousContent(draft, draft.lines.length)
  const line = draft.lines[at]
  if (line === undefined || line.explicit !== null || draft.roles[at] !== null || at < end) return
  if (isNoteLine(line.text)) draft.roles[at] = 'note'
}

/** 附件：1.甲 and the lines 2.乙 … below it; also 附件： alone with such lines below and the signature block behind them. */
function markAttachmentLists(draft: Draft, from: number): void {
  const { lines, roles } = draft
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined || line.explicit !== null || roles[index] !== null || !line.text.startsWith('附')) continue
    if (numberedAttachment.test(line.text) && line.text.length <= 80 && isListedTogether(draft, index)) {
      roles[index] = 'attachment'
      continue
    }
    if (attachmentStart.test(line.text) && line.text.length <= 80) {
      roles[index] = 'attachment'
      markListed(draft, index, recognizeNumber(attachmentName(line.text)) === null ? 0 : 1)
      return
    }
    if (/^附\s*件\s*[：:]$/.test(line.text) && markListed(draft, index, 0)) {
      roles[index] = 'attachment'
      return
    }
  }
}

/** 附件1：甲 stands in the list if its neighbour is one, too, or the signature block follows; above a text of its own it is a part title. */
function isListedTogether(draft: Draft, index: number): boolean {
  const next = draft.lines[nextContent(draft, index)]?.text ?? ''
  return draft.roles[previousContent(draft, index)] === 'attachment' || numberedAttachment.test(next) || next === '' || isUnitLike(next) || isDateLine(next)
}

function markListed(draft: Draft, at: number, first: number): boolean {
  let value = first
  let index = nextContent(draft, at)
  const found: number[] = []
  while (index < draft.lines.length) {
    const line = draft.lines[index]
    const number = line === undefined || line.explicit !== null ? null : recognizeNumber(line.text)
    if (line === undefined || number === null || number.style !== 'digitDot' || number.values[0] !== value + 1 || line.text.length > 80 || /。$/.test(line.text)) break
    value += 1
    found.push(index)
    index = nextContent(draft, index)
  }
  const line = draft.lines[index]
  const isClosed = line === undefined || isDateLine(line.text) || isUnitLike(line.text) || isSignatureLike(line.text) || isAttachmentLabel(line.text)
  if (found.length === 0 || !isClosed) return false
  for (const each of found) draft.roles[each] = 'attachment'
  return true
}

/** 附件：1.甲 → 1.甲. */
export function attachmentName(text: string): string {
  return text.replace(/^附\s*件?\s*([0-9０-９一二三四五六七八九十]{1,2}\s*[：:.．、]|[：:])\s*/, '')
}

/** Behind the signature block, and at every 附件N alone on its line, an attached document begins: its label and title lines are part titles. */
function markParts(draft: Draft, from: number, end: number | null): void {
  const { lines, roles } = draft
  let index = end === null ? from : nextContent(draft, end)
  if (end !== null) {
    while (roles[index] === 'note' || roles[index] === 'attachment') index = nextContent(draft, index)
    const title = partTitle(draft, index)
    for (const at of title.length > 0 ? title : shortLine(draft, index)) roles[at] = 'part'
  }
  for (; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined || line.explicit !== null || roles[index] !== null || !isAttachmentLabel(line.text)) continue
    roles[index] = 'part'
    for (const at of partTitle(draft, nextContent(draft, index))) roles[at] = 'part'
  }
}

/** Behind the signature block even a line that does not look like a title opens the attached document, if it is short and no sentence. */
function shortLine(draft: Draft, index: number): readonly number[] {
  const line = draft.lines[index]
  const isShort = line !== undefined && line.explicit === null && draft.roles[index] === null && line.text.length <= 60 && !/[。；：:，\t]/.test(line.text)
  return isShort && recognizeNumber(line.text) === null && !isAttachmentLabel(line.text) ? [index] : []
}
