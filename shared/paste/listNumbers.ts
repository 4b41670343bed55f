/** Numbers of lists, which a page draws and a paste would lose (SPEC PASTE-2). */
import { formatListNumber } from '../outline/numeralFormats'
import { toChineseNumeral } from '../outline/numerals'
import { readStyle, type Declarations } from './hiddenStyle'
import type { HtmlElement } from './htmlTree'

export interface ListCounter {
  /** What stands before this item; '' for a bullet. */
  readonly next: (item: HtmlElement) => string
}

const bullets: ListCounter = { next: () => '' }

/** The counter inside an element: a new one in a list, else the one around it. */
export function listCounter(element: HtmlElement, style: Declarations, around: ListCounter | null): ListCounter | null {
  if (element.name === 'ul' || element.name === 'menu' || element.name === 'dir') return bullets
  if (element.name !== 'ol') return around
  const type = element.attributes['type'] ?? ''
  const write = writerOf(style['list-style-type'] ?? style['list-style'] ?? '', type)
  const step = element.attributes['reversed'] === undefined ? 1 : -1
  let value = whole(element.attributes['start']) ?? (step === 1 ? 1 : element.children.filter((item) => typeof item !== 'string' && item.name === 'li').length)
  return {
    next: (item) => {
      value = whole(item.attributes['value']) ?? value
      value += step
      const own = readStyle(item.attributes['style'] ?? '')
      const kind = own['list-style-type'] ?? own['list-style'] ?? ''
      return (kind === '' && item.attributes['type'] === undefined ? write : writerOf(kind, item.attributes['type'] ?? type))(value - step)
    },
  }
}

/** Styles of lists by their names in CSS, as Word counts them, and what follows the number. */
const formats: readonly (readonly [RegExp, string, string])[] = [
  [/^decimal-leading-zero/, 'decimalZero', '. '], [/circled-decimal/, 'decimalEnclosedCircle', ' '], [/heavenly-stem/, 'ideographTraditional', '、'], [/earthly-branch/, 'ideographZodiac', '、'],
  [/chinese-formal/, 'chineseLegalSimplified', '、'],
]

function writerOf(style: string, type: string): (value: number) => string {
  if (/^(none|disc|circle(?!d)|square|disclosure|')|^"/.test(style)) return () => ''
  const format = formats.find(([pattern]) => pattern.test(style))
  if (format !== undefined) return (value) => (value > 0 ? `${formatListNumber(value, format[1])}${format[2]}` : `${value}. `)
  if (/cjk|chinese|japanese|korean|han/.test(style)) return (value) => `${value > 0 ? toChineseNumeral(value) : String(value)}、`
  if (/lower-greek/.test(style)) return (value) => `${value > 0 && value <= 24 ? String.fromCharCode(944 + value + (value > 17 ? 1 : 0)) : value}. `
  if (type === 'a' || /lower-(alpha|latin)/.test(style)) return (value) => `${letters(value)}. `
  if (type === 'A' || /upper-(alpha|latin)/.test(style)) return (value) => `${letters(value).toUpperCase()}. `
  if (type === 'i' || /lower-roman/.test(style)) return (value) => `${value > 0 ? formatListNumber(value, 'lowerRoman') : value}. `
  if (type === 'I' || /upper-roman/.test(style)) return (value) => `${value > 0 ? formatListNumber(value, 'upperRoman') : value}. `
  return (value) => `${value}. `
}

/** a … z, aa … */
function letters(value: number): string {
  if (value < 1) return String(value)
  const rest = Math.floor((value - 1) / 26)
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(97 + ((value - 1) % 26))}`
}

function whole(text: string | undefined): number | null {
  const value = Number(text)
  return text !== undefined && Number.isInteger(value) && Math.abs(value) < 100_000 ? value : null
}

/** What Word writes before an item: a number is text, the letter of a bullet font is none. */
export function bulletText(text: string): string {
  const mark = text.replace(/[\s\u00a0]+/g, '')
  return /[\p{Nd}\p{Nl}\p{No}一二三四五六七八九十百]|^[（(]?[a-z][)）.．、]/iu.test(mark) ? `${mark}${/^[\d.]+$/.test(mark) ? ' ' : ''}` : ''
}
