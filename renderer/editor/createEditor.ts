/** The editor of one report: document, plugins, views and the handle that the desk holds (SPEC EDIT). */
import { baseKeymap, chainCommands, deleteSelection, selectNodeBackward, selectNodeForward } from 'prosemirror-commands'
import { history } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { EditorState, NodeSelection, TextSelection, type Command } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { NewId } from '../../shared/base/ids'
import type { SchemeId } from '../../shared/report/report'
import type { EditorHandle, EditorPlace, FoundFacts, PageFacts, PastedFacts } from '../state/deskHandle'
import { scrollToRow } from '../ui/scrollToRow'
import { actionCommand } from './actions'
import { uniqueBlockIds } from './blockIds'
import { bodyAt, findBody } from './bodyNodes'
import { awakeChunk, ChunkView, chunkSizes } from './chunks'
import { fromEditorDoc, toEditorDoc, type EditedContent } from './editorDoc'
import { foundIn, foundMarks, hitBeside, lookFor, takeHit } from './found'
import { foundHits, showHit } from './foundHits'
import { bodyKeys } from './keys'
import { itemSeries } from './itemSeries'
import { leadMarks } from './leads'
import { paragraphNumbers } from './numbers'
import { copied } from './copied'
import { pagePlaces, type PageOptions } from './pagePlaces'
import { cleanPaste } from './paste'
import { PlaceView } from './placeView'
import { PictureView, type LoadPicture, type PictureWords } from './pictureView'
import { markNames, schema } from './schema'
import { signaturePlaces } from './signaturePlaces'
import { chosenCells } from './tableCommands'
import { cellSelections, rightClickedCell, tableKeys } from './tableKeys'
import { takenSigns } from './takenSigns'
import { typedNumbers } from './typedNumbers'

export interface EditorOptions {
  readonly content: EditedContent
  readonly isReadOnly: boolean
  /** Asked at every change, because the clerk may choose another one. */
  readonly scheme: () => SchemeId
  /** What the printed pages depend on besides the text and the scheme. */
  readonly printed: () => Omit<ReturnType<PageOptions['printed']>, 'numbering'>
  readonly newId: NewId
  readonly label: string
  /** Faint words in empty places outside the body, by place. */
  readonly placeholders: Readonly<Record<string, string>>
  readonly onChange: (content: EditedContent) => void
  readonly onPlace: (place: EditorPlace) => void
  readonly onPages: (facts: PageFacts) => void
  readonly onComposing: (isComposing: boolean) => void
  readonly onFound: (found: FoundFacts) => void
  /** Names the report that a paragraph was taken from, by its id. */
  readonly originOf: (reportId: string) => string
  readonly onPasteTooLarge: (characters: number) => void
  readonly onPasted: (facts: PastedFacts) => void
  /** The clipboard held pictures and no text. */
  readonly onPictures: (files: readonly File[]) => void
  readonly loadPicture: LoadPicture
  readonly pictureWords: PictureWords
}

export interface Editor {
  readonly handle: EditorHandle
  /** Numbers and pages are drawn anew, after another scheme or manner was chosen. */
  readonly redraw: () => void
  readonly destroy: () => void
}

export function createEditor(host: HTMLElement, options: EditorOptions): Editor {
  const numbers = paragraphNumbers(options.scheme)
  const pages = pagePlaces({ printed: () => ({ ...options.printed(), numbering: options.scheme() }), onPages: options.onPages })
  // What the desk was not told yet: inside a composition nothing but the page itself changes (SPEC EDIT-19).
  const unreported = { isText: false, isPlace: false }
  const report = (isForced = false): void => {
    if (view.isDestroyed || (view.composing && !isForced)) return
    const { isText, isPlace } = unreported
    Object.assign(unreported, { isText: false, isPlace: false })
    if (isText) options.onChange(fromEditorDoc(view.state.doc))
    if (isPlace) options.onPlace(placeOf(view.state))
  }
  // The plugins are made before the view that they ask.
  const current: { view: EditorView | null } = { view: null }
  let looks = 0
  const view = new EditorView(host, {
    state: EditorState.create({
      doc: toEditorDoc(options.content),
      plugins: [
        history(),
        tableKeys(),
        keymap(bodyKeys),
        keymap({ ...baseKeymap, Backspace: chainCommands(deleteSelection, selectNodeBackward), Delete: chainCommands(deleteSelection, selectNodeForward), Enter: never, 'Mod-Enter': never }),
        uniqueBlockIds(options.newId),
        chunkSizes(() => current.view?.composing ?? false),
        itemSeries(() => current.view?.composing ?? false),
        awakeChunk(),
        numbers.plugin,
        leadMarks(),
        signaturePlaces(),
        pages.plugin,
        foundMarks(true),
        takenSigns(options.originOf),
        typedNumbers(options.scheme),
        cellSelections(),
        rightClickedCell(),
        copied(options.scheme),
        cleanPaste({ newId: options.newId, onTooLarge: options.onPasteTooLarge, onPasted: options.onPasted, onPictures: options.onPictures }),
      ],
    }),
    editable: () => !options.isReadOnly,
    attributes: { 'aria-label': options.label, role: 'textbox', 'aria-multiline': 'true', spellcheck: 'false', tabindex: '0', class: 'page', 'data-editor': 'true' },
    nodeViews: {
      paragraph: (node) => numbers.view(node),
      chunk: () => new ChunkView(),
      image: (node, own, getPos) => new PictureView(node, () => selectNode(own, getPos()), options.loadPicture, options.pictureWords),
      ...Object.fromEntries(Object.entries(options.placeholders).map(([name, words]) => [name, (node: Parameters<typeof numbers.view>[0]) => new PlaceView(node, words)])),
    },
    handleDOMEvents: {
      // The browser gives the focus back with the caret at the start of the report; a command that follows at once must find it where it was.
      focus: (focused) => { focused.focus(); return false },
      compositionstart: () => { options.onComposing(true); return false },
      compositionend: () => {
        options.onComposing(false)
        // The composed text reaches the document a little after the event.
        setTimeout(report, settleTime, false)
        return false
      },
    },
    dispatchTransaction: (transaction) => {
      const before = view.state
      view.updateState(before.apply(transaction))
      const [was, now] = [foundIn(before), foundIn(view.state)]
      if (was.hits !== now.hits) looks += 1
      if (!now.isLate && (was.hits !== now.hits || was.current !== now.current)) options.onFound({ total: now.hits.length, current: now.current, looks })
      if (view.state.doc !== before.doc) unreported.isText = true
      if (view.state.doc !== before.doc || !view.state.selection.eq(before.selection) || transaction.storedMarksSet) unreported.isPlace = true
      report()
    },
  })
  current.view = view
  keepFromReact(view.dom)
  options.onPlace(placeOf(view.state))
  return {
    handle: makeHandle(view, async () => {
      if (!view.composing && !unreported.isText) return
      await new Promise((resolve) => { setTimeout(resolve, settleTime) })
      report(true)
    }),
    redraw: () => {
      view.updateState(view.state)
      pages.refresh()
    },
    destroy: () => view.destroy(),
  }
}

