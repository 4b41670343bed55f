import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'

/** A place outside the body; while it is empty, faint words say what belongs there. They are drawn by the style sheet and are no text. */
export class PlaceView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  private readonly type: string

  constructor(node: Node, placeholder: string) {
    this.type = node.type.name
    this.dom = document.createElement('p')
    this.dom.dataset['place'] = this.type
    this.dom.dataset['placeholder'] = placeholder
    this.contentDOM = this.dom
    this.show(node)
  }

  update(node: Node): boolean {
    if (node.type.name !== this.type) return false
    this.show(node)
    return true
  }

  ignoreMutation(mutation: { readonly type: string; readonly target: globalThis.Node }): boolean {
    return mutation.type === 'attributes' && mutation.target === this.dom
  }

  private show(node: Node): void {
    this.dom.className = `place place-${this.type}${node.content.size === 0 ? ' blank' : ''}`
  }
}
