/** What newer programs write twice, once for older ones. */
import { child, elements, type XmlElement } from '../xmlTree'

/** Of a choice what older programs read, unless only the other has text, or a picture. */
export function chosen(element: XmlElement): XmlElement | null {
  const ways = [child(element, 'mc:Fallback'), ...elements(element).filter((each) => each.name === 'mc:Choice')].filter((way): way is XmlElement => way !== null)
  return ways.find((way) => has(texts, way)) ?? ways.find((way) => has(pictures, way)) ?? ways[0] ?? null
}

const texts = new Set(['w:t', 'w:sym', 'm:t', 'v:textpath'])
const pictures = new Set(['a:blip', 'v:imagedata'])

function has(names: ReadonlySet<string>, element: XmlElement): boolean {
  return element.children.some((each) => typeof each !== 'string' && (names.has(each.name) || has(names, each)))
}
