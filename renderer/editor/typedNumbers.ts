/**
 * A typed number at the start of a body paragraph makes it that level (SPEC EDIT-9). The number stands as text for one step, so a single undo
 * gives it back as typed. 一、 （一） and （1） act at once; after 1. the next character decides, because 1.5万 is no number of a paragraph.
 */
import { closeHistory, isHistoryTransaction } from 'prosemirror-history'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { recognizeNumber, type RecognizedNumber } from '../../shared/outline/recognizeNumber'
import { schemes } from '../../shared/outline/schemes'
import type { SchemeId } from '../../shared/report/report'
import { bodyAt } from './bodyNodes'

const key = new PluginKey<boolean>('typedNumbers')

export function typedNumbers(scheme: () => SchemeId): Plugin {
  const convert = (view: EditorView): void => {
    if (view.composing || key.getState(view.state) !== true) return
    const transaction = levelTransaction(view.state, scheme())
    if (transaction === null) return
    view.dispatch(transaction)
    // What is typed next is another step to undo.
    view.dispatch(closeHistory(view.state.tr))
  }
  return new Plugin<boolean>({
    key,
    // Whether the last change was typing: neither an undo nor a change of ours.
    state: {
      init: () => false,
      apply: (transaction, wasTyped) => (transaction.docChanged ? !isHistoryTransaction(transaction) && transaction.getMeta(key) !== 'done' && transaction.getMeta('uiEvent') === undefined : wasTyped),
    },
    view: () => ({ update: (view, before) => { if (view.state.doc !== before.doc) convert(view) } }),
    props: {
      handleDOMEvents: {
        compositionend: (view) => {
          // The composed text reaches the document a little after the event.
          setTimeout(() => { if (!view.isDestroyed) convert(view) }, 50)
          return false
        },
      },
    },
  })
}

/** The change that turns the number before the caret into a level; null if there is none. */
export function levelTransaction(state: EditorState, scheme: SchemeId): Transaction | null {
  const { selection } = state
  if (!(selection instanceof TextSelection) || !selection.empty) return null
  const placed = bodyAt(state, selection.from)
  if (placed === null || placed.node.type.name !== 'paragraph' || placed.node.attrs['level'] !== 0) return null
  const text = placed.node.textContent
  const caret = selection.$from.parentOffset
  const number = recognizeNumber(text)
  if (number === null || !isComplete(number, text, caret)) return null
  const level = levelFor(number, scheme)
  if (level === null) return null
  const start = placed.position + 1
  const { tr } = state
  tr.delete(start, start + number.length).setNodeAttribute(placed.position, 'level', level).setNodeAttribute(placed.position, 'form', null)
  return closeHistory(tr.setMeta(key, 'done'))
}

/** Whether the caret stands where the number has just been finished. */
function isComplete(number: RecognizedNumber, text: string, caret: number): boolean {
  const end = number.label.length
  const waits = number.style === 'digitDot' || number.style === 'decimal' || number.style === 'chapter' || number.style === 'section'
  if (!waits) return caret >= end && caret <= number.length
  return caret > end && caret <= number.length + 1 && !/^[\d０-９.．]/.test(text.slice(end))
}

/** The level whose numbers look like this one in the report's scheme; in a decimal scheme the count of its parts. */
function levelFor(number: RecognizedNumber, scheme: SchemeId): number | null {
  if (schemes[scheme].styles[0] === 'decimal' && (number.style === 'decimal' || number.style === 'digitDot')) return number.values.length <= 3 ? number.values.length : null
  const index = schemes[scheme].styles.findIndex((style) => style === number.style)
  return index === -1 ? null : index + 1
}
