/** Formulas of an OpenDocument text (MathML) as one line of text, as in Word files: a/b, x^2, √(x). */
import { groupedTerm } from '../word/wordMath'
import { elements, type XmlElement } from '../xmlTree'

/** The text of a formula or a part of one. What stands beside the formula for its program is none. */
export function mathText(element: XmlElement): string {
  const parts = elements(element).filter((each) => !localName(each).startsWith('annotation'))
  const part = (index: number): string => (parts[index] === undefined ? '' : mathText(parts[index]))
  const term = (index: number): string => groupedTerm(part(index))
  switch (localName(element)) {
    case 'mfrac': return `${term(0)}/${term(1)}`
    case 'msup': case 'mover': return `${term(0)}^${term(1)}`
    case 'msub': case 'munder': return `${term(0)}_${term(1)}`
    case 'msubsup': case 'munderover': return `${term(0)}_${term(1)}^${term(2)}`
    case 'msqrt': return `√${groupedTerm(parts.map(mathText).join(''))}`
    case 'mroot': return `${part(1)}√${term(0)}`
    case 'mtable': return parts.map(mathText).join('; ')
    case 'mtr': return parts.map(mathText).join(' ')
    case 'mfenced': return `${element.attributes['open'] ?? '('}${parts.map(mathText).join(',')}${element.attributes['close'] ?? ')'}`
    default: return element.children.map((each) => (typeof each === 'string' ? each.trim() : localName(each).startsWith('annotation') ? '' : mathText(each))).join('')
  }
}

/** Without the prefix of its namespace. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.lastIndexOf(':') + 1)
}
