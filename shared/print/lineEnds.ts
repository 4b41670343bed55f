/** Whether a line may end between two characters (SPEC PAGE-2). */
import { asTheFileAsks, type Habits } from './habits'

/** ASCII marks by how they hold on to their neighbours; after Unicode Standard Annex #14 (line breaking), reduced to ASCII. */
type Hold = 'letter' | 'digit' | 'open' | 'close' | 'quote' | 'prefix' | 'percent' | 'point' | 'slash' | 'hyphen' | 'end' | 'after' | 'wide'

function holdOf(character: string): Hold {
  const code = character.codePointAt(0) ?? 0
  if (code === 0xd7 || code === 0xf7) return 'wide'
  if (code > 0x7e && !(code >= 0xc0 && code <= 0x24f)) return code === 0x2103 || code === 0x2030 || code === 0xb0 || code === 0xff05 ? 'percent' : code === 0x2116 || code === 0xb1 || code === 0xffe5 ? 'prefix' : 'wide'
  if (code >= 0x30 && code <= 0x39) return 'digit'
  if ('([{'.includes(character)) return 'open'
  if (')]}'.includes(character)) return 'close'
  if ('"\''.includes(character)) return 'quote'
  if ('$+\\'.includes(character)) return 'prefix'
  if (character === '%') return 'percent'
  if (',.:;'.includes(character)) return 'point'
  if (character === '/') return 'slash'
  if (character === '-') return 'hyphen'
  if ('!?'.includes(character)) return 'end'
  return character === '|' ? 'after' : 'letter'
}

/** What holds on to the character before it, whatever that is. */
const holdsBack: ReadonlySet<Hold> = new Set(['close', 'quote', 'point', 'slash', 'hyphen', 'end', 'after'])

/** Pairs that stay together, besides those that hold on to whatever stands beside them. */
const together: Readonly<Partial<Record<Hold, readonly Hold[]>>> = {
  letter: ['letter', 'digit', 'open', 'prefix', 'percent'],
  digit: ['letter', 'digit', 'open', 'percent', 'prefix'],
  close: ['letter', 'digit', 'percent', 'prefix'],
  prefix: ['letter', 'digit', 'open'],
  percent: ['letter', 'digit', 'open'],
  point: ['letter', 'digit'],
  slash: ['digit'],
}

/** Whether a line may end between these two characters ; blanks belong to the line before. */
export function mayBreak(before: string, after: string, { neverFirst, neverLast, heldByLatin }: Habits = asTheFileAsks): boolean {
  if (after === ' ' || after === '\u00a0' || before === '\u00a0') return false
  if (before === ' ') return true
  if (neverFirst.has(after) || neverLast.has(before) || (heldByLatin.has(before) && isLatin(after.charCodeAt(0))) || (heldByLatin.has(after) && isLatin(before.charCodeAt(0)))) return false
  const [one, two] = [holdOf(before), holdOf(after)]
  if (one === 'wide' && two === 'wide') return true
  if (holdsBack.has(two) || one === 'open' || one === 'quote') return two === 'wide'
  return together[one]?.includes(two) !== true
}

/** Whether a program that keeps Chinese and Latin apart does so between these two code points. */
export function areApart(before: number, after: number): boolean {
  return (isIdeograph(before) && isLatin(after)) || (isLatin(before) && isIdeograph(after))
}

function isIdeograph(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || code >= 0x20000
}

function isLatin(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}
