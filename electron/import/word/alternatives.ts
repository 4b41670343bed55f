/** What newer programs write twice, once for older ones. */
import { child, elements, type XmlElement } from '../xmlTree'

/** Of a choice what older programs read, unless only the other says something. */
export function chosen(element: XmlElement): XmlElement | null {
  const ways = [child(element, 'mc:Fallback'), ...elements(element).filter((each) => each.name === 'mc:Choice')].filter((way): way is XmlElement => way !== null)
  return ways.find(saysSomething) ?? ways[0] ?? null
}

const saying = new Set(['w:t', 'w:sym', 'm:t', 'a:blip', 'v:imagedata', 'v:textpath', 'w:numFmt'])

function saysSomething(element: XmlElement): boolean {
  return elements(element).some((each) => saying.has(each.name) || saysSomething(each))
}
