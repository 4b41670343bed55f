/** The elements of an HTML text as plain values (SPEC PASTE-2), with the ends that HTML lets out put in. */
import { readHtmlTokens } from './htmlTokens'

export interface HtmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: HtmlNode[]
}

export type HtmlNode = HtmlElement | string

const voids: ReadonlySet<string> = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'])

/** Elements that stand on lines of their own. */
export const blockElements: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
  'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'option', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'textarea', 'tfoot', 'th', 'thead', 'tr', 'ul',
])

/** What an opening element ends, and what keeps it from ending more. */
const ends: Readonly<Record<string, { readonly closes: readonly string[]; readonly within: readonly string[] }>> = {
  li: { closes: ['li'], within: ['ul', 'ol', 'menu', 'table', 'td', 'th'] },
  dt: { closes: ['dt', 'dd'], within: ['dl', 'table', 'td', 'th'] },
  dd: { closes: ['dt', 'dd'], within: ['dl', 'table', 'td', 'th'] },
  option: { closes: ['option'], within: ['select', 'table', 'td', 'th'] },
  td: { closes: ['td', 'th'], within: ['tr', 'table'] },
  th: { closes: ['td', 'th'], within: ['tr', 'table'] },
  tr: { closes: ['tr'], within: ['table'] },
  tbody: { closes: ['tbody', 'thead', 'tfoot'], within: ['table'] },
  thead: { closes: ['tbody', 'thead', 'tfoot'], within: ['table'] },
  tfoot: { closes: ['tbody', 'thead', 'tfoot'], within: ['table'] },
}
const paragraphEnd = { closes: ['p'], within: ['table', 'td', 'th', 'li', 'button', 'object'] } as const

/** Deeper elements are set beside each other: a text of brackets alone must not exhaust the stack. */
const deepest = 400

/** The root element of the text; never fails by itself. `onStyle` is given every style sheet in the text; `onNode` is called for every element and text, and may throw. */
export function readHtml(html: string, onStyle: (css: string) => void = () => undefined, onNode: () => void = () => undefined): HtmlElement {
  const root: HtmlElement = { name: '#root', attributes: {}, children: [] }
  const open: HtmlElement[] = [root]
  const top = (): HtmlElement => open[open.length - 1] ?? root
  const endUpTo = ({ closes, within }: { readonly closes: readonly string[]; readonly within: readonly string[] }): void => {
    for (let index = open.length - 1; index > 0; index -= 1) {
      const name = open[index]?.name ?? ''
      if (closes.includes(name)) {
        open.length = index
        return
      }
      if (within.includes(name)) return
    }
  }
  readHtmlTokens(html, (token) => {
    onNode()
    if (token.kind === 'text') top().children.push(token.text)
    else if (token.kind === 'raw') {
      if (token.name === 'style') onStyle(token.text)
      else if (token.name === 'xmp' || token.name === 'plaintext') top().children.push(token.text)
    } else if (token.kind === 'open') {
      if (blockElements.has(token.name) && ends[token.name] === undefined) endUpTo(paragraphEnd)
      const end = ends[token.name]
      if (end !== undefined) endUpTo(end)
      const element: HtmlElement = { name: token.name, attributes: token.attributes, children: [] }
      top().children.push(element)
      const isEmpty = voids.has(token.name) || (token.isClosed && token.name.includes(':'))
      if (!isEmpty && open.length < deepest) open.push(element)
    } else closeElement(open, token.name)
  })
  return root
}

/** A closing tag ends its element and all in it; it does not reach out of a cell, and one without an element is nothing. */
function closeElement(open: HtmlElement[], name: string): void {
  const isOfTable = ['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th'].includes(name)
  for (let index = open.length - 1; index > 0; index -= 1) {
    const own = open[index]?.name ?? ''
    if (own === name) {
      open.length = index
      return
    }
    if (own === 'table' || (!isOfTable && (own === 'td' || own === 'th'))) return
  }
}

/** All text in the nodes, hidden or not. */
export function plainText(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : plainText(node.children))).join('')
}
