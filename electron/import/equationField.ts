/**
 * What an EQ field of Word shows: it has no result, its code is drawn. In Chinese files it is a character in a circle (带圈字符) or one with its
 * reading above (拼音指南); fractions, roots, brackets and the like are written in one line.
 */
import { circledNumber } from '../../shared/outline/schemes'
import { groupedTerm } from './word/wordMath'

const circles = ['\u25cb', '\u25ef', '\u3007', '\u25a1', '\u25b3', '\u25c7']
const largestCircled = 50

/** The text of a field with this code; '' if it is no EQ field, or one that is no text. */
export function equationText(code: string): string {
  // General switches, such as \* MERGEFORMAT or \* "Font:宋体".
  const inside = /^\s*EQ\s+(.*)$/is.exec(code.slice(0, 500))?.[1]?.replace(/\\\*\s*(?:"[^"]*"|[^\s\\]+)/g, '')
  return inside === undefined ? '' : sequence({ text: inside, at: 0 }, false).replace(/\s+/g, ' ').trim()
}

interface Cursor {
  readonly text: string
  at: number
}

/** A switch with what stands between its brackets; `options` are the switches between. */
interface Drawn {
  readonly options: readonly string[]
  readonly parts: readonly string[]
  /** As they are written. */
  readonly sources: readonly string[]
}

/** How each switch is written in one line. */
const drawn: Readonly<Record<string, (given: Drawn) => string>> = {
  a: ({ parts }) => parts.join(' '),
  b: bracketed,
  d: () => '',
  // A comma of a number parts it as well: then nobody knows which part is which.
  f: ({ parts }) => {
    const [above = '', below = ''] = parts
    return parts.length > 2 ? `(${parts.join(',')})` : below === '' ? above : `${groupedTerm(above)}/${groupedTerm(below)}`
  },
  i: ({ options, parts }) => {
    const [low = '', high = '', body = ''] = parts
    return `${options.includes('su') ? '∑' : options.includes('pr') ? '∏' : '∫'}${low === '' ? '' : `_${groupedTerm(low)}`}${high === '' ? '' : `^${groupedTerm(high)}`} ${body}`
  },
  l: ({ parts }) => parts.join(','),
  o: overstruck,
  r: ({ parts }) => (parts.length === 2 ? `${parts[0] ?? ''}√${groupedTerm(parts[1] ?? '')}` : `√${groupedTerm(parts.join(','))}`),
  s: ({ options, parts }) => {
    const text = parts.join(' ')
    const sign = text === '' ? '' : options.includes('up') ? '^' : options.includes('do') ? '_' : ''
    return sign === '' ? text : `${sign}${groupedTerm(text)}`
  },
  x: ({ parts }) => parts.join(' '),
}

/** Text up to the end, or up to what ends a part. */
function sequence(cursor: Cursor, isPart: boolean): string {
  let found = ''
  let isBehindTerm = false
  while (cursor.at < cursor.text.length) {
    const character = cursor.text.charAt(cursor.at)
    if (isPart && /[,;)]/.test(character)) return found
    cursor.at += 1
    // 3½ is no 31/2, and what stands behind 10³ is no more of the 3.
    if (isBehindTerm && /\d/.test(character)) found += ' '
    isBehindTerm = false
    if (character === '\\') {
      const text = command(cursor)
      found += /\d$/.test(found) && /^\d[\d.]*[/√]/.test(text) ? ` ${text}` : text
      isBehindTerm = /[/√^_][\d.]*\d$/.test(text)
    } else if (character !== '(' || !isPart) found += character
    else {
      // Brackets that are text.
      found += `(${partsIn(cursor).sources.join('')})`
    }
  }
  return found
}

/** A switch, or a character behind a backslash. */
function command(cursor: Cursor): string {
  const name = cursor.text.charAt(cursor.at)
  cursor.at += 1
  const write = drawn[name.toLowerCase()]
  if (write === undefined) return /[a-z]/i.test(name) ? '' : name
  const options: string[] = []
  for (;;) {
    const [whole, option] = /^\s*\\([a-z]{2}(?=\\[^a-z])|[a-z]{2}|[^\s])\s*-?\d*\s*/i.exec(cursor.text.slice(cursor.at, cursor.at + 50)) ?? []
    if (whole === undefined || option === undefined) break
    options.push(option.toLowerCase())
    cursor.at += whole.length
  }
  const open = /^\s*\(/.exec(cursor.text.slice(cursor.at, cursor.at + 50))?.[0]
  if (open === undefined) return ''
  cursor.at += open.length
  return write({ options, ...partsIn(cursor) })
}

/** What stands between the brackets that are open, parted by commas or semicolons. */
function partsIn(cursor: Cursor): Pick<Drawn, 'parts' | 'sources'> {
  const parts: string[] = []
  const sources: string[] = []
  for (;;) {
    const from = cursor.at
    parts.push(sequence(cursor, true).trim())
    const end = cursor.text.charAt(cursor.at)
    cursor.at += 1
    const source = cursor.text.slice(from, cursor.at - 1)
    sources.push(end === ')' || end === '' ? source : `${source}${end}`)
    if (end === ')' || end === '') return { parts, sources }
  }
}

const pairs = '()[]{}<>'

function bracketed({ options, parts }: Drawn): string {
  const signs: Record<string, string> = {}
  options.forEach((option, index) => {
    const sign = options[index + 1] ?? ''
    if (['lc', 'rc', 'bc'].includes(option)) signs[option] = sign
  })
  const both = signs['bc']
  const other = both === undefined ? undefined : pairs.charAt(pairs.indexOf(both) + 1)
  const isPlain = Object.keys(signs).length === 0
  return `${both ?? signs['lc'] ?? (isPlain ? '(' : '')}${parts.join(',')}${both === undefined ? signs['rc'] ?? (isPlain ? ')' : '') : pairs.includes(both) ? other ?? '' : both}`
}

/** One above the other: a character in a circle, or one with its reading. */
function overstruck({ parts, sources }: Drawn): string {
  const [first = '', ...others] = parts
  const last = others[others.length - 1] ?? ''
  if (sources[0]?.includes('\\s') === true && sources[sources.length - 1]?.includes('\\s') !== true) return last
  // Two numbers over each other are no longer number.
  if (!circles.includes(first)) return parts.reduce((text, part) => (/\d$/.test(text) && /^\d/.test(part) ? `${text} ${part}` : text + part))
  const value = /^\d{1,2}$/.test(last) ? Number(last) : 0
  return first !== '\u25a1' && value >= 1 && value <= largestCircled ? circledNumber(value) : last
}
