/** The block structure of Markdown, line by line (SPEC IMPORT-16): what each line or group of lines is. */
import { hasFrontMatter, isTableRule } from './looksLikeMarkdown'

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
const htmlStart = /^ {0,3}<(?:!--|\/?(?:table|div|p|center|details|summary|h[1-6]|ul|ol|section|article|figure|img|style|script|pre|blockquote|hr|br)[\s/>])/i
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/

/** Columns above which a line of a paragraph may have been broken by the program that wrote it; a Chinese character has two. */
const brokenFrom = 60

/** The blocks in order, each with the 0-based line that it begins with. */
export function markdownBlocks(lines: readonly string[]): readonly { readonly block: MarkdownBlock; readonly at: number }[] {
  const blocks: MarkdownBlock[] = []
  const places: number[] = []
  const numbers = createNumbers()
  let at = readFrontMatter(lines, blocks)
  let isOpen = false
  let begun = 0
  while (at < lines.length) {
    const raw = lines[at] ?? ''
    const line = raw.replace(/^(?:\s{0,3}>[ \t]?)+/, '')
    const fenced = fence.exec(line)
    const heading = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(line)
    const next = lines[at + 1] ?? ''
    while (places.length < blocks.length) places.push(begun)
    begun = at
    at += 1
    // [TOC] stands for a table of contents that a program makes.
    if (line.trim() === '' || /^\s*\[{1,2}toc\]{1,2}\s*$/i.test(line.slice(0, 40))) isOpen = false
    else if (fenced !== null) {
      const end = closing(lines, at, fenced[1] ?? '')
      blocks.push({ kind: 'code', lines: lines.slice(at, end) })
      at = end + 1
      isOpen = false
    } else if (heading !== null) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: withoutClosing(line.slice(heading[0].length).trim()) })
      isOpen = false
    } else if (line.includes('|') && isTableRule(next)) {
      const end = tableEnd(lines, at + 1)
      blocks.push({ kind: 'table', rows: [line, ...lines.slice(at + 1, end)].map(cellsOf) })
      at = end
      isOpen = false
    } else if (rule.test(line)) isOpen = false
    else if (htmlStart.test(line)) {
      const end = htmlEnd(lines, at)
      blocks.push({ kind: 'html', html: [line, ...lines.slice(at, end)].join('\n') })
      at = end
      isOpen = false
    } else if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(next) && line.length < 200 && !listMark.test(line) && !isOpen && (next.includes('=') || next.trim().length > 2)) {
      blocks.push({ kind: 'heading', level: next.includes('=') ? 1 : 2, text: line.trim() })
      at += 1
    } else isOpen = readText(line, isOpen, blocks, numbers)
  }
  return blocks.map((block, index) => ({ block, at: places[index] ?? begun }))
}

/** A line of a paragraph, an item or a note; whether the next line may go on with it. */
function readText(line: string, isOpen: boolean, blocks: MarkdownBlock[], numbers: Numbers): boolean {
  const note = /^\[\^([^\]\s]{1,40})\]:[ \t]*(.*)$/.exec(line)
  if (note !== null) {
    blocks.push({ kind: 'note', mark: `[${note[1] ?? ''}]`, text: note[2] ?? '' })
    return true
  }
  // The address of a link, told by its name elsewhere.
  if (/^ {0,3}\[[^\]]{1,300}\]:\s*(?:<|https?:|\/|#|mailto:|\.)/.test(line)) return isOpen
  const item = line.length > 100_000 ? null : listMark.exec(line)
  if (item !== null) {
    const [, blank = '', number, sign = '', rest = ''] = item
    blocks.push({ kind: 'text', text: rest.replace(/^\[ \][ \t]+/, '□ ').replace(/^\[[xX]\][ \t]+/, '☑ '), label: number === undefined ? '' : `${numbers.next(blank.length, number)}${sign} ` })
    return !/(?:  |\\)$/.test(line)
  }
  const last = blocks[blocks.length - 1]
  if (!/^\s/.test(line)) numbers.end()
  const text = line.trim().replace(/\\$/, '')
  if (isOpen && (last?.kind === 'text' || last?.kind === 'note') && goesOn(last.text, line)) blocks[blocks.length - 1] = { ...last, text: `${last.text}${/[\x21-\x7e]$/.test(last.text) || /^[\x21-\x7e]/.test(text) ? ' ' : ''}${text}` }
  else blocks.push({ kind: 'text', text, label: '' })
  return !/(?:  |\\)$/.test(line)
}

/** A long line without a mark at its end that the next one goes on: Markdown joins them. A short one, or one that is set in, stands for itself. */
function goesOn(before: string, line: string): boolean {
  return !/[。！？；：…!?;:.”）)】》]$/.test(before) && !/^[\s　]{2,}|^　/.test(line) && widthOf(before) >= brokenFrom
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

function closing(lines: readonly string[], from: number, mark: string): number {
  const pattern = new RegExp(`^\\s{0,8}${mark.charAt(0)}{${Math.min(mark.length, 1000)},}\\s*$`)
  for (let at = from; at < lines.length; at += 1) if (pattern.test(lines[at] ?? '')) return at
  return lines.length
}

function tableEnd(lines: readonly string[], from: number): number {
  let end = from
  while (end < lines.length && (lines[end] ?? '').trim() !== '' && (lines[end] ?? '').includes('|')) end += 1
  return end
}

/** A piece of HTML ends at the next empty line, a comment behind its end mark. */
function htmlEnd(lines: readonly string[], from: number): number {
  let end = from
  if (/^\s*<!--/.test(lines[from - 1] ?? '')) {
    while (end <= lines.length && !(lines[end - 1] ?? '').includes('-->')) end += 1
    return end > lines.length ? from : end
  }
  while (end < lines.length && (lines[end] ?? '').trim() !== '') end += 1
  return end
}

/** The cells of a row; a stroke behind a backslash is text. */
function cellsOf(line: string): readonly string[] {
  return line.trim().replace(/^\|/, '').replace(/(?<!\\)\|$/, '').split(/(?<!\\)\|/).map((cell) => cell.replace(/\\\|/g, '|').trim())
}

interface Numbers {
  /** The number of an item on a level; one that is written as the one before it goes on, as a page shows it. */
  readonly next: (indent: number, typed: string) => string
  readonly end: () => void
}

function createNumbers(): Numbers {
  let levels: { readonly indent: number; readonly typed: string; value: number }[] = []
  return {
    next: (indent, typed) => {
      levels = levels.filter((level) => level.indent <= indent)
      const same = levels.find((level) => level.indent === indent)
      if (same !== undefined && same.typed === typed) {
        same.value += 1
        return String(same.value)
      }
      levels = [...levels.filter((level) => level.indent !== indent), { indent, typed, value: Number(typed) }]
      return typed
    },
    end: () => { levels = [] },
  }
}
