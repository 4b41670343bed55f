/** Half-width marks in Chinese text (SPEC CLEAN-8). A mark is changed only where Chinese stands beside it; numbers, times, ratios, addresses and English stay. */
import type { FindEdits, FoundEdit } from './cleaningRule'
import { keptPieces } from './keptPieces'
import { matchEdits } from './textEdits'

/** Chinese: characters of the script, and the marks that stand beside them. */
const chinese = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/
const closing = /[”’）》〉】〕」』％%‰℃°′″²³㎡㎞㎏]/
const opening = /[“‘（《〈【〔「『]/

const full: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }

/** Halves of a pair of code units as well: beside a mark they are rare characters. */
const isChinese = (sign: string): boolean => chinese.test(sign) || (sign >= '\ud840' && sign <= '\udfff')
const endsChinese = (sign: string): boolean => isChinese(sign) || closing.test(sign)
const beginsChinese = (sign: string): boolean => isChinese(sign) || opening.test(sign)

/** `, ; : ? !` beside Chinese, `.` at the end of a Chinese sentence. */
export const findHalfWidth: FindEdits = (text, { kind }) => {
  if (!/[,;:?!.]/.test(text) || !chinese.test(text)) return []
  const isKept = keptPieces(text)
  return matchEdits(text, /(?<![ \u00a0])[ \u00a0]*[,;:?!.][ \u00a0]*/g, (match, from) => {
    const found = match[0].trimStart()
    const at = from + match[0].length - found.length
    const sign = found.charAt(0)
    const [before, after] = [text.charAt(from - 1), text.charAt(at + found.length)]
    if (isKept(at) || isSeries(text, at, sign)) return null
    if (sign === '.') return at === from ? stop(text, at, before, after, found, kind === 'paragraph') : null
    return at === from || isChinese(before) ? mark(sign, found, before, after) : null
  })
}

/** `?!` and `!!` are one mark each, but `:)` and `,,` are somebody's own: left alone. */
function isSeries(text: string, at: number, sign: string): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)]
  return /[,;:.]/.test(sign) && (/[,;:.]/.test(before) || /[,;:.)(]/.test(after))
}

function mark(sign: string, found: string, before: string, after: string): ReturnType<Parameters<typeof matchEdits>[2]> {
  const wide = full[sign] ?? sign
  // A character that an old program could not write is a ? as well.
  if (sign === '?' && found.length === 1 && isChinese(before) && isChinese(after)) return { text: wide, isDoubtful: true }
  // Behind a number or a Latin word the mark is Chinese only if Chinese goes on directly.
  if (endsChinese(before) || /[？！?!]/.test(before)) return wide
  if (/[A-Za-z0-9]/.test(before) && found.length === 1 && beginsChinese(after) && sign !== ':') return wide
  return null
}

function stop(text: string, at: number, before: string, after: string, found: string, isParagraph: boolean): ReturnType<Parameters<typeof matchEdits>[2]> {
  const isEnd = after === '' || after === '”' || after === '’'
  if (!isParagraph || !(endsChinese(before) || (isEnd && /[A-Za-z]/.test(before)))) return null
  const said = text.slice(Math.max(0, at - 60), at)
  // A name such as 买买提.艾力 or a short label has no sentence in front of the point.
  const sentence = said.slice(Math.max(said.lastIndexOf('。'), said.search(/\.(?!\d)[^.]*$/)) + 1)
  if (sentence.length < 6 || !chinese.test(sentence)) return null
  if (isEnd) return endsChinese(before) ? '。' : /[，；、,]/.test(sentence) ? { text: '。', isDoubtful: true } : null
  return /[，；、]/.test(sentence) && sentence.length >= 12 && beginsChinese(after) ? (found.length > 1 ? '。' : { text: '。', isDoubtful: true }) : null
}

/** A pair no longer than this is proposed as one, so that nobody takes one half of it. */
const longestPair = 30

/** Pairs of brackets of which one side or both are half-width, around Chinese or right behind it. */
export const findBrackets: FindEdits = (text) => {
  if (!/[()]/.test(text) || !chinese.test(text)) return []
  const isKept = keptPieces(text)
  const open: { readonly at: number; readonly isKept: boolean; isNested: boolean }[] = []
  const edits: FoundEdit[] = []
  for (const match of text.matchAll(/[()（）]/g)) {
    const at = match.index ?? 0
    if (match[0] === '(' || match[0] === '（') {
      const outer = open[open.length - 1]
      if (outer !== undefined) outer.isNested = true
      open.push({ at, isKept: isKept(at), isNested: false })
      continue
    }
    const from = open.pop()
    if (from === undefined || from.isKept || isKept(at)) continue
    const isMixed = (text.charAt(from.at) === '（') !== (match[0] === '）')
    const inside = text.slice(from.at + 1, at)
    const isBehindChinese = isChinese(text.charAt(from.at - 1)) && /^[\w.%/ -]+$/.test(inside) && !/[A-Za-z0-9(]/.test(text.charAt(at + 1))
    const isNumber = /^\d{1,2}$/.test(inside) && isChinese(text.charAt(at + 1)) && !/[A-Za-z0-9]/.test(text.charAt(from.at - 1))
    if (isMixed || chinese.test(inside) || isBehindChinese || isNumber) edits.push(...pairEdits(text, from.at, at, '（', '）', from.isNested))
  }
  return edits.sort((one, other) => one.from - other.from)
}

function pairEdits(text: string, from: number, to: number, left: string, right: string, isNested: boolean): readonly FoundEdit[] {
  if (text.charAt(from) === left && text.charAt(to) === right) return []
  if (!isNested && to - from <= longestPair) return [{ from, to: to + 1, text: `${left}${text.slice(from + 1, to)}${right}` }]
  return [...(text.charAt(from) === left ? [] : [{ from, to: from + 1, text: left }]), ...(text.charAt(to) === right ? [] : [{ from: to, to: to + 1, text: right }])]
}

/** Straight double quotes around Chinese, in pairs, or beside a curly one. Where they do not pair off they are left to the clerk. */
export const findQuotes: FindEdits = (text) => pairs(text, /["\uff02〝〞„‟“”]/g, '“', '”')

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
