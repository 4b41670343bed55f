/** What the styles of pasted text mean for us (SPEC PASTE-3, PASTE-4): hidden or not, bold, italic, underlined. Nothing else of them comes in. */

export type Declarations = Readonly<Record<string, string>>

/** How the text at a place is set. */
export interface Manner {
  readonly isHidden: boolean
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly keepsBlanks: boolean
  /** Known ground behind the text, as it is written; empty for paper. */
  readonly ground: string
}

export const plainManner: Manner = { isHidden: false, bold: false, italic: false, underline: false, keepsBlanks: false, ground: '' }

/** The declarations of a style attribute, names in lower case; the last one of a name counts. */
export function readStyle(text: string): Declarations {
  const found: Record<string, string> = {}
  for (const part of text.split(';')) {
    const colon = part.indexOf(':')
    if (colon > 0) found[part.slice(0, colon).trim().toLowerCase()] = part.slice(colon + 1).replace(/!\s{0,9}important\s*$/i, '').trim().toLowerCase()
  }
  return found
}

/**
 * Declarations by class name, of rules for one class alone: as Word, WPS and Excel write them. Rules under a condition (for the printer, for small
 * windows) do not count: what they hide is seen on the page.
 */
export function readClassRules(css: string): ReadonlyMap<string, Declarations> {
  const rules = new Map<string, Declarations>()
  let conditions = 0
  for (const piece of css.replace(/\/\*[^]*?(?:\*\/|$)|<!--|-->/g, '').split('}')) {
    const braces = piece.split('{')
    if (braces.length === 1) {
      conditions = Math.max(0, conditions - 1)
      continue
    }
    const outer = braces.slice(0, -2).filter((prelude) => !/^\s*@media\s+(screen|all)\s*$/i.test(prelude.slice(-100).replace(/^[^;]*;/, '')))
    conditions += outer.length
    if (conditions > 0) continue
    const declarations = readStyle(braces[braces.length - 1] ?? '')
    for (const selector of (braces[braces.length - 2] ?? '').replace(/^[^]*;/, '').split(',')) {
      const name = /^\s*[a-z0-9]{0,20}\.([\w-]+)\s*$/i.exec(selector.slice(0, 200))?.[1]
      if (name !== undefined) rules.set(name, { ...rules.get(name), ...declarations })
    }
  }
  return rules
}

/** The manner inside an element, from the manner around it. */
export function mannerIn(name: string, style: Declarations, attributes: Readonly<Record<string, string>>, around: Manner): Manner {
  const weight = style['font-weight']
  const decoration = `${style['text-decoration'] ?? ''} ${style['text-decoration-line'] ?? ''}`
  const spaces = style['white-space'] ?? ''
  const picture = style['background-image'] ?? attributes['background'] ?? ''
  const ground = picture !== '' && picture !== 'none' ? picture : style['background-color'] ?? style['background'] ?? attributes['bgcolor']?.toLowerCase() ?? around.ground
  const manner = {
    bold: weight === undefined ? around.bold || name === 'b' || name === 'strong' : weight === 'bold' || weight === 'bolder' || Number(weight) >= 600,
    italic: style['font-style'] === undefined ? around.italic || name === 'i' || name === 'em' : style['font-style'] !== 'normal',
    underline: decoration.includes('underline') ? name !== 'a' : decoration.trim() === 'none' ? false : around.underline || name === 'u' || name === 'ins',
    keepsBlanks: spaces === '' ? around.keepsBlanks || name === 'pre' || name === 'textarea' : spaces.startsWith('pre') || spaces === 'break-spaces',
    ground,
  }
  return { ...manner, isHidden: around.isHidden || isHidden(name, style, attributes, ground) }
}

const hiddenElements: ReadonlySet<string> = new Set(['head', 'title', 'meta', 'link', 'script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'audio', 'video', 'canvas', 'svg', 'datalist', 'annotation', 'rp'])

function isHidden(name: string, style: Declarations, attributes: Readonly<Record<string, string>>, ground: string): boolean {
  if (hiddenElements.has(name) || attributes['hidden'] !== undefined) return true
  if (style['display'] === 'none' || style['visibility'] === 'hidden' || style['visibility'] === 'collapse' || style['mso-hide'] === 'all' || style['opacity'] === '0') return true
  if (/^(comment-list|header|footer)$/.test(style['mso-element'] ?? '')) return true
  if (/^0*\.?0*(px|pt|em|rem|%)?$/.test(style['font-size'] ?? 'none') || isFarOff(style)) return true
  const color = style['color'] ?? attributes['color']?.toLowerCase() ?? ''
  return color === 'transparent' || (isWhite(color) && (ground === '' || isWhite(ground) || ground === 'transparent' || ground === 'none'))
}

function isFarOff(style: Declarations): boolean {
  const far = (value: string | undefined): boolean => /^-\d{4,}(px|pt|em)?$/.test(value ?? '')
  const isNothing = (value: string | undefined): boolean => /^(?:0(?:px|pt|r?em)?|0?\.\d+px|1px)$/.test(value ?? '')
  return far(style['text-indent']) || (/absolute|fixed/.test(style['position'] ?? '') && (far(style['left']) || far(style['top'])))
    || (style['overflow'] === 'hidden' && (isNothing(style['height']) || isNothing(style['max-height']) || isNothing(style['width'])))
}

function isWhite(color: string): boolean {
  return /^(white|#fff|#ffff|#ffffff|#ffffffff|rgba?\(\s*255\s*,\s*255\s*,\s*255\s*(,\s*1(\.0*)?\s*)?\)|window)$/.test(color.replace(/\s*!important$/, ''))
}
