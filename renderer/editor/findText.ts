import { Plugin, PluginKey, TextSelection } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'

const key = new PluginKey<DecorationSet>('found')

/** Shows the place that was found: the selection itself is not drawn while the words are typed elsewhere. */
export function foundMark(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, mark) => (transaction.getMeta(key) as DecorationSet | undefined) ?? (transaction.docChanged || transaction.selectionSet ? DecorationSet.empty : mark),
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

/** Selects the next (1) or previous (-1) place of the words behind the selection, around the end of the report; false if there is none. */
export function findText(view: EditorView, words: string, direction: 1 | -1): boolean {
  const wanted = folded(words)
  if (wanted === '') return false
  const places: { readonly from: number; readonly to: number }[] = []
  view.state.doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const text = folded(node.textContent)
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) places.push({ from: position + 1 + at, to: position + 1 + at + wanted.length })
    return false
  })
  const { from, to } = view.state.selection
  const place = direction === 1
    ? places.find((candidate) => candidate.from >= to && candidate.from !== from) ?? places[0]
    : [...places].reverse().find((candidate) => candidate.to <= from) ?? places[places.length - 1]
  if (place === undefined) return false
  const mark = DecorationSet.create(view.state.doc, [Decoration.inline(place.from, place.to, { class: 'found' })])
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, place.from, place.to)).setMeta(key, mark))
  const { node } = view.domAtPos(place.from)
  const element = node instanceof HTMLElement ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
  return true
}

/** Full-width letters and digits as half-width ones, capitals as small ones; no character is more or less than before. */
function folded(text: string): string {
  return text.replace(/[Ａ-Ｚａ-ｚ０-９]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/[A-Z]/g, (character) => character.toLowerCase())
}
