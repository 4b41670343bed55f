/**
 * The editor's document (SPEC EDIT-1): title lines, addressee, the body in chunks of about 25 blocks, and the places after the body.
 * Chunks are a matter of speed alone: the browser skips those off the screen, so work per keystroke does not grow with the report.
 */
import { Schema, type DOMOutputSpec, type Node, type NodeSpec } from 'prosemirror-model'

/** A place of its own outside the body: one line of plain text, never joined with its neighbours. */
function place(name: string): NodeSpec {
  return {
    content: 'text*',
    marks: '',
    isolating: true,
    defining: true,
    toDOM: (): DOMOutputSpec => ['p', { class: `place place-${name}`, 'data-place': name }, 0],
    parseDOM: [{ tag: `p[data-place=${name}]` }],
  }
}

/** Level of a paragraph that comes from outside as rich text. */
function levelOf(element: HTMLElement): number {
  const level = Number(element.getAttribute('data-level') ?? '0')
  return Number.isInteger(level) && level >= 0 && level <= 5 ? level : 0
}

/** Wanted 字数 of a section that is cut and put in again. */
function targetOf(element: HTMLElement): number | null {
  const target = Number(element.getAttribute('data-target') ?? '0')
  return Number.isInteger(target) && target > 0 && target <= 10_000_000 ? target : null
}

function paragraphAttributes(node: Node): Record<string, string> {
  const level = String(node.attrs['level'])
  const form = node.attrs['form'] as string | null
  const target = node.attrs['target'] as number | null
  return { 'data-level': level, class: `para level-${level}`, ...(form === null ? {} : { 'data-form': form }), ...(target === null ? {} : { 'data-target': String(target) }) }
}

function spans(node: Node): Record<string, string> {
  const { colspan, rowspan } = node.attrs as { readonly colspan: number; readonly rowspan: number }
  return { ...(colspan === 1 ? {} : { colspan: String(colspan) }), ...(rowspan === 1 ? {} : { rowspan: String(rowspan) }) }
}

function readSpans(element: HTMLElement): { readonly colspan: number; readonly rowspan: number } {
  const read = (name: string): number => Math.min(1000, Math.max(1, Math.floor(Number(element.getAttribute(name) ?? '1')) || 1))
  return { colspan: read('colspan'), rowspan: read('rowspan') }
}

export const schema = new Schema({
  nodes: {
    doc: { content: 'title+ addressee chunk+ attachment+ signature+ date note' },
    chunk: { content: 'block+', toDOM: (): DOMOutputSpec => ['section', { class: 'chunk' }, 0], parseDOM: [{ tag: 'section.chunk' }] },
    paragraph: {
      group: 'block',
      content: 'text*',
      attrs: { id: { default: '' }, level: { default: 0 }, form: { default: null }, target: { default: null }, taken: { default: null }, others: { default: null } },
      toDOM: (node): DOMOutputSpec => ['p', paragraphAttributes(node), 0],
      parseDOM: [{ tag: 'span[data-number]', ignore: true }, { tag: 'p', getAttrs: (element) => ({ level: levelOf(element), form: element.getAttribute('data-form'), target: targetOf(element) }) }, { tag: 'h1,h2,h3,h4,h5,h6,li,div' }],
    },
    table: {
      group: 'block',
      content: 'row+',
      tableRole: 'table',
      isolating: true,
      attrs: { id: { default: '' }, headerRows: { default: 0 }, others: { default: null } },
      toDOM: (node): DOMOutputSpec => ['table', { class: 'sheet', 'data-header-rows': String(node.attrs['headerRows']) }, ['tbody', 0]],
      parseDOM: [{ tag: 'table', getAttrs: (element) => ({ headerRows: Number(element.getAttribute('data-header-rows') ?? '0') || 0 }) }],
    },
    row: { content: 'cell*', tableRole: 'row', toDOM: (): DOMOutputSpec => ['tr', 0], parseDOM: [{ tag: 'tr' }] },
    cell: {
      content: 'text*',
      marks: '',
      tableRole: 'cell',
      isolating: true,
      whitespace: 'pre',
      attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
      toDOM: (node): DOMOutputSpec => ['td', spans(node), 0],
      parseDOM: [{ tag: 'td', getAttrs: readSpans }, { tag: 'th', getAttrs: readSpans }],
    },
    pageBreak: {
      group: 'block',
      atom: true,
      attrs: { id: { default: '' }, others: { default: null } },
      toDOM: (): DOMOutputSpec => ['div', { class: 'page-break', role: 'separator' }],
      parseDOM: [{ tag: 'div.page-break' }],
    },
    image: {
      group: 'block',
      content: 'text*',
      marks: '',
      isolating: true,
      attrs: { id: { default: '' }, sha256: {}, mediaType: {}, width: {}, height: {}, others: { default: null } },
      toDOM: (): DOMOutputSpec => ['figure', { class: 'picture' }, 0],
    },
    title: place('title'),
    addressee: place('addressee'),
    attachment: place('attachment'),
    signature: place('signature'),
    date: place('date'),
    note: place('note'),
    text: {},
  },
  marks: {
    bold: { toDOM: (): DOMOutputSpec => ['strong', 0], parseDOM: [{ tag: 'strong' }, { tag: 'b' }] },
    italic: { toDOM: (): DOMOutputSpec => ['em', 0], parseDOM: [{ tag: 'em' }, { tag: 'i' }] },
    underline: { toDOM: (): DOMOutputSpec => ['u', 0], parseDOM: [{ tag: 'u' }] },
    stale: { inclusive: false, toDOM: (): DOMOutputSpec => ['span', { class: 'stale' }, 0], parseDOM: [{ tag: 'span.stale' }] },
  },
})

/** Names of the manners that text can have, in the order in which runs list them. */
export const markNames = ['bold', 'italic', 'underline', 'stale'] as const
