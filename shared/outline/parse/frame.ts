/** What stands before the body: title, addressee, 题注 (SPEC PARSE-6 … PARSE-8). */
import { recognizeNumber } from '../recognizeNumber'
import { ownTitle } from './headline'
import { endsLikeTitle, isAddressee, isAttachmentLabel, isDateLine, isNoteLine, isOccasion, isOccasionEnd, isSignatureLike, isStage, isUnitLike, opensWithDash } from './phrases'
import { isDocumentNumber } from './noise'
import { settleFields } from './pageFields'
import { nextContent, previousContent, type Draft } from './sourceLines'

const longestTitleLine = 45
/** A title that is complete on one line. */
const longestWholeTitle = 90
const mostTitleLines = 5
/** How a line begins that goes on with a title: 及2024年工作计划. */
const goesOnFrom = /^(及|暨|和|与|并)/
/** 三号, in half-points. */
const bodySize = 32

/** Marks title, addressee, date and unit under the title. Returns the index of the first line of the body. */
export function markHead(draft: Draft): number {
  const { lines, roles } = draft
  settleFields(draft)
  let at = nextContent(draft, -1)
  if (lines[at]?.explicit !== null) return at
  while (isLetterhead(draft, at)) {
    roles[at] = 'setAside'
    at = nextContent(draft, at)
  }
  at = behindTable(draft, at)
  const headline = titleRange(draft, at)
  const own = ownTitle(draft, headline, (index) => titleRange(draft, index)) ?? headline
  const title = isFuller(draft, headline, own) ? headline : own
  for (let index = at; index <= (own[own.length - 1] ?? at - 1); index += 1) if (roles[index] === null) roles[index] = 'setAside'
  for (const index of title) roles[index] = 'title'
  if (own.length > 0) at = nextContent(draft, own[own.length - 1] ?? at)
  for (let steps = 0; steps < 5 && at < lines.length && roles[at] === null; steps += 1) {
    const role = headRole(draft, at, title.length > 0)
    if (role === null) break
    roles[at] = role
    at = nextContent(draft, at)
    if (role === 'addressee') break
  }
  return at
}

/** 标题：2018年政府工作报告 above 政府工作报告: what is named the title says more. */
function isFuller(draft: Draft, headline: readonly number[], own: readonly number[]): boolean {
  const named = draft.lines[headline[0] ?? -1]?.text ?? ''
  const text = own.map((index) => draft.lines[index]?.text ?? '').join('').replace(/\s+/g, '')
  return headline !== own && headline.length === 1 && /^标题\s*[：:]/.test(named) && named.replace(/\s+/g, '').endsWith(text)
}

/** A letterhead may be a table: the line behind it if a title begins there, else `at`. */
function behindTable(draft: Draft, at: number): number {
  let next = at
  while (next < draft.lines.length && (draft.roles[next] === 'table' || draft.roles[next] === 'picture')) next = nextContent(draft, next)
  return titleRange(draft, next).length > 0 ? next : at
}

/** 清源县人民政府文件 above a title; 附件2 above the title of a document that was an attachment. */
function isLetterhead(draft: Draft, at: number): boolean {
  const text = draft.lines[at]?.text ?? ''
  return draft.lines[at]?.explicit === null && nextContent(draft, at) < draft.lines.length && (isAttachmentLabel(text) || /^[^，。；：]{2,40}文\s?件$/.test(text) || standsAboveNumber(draft, at) || isFirstPart(draft, at))
}

/** 第一部分　报告 above the title of the report. */
function isFirstPart(draft: Draft, at: number): boolean {
  const title = /^第[一1]\s?部分/.test(draft.lines[at]?.text ?? '') ? titleRange(draft, nextContent(draft, at)) : []
  return endsLikeTitle(draft.lines[title[title.length - 1] ?? -1]?.text ?? '')
}

/** The names of the issuing units stand alone above 发文字号, and the title below it (GB/T 9704-2012, 7.2.4, 7.2.5, 7.3.1). */
function standsAboveNumber(draft: Draft, at: number): boolean {
  const next = nextContent(draft, at)
  const between = draft.lines.slice(at + 1, next)
  return isTitleLike(draft, at) && !endsLikeTitle(draft.lines[at]?.text ?? '') && between.some(({ text }) => isDocumentNumber(text)) && titleRange(draft, next).length > 0
}

function headRole(draft: Draft, at: number, hasTitle: boolean): 'title' | 'addressee' | 'date' | 'signature' | 'body' | 'setAside' | null {
  const text = draft.lines[at]?.text ?? ''
  if (draft.lines[at]?.explicit !== null) return null
  if (isAddressee(text)) return 'addressee'
  if (hasTitle && isStage(text) && draft.roles[previousContent(draft, at)] === 'title') return 'title'
  if (!hasTitle || nextContent(draft, at) >= draft.lines.length) return null
  if (isDateLine(text)) return 'date'
  if (opensWithDash(text) && text.length <= 60 && !/[。；]$/.test(text)) return 'title'
  const above = draft.lines[previousContent(draft, at)]?.text ?? ''
  if (isOccasion(text)) return 'body'
  if (isOccasionEnd(text) && (isOccasion(`${above}${text}`) || opensWithDash(above))) return opensWithDash(above) ? 'title' : 'body'
  // The first line of an occasion that goes on in the next.
  if (isOccasion(`${text}${draft.lines[nextContent(draft, at)]?.text ?? ''}`)) return 'body'
  if (isUnitLike(text) && recognizeNumber(text) === null) return 'signature'
  // Below a picture of the speaker: ……作报告。本报记者　李某某　摄.
  if (text.length <= 60 && /(?:记者|通讯员)[\s\u3000]*[\u4e00-\u9fff\s\u3000]{2,12}(?:摄影?)?[）)]?$/.test(text)) return 'setAside'
  return isSpeaker(text) ? 'body' : null
}

