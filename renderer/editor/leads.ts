/** Run-in headings and leads of 一是 items, drawn from what the text says (SPEC EDIT-6). Only touched paragraphs are looked at again. */
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { leadLength } from '../../shared/outline/leadLength'
import { blockEnumerations } from '../../shared/outline/outlineRows'
import { toTextBlock } from './editorDoc'
import { touchedRanges } from './touched'

/** `late`: ranges written inside a composition; the browser composes there, so they are drawn anew when it is over. */
interface Leads {
  readonly marks: DecorationSet
  readonly late: readonly Range[]
}

interface Range {
  readonly from: number
  readonly to: number
}

const key = new PluginKey<Leads>('leads')

export function leadMarks(): Plugin {
  return new Plugin<Leads>({
    key,
    state: {
      init: (_config, state) => ({ marks: DecorationSet.create(state.doc, marksBetween(state.doc, 0, state.doc.content.size)), late: [] }),
      apply: (transaction, leads) => (transaction.docChanged || transaction.getMeta(key) === 'composed' ? refreshed(leads, transaction) : leads),
    },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      handleDOMEvents: {
        compositionend: (view) => {
          setTimeout(() => {
            if (!view.isDestroyed && !view.composing && (key.getState(view.state)?.late.length ?? 0) > 0) view.dispatch(view.state.tr.setMeta(key, 'composed').setMeta('addToHistory', false))
          }, afterComposition)
          return false
        },
      },
    },
  })
}

/** Milliseconds: the composed text reaches the document a little after the event. */
const afterComposition = 60

function refreshed({ marks, late }: Leads, transaction: Transaction): Leads {
  const { doc, mapping } = transaction
  let next = marks.map(mapping, doc)
  const ranges = [...late.map(({ from, to }) => ({ from: Math.max(0, mapping.map(from, -1)), to: Math.min(doc.content.size, mapping.map(to, 1)) })), ...touchedRanges(transaction)]
  if (transaction.getMeta('composition') !== undefined) return { marks: next, late: ranges }
  for (const { from, to } of ranges) {
    doc.nodesBetween(from, to, (node, position) => {
      if (node.type.name !== 'paragraph') return true
      next = next.remove(next.find(position, position + node.nodeSize)).add(doc, paragraphMarks(node, position))
      return false
    })
  }
  return { marks: next, late: [] }
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
