/** What is copied or dragged out of the page (SPEC PASTE-8): with its numbers, which no other program could draw, and tables as tables and as text with tabs. */
import { DOMSerializer, Fragment, Slice, type DOMOutputSpec, type Node } from 'prosemirror-model'
import { Plugin, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { assignNumbers } from '../../shared/outline/assignNumbers'
import type { SchemeId } from '../../shared/report/report'
import { bodyNodes, findBody } from './bodyNodes'
import { toBlock } from './editorDoc'
import { schema } from './schema'

export function copied(scheme: () => SchemeId): Plugin {
  const current: { state: EditorState | null } = { state: null }
  const labels = labelReader(scheme, () => current.state)
  return new Plugin({
    view: (view) => {
      current.state = view.state
      return { update: ({ state }: EditorView) => { current.state = state } }
    },
    props: {
      clipboardSerializer: copySerializer(labels),
      transformPasted: (slice, view) => ownSlice(slice, view),
      clipboardTextSerializer: (slice) => {
        const lines: string[] = []
        slice.content.forEach((node) => { lines.push(...linesOf(node, labels)) })
        return lines.join('\n')
      },
    },
  })
}

/** Blocks without their chunks. Several of them keep the level of the first one where they come into an empty paragraph. */
function ownSlice(slice: Slice, view: EditorView): Slice {
  if (slice.content.firstChild?.type.name !== 'chunk') return slice
  const blocks: Node[] = []
  slice.content.forEach((node) => { if (node.type.name === 'chunk') node.forEach((block) => { blocks.push(block) }) })
  const { $from } = view.state.selection
  const isEmpty = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  const keepsFirst = isEmpty && blocks.length > 1 && blocks[0]?.attrs['level'] !== 0
  return new Slice(Fragment.from(blocks), keepsFirst ? 0 : Math.max(0, slice.openStart - 1), Math.max(0, slice.openEnd - 1))
}

/** The number of a paragraph that was copied from its start, '' for any other. */
function labelReader(scheme: () => SchemeId, stateNow: () => EditorState | null): (node: Node) => string {
  let known: { readonly doc: Node; readonly labels: ReadonlyMap<string, string> } | null = null
  return (node) => {
    const doc = stateNow()?.doc
    if (doc === undefined || node.attrs['level'] === 0) return ''
    if (known?.doc !== doc) known = { doc, labels: assignNumbers(bodyNodes(doc).map((placed) => toBlock(placed.node)), scheme()) }
    const id = node.attrs['id'] as string
    const whole = findBody(doc, id)?.node.textContent ?? ''
    return whole.startsWith(node.textContent) ? known.labels.get(id) ?? '' : ''
  }
}

function copySerializer(labelOf: (node: Node) => string): DOMSerializer {
  const nodes = DOMSerializer.nodesFromSchema(schema)
  const marked = (spec: DOMOutputSpec): DOMOutputSpec => {
    if (!Array.isArray(spec)) return spec
    const [name, attributes, ...rest] = spec as unknown as readonly [string, Readonly<Record<string, string>>, ...unknown[]]
    return [name, { ...attributes, 'data-andu': '1' }, ...rest] as unknown as DOMOutputSpec
  }
  const paragraph = nodes['paragraph']
  return new DOMSerializer({
    ...nodes,
    paragraph: (node) => {
      const label = labelOf(node)
      const [name, attributes] = marked(paragraph?.(node) ?? ['p', {}, 0]) as unknown as readonly [string, Readonly<Record<string, string>>]
      return label === '' ? [name, attributes, 0] : [name, attributes, ['span', { 'data-number': '1' }, label], ['span', {}, 0]]
    },
    table: (node) => ['table', { class: 'sheet', border: '1', cellspacing: '0', 'data-andu': '1', 'data-header-rows': String(node.attrs['headerRows']) }, ['tbody', 0]],
  }, DOMSerializer.marksFromSchema(schema))
}

function linesOf(node: Node, labelOf: (node: Node) => string): readonly string[] {
  if (node.type.name === 'paragraph') return [`${labelOf(node)}${node.textContent}`]
  if (node.type.name === 'row') return [cellsOf(node)]
  if (node.isTextblock || node.isText) return [node.textContent]
  const lines: string[] = []
  node.forEach((child) => { lines.push(...linesOf(child, labelOf)) })
  return lines
}

/** A row as spreadsheets read it; a cell with several lines stands in quotes. */
function cellsOf(row: Node): string {
  const cells: string[] = []
  row.forEach((cell) => {
    const text = cell.textContent
    cells.push(/[\n\t"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)
    for (let more = 1; more < Number(cell.attrs['colspan']); more += 1) cells.push('')
  })
  return cells.join('\t')
}