/** 县长　李某某, the speaker under the title of a speech. */
function isSpeaker(text: string): boolean {
  return text.length <= 24 && (/^[^，。；：\d]{2,16}[\s\u3000]+[^，。；：\d]{1,8}$/.test(text) || /^[^，。；：\d\s]{0,14}(?:省长|市长|县长|区长|州长|镇长|乡长|主任|书记|局长|院长|校长|检察长|主席)[\u4e00-\u9fff·]{2,4}$/.test(text))
}

/** Indices of the title lines from `at`; empty if the text begins with its body. */
function titleRange(draft: Draft, at: number): readonly number[] {
  const lines = titleCandidates(draft, at)
  const first = lines[0]
  if (first === undefined) return []
  const text = (index: number): string => draft.lines[index]?.text ?? ''
  const last = lines.map((index) => endsLikeTitle(text(index))).lastIndexOf(true)
  if (last !== -1) return lines.slice(0, Math.min(last + 1, firstEnd(lines.map(text), last) + 1))
  const hinted = lines.findIndex((index) => !looksLikeTitle(draft, index))
  if (hinted !== 0) return hinted === -1 ? lines : lines.slice(0, hinted)
  const next = nextContent(draft, first)
  if (next >= draft.lines.length || text(first).length > 36) return []
  // Without a word for the type of document one short line above text is its title, two or more short lines are something else.
  return lines.length === 1 || (!isUnitLike(text(first)) && lines.slice(1).every((index) => isUnitLike(text(index)) || isSpeaker(text(index)))) ? [first] : []
}

/** In the style of a title, or centred and larger than body text (三号, 16 pt), as far as the file says (SPEC PARSE-28). */
function looksLikeTitle(draft: Draft, index: number): boolean {
  const hint = draft.lines[index]?.hint
  return hint?.isTitle === true || (hint?.isCentered === true && (hint.size ?? 0) > bodySize)
}

/** A title that is complete in one line is not continued by a second complete one; one in pieces is: 关于…的 / 通知. */
function firstEnd(texts: readonly string[], last: number): number {
  // …工作总结 / 及2024年工作计划: a title that goes on.
  const at = texts.findIndex((text, index) => endsLikeTitle(text) && !goesOnFrom.test(texts[index + 1] ?? ''))
  const isComplete = /(报告|总结|汇报|材料|意见|通知|函|方案|计划|要点|批复|请示|纪要|预案|规划|讲话|决定)$/.test(texts[at] ?? '') && (texts[at] ?? '').length >= 8
  return isComplete ? at : last
}

function titleCandidates(draft: Draft, at: number): readonly number[] {
  const found: number[] = []
  let index = at
  while (index < draft.lines.length && found.length < mostTitleLines && draft.roles[index] === null && isTitleLike(draft, index)) {
    // Another style than that of the first line begins something else.
    if (found.length > 0 && draft.lines[index]?.hint?.outline !== draft.lines[at]?.hint?.outline) break
    found.push(index)
    const next = nextContent(draft, index)
    // An empty line ends the title unless the next line is clearly its rest.
    if (next > index + 1 && draft.roles.slice(index + 1, next).includes('blank') && endsLikeTitle(draft.lines[index]?.text ?? '') && !goesOnFrom.test(draft.lines[next]?.text ?? '')) break
    if (draft.roles.slice(index + 1, next).includes('setAside')) break
    index = next
  }
  return found
}

/** …关于…的通知, 印发《…》的通知 on one line. */
function isWholeTitle(text: string): boolean {
  return /关于|印发|转发|批转|发布|公布/.test(text) && endsLikeTitle(text)
}

/** A line which could be a line of a title: short, no number, no final mark, no salutation, no date. */
export function isTitleLike(draft: Draft, index: number): boolean {
  const line = draft.lines[index]
  if (line === undefined || line.explicit !== null) return false
  const text = line.text
  if (text.length > (isWholeTitle(text) ? longestWholeTitle : longestTitleLine) || text.length < 2 || /[。；，、：:;,！!？]$/.test(text) || /[。；;\t]/.test(text)) return false
  if (isDateLine(text) || isNoteLine(text) || isAttachmentLabel(text) || /^[（(【[]/.test(text) || opensWithDash(text)) return false
  if (!/[\u3400-\u9fff]/.test(text) || (text.match(/，/g)?.length ?? 0) > 2) return false
  return recognizeNumber(text) === null
}

/** Title lines of an attached document from `at` on: at most four, up to the one that ends with a document type; else one short line. */
export function partTitle(draft: Draft, at: number): readonly number[] {
  const lines = titleCandidates(draft, at)
  const last = lines.findIndex((index) => endsLikeTitle(draft.lines[index]?.text ?? ''))
  if (last !== -1 && last < 4) return lines.slice(0, last + 1)
  const first = lines[0]
  return first !== undefined && lines.length <= 2 && isSignatureLike(draft.lines[first]?.text ?? '') ? [first] : []
}
