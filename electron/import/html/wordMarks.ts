/** What Word and LibreOffice write into pages beside the text: notes, comments, headers and footers, tracked changes. They are taken out of it (SPEC IMPORT-14). */
import type { Declarations } from '../../../shared/paste/hiddenStyle'
import { plainText, type HtmlElement, type HtmlNode } from '../../../shared/paste/htmlTree'
import { readStyle } from '../../../shared/paste/hiddenStyle'
import { lineText, type PastedPart } from '../../../shared/paste/pasted'
import type { PageChrome } from './pageChrome'
import type { SourceComment, SourceNote } from '../sourceDocument'

export interface PageMarks {
  readonly notes: SourceNote[]
  readonly comments: SourceComment[]
  readonly margins: Set<string>
  changes: number
  objects: number
  drawings: number
}

export function noMarks(): PageMarks {
  return { notes: [], comments: [], margins: new Set(), changes: 0, objects: 0, drawings: 0 }
}

type Read = (nodes: readonly HtmlNode[]) => readonly PastedPart[]

/** Nodes that stand for an element, or null for one that is read as it is; what it is goes into `marks`. */
export function replaceMark(element: HtmlElement, style: Declarations, read: Read, marks: PageMarks, chrome: PageChrome | null): readonly HtmlNode[] | null {
  const { name, attributes } = element
  if (name === 'del' || name === 'ins') {
    if (plainText(element.children).trim() !== '') marks.changes += 1
    return name === 'del' ? [] : element.children
  }
  if (name === 'input') return inputText(attributes, marks)
  if (name === 'object' || name === 'embed' || name === 'applet') return counted(marks, 'objects')
  if (name === 'svg' || name === 'canvas') return counted(marks, 'drawings')
  // The dots or blanks that Word draws for a tab.
  if (style['mso-tab-count'] !== undefined) return [' ']
  const kind = name === 'div' && /^(?:header|footer)$/.test(attributes['title'] ?? '') ? attributes['title'] : style['mso-element']
  if (kind === 'header' || kind === 'footer' || (chrome?.has(element) ?? false)) {
    for (const line of linesOf(read(element.children))) marks.margins.add(line)
    return []
  }
  if (kind === 'comment-list') return takeAll(element, 'comment', (each) => { marks.comments.push({ author: '', at: '', text: linesOf(read(each.children)).join('\n'), paragraph: 0, quote: '' }) })
  if (kind === 'footnote-list') return takeAll(element, 'footnote', (each) => { takeNote(each, read, marks) })
  if (kind === 'endnote-list') return takeAll(element, 'endnote', (each) => { takeNote(each, read, marks) })
  const kinds = attributes['class'] ?? ''
  if (/^msocom(anchor|off)$/i.test(kinds)) return []
  if (/^sd(foot|end)noteanc$/.test(kinds)) return [`[${plainText(element.children).trim()}]`]
  if (name === 'div' && /^sd(foot|end)note\d+$/.test(attributes['id'] ?? '')) {
    takeNote(element, read, marks)
    return []
  }
  return null
}

/** The boxes of a form; what is typed into its fields, as in a search, is set aside, and buttons are none of the text. */
function inputText({ type = 'text', value = '', checked }: Readonly<Record<string, string>>, marks: PageMarks): readonly HtmlNode[] {
  const kind = type.toLowerCase()
  if (kind === 'checkbox' || kind === 'radio') return [checked === undefined ? '□' : '☑']
  if (!/^(?:hidden|button|submit|reset|image|file|password)$/.test(kind) && value.trim() !== '') marks.margins.add(value.trim())
  return []
}

function counted(marks: PageMarks, kind: 'objects' | 'drawings'): readonly HtmlNode[] {
  marks[kind] += 1
  return []
}

/** Takes the elements of a kind out of a list of them; what else stands there is a line above them. Null if there is none. */
function takeAll(list: HtmlElement, kind: string, take: (element: HtmlElement) => void): readonly HtmlNode[] | null {
  const found = list.children.filter((node): node is HtmlElement => typeof node !== 'string' && readStyle(node.attributes['style'] ?? '')['mso-element'] === kind)
  found.forEach(take)
  return found.length === 0 ? null : list.children.filter((node) => typeof node !== 'string' && !found.includes(node) && node.name !== 'hr' && node.name !== 'br')
}

/** The text of a note begins with its mark. */
function takeNote(element: HtmlElement, read: Read, marks: PageMarks): void {
  const text = linesOf(read(element.children)).join('\n')
  const match = /^\[?([0-9a-z*①-⑳一二三四五六七八九十]{1,4})\]?[\s.、]*/i.exec(text)
  marks.notes.push(match === null ? { mark: `[${marks.notes.length + 1}]`, text } : { mark: `[${match[1] ?? ''}]`, text: text.slice(match[0].length) })
}

function linesOf(parts: readonly PastedPart[]): readonly string[] {
  return parts.flatMap((part) => (part.kind === 'line' ? [lineText(part)] : part.kind === 'table' ? part.rows.map((row) => row.join('\t')) : [])).filter((line) => line.trim() !== '')
}
