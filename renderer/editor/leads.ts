/** Run-in headings and leads of 一是 items, drawn from what the text says (SPEC EDIT-6). Only touched paragraphs are looked at again. */
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { leadLength } from '../../shared/outline/leadLength'
import { blockEnumerations } from '../../shared/outline/outlineRows'
import { toTextBlock } from './editorDoc'
import { touchedRanges } from './touched'

const key = new PluginKey<DecorationSet>('leads')

export function leadMarks(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => DecorationSet.create(state.doc, marksBetween(state.doc, 0, state.doc.content.size)),
      apply: (transaction, marks) => (transaction.docChanged ? refreshed(marks, transaction) : marks),
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

function refreshed(marks: DecorationSet, transaction: Transaction): DecorationSet {
  const { doc } = transaction
  let next = marks.map(transaction.mapping, doc)
  for (const { from, to } of touchedRanges(transaction)) {
    doc.nodesBetween(from, to, (node, position) => {
      if (node.type.name !== 'paragraph') return true
      next = next.remove(next.find(position, position + node.nodeSize)).add(doc, paragraphMarks(node, position))
      return false
    })
  }
  return next
}

function marksBetween(doc: Node, from: number, to: number): Decoration[] {
  const marks: Decoration[] = []
  doc.nodesBetween(from, to, (node, position) => {
    if (node.type.name !== 'paragraph') return true
    marks.push(...paragraphMarks(node, position))
    return false
  })
  return marks
}

function paragraphMarks(node: Node, position: number): Decoration[] {
  const block = toTextBlock(node)
  const start = position + 1
  const length = leadLength(block)
  const isRunIn = length > 0 && length < node.textContent.length
  const lead = isRunIn ? [Decoration.inline(start, start + length, { class: 'lead' })] : []
  const items = blockEnumerations(block)
    .flatMap((series) => series.items)
    .filter((item) => item.leadTo > item.from)
    .map((item) => Decoration.inline(start + item.from, start + item.leadTo, { class: 'item-lead' }))
  return [...lead, ...items]
}
