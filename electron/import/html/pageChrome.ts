/** What stands around an article on a web page: menus, paths, search, the foot of the page. It is set aside, never dropped (SPEC IMPORT-14). */
import type { HtmlElement, HtmlNode } from '../../../shared/paste/htmlTree'

/** How much of an element is text, and how much of that are links. */
interface Share {
  readonly text: number
  readonly linked: number
  readonly links: number
  /** Whole sentences. */
  readonly sentences: number
  /** It holds a heading of the page, or files to be loaded down. */
  readonly isKept: boolean
}

export interface PageChrome {
  readonly has: (element: HtmlElement) => boolean
}

/** Longer text is none of a frame. */
const mostCharacters = 3_000
/** More whole sentences than this are an article, whatever its element is called. */
const mostSentences = 2
const fewestLinks = 3
const mostlyLinks = 0.8

const always: ReadonlySet<string> = new Set(['nav', 'select', 'button', 'datalist'])
const outside: ReadonlySet<string> = new Set(['header', 'footer', 'aside'])
const lists: ReadonlySet<string> = new Set(['ul', 'ol', 'div', 'td', 'table', 'dl', 'section'])
const roles: ReadonlySet<string> = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary', 'menu', 'menubar'])
const named = /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|footer|copyright|sidebar|share|sharebar|search|searchbar|toolbar|friendlinks?|pagination)(?:$|[\s_-])/i
const files = /\.(?:docx?|wps|xlsx?|et|pdf|ofd|rtf|zip|rar|txt)(?:$|[?#])/i

export function pageChrome(): PageChrome {
  const shares = new Map<HtmlElement, Share>()
  const shareOf = (node: HtmlNode, isLinked: boolean): Share => {
    if (typeof node === 'string') {
      const text = node.replace(/\s+/g, '').length
      return { text, linked: isLinked ? text : 0, links: 0, sentences: node.split(/[。！？]/).length - 1, isKept: false }
    }
    const known = shares.get(node)
    if (known !== undefined) return known
    const isLink = node.name === 'a' && node.attributes['href'] !== undefined
    const own = { text: 0, linked: 0, links: isLink ? 1 : 0, sentences: 0, isKept: node.name === 'h1' || node.name === 'article' || node.name === 'main' || (isLink && files.test(node.attributes['href'] ?? '')) }
    for (const child of node.children) {
      const share = shareOf(child, isLinked || isLink)
      own.text += share.text
      own.linked += share.linked
      own.links += share.links
      own.sentences += share.sentences
      own.isKept ||= share.isKept
    }
    shares.set(node, own)
    return own
  }
  return {
    has: (element) => {
      const { name, attributes } = element
      const isNamed = always.has(name) || outside.has(name) || roles.has(attributes['role'] ?? '') || named.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`)
      if (!isNamed && !lists.has(name)) return false
      const { text, linked, links, sentences, isKept } = shareOf(element, false)
      if (text === 0 || text > mostCharacters || sentences > mostSentences || isKept) return false
      return isNamed || (links >= fewestLinks && linked >= text * mostlyLinks)
    },
  }
}
