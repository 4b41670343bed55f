/** Signature and date stand on the page where the Word file has them (SPEC PRINT-11): the same function, in 字 from the right. */
import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { textWidth } from '../../shared/base/textWidth'
import { placeSignature } from '../../shared/print/signatureBlock'

export function signaturePlaces(): Plugin {
  return new Plugin({
    view: (view) => {
      place(view)
      return { update: (current, before) => { if (current.state.doc !== before.doc) place(current) } }
    },
  })
}

function place(view: EditorView): void {
  const lines: { readonly node: Node; readonly position: number }[] = []
  view.state.doc.forEach((node, position) => { if (node.type.name === 'signature' || node.type.name === 'date') lines.push({ node, position }) })
  const signature = lines.filter(({ node }) => node.type.name === 'signature')
  const date = lines.find(({ node }) => node.type.name === 'date')
  const written = signature.filter(({ node }) => node.content.size > 0)
  const { signatureRight, dateRight } = placeSignature(written.map(({ node }) => textWidth(node.textContent)), textWidth(date?.node.textContent ?? ''), false)
  for (const { node, position } of signature) setRight(view, position, signatureRight[written.findIndex((line) => line.node === node)] ?? 2)
  if (date !== undefined) setRight(view, date.position, date.node.content.size === 0 ? 2 : dateRight)
}

function setRight(view: EditorView, position: number, right: number): void {
  const dom = view.nodeDOM(position)
  if (dom instanceof HTMLElement) dom.style.setProperty('--right', `calc(var(--zi) * ${right})`)
}