/**
 * At each of its commits React walks through all text of a focused editable element, to remember a selection that the editor keeps itself: at 300,000
 * characters that costs more than the key. It asks this property of the element, and is told that there is nothing to remember.
 */
function keepFromReact(dom: HTMLElement): void {
  Object.defineProperty(dom, 'contentEditable', { configurable: true, get: () => 'inherit' })
}

/** Milliseconds after the end of a composition within which its text reaches the document; the editor library takes 20. */
const settleTime = 50

/** Chooses the block at a position as a whole. */
function selectNode(view: EditorView, position: number | undefined): void {
  if (position === undefined) return
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, position)))
  view.focus()
}

const never: Command = () => false

function makeHandle(view: EditorView, settle: () => Promise<void>): EditorHandle {
  return {
    run: (action) => {
      if (!view.editable || view.composing) return false
      return actionCommand(action)(view.state, view.dispatch, view)
    },
    can: (action) => view.editable && actionCommand(action)(view.state),
    goTo: (blockId, offset = 0) => {
      const placed = findBody(view.state.doc, blockId)
      if (placed === null) return
      const inside = Math.min(placed.position + 1 + offset, placed.position + Math.max(1, placed.node.nodeSize - 1))
      view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(inside))))
      view.focus()
      const dom = view.nodeDOM(placed.position)
      const pane = view.dom.closest('[data-sheet]')
      if (dom instanceof HTMLElement && pane instanceof HTMLElement) scrollToRow(pane, dom)
    },
    find: (query, scope) => view.dispatch(lookFor(view.state, query, scope)),
    goToHit: (hit) => {
      const transaction = takeHit(view.state, typeof hit === 'number' ? hit : hitBeside(view.state, hit === 'next' ? 1 : -1))
      if (transaction === null) return false
      view.dispatch(transaction)
      showHit(view)
      return true
    },
    hits: (limit) => foundHits(view.state, limit),
    selectedText: () => view.state.doc.textBetween(view.state.selection.from, view.state.selection.to, '\n'),
    caretBox: () => {
      const { left, top, bottom } = view.coordsAtPos(view.state.selection.head)
      return { left, top, bottom }
    },
    focus: () => view.focus(),
    isComposing: () => view.composing,
    settle,
  }
}

function placeOf(state: EditorState): EditorPlace {
  const placed = bodyAt(state, state.selection.from)
  const marks = state.storedMarks ?? state.selection.$from.marks()
  const manners = markNames.filter((name) => name !== 'stale' && (state.selection.empty
    ? marks.some((mark) => mark.type.name === name)
    : schema.marks[name] !== undefined && state.doc.rangeHasMark(state.selection.from, state.selection.to, schema.marks[name])))
  return {
    blockId: placed === null ? null : (placed.node.attrs['id'] as string),
    level: placed?.node.type.name === 'paragraph' ? (placed.node.attrs['level'] as EditorPlace['level']) : null,
    form: placed?.node.type.name === 'paragraph' ? (placed.node.attrs['form'] as EditorPlace['form']) : null,
    manners: manners.filter((name): name is 'bold' | 'italic' | 'underline' => name !== 'stale'),
    isInTable: chosenCells(state) !== null,
  }
}
