/** What a file of mark-up or a mail message is, by its beginning in lower case, without byte order mark and zero bytes (SPEC IMPORT-1). */

export type MarkupFormat = 'html' | 'wordXml' | 'uof' | 'sheet' | 'slides' | 'xml' | 'mht' | 'odt'

/** Elements by which a page, or a piece of one, begins. */
const htmlNames: ReadonlySet<string> = new Set(['html', 'head', 'body', 'meta', 'title', 'style', 'script', 'link', 'div', 'p', 'span', 'table', 'center', 'font', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'article', 'section', 'main', 'ul', 'ol', 'br', 'img', 'a', 'b', 'strong', 'frameset', 'form'])

/** Null if the text is no mark-up. */
export function sniffMarkup(head: string): MarkupFormat | null {
  if (isMessage(head)) return 'mht'
  if (!head.startsWith('<')) return null
  if (/^<!doctype\s+html/.test(head)) return 'html'
  const root = rootTag(head)
  if (root === null) return head.startsWith('<?xml') || head.startsWith('<!doctype') ? 'xml' : null
  const local = root.name.split(':').pop() ?? ''
  if (local === 'worddocument') return 'wordXml'
  if (local === 'package' && root.tag.includes('xmlpackage')) return head.includes('progid="powerpoint') ? 'slides' : 'wordXml'
  if (local === 'uof') return 'uof'
  if (local === 'document' && root.tag.includes('opendocument:xmlns:office')) return openDocumentKind(head)
  if (local === 'workbook') return 'sheet'
  if (htmlNames.has(root.name)) return head.startsWith('<?xml') && root.name !== 'html' ? 'xml' : 'html'
  return head.startsWith('<?xml') || root.tag.includes('xmlns') ? 'xml' : null
}

/** An OpenDocument file in one piece says its kind at its first element. */
function openDocumentKind(head: string): MarkupFormat {
  const kind = /opendocument\.(spreadsheet|presentation|graphics)/.exec(head)?.[1]
  return kind === undefined ? 'odt' : kind === 'spreadsheet' ? 'sheet' : 'slides'
}

/** The first element behind declarations and comments. A comment longer than the beginning of the file hides it. */
function rootTag(head: string): { readonly name: string; readonly tag: string } | null {
  let at = 0
  while (at < head.length) {
    const opening = /\S/.exec(head.slice(at))?.index ?? -1
    at += Math.max(0, opening)
    if (opening === -1 || head.charAt(at) !== '<') return null
    if (!/[!?]/.test(head.charAt(at + 1))) break
    const mark = head.startsWith('<!--', at) ? '-->' : /^<!doctype[^>[]*\[/.test(head.slice(at, at + 500)) ? ']>' : '>'
    const end = head.indexOf(mark, at)
    if (end === -1) return null
    at = end + mark.length
  }
  const tag = head.slice(at, at + 2048)
  const name = /^<([a-z][\w:.-]*)[\s/>]/.exec(tag)?.[1]
  return name === undefined ? null : { name, tag: tag.slice(0, tag.indexOf('>') + 1 || undefined) }
}

/** Header lines of a message up to the first empty line, its version among them. */
function isMessage(head: string): boolean {
  const headers = head.split(/\r?\n\r?\n/, 1)[0] ?? ''
  if (!/^mime-version:/m.test(headers) || !/^content-type:/m.test(headers)) return false
  return headers.split(/\r?\n/).every((line) => /^[\w-]+:|^[ \t]/.test(line))
}
