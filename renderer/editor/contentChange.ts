/** A change of the whole report as one step to undo: only what differs is written, so that the caret and the marks of the rest stay where they are. */
import { closeHistory } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { TextSelection, type Command, type Transaction } from 'prosemirror-state'
import { comparedFields, type ComparedField } from '../../shared/compare/compareReports'
import type { ReportContent } from '../../shared/outline/reportContent'
import type { Block } from '../../shared/report/report'
import { bodyNodes, type PlacedNode } from './bodyNodes'
import { chunksOf } from './chunks'
import { fromEditorDoc, toBlock, toNode } from './editorDoc'
import { schema } from './schema'
import { chunkRegion } from './sectionMoves'

/** `cause` is the name of the change for those who look at transactions: nothing of it was typed. */
export function contentChange(cause: string, change: (content: ReportContent) => ReportContent): Command {
  return (state, dispatch) => {
    const placed = bodyNodes(state.doc)
    // An empty page is one empty paragraph that is no block.
    const old: ReportContent = { ...fromEditorDoc(state.doc), numbering: 'restart', setAside: [] }
    const next = change(old)
    const { tr } = state
    writeBody(tr, placed, old.blocks, next.blocks)
    for (const field of comparedFields) if (old[field] !== next[field]) writeField(tr, field, next[field])
    if (!tr.docChanged) return false
    if (dispatch) {
      const [changed] = tr.mapping.maps
      let at = 0
      changed?.forEach((_from, _to, start) => { at = start })
      tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(Math.max(at, 1), tr.doc.content.size))))
      // Not typed: a number in the text stays text. It is taken back by itself.
      dispatch(closeHistory(tr).setMeta('uiEvent', cause).scrollIntoView())
    }
    return true
  }
}

function writeBody(tr: Transaction, placed: readonly PlacedNode[], old: readonly Block[], next: readonly Block[]): void {
  if (old.length === next.length && old.every((block, index) => block.id === next[index]?.id && block.kind === next[index]?.kind)) {
    for (let index = old.length - 1; index >= 0; index -= 1) {
      const [from, to] = [placed[index], next[index]]
      if (from !== undefined && to !== undefined && old[index] !== to) writeBlock(tr, from, to)
    }
    return
  }
  let head = 0
  while (head < old.length && old[head] === next[head]) head += 1
  let tail = 0
  while (tail < Math.min(old.length, next.length) - head && old[old.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1
  const first = placed[Math.min(head, placed.length - 1)]
  const last = placed[Math.max(Math.min(head, placed.length - 1), old.length - 1 - tail)]
  if (first === undefined || last === undefined) return
  const region = chunkRegion(tr.doc, first.position, last.position)
  const known = new Map<Block, Node>(placed.map(({ node }, index) => [old[index] ?? toBlock(node), node]))
  const before = placed.filter((each, index) => index < head && each.position > region.from).map(({ node }) => node)
  const after = placed.filter((each, index) => index >= old.length - tail && index < old.length && each.position < region.to).map(({ node }) => node)
  const nodes = [...before, ...next.slice(head, next.length - tail).map((block) => known.get(block) ?? toNode(block)), ...after]
  tr.replaceWith(region.from, region.to, chunksOf(nodes.length === 0 ? [schema.node('paragraph', { id: '', level: 0 })] : nodes))
}

/** Writes only what differs, so that the caret and the marks of the rest stay where they are. */
function writeBlock(tr: Transaction, { node, position }: PlacedNode, block: Block): void {
  const wanted = toNode(block)
  if (wanted.type.name !== 'paragraph' || node.type.name !== 'paragraph') {
    tr.replaceWith(position, position + node.nodeSize, wanted)
    return
  }
  const from = node.content.findDiffStart(wanted.content)
  const end = node.content.findDiffEnd(wanted.content)
  if (from !== null && end !== null) {
    const overlap = Math.max(0, from - Math.min(end.a, end.b))
    tr.replace(position + 1 + from, position + 1 + end.a + overlap, wanted.slice(from, end.b + overlap))
  }
  if (!node.sameMarkup(wanted)) tr.setNodeMarkup(position, null, wanted.attrs)
}

const places = { title: 'title', addressee: 'addressee', attachments: 'attachment', signature: 'signature', date: 'date', note: 'note' } as const satisfies Record<ComparedField, string>

function writeField(tr: Transaction, field: ComparedField, value: string | readonly string[]): void {
  const lines = typeof value === 'string' ? [value] : value.length === 0 ? [''] : value
  let from = -1
  let to = -1
  tr.doc.forEach((child, offset) => {
    if (child.type.name !== places[field]) return
    if (from < 0) from = offset
    to = offset + child.nodeSize
  })
  if (from >= 0) tr.replaceWith(from, to, lines.map((line) => schema.node(places[field], null, line === '' ? [] : [schema.text(line)])))
}
