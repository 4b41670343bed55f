/** A picture on the page (SPEC PICTURE-4): the file's bytes above, its caption below as text. What cannot be shown is said in its place. */
import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'

/** The bytes of a picture by its SHA-256; null if they are missing or damaged. */
export type LoadPicture = (sha256: string) => Promise<Uint8Array<ArrayBuffer> | null>

export interface PictureWords {
  readonly caption: string
  readonly missing: string
}

export class PictureView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  private readonly image = document.createElement('img')
  private readonly sha256: string
  private url: string | null = null
  private isGone = false

  /** `select` chooses the whole picture: it is called when the clerk clicks it. */
  constructor(node: Node, select: () => void, load: LoadPicture, words: PictureWords) {
    this.sha256 = node.attrs['sha256'] as string
    this.dom = document.createElement('figure')
    this.dom.className = 'picture'
    this.contentDOM = document.createElement('figcaption')
    this.contentDOM.dataset['placeholder'] = words.caption
    const frame = document.createElement('div')
    frame.contentEditable = 'false'
    frame.className = 'picture-frame'
    frame.append(this.image)
    this.image.width = node.attrs['width'] as number
    this.image.height = node.attrs['height'] as number
    this.dom.append(frame, this.contentDOM)
    frame.addEventListener('mousedown', (event) => {
      event.preventDefault()
      select()
    })
    this.show(node)
    void load(this.sha256).then((bytes) => {
      if (this.isGone) return
      if (bytes === null) {
        frame.textContent = words.missing
        frame.classList.add('missing')
        return
      }
      this.url = URL.createObjectURL(new Blob([bytes], { type: node.attrs['mediaType'] as string }))
      this.image.src = this.url
    })
  }

  update(node: Node): boolean {
    if (node.type.name !== 'image' || node.attrs['sha256'] !== this.sha256) return false
    this.show(node)
    return true
  }

  ignoreMutation(mutation: { readonly type: string; readonly target: globalThis.Node }): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }

  stopEvent(event: Event): boolean {
    return event.type === 'mousedown' && !this.contentDOM.contains(event.target as globalThis.Node)
  }

  destroy(): void {
    this.isGone = true
    if (this.url !== null) URL.revokeObjectURL(this.url)
  }

  private show(node: Node): void {
    this.dom.dataset['block'] = node.attrs['id'] as string
    this.image.alt = node.textContent
    this.contentDOM.className = node.content.size === 0 ? 'blank' : ''
  }
}
