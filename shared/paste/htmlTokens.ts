/**
 * Reads HTML into tokens (SPEC PASTE-2): our own reading, so that nothing of a foreign text is ever built into a document, run or fetched. Any string
 * gives tokens, in time that grows with its length.
 */
import { decodeEntities } from './entities'

export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly isClosed: boolean }
  | { readonly kind: 'close'; readonly name: string }
  /** What a script, a style sheet and the like hold. */
  | { readonly kind: 'raw'; readonly name: string; readonly text: string }

/** Elements whose content is no HTML. */
const rawElements: ReadonlySet<string> = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript', 'title', 'template', 'plaintext'])

/** Calls `take` for every token of the text, in order. */
export function readHtmlTokens(html: string, take: (token: HtmlToken) => void): void {
  let at = 0
  while (at < html.length) {
    const opening = html.indexOf('<', at)
    if (opening === -1) return take({ kind: 'text', text: decodeEntities(html.slice(at)) })
    if (opening > at) take({ kind: 'text', text: decodeEntities(html.slice(at, opening)) })
    at = readMarkup(html, opening, take)
  }
}

/** Index behind what begins with `<` at `from`. */
function readMarkup(html: string, from: number, take: (token: HtmlToken) => void): number {
  const next = html.charAt(from + 1)
  if (next === '!' || next === '?') return behindRemark(html, from)
  if (next === '/') {
    const end = html.indexOf('>', from)
    const name = /^[a-z][^\s/>]*/i.exec(html.slice(from + 2, from + 66))?.[0]
    if (name !== undefined) take({ kind: 'close', name: name.toLowerCase() })
    return end === -1 ? html.length : end + 1
  }
  if (!/[a-z]/i.test(next)) {
    take({ kind: 'text', text: '<' })
    return from + 1
  }
  return readTag(html, from, take)
}

/** Comments, also those that are conditions of Word, and declarations. */
function behindRemark(html: string, from: number): number {
  const isComment = html.startsWith('<!--', from)
  const end = isComment ? html.indexOf('-->', from + 2) : html.indexOf('>', from)
  return end === -1 ? html.length : end + (isComment ? 3 : 1)
}

function readTag(html: string, from: number, take: (token: HtmlToken) => void): number {
  const nameEnd = behind(html, from + 1, (code) => !isBlank(code) && code !== 62 && code !== 47)
  const name = html.slice(from + 1, nameEnd).toLowerCase()
  const attributes: Record<string, string> = {}
  let at = nameEnd
  let isClosed = false
  for (;;) {
    at = behind(html, at, isBlank)
    const sign = html.charAt(at)
    if (sign === '' || sign === '>') break
    if (sign === '/') {
      isClosed = html.charAt(at + 1) === '>'
      at += 1
      continue
    }
    at = readAttribute(html, at, attributes)
  }
  take({ kind: 'open', name, attributes, isClosed })
  const behindTag = Math.min(html.length, at + 1)
  return rawElements.has(name) && !isClosed ? readRaw(html, behindTag, name, take) : behindTag
}

function readAttribute(html: string, from: number, attributes: Record<string, string>): number {
  const nameEnd = behind(html, from + 1, (code) => !isBlank(code) && code !== 61 && code !== 62 && code !== 47)
  const name = html.slice(from, nameEnd).toLowerCase()
  const sign = behind(html, nameEnd, isBlank)
  if (html.charAt(sign) !== '=') {
    attributes[name] ??= ''
    return nameEnd
  }
  const start = behind(html, sign + 1, isBlank)
  const quote = html.charAt(start)
  if (quote === '"' || quote === "'") {
    const end = html.indexOf(quote, start + 1)
    attributes[name] ??= decodeEntities(html.slice(start + 1, end === -1 ? html.length : end))
    return end === -1 ? html.length : end + 1
  }
  const end = behind(html, start, (code) => !isBlank(code) && code !== 62)
  attributes[name] ??= decodeEntities(html.slice(start, end))
  return Math.max(end, from + 1)
}

function readRaw(html: string, from: number, name: string, take: (token: HtmlToken) => void): number {
  const closing = new RegExp(`</${name}[\\s/>]`, 'gi')
  closing.lastIndex = from
  const end = closing.exec(html)?.index ?? html.length
  take({ kind: 'raw', name, text: html.slice(from, end) })
  return end
}

function behind(text: string, from: number, isInside: (code: number) => boolean): number {
  let at = from
  while (at < text.length && isInside(text.charCodeAt(at))) at += 1
  return at
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}
