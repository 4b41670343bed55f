/**
 * What an EQ field of Word shows: it has no result, its code is drawn. In Chinese files it is a character in a circle (带圈字符) or one with its
 * reading above (拼音指南); fractions are written in one line.
 */
import { circledNumber } from '../../shared/outline/schemes'

const circles = ['\u25cb', '\u25ef', '\u3007', '\u25a1', '\u25b3', '\u25c7']
const largestCircled = 50

/** The text of a field with this code; '' if it is no EQ field, or one that is no text. */
export function equationText(code: string): string {
  const inside = /^\s*EQ\s+(.*)$/is.exec(code.slice(0, 500))?.[1]
  if (inside === undefined) return ''
  const found = /\\([of])\s*(?:\\[a-z]{1,2}\s*)?\(/i.exec(inside)
  if (found === null) return ''
  const parts = partsIn(inside, found.index + found[0].length)
  if (found[1]?.toLowerCase() === 'f') return parts.length === 2 ? parts.map(plain).join('/') : ''
  const [first = '', ...others] = parts.map(plain)
  const last = others[others.length - 1] ?? ''
  if (parts[0]?.includes('\\s') === true) return last
  if (!circles.includes(first)) return [first, ...others].join('')
  const value = /^\d{1,2}$/.test(last) ? Number(last) : 0
  return first !== '\u25a1' && value >= 1 && value <= largestCircled ? circledNumber(value) : last
}

/** What stands between the brackets from `from` on, parted by commas or semicolons that stand in no brackets of their own. */
function partsIn(text: string, from: number): readonly string[] {
  const parts = ['']
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === ')' && depth === 0) return parts
    depth += character === '(' ? 1 : character === ')' ? -1 : 0
    if ((character === ',' || character === ';') && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts
}

/** Without switches like \s\up 9( ). */
function plain(part: string): string {
  return part.replace(/\\[a-z]+\s*\d*\s*/gi, '').replace(/^\((.*)\)$/s, '$1').trim()
}
