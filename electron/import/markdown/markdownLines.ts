/** The block structure of Markdown, line by line (SPEC IMPORT-16): what each line or group of lines is. */
import { joinLines } from '../../../shared/outline/joinLines'
import { hasFrontMatter, isTableRule } from './looksLikeMarkdown'
import { linkAddress } from './referenceLinks'
import { createTypedNumbers, type TypedNumbers } from './typedNumbers'

export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  /** `label`: a number as it is typed, with its blank. */
  | { readonly kind: 'text'; readonly text: string; readonly label: string }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'note'; readonly mark: string; readonly text: string }

const fence = /^\s{0,8}(`{3,}|~{3,})(.*)$/
const listMark = /^(\s*)(?:[-*+]|(\d{1,9})([.)]))(?:[ \t]+|$)(.*)$/
const htmlStart = /^ {0,3}<(?:!--|\/?(?:table|thead|tbody|tr|td|th|div|p|center|details|summary|h[1-6]|ul|ol|li|dl|dt|dd|section|article|figure|img|style|script|pre|blockquote|hr|br)[\s/>])/i
const quote = /^(?:\s{0,3}>[ \t]?)+/
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/

/** Columns above which a line of a paragraph may have been broken by the program that wrote it; a Chinese character has two. */
const brokenFrom = 60

/** The blocks in order, each with the 0-based line that it begins with. */
export function markdownBlocks(lines: readonly string[]): readonly { readonly block: MarkdownBlock; readonly at: number }[] {
  const blocks: MarkdownBlock[] = []
  const places: number[] = []
  const numbers = createTypedNumbers()
  let at = readFrontMatter(lines, blocks)
  let isOpen = false
  let isAfterBlank = true
  let begun = 0
  while (at < lines.length) {
    const raw = lines[at] ?? ''
    const line = unquoted(raw)
    const isBlank = line.trim() === ''
    const fenced = fence.exec(line)
    const heading = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(line)
    const next = unquoted(lines[at + 1] ?? '')
    while (places.length < blocks.length) places.push(begun)
    begun = at
    at += 1
    const isUnderlined = /^ {0,3}(?:=+|-+)[ \t]*$/.test(next) && line.length < 200 && !listMark.test(line) && !isOpen && (next.includes('=') || next.trim().length > 2)
    // [TOC] stands for a table of contents that a program makes.
    if (isBlank || /^\s*\[{1,2}toc\]{1,2}\s*$/i.test(line.slice(0, 40))) isOpen = false
    else if (fenced !== null) {
      const end = closing(lines, at, fenced[1] ?? '', line !== raw)
      blocks.push({ kind: 'code', lines: lines.slice(at, end).map((each) => (line === raw ? each : unquoted(each))) })
      at = end < lines.length && isFenceEnd(unquoted(lines[end] ?? ''), fenced[1] ?? '') ? end + 1 : end
    } else if (heading !== null) blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: withoutClosing(line.slice(heading[0].length).trim()) })
    else if (line.includes('|') && isTableRule(next)) {
      const end = tableEnd(lines, at + 1)
      blocks.push({ kind: 'table', rows: [line, ...lines.slice(at + 1, end).map(unquoted)].map(cellsOf) })
      at = end
    } else if (htmlStart.test(line)) {
      const end = htmlEnd(lines, at)
      blocks.push({ kind: 'html', html: [line, ...lines.slice(at, end).map(unquoted)].join('\n') })
      at = end
    } else if (!rule.test(line) && isUnderlined) {
      blocks.push({ kind: 'heading', level: next.includes('=') ? 1 : 2, text: line.trim() })
      at += 1
    } else if (!rule.test(line)) {
      // What is set in belongs to the item above, and so does a line right below one.
      if (isAfterBlank && !/^\s/.test(line) && !listMark.test(line)) numbers.end()
      isOpen = readText(line, isOpen, blocks, numbers)
      isAfterBlank = false
      continue
    }
    if (!isBlank && !/^\s{2}/.test(line)) numbers.end()
    isOpen = false
    isAfterBlank = isBlank
  }
  return blocks.map((block, index) => ({ block, at: places[index] ?? begun }))
}

function unquoted(line: string): string {
  return line.replace(quote, '')
}

/** A line of a paragraph, an item or a note; whether the next line may go on with it. */
function readText(line: string, isOpen: boolean, blocks: MarkdownBlock[], numbers: TypedNumbers): boolean {
  const note = /^\[\^([^\]\s]{1,40})\]:[ \t]*(.*)$/.exec(line)
  if (note !== null) {
    blocks.push({ kind: 'note', mark: `[${note[1] ?? ''}]`, text: note[2] ?? '' })
    return true
  }
  if (linkAddress.test(line)) return isOpen
  const item = line.length > 100_000 ? null : listMark.exec(line)
  if (item !== null) {
    const [, blank = '', number, sign = '', rest = ''] = item
    if (number === undefined) numbers.bullet(blank.length)
    const label = number === undefined ? '' : `${numbers.next(blank.length, number, sign)}${sign} `
    blocks.push({ kind: 'text', text: rest.replace(/^\[ \][ \t]+/, '□ ').replace(/^\[[xX]\][ \t]+/, '☑ '), label })
    return !/(?:  |\\)$/.test(line)
  }
  const last = blocks[blocks.length - 1]
  const text = line.trim().replace(/\\$/, '')
  if (isOpen && (last?.kind === 'text' || last?.kind === 'note') && goesOn(last.text, line)) blocks[blocks.length - 1] = { ...last, text: joinLines(last.text, text, true) }
  else blocks.push({ kind: 'text', text, label: '' })
  return !/(?:  |\\)$/.test(line)
}

/** The number of a heading, behind marks of strong text or none. */
const numbered = /^[\s　*_]{0,12}(?:[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百]{1,3}[部章节篇](?:[\s　*_:：]|$)|\d{1,2}[、．.](?!\d))/

/** A long line without a mark at its end that the next one goes on: Markdown joins them. A short one, or one that is set in, stands for itself; so does a heading. */
function goesOn(before: string, line: string): boolean {
  if (/[。！？；：…!?;:.”）)】》]$/.test(before) || /^[\s　]{2,}|^　/.test(line) || widthOf(before) < brokenFrom) return false
  // Joining a heading to what stands above it loses it, and every text below gets another parent.
  return !/^\s*(?:\*\*|__)/.test(line) && !numbered.test(line) && !isHeadingAlone(before)
}

/** A whole line of strong text, or one with a number and no mark inside. */
function isHeadingAlone(text: string): boolean {
  return text.length < 200 && (/^(\*\*|__)[^*_]+\1$/.test(text) || (numbered.test(text) && !/[，。；：,;:]/.test(text)))
}

function widthOf(text: string): number {
  let width = 0
  for (let index = Math.max(0, text.length - 100); index < text.length; index += 1) width += text.charCodeAt(index) > 0x2e7f ? 2 : 1
  return width
}

/** The signs that may close a heading, behind a blank. */
function withoutClosing(text: string): string {
  let end = text.length
  while (text.charAt(end - 1) === '#') end -= 1
  return end === 0 || (end < text.length && /\s/.test(text.charAt(end - 1))) ? text.slice(0, end).trimEnd() : text
}

function readFrontMatter(lines: readonly string[], blocks: MarkdownBlock[]): number {
  if (!hasFrontMatter(lines)) return 0
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
  for (const line of lines.slice(1, end)) {
    const colon = line.indexOf(':')
    if (line.trim() !== '') blocks.push({ kind: 'note', mark: line.slice(0, colon + 1).trim(), text: line.slice(colon + 1).trim() })
  }
  return end + 1
}

/** The place of the line that closes a fence; one that begins in a quotation ends with it. */
function closing(lines: readonly string[], from: number, mark: string, isQuoted: boolean): number {
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const inner = isQuoted ? unquoted(line) : line
    if ((isQuoted && inner === line) || isFenceEnd(inner, mark)) return at
  }
  return lines.length
}

function isFenceEnd(line: string, mark: string): boolean {
  const text = line.trim()
  return text.length >= mark.length && /^\s{0,8}\S/.test(line) && text === mark.charAt(0).repeat(text.length)
}

function tableEnd(lines: readonly string[], from: number): number {
  let end = from
  while (end < lines.length && (lines[end] ?? '').trim() !== '' && (lines[end] ?? '').includes('|')) end += 1
  return end
}

/** A piece of HTML ends at the next empty line, a comment and a table behind their end marks, where they have one. */
function htmlEnd(lines: readonly string[], from: number): number {
  const start = lines[from - 1] ?? ''
  const mark = /^\s*<!--/.test(start) ? '-->' : /^\s*<table[\s>]/i.test(start) ? '</table' : null
  if (mark !== null) {
    for (let end = from; end <= lines.length; end += 1) if ((lines[end - 1] ?? '').toLowerCase().includes(mark)) return end
    if (mark === '-->') return from
  }
  let end = from
  while (end < lines.length && (lines[end] ?? '').trim() !== '') end += 1
  return end
}

/** The cells of a row; a stroke behind a backslash is text. */
function cellsOf(line: string): readonly string[] {
  return line.trim().replace(/^\|/, '').replace(/(?<!\\)\|$/, '').split(/(?<!\\)\|/).map((cell) => cell.replace(/\\\|/g, '|').trim())
}
