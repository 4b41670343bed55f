/**
 * Numbers drawn by the program (SPEC EDIT-5): they are no text, cannot be typed wrong, and stand right in the same frame. A paragraph view
 * carries its number in `data-n`; the style sheet draws it before the text.
 */
import { Plugin } from 'prosemirror-state'
import type { Node } from 'prosemirror-model'
import type { EditorView, NodeView } from 'prosemirror-view'
import { assignNumbers } from '../../shared/outline/assignNumbers'
import type { SchemeId } from '../../shared/report/report'
import { endsWithColon, isPartTitle } from '../../shared/outline/blockRole'
import { bodyNodes, hasSameBody } from './bodyNodes'
import { toBlock } from './editorDoc'
import { leadLength } from '../../shared/outline/leadLength'

/** The paragraphs on the page by block id. */
type Paragraphs = Map<string, ParagraphView>

/** A paragraph on the page. Attributes are the program's own and never read back as text. */
class ParagraphView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  private id = ''
  /** As it stands on the page: reading it back from there for every paragraph at every key would cost more than all the rest. */
  private number = ''
  private look = ''

  /** `number` is the one last drawn for this block: the browser may take a paragraph off the page and the editor puts a new view in its place. */
  constructor(node: Node, private readonly paragraphs: Paragraphs, number: string) {
    this.dom = document.createElement('p')
    this.contentDOM = this.dom
    this.show(node)
    this.setNumber(number)
  }

  update(node: Node): boolean {
    if (node.type.name !== 'paragraph') return false
    this.show(node)
    return true
  }

  /** Draws this number before the text; '' for none. */
  setNumber(number: string): void {
    if (this.number === number) return
    this.number = number
    if (number === '') delete this.dom.dataset['n']
    else this.dom.dataset['n'] = number
  }

  ignoreMutation(mutation: { readonly type: string; readonly target: globalThis.Node }): boolean {
    return mutation.type === 'attributes' && mutation.target === this.dom
  }

  destroy(): void {
    if (this.paragraphs.get(this.id) === this) this.paragraphs.delete(this.id)
  }

  private show(node: Node): void {
    const id = node.attrs['id'] as string
    if (id !== this.id && this.paragraphs.get(this.id) === this) this.paragraphs.delete(this.id)
    this.id = id
    this.paragraphs.set(id, this)
    const level = String(node.attrs['level'])
    const form = node.attrs['form'] as string | null
    const block = toBlock(node)
    const isWholeHeading = block.kind === 'text' && (block.level > 0 || block.form === 'heading') && leadLength(block) === node.textContent.length
    const className = `para level-${level}${isWholeHeading ? ' whole' : ''}${form === null ? '' : ` form-${form}`}`
    const taken = node.attrs['taken'] as string | null
    const look = `${className} ${id} ${taken ?? ''}`
    // Writing the same again would wake the browser, and disturb an input method at work.
    if (look === this.look) return
    this.look = look
    this.dom.className = className
    this.dom.dataset['level'] = level
    this.dom.dataset['block'] = id
    if (taken === null) delete this.dom.dataset['taken']
    else this.dom.dataset['taken'] = taken
    if (form === null) delete this.dom.dataset['form']
    else this.dom.dataset['form'] = form
  }
}

/** Whether the one block in place of the other leaves all numbers as they are. */
function hasSameNumber(one: Node, other: Node): boolean {
  const [was, is] = [toBlock(one), toBlock(other)]
  if (was.kind !== 'text' || is.kind !== 'text') return was.kind === is.kind && was.id === is.id
  return was.id === is.id && was.level === is.level && was.form === is.form && isPartTitle(was) === isPartTitle(is) && endsWithColon(was) === endsWithColon(is)
}

/** The plugin that keeps the numbers right, and the node view that shows them. */
export function paragraphNumbers(scheme: () => SchemeId): { readonly plugin: Plugin; readonly view: (node: Node) => NodeView } {
  const paragraphs: Paragraphs = new Map()
  let numbers: ReadonlyMap<string, string> = new Map()
  const draw = (doc: Node): void => {
    const blocks = bodyNodes(doc).map(({ node }) => toBlock(node))
    numbers = assignNumbers(blocks, scheme())
    for (const block of blocks) paragraphs.get(block.id)?.setNumber(numbers.get(block.id) ?? '')
  }
  const plugin = new Plugin({
    view: (view) => {
      draw(view.state.doc)
      let shown = { doc: view.state.doc, scheme: scheme() }
      return {
        update: (current: EditorView) => {
          if (current.state.doc === shown.doc && scheme() === shown.scheme) return
          const isAsShown = scheme() === shown.scheme && hasSameBody(shown.doc, current.state.doc, hasSameNumber)
          shown = { doc: current.state.doc, scheme: scheme() }
          if (!isAsShown) draw(current.state.doc)
        },
      }
    },
  })
  return { plugin, view: (node) => new ParagraphView(node, paragraphs, numbers.get(node.attrs['id'] as string) ?? '') }
}
