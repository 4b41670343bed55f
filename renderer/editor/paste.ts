/**
 * Pasted and dropped text becomes clean blocks (SPEC EDIT-11, PASTE): it is taken before the editor library reads it, and nothing foreign is built into a
 * document. Own copies come back as they were. What was left out is told to the desk.
 */
import { closeHistory, undo } from 'prosemirror-history'
import { Plugin, PluginKey, TextSelection, type Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { NewId } from '../../shared/base/ids'
import { groupRemoved, lineText, type Pasted } from '../../shared/paste/pasted'
import { pastedBlocks } from '../../shared/paste/pastedBlocks'
import { readPasted, readPlain } from '../../shared/paste/readPasted'
import type { Block } from '../../shared/report/report'
import type { PastedFacts } from '../state/deskHandle'
import { putBlocks } from './putBlocks'

/** Beyond this many characters a paste is refused: the window would stand still. */
export const LARGEST_PASTE = 1_000_000
/** Beyond this many the rich text beside a text is not even read. */
const largestHtml = 6_000_000

export interface PasteOptions {
  readonly newId: NewId
  readonly onTooLarge: (characters: number) => void
  readonly onPasted: (facts: PastedFacts) => void
  /** The clipboard held pictures and no text. */
  readonly onPictures: (files: readonly File[]) => void
}

/** The plain text of what was pasted last, as long as nothing else was changed. */
const key = new PluginKey<string | null>('paste')

export function cleanPaste(options: PasteOptions): Plugin<string | null> {
  let isPlainWanted = false
  const take = (view: EditorView, data: DataTransfer | null, event: Event): boolean => {
    if (data === null || !view.editable) return false
    const pictures = [...data.files].filter((file) => file.type.startsWith('image/'))
    const text = data.getData('text/plain')
    if (text.length > LARGEST_PASTE) {
      event.preventDefault()
      options.onTooLarge(text.length)
      return true
    }
    const html = data.types.includes('text/html') ? data.getData('text/html') : ''
    const isPlain = isPlainWanted || html.length > largestHtml
    isPlainWanted = false
    if (!isPlain && html.includes('data-andu')) return false
    if (text === '' && (html === '' || isPlain)) {
      if (pictures.length === 0) return false
      event.preventDefault()
      options.onPictures(pictures)
      return true
    }
    event.preventDefault()
    pasteInto(view, isPlain ? null : readPasted(text, html), text, options)
    return true
  }
  return new Plugin<string | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, last) => {
        const now = transaction.getMeta(key) as string | null | undefined
        if (now !== undefined) return now
        return transaction.docChanged && transaction.getMeta('appendedTransaction') === undefined ? null : last
      },
    },
    props: {
      handleDOMEvents: {
        keydown: (_view, event) => {
          if (event.code === 'KeyV') isPlainWanted = event.shiftKey && (event.ctrlKey || event.metaKey)
          return false
        },
        paste: (view, event) => take(view, event.clipboardData, event),
        drop: (view, event) => {
          if (view.dragging !== null) return false
          // Files are the window's: they are imported, or refused with a word.
          if (event.dataTransfer?.types.includes('Files') === true) return true
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (place !== null) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))))
          return take(view, event.dataTransfer, event)
        },
      },
    },
  })
}

/** Sets what was read at the selection; null is the text alone. */
function pasteInto(view: EditorView, pasted: Pasted | null, text: string, options: PasteOptions): void {
  const read = pasted ?? readPlain(text)
  const blocks = pasted === null ? plainBlocks(text) : pastedBlocks(read.parts, options.newId)
  const transaction = putBlocks(view.state, blocks)
  if (transaction === null) return
  view.dispatch(closeHistory(transaction).scrollIntoView().setMeta('uiEvent', 'paste').setMeta(key, pasted === null ? null : text))
  // What is typed next is another step to undo.
  view.dispatch(closeHistory(view.state.tr))
  options.onPasted({ characters: charactersOf(blocks), removed: groupRemoved(read.removed), isFormatted: pasted !== null && (blocks.length > 1 || read.removed.length > 0) })
}

/** Every line as body text, with the numbers that it has: nothing is read into it. */
function plainBlocks(text: string): readonly Block[] {
  return readPlain(text).parts.flatMap((part): readonly Block[] => {
    if (part.kind === 'pageBreak') return []
    const lines = part.kind === 'table' ? part.rows.map((row) => row.join('\t')) : [lineText(part)]
    return lines.map((line) => ({ kind: 'text', id: '', level: 0, runs: [{ text: line.trim() }] }))
  })
}

function charactersOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'text' ? block.runs.reduce((all, run) => all + run.text.length, 0) : block.kind === 'table' ? block.rows.flat().join('').length : 0), 0)
}

/** Takes what was pasted back and sets its text alone in its place. */
export const pasteTextAlone: Command = (state, dispatch, view) => {
  const text = key.getState(state) ?? null
  if (text === null || text === '') return false
  if (dispatch === undefined || view === undefined) return true
  undo(view.state, view.dispatch)
  const transaction = putBlocks(view.state, plainBlocks(text))
  if (transaction !== null) view.dispatch(closeHistory(transaction).scrollIntoView().setMeta('uiEvent', 'paste').setMeta(key, null))
  return true
}
