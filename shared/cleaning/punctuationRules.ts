/** Half-width marks in Chinese text (SPEC CLEAN-8). A mark is changed only where Chinese stands beside it; numbers, times, ratios, addresses and English stay. */
import type { FindEdits, FoundEdit } from './cleaningRule'
import { keptPieces } from './keptPieces'
import { beginsChinese, chinese, endsChinese, isChinese, pairEdits } from './pairEdits'
import { matchEdits } from './textEdits'

const full: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }

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
  const isLater = isEnd && /[，。；,;]/.test(text.slice(Math.max(0, at - 60), at))
  if (sentence.length < (isLater ? 3 : 6) || !chinese.test(sentence)) return null
  if (isEnd) return endsChinese(before) ? '。' : /[，；、,]/.test(sentence) ? { text: '。', isDoubtful: true } : null
  return /[，；、]/.test(sentence) && sentence.length >= 12 && beginsChinese(after) ? (found.length > 1 ? '。' : { text: '。', isDoubtful: true }) : null
}

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
    if (!(isMixed || chinese.test(inside) || isBehindChinese || isNumber)) continue
    // 世界贸易组织(WTO) is right to some houses, and so are the brackets of a formula.
    const isLatin = !isMixed && !chinese.test(inside) && /[A-Za-z]/.test(inside)
    edits.push(...pairEdits(text, from.at, at, '（', '）', from.isNested).map((edit) => (isLatin ? { ...edit, isDoubtful: true as const } : edit)))
  }
  return edits.sort((one, other) => one.from - other.from)
}
