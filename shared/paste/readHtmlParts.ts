/**
 * From the HTML of a clipboard to lines and tables (SPEC PASTE-2 … PASTE-4): the text that a reader of the source sees, in its order, with levels, manners
 * and tables; what is hidden, linked or a picture is left out and told.
 */
import { centredIn, roleIn, sizeIn } from './htmlLook'
import { mannerIn, plainManner, readClassRules, readStyle, type Declarations, type Manner } from './hiddenStyle'
import { blockElements, plainText, readHtml, type HtmlElement, type HtmlNode } from './htmlTree'
import type { HtmlFile, HtmlWalk } from './htmlWalk'
import { bulletText, listCounter, type ListCounter } from './listNumbers'
import { invisibleCleaner, type LineRole, type Pasted, type PastedPart, type Removed } from './pasted'
import { openLine } from './openLine'
import { readHtmlTable } from './readHtmlTable'

interface Place {
  readonly manner: Manner
  readonly heading: number
  readonly list: ListCounter | null
  readonly isCentered: boolean
  readonly isInLink: boolean
  readonly role: LineRole | null
  readonly size: number | null
}

const plainPlace = { heading: 0, list: null, isCentered: false, isInLink: false, size: null, role: null } as const

/** All that the HTML shows, in its order, and all that it holds besides; with `file` also its look and its pictures. Pure; any string is read, in time that grows with its length. */
export function readHtmlParts(html: string, file: HtmlFile | null = null): Pasted {
  const rules: ReadonlyMap<string, Declarations>[] = []
  const root = readHtml(html, (css) => { rules.push(readClassRules(css)) }, file?.onNode)
  const removed: Removed[] = []
  const cleaner = invisibleCleaner()
  const walk: HtmlWalk = {
    file,
    styleOf: (element) => styleOf(element, rules),
    remove: (kind, text) => { removed.push({ kind, text, count: 1 }) },
    // A file keeps them: whoever imports it is asked.
    clean: file === null ? cleaner.clean : (text) => text,
    read: (nodes, manner, cell) => {
      const style = cell === undefined ? {} : styleOf(cell, rules)
      return readParts(nodes, walk, { manner, ...plainPlace, ...(cell === undefined ? {} : { isCentered: centredIn(cell, style, false), size: sizeIn(cell, style, null) }) })
    },
  }
  const parts = readParts(root.children, walk, { manner: plainManner, ...plainPlace })
  return { parts, removed: [...removed, ...cleaner.removed()] }
}

/** The lines and tables of these nodes. */
function readParts(nodes: readonly HtmlNode[], walk: HtmlWalk, place: Place): readonly PastedPart[] {
  const parts: PastedPart[] = []
  const open = openLine(walk.file !== null)
  // A number stands in front of the first text of its item, also where that is in a paragraph of its own.
  let label = ''
  const endLine = (): void => { parts.push(...open.end()) }
  const write = (text: string, at: Place): void => {
    const kept = walk.clean(text)
    if (kept === '') return
    if (label !== '' && kept.trim() !== '') {
      open.add(label, at)
      label = ''
    }
    open.add(at.manner.keepsBlanks ? kept.replace(/\r\n?/g, '\n').replace(/\n/g, '\u2028') : kept, at)
  }
  const endItem = (at: Place): void => {
    if (label !== '') open.add(label, at)
    label = ''
  }
  const read = (node: HtmlNode, around: Place): void => {
    if (typeof node === 'string') {
      write(node, around)
      return
    }
    const style = walk.styleOf(node)
    const instead = walk.file?.replace(node, style, (inner) => walk.read(inner, around.manner)) ?? null
    if (instead !== null) {
      for (const each of instead) read(each, around)
      return
    }
    const manner = mannerIn(node.name, style, node.attributes, around.manner)
    if (manner.isHidden) {
      tellHidden(node, style, walk)
      return
    }
    if (node.name === 'br') return readBreak(style, node)
    if (node.name === 'img') return readPicture(node)
    const isLink = node.name === 'a' && /^(https?|ftp|mailto|file|javascript):/i.test(node.attributes['href'] ?? '')
    // A file keeps no list of links; a link in a link has no words of its own.
    if (isLink && !around.isInLink && walk.file === null) walk.remove('link', `${plainText(node.children)} ${node.attributes['href'] ?? ''}`.trim())
    if (style['mso-list'] === 'ignore') return write(bulletText(plainText(node.children)), { ...around, manner })
    if (node.name === 'table') return readTable(node, manner, around)
    const inside: Place = {
      manner, heading: headingOf(node.name, style, around.heading), list: listCounter(node, style, around.list), isCentered: centredIn(node, style, around.isCentered), isInLink: isLink || around.isInLink, size: sizeIn(node, style, around.size),
      role: roleIn(node, around.role),
    }
    const isBlock = blockElements.has(node.name) || style['display'] === 'block'
    if (isBlock) endLine()
    if (node.name === 'li' && label !== '') {
      endItem(around)
      endLine()
    }
    if (node.name === 'li') label = around.list?.next(node) ?? ''
    if (/always|page/.test(style['page-break-before'] ?? style['break-before'] ?? '')) addBreak()
    for (const child of node.children) read(child, inside)
    if (node.name === 'li') endItem(inside)
    if (isBlock) endLine()
  }
  const readPicture = (node: HtmlElement): void => {
    const key = walk.file?.picture(node) ?? null
    if (key === null) walk.remove('picture', node.attributes['alt'] ?? '')
    else open.setPicture(key)
  }
  const addBreak = (): void => {
    endLine()
    if (parts.length > 0) parts.push({ kind: 'pageBreak' })
  }
  const readBreak = (style: Declarations, node: HtmlElement): void => {
    if (/always|page/.test(style['page-break-before'] ?? '') && node.attributes['clear'] !== undefined) addBreak()
    else endLine()
  }
  const readTable = (node: HtmlElement, manner: Manner, around: Place): void => {
    endItem(around)
    endLine()
    const found = readHtmlTable(node, walk, manner)
    for (const outside of found.outside) read(outside, { ...around, manner })
    endLine()
    parts.push(...found.parts)
  }
  for (const node of nodes) read(node, place)
  endLine()
  return parts
}

function styleOf(element: HtmlElement, rules: readonly ReadonlyMap<string, Declarations>[]): Declarations {
  const own = element.attributes['style'] === undefined ? {} : readStyle(element.attributes['style'])
  const names = rules.length === 0 ? [] : (element.attributes['class'] ?? '').split(/\s+/)
  return names.length === 0 ? own : { ...Object.assign({}, ...names.flatMap((name) => rules.map((each) => each.get(name) ?? {}))) as Declarations, ...own }
}

/** h1 … h6, the headings of Word, and whatever has an outline level. */
function headingOf(name: string, style: Declarations, around: number): number {
  const level = Number(/^h([1-6])$/.exec(name)?.[1] ?? style['mso-outline-level'] ?? 0)
  return level >= 1 && level <= 9 ? Math.min(level, 6) : around
}

const silent: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'meta', 'link', 'noscript', 'template', 'svg', 'canvas', 'iframe', 'object', 'embed', 'audio', 'video'])

function tellHidden(element: HtmlElement, style: Declarations, walk: HtmlWalk): void {
  if (silent.has(element.name)) return
  const text = plainText(element.children).replace(/\s+/g, ' ').trim()
  if (text !== '') walk.remove(style['mso-element'] === 'comment-list' ? 'comment' : 'hidden', text)
}
