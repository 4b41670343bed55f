/** Quotation marks (SPEC CLEAN-8): straight ones, those that were turned round, corner brackets of another usage. */
import type { FindEdits, FoundEdit } from './cleaningRule'
import { keptPieces } from './keptPieces'
import { chinese, endsChinese, pairEdits } from './pairEdits'
import { matchEdits } from './textEdits'

/** Straight double quotes around Chinese, in pairs, or beside a curly one. Where they do not pair off they are left to the clerk. */
export const findQuotes: FindEdits = (text) => pairs(text, /["\uff02〝〞„‟“”]/g, '“', '”')

/** 「三会一课」 is the usage of other places. Inside quotes that are open it gets single ones. */
export const findCornerQuotes: FindEdits = (text) => {
  if (!/[「」『』｢｣]/.test(text)) return []
  let [at, depth] = [0, 0]
  const isInside = (place: number): boolean => {
    for (; at < place; at += 1) depth = text.charAt(at) === '“' ? depth + 1 : text.charAt(at) === '”' ? Math.max(0, depth - 1) : depth
    return depth % 2 === 1
  }
  return matchEdits(text, /[「『｢]([^「」『』｢｣\n]{1,120})[」』｣]|[「｢]((?:[^「」『』｢｣\n]|『[^「」『』｢｣\n]{1,60}』){1,160})[」｣]/g, ([, simple, outer], place) => {
    const [left, right, first, last] = isInside(place) ? '‘’“”' : '“”‘’'
    return `${left}${simple ?? (outer ?? '').replace(/『/g, first ?? '').replace(/』/g, last ?? '')}${right}`
  })
}

/** Longest words between two quotes of which one is turned round. */
const turnedMost = 30

/** Curly quotes of which one or both are turned round: ”三会一课“, “三会一课“. Only where all quotes of the text pair off one after the other. */
export const findTurnedQuotes: FindEdits = (text) => {
  if (!/[“”]/.test(text) || /["\uff02〝〞]/.test(text)) return []
  const places = [...text.matchAll(/[“”]/g)].map((match) => match.index ?? 0)
  const isOdd = places.length % 2 === 1
  if (isOdd || isNested(text, places)) return []
  const edits: FoundEdit[] = []
  for (let index = 0; index < places.length; index += 2) {
    const [from, to] = [places[index] ?? 0, places[index + 1] ?? 0]
    if (text.charAt(from) === '“' && text.charAt(to) === '”') continue
    const inside = text.slice(from + 1, to)
    // What lies between two quotations is no quotation.
    if (inside.length > turnedMost || inside.length < 2 || !chinese.test(inside) || /[。；：！？]/.test(inside) || /^[、，和与及的]|[、，和与及]$/.test(inside)) return []
    const isAtEdge = from === 0 || /[，。、；：（]/.test(text.charAt(from - 1)) || to === text.length - 1 || text.charAt(from) === '“'
    edits.push({ from, to: to + 1, text: `“${inside}”`, ...(isAtEdge ? {} : { isDoubtful: true }) })
  }
  return edits
}

/** Whether the quotes pair off, one inside the other: then none of them is turned round. */
function isNested(text: string, places: readonly number[]): boolean {
  let depth = 0
  for (const at of places) {
    depth += text.charAt(at) === '“' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

/** Straight single quotes around Chinese, in pairs. */
export const findSingleQuotes: FindEdits = (text) => pairs(text, /['\uff07]/g, '‘', '’')

function pairs(text: string, pattern: RegExp, left: string, right: string): readonly FoundEdit[] {
  if (!/["'\uff02\uff07〝〞„‟]/.test(text) || !chinese.test(text)) return []
  const isKept = keptPieces(text)
  const found: FoundEdit[] = []
  let open = -1
  for (const match of text.matchAll(pattern)) {
    const at = match.index ?? 0
    if (isKept(at) || isApostrophe(text, at) || (open === -1 && isInch(text, at))) continue
    // A curly quote that does not fit: nobody can say which ones are a pair.
    if (match[0] === (open === -1 ? right : left)) return []
    if (open === -1) {
      open = at
      continue
    }
    const isOurs = chinese.test(text.slice(open, at)) || (endsChinese(text.charAt(open - 1)) && !/[A-Za-z0-9]/.test(text.charAt(at + 1)))
    if (isOurs) found.push(...pairEdits(text, open, at, left, right, false))
    open = -1
  }
  return open === -1 ? found : []
}

/** it's and 5'30. */
function isApostrophe(text: string, at: number): boolean {
  return text.charAt(at) === "'" && /[A-Za-z0-9]/.test(text.charAt(at - 1)) && /[A-Za-z0-9]/.test(text.charAt(at + 1))
}

/** 32" where no quote is open. */
function isInch(text: string, at: number): boolean {
  return text.charAt(at) === '"' && /\d/.test(text.charAt(at - 1))
}
