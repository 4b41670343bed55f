/** The least editor of the library that Andu's is made of: flat paragraphs, its own keys and undo, no numbers, no outline, no chunks. */
import { baseKeymap } from 'prosemirror-commands'
import { history } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { Schema } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', toDOM: () => ['p', 0], parseDOM: [{ tag: 'p' }] },
    text: {},
  },
})

/** Shows these paragraphs in `host`. */
export function open(host: HTMLElement, lines: readonly string[]): void {
  const doc = schema.node('doc', null, lines.map((line) => schema.node('paragraph', null, [schema.text(line)])))
  new EditorView(host, { state: EditorState.create({ doc, plugins: [history(), keymap(baseKeymap)] }) }).dom.style.whiteSpace = 'pre-wrap'
}

Object.assign(window, { bareProseMirror: { open } })
