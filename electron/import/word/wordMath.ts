/** Formulas as one line of text: a/b, x^2, √(x). */
import { child, elements, type XmlElement } from '../xmlTree'

/** How a structure of a formula is written, by its name; `part` gives the text of one of its parts. */
const structures: ReadonlyMap<string, (part: (name: string) => string, element: XmlElement) => string> = new Map([
  ['m:f', (part) => `${grouped(part('m:num'))}/${grouped(part('m:den'))}`],
  ['m:sSup', (part) => `${grouped(part('m:e'))}^${grouped(part('m:sup'))}`],
  ['m:sSub', (part) => `${grouped(part('m:e'))}_${grouped(part('m:sub'))}`],
  ['m:sSubSup', (part) => `${grouped(part('m:e'))}_${grouped(part('m:sub'))}^${grouped(part('m:sup'))}`],
  ['m:rad', (part) => `${part('m:deg')}√${grouped(part('m:e'))}`],
  ['m:nary', (part, element) => `${character(element, 'm:naryPr', 'm:chr', '∫')}${scripts(part)}${part('m:e')}`],
  ['m:d', (part, element) => `${character(element, 'm:dPr', 'm:begChr', '(')}${elements(element).filter((each) => each.name === 'm:e').map(formulaText).join(character(element, 'm:dPr', 'm:sepChr', '|'))}${character(element, 'm:dPr', 'm:endChr', ')')}`],
])

/** The text of a formula or a part of one. */
export function formulaText(element: XmlElement): string {
  if (element.name === 'm:t' || element.name === 'w:t') return element.children.filter((each): each is string => typeof each === 'string').join('')
  if (element.name === 'w:del' || element.name === 'w:moveFrom') return ''
  const written = structures.get(element.name)
  return written === undefined ? elements(element).map(formulaText).join('') : written((name) => inside(child(element, name)), element)
}

function inside(element: XmlElement | null): string {
  return element === null ? '' : formulaText(element)
}

function grouped(text: string): string {
  return /^(?:\p{L}|\p{N}+(?:\.\p{N}+)?|)$/u.test(text) ? text : `(${text})`
}

function scripts(part: (name: string) => string): string {
  const [low, high] = [part('m:sub'), part('m:sup')]
  return `${low === '' ? '' : `_${grouped(low)}`}${high === '' ? '' : `^${grouped(high)}`}`
}

function character(element: XmlElement, properties: string, name: string, otherwise: string): string {
  return child(child(element, properties), name)?.attributes['m:val'] ?? otherwise
}
