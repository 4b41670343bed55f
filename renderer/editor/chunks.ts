/** Chunks of the body kept to size, and the one with the caret kept awake (SPEC EDIT-3). */
import type { Node } from 'prosemirror-model'
import { Plugin, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView, NodeView } from 'prosemirror-view'
import { schema } from './schema'

const WANTED = 25
const LARGEST = 50
const SMALLEST = 8

/** The nodes in chunks of the wanted size. */
export function chunksOf(nodes: readonly Node[]): Node[] {
  const chunks: Node[] = []
  for (let from = 0; from < nodes.length; from += WANTED) chunks.push(schema.node('chunk', null, nodes.slice(from, from + WANTED)))
  return chunks
}

/** Splits chunks that have grown and joins those that have shrunk. Never while text is being composed. */
export function chunkSizes(isComposing: () => boolean): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _old, state) => (transactions.some((transaction) => transaction.docChanged) && !isComposing() ? resized(state) : null),
  })
}

function resized(state: EditorState): Transaction | null {
  const chunks: { readonly node: Node; readonly from: number }[] = []
  state.doc.forEach((node, offset) => { if (node.type.name === 'chunk') chunks.push({ node, from: offset }) })
  const large = chunks.find(({ node }) => node.childCount > LARGEST)
  if (large !== undefined) return state.tr.split(childOffset(large.node, large.from, WANTED))
  const small = chunks.findIndex(({ node }, index) => node.childCount < SMALLEST && index + 1 < chunks.length)
  const next = chunks[small + 1]
  return small === -1 || next === undefined ? null : state.tr.join(next.from)
}

/** Document position between child `index - 1` and child `index` of a chunk that begins at `from`. */
function childOffset(chunk: Node, from: number, index: number): number {
  let position = from + 1
  for (let at = 0; at < index; at += 1) position += chunk.child(at).nodeSize
  return position
}

/** A chunk on the screen. Its attributes are ours, not text, so changes of them are none of the editor's business. */
export class ChunkView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement

  constructor() {
    this.dom = document.createElement('section')
    this.dom.className = 'chunk'
    this.contentDOM = this.dom
  }

  ignoreMutation(mutation: { readonly type: string; readonly target: globalThis.Node }): boolean {
    return mutation.type === 'attributes' && mutation.target === this.dom
  }
}

/**
 * Keeps the chunk of the caret from being skipped by the browser: an input method that starts in a skipped part loses its first letter
 * (found on Chromium 114).
 */
export function awakeChunk(): Plugin {
  return new Plugin({
    view: (view) => {
      let awake: readonly HTMLElement[] = []
      const update = (current: EditorView): void => {
        const { anchor, head } = current.state.selection
        const next = [...new Set([chunkAt(current, anchor), chunkAt(current, head)])].filter((dom) => dom !== null)
        for (const dom of awake) if (!next.includes(dom)) delete dom.dataset['awake']
        for (const dom of next) dom.dataset['awake'] = 'true'
        awake = next
      }
      update(view)
      return { update }
    },
  })
}

function chunkAt(view: EditorView, position: number): HTMLElement | null {
  const resolved = view.state.doc.resolve(position)
  if (resolved.depth < 1 || resolved.node(1).type.name !== 'chunk') return null
  const dom = view.nodeDOM(resolved.before(1))
  return dom instanceof HTMLElement ? dom : null
}
