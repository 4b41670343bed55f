/** Formulas as one line of text: a/b, x^2, √(x). */
import { child, elements, type XmlElement } from '../xmlTree'

/** How a structure of a formula is written, by its name; `part` gives the text of one of its parts. */
const structures: ReadonlyMap<string, (part: (name: string) => string, element: XmlElement) => string> = new Map([
  ['m:f', (part) => `${groupedTerm(part('m:num'))}/${groupedTerm(part('m:den'))}`],
  ['m:sSup', (part) => `${groupedTerm(part('m:e'))}^${groupedTerm(part('m:sup'))}`],
  ['m:sSub', (part) => `${groupedTerm(part('m:e'))}_${groupedTerm(part('m:sub'))}`],
  ['m:sSubSup', (part) => `${groupedTerm(part('m:e'))}_${groupedTerm(part('m:sub'))}^${groupedTerm(part('m:sup'))}`],
  ['m:rad', (part) => `${part('m:deg')}√${groupedTerm(part('m:e'))}`],
  ['m:nary', (part, element) => `${character(element, 'm:naryPr', 'm:chr', '∫')}${scripts(part)}${part('m:e')}`],
  ['m:sPre', (part) => `${scripts(part)}${part('m:e')}`],
  ['m:limLow', (part) => `${part('m:e')}_${groupedTerm(part('m:lim'))}`],
  ['m:limUpp', (part) => `${part('m:e')}^${groupedTerm(part('m:lim'))}`],
  ['m:func', (part) => `${part('m:fName')} ${part('m:e')}`],
  ['m:m', (_, element) => listed(element, 'm:mr', '; ')],
  ['m:mr', (_, element) => listed(element, 'm:e', ' ')],
  ['m:eqArr', (_, element) => listed(element, 'm:e', ' ')],
  ['m:d', (part, element) => `${character(element, 'm:dPr', 'm:begChr', '(')}${elements(element).filter((each) => each.name === 'm:e').map(formulaText).join(character(element, 'm:dPr', 'm:sepChr', '|'))}${character(element, 'm:dPr', 'm:endChr', ')')}`],
])

/** The text of a formula or a part of one. */
export function formulaText(element: XmlElement): string {
  if (element.name === 'w:br') return ' '
  if (element.name === 'm:t' || element.name === 'w:t') return element.children.filter((each): each is string => typeof each === 'string').join('')
  if (element.name === 'w:del' || element.name === 'w:moveFrom') return ''
  const written = structures.get(element.name)
  return written === undefined ? elements(element).map(formulaText).join('') : written((name) => inside(child(element, name)), element)
}

function listed(element: XmlElement, name: string, between: string): string {
  return elements(element).filter((each) => each.name === name).map(formulaText).join(between)
}

function inside(element: XmlElement | null): string {
  return element === null ? '' : formulaText(element)
}

/** A term as it stands beside a sign: in brackets if it is more than a letter or a number. */
export function groupedTerm(text: string): string {
  return /^(?:\p{L}|\p{N}+(?:\.\p{N}+)?|)$/u.test(text) ? text : `(${text})`
}

function scripts(part: (name: string) => string): string {
  const [low, high] = [part('m:sub'), part('m:sup')]
  return `${low === '' ? '' : `_${groupedTerm(low)}`}${high === '' ? '' : `^${groupedTerm(high)}`}`
}

function character(element: XmlElement, properties: string, name: string, otherwise: string): string {
  return child(child(element, properties), name)?.attributes['m:val'] ?? otherwise
}
