/** Pasted text becomes clean blocks: numbers become levels, nothing of the text is lost, nothing foreign comes in (SPEC EDIT-11). */
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { NewId } from '../../shared/base/ids'
import { parseReport } from '../../shared/outline/parseReport'
import type { ReportContent } from '../../shared/outline/reportContent'
import type { Block } from '../../shared/report/report'
import { bodyAt } from './bodyNodes'
import { toNode } from './editorDoc'

/** Beyond this many characters a paste is refused: the window would stand still. */
export const LARGEST_PASTE = 1_000_000

/**
 * Own copies (marked by the editor) come back with their manners; everything else comes in as text. Taken before the editor library reads the
 * rich text: nothing foreign is even parsed. Files that are dropped are the window's.
 */
export function plainPaste(newId: NewId, onTooLarge: (characters: number) => void): Plugin {
  /** Whether the text was taken, or refused. */
  const take = (view: EditorView, data: DataTransfer | null, event: Event): boolean => {
    const text = data?.getData('text/plain') ?? ''
    if (!view.editable || text === '' || (text.length <= LARGEST_PASTE && (data?.getData('text/html') ?? '').includes('data-pm-slice'))) return false
    event.preventDefault()
    if (text.length > LARGEST_PASTE) onTooLarge(text.length)
    else insertText(view, text, newId)
    return true
  }
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste: (view, event) => take(view, event.clipboardData, event),
        drop: (view, event) => {
          if (view.dragging !== null) return false
          if (event.dataTransfer?.types.includes('Files') === true) return true
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (place !== null) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))))
          return take(view, event.dataTransfer, event)
        },
      },
    },
  })
}

/** Inserts text at the selection: one line as it is, several lines as blocks. */
export function insertText(view: EditorView, text: string, newId: NewId): void {
  const { state } = view
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '')
  const isBody = bodyAt(state, state.selection.from)?.node.type.name === 'paragraph' && bodyAt(state, state.selection.to)?.node.type.name === 'paragraph'
  if (!lines.includes('\n') || !isBody) {
    view.dispatch(state.tr.insertText(lines.replace(/\n/g, ' ')).scrollIntoView().setMeta('uiEvent', 'paste'))
    return
  }
  const nodes = pastedBlocks(parseReport(lines, { newId }).content, newId).map(toNode)
  view.dispatch(state.tr.replaceSelection(sliceFor(nodes)).scrollIntoView().setMeta('uiEvent', 'paste'))
}

/** All that the parser read, in order, as blocks of the body: what it takes for a title or a date stays text here. */
function pastedBlocks(content: ReportContent, newId: NewId): readonly Block[] {
  const line = (text: string): Block => ({ kind: 'text', id: newId(), level: 0, runs: [{ text }] })
  const addressee = content.addressee === '' ? [] : [line(`${content.addressee}：`)]
  const note = content.note === '' ? [] : [line(`（${content.note}）`)]
  const date = content.date === '' ? [] : [line(content.date)]
  const attachments = content.attachments.map((name, index) => line(content.attachments.length === 1 ? `附件：${name}` : `附件：${index + 1}. ${name}`))
  return [...content.title.map(line), ...addressee, ...content.blocks, ...attachments, ...content.signature.map(line), ...date, ...note, ...content.setAside.map(({ text }) => line(text))]
}

/** Open at both ends where text stands, so that the first and the last paragraph join what is around the caret. */
function sliceFor(nodes: readonly Node[]): Slice {
  const [first, last] = [nodes[0], nodes[nodes.length - 1]]
  const isOpen = (node: Node | undefined): boolean => node?.type.name === 'paragraph' && node.attrs['level'] === 0
  return new Slice(Fragment.from([...nodes]), isOpen(first) ? 1 : 0, isOpen(last) ? 1 : 0)
}
