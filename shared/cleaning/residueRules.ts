/** What copying leaves inside a sentence: paywall marks, Markdown, HTML, marks of notes, advertising in brackets (SPEC CLEAN-3, CLEAN-4, CLEAN-5). */
import { judgeAdvertising, judgeContact } from './advertising'
import type { FindEdits, FoundEdit } from './cleaningRule'
import { longestPair } from './pairEdits'
import { matchEdits } from './textEdits'

/** `##paidbegin##` and its like. The sentence reads on without them. */
export const findPaywall: FindEdits = (text) => {
  if (!/##|\[|［|【/.test(text)) return []
  return matchEdits(text, /##\s?\/?[A-Za-z_]{3,20}\s?##|\[\/?(?:hide|pay|paid|vip|reply|sell|login|member)[A-Za-z_]{0,12}(?:=\d{1,6})?\]|[【[［](?:以下|以上)?(?:内容)?(?:为)?(?:付费|会员|隐藏)(?:内容|可见|专享|阅读)(?:开始|结束)?[】\]］]/gi, () => '')
}

/** Signs at the beginning of a line, and ** or __ around a lead. A ** for a name that was struck out stays. */
export const findMarkdown: FindEdits = (text, { kind }) => {
  if (kind === 'cell' && !/\*\*/.test(text)) return []
  const edits: FoundEdit[] = []
  const sign = kind === 'cell' ? null : /^\s*(?:#{1,6}[ \t]+|>[ \t]+|[-*+•][ \t]+|\[[ xX]\][ \t]+|(?:[✅📌🔹🔸⭐🎯💡🚀👉📝]\ufe0f?[ \t]*))+(?=\S)/u.exec(text)
  // One ✅ or ⭐ at the beginning is a bullet, several are votes or grades.
  if (sign !== null && !(/[✅⭐]/.test(sign[0]) && (text.match(/[✅❌❎⭕✔✖☑⭐]/g)?.length ?? 0) > 1) && !/^\s*[-*]\s*\d{1,4}\s*[-*]\s*$/.test(text)) edits.push({ from: 0, to: sign[0].length, text: '' })
  const from = sign?.[0].length ?? 0
  if (/\*\*|__/.test(text)) edits.push(...findStrong(text, from))
  if (text.includes('](')) edits.push(...matchEdits(text, /!?\[([^\]\n]{0,80})\]\((?:https?:|www\.|[./#])[^)\s]{0,300}\)/g, ([found, words]) => (found.startsWith('!') ? '' : words ?? '')).filter((edit) => edit.from >= from && !edits.some((other) => other.from < edit.to && edit.from < other.to)))
  if (text.includes('`')) edits.push(...matchEdits(text, /`([^`\n]{1,80})`/g, ([, inside]) => inside ?? null).filter((edit) => edit.from >= from && !edits.some((other) => other.from < edit.to && edit.from < other.to)))
  return edits.sort((one, other) => one.from - other.from)
}

/** Pairs that open a sentence or stand behind a mark, hold more than a character, and close before a mark or the end. */
function findStrong(text: string, start: number): readonly FoundEdit[] {
  const edits: FoundEdit[] = []
  const isEven = text.split('**').length % 2 === 1
  const pair = /(\*\*|__)(?![\s*_、，。；：）”])((?:(?!\1)[^\n]){2,120})\1(?![*_])/g
  for (const match of text.matchAll(pair)) {
    const from = match.index ?? 0
    const to = from + match[0].length
    const [before, inside, after] = [text.charAt(from - 1), match[2] ?? '', text.charAt(to)]
    const opens = from <= start || /[\s。；：，！？（“:;.]/.test(before)
    const closes = /[。：:；！？]$/.test(inside) || after === '' || /[\s：:，。；、！？）”]/.test(after)
    if (from < start || /[\s、，]$/.test(inside)) continue
    const isForm = match[1] === '__' && /[：:]/.test(before)
    if (!opens || isForm || !(closes || match[1] === '__')) {
      if (!isEven || !isPlain(inside, after)) continue
      edits.push({ from, to, text: inside, isDoubtful: true })
    } else if (inside.length <= longestPair) edits.push({ from, to, text: inside })
    else edits.push({ from, to: from + 2, text: '' }, { from: to - 2, to, text: '' })
  }
  return edits
}

/** What stands behind a name that was struck out: **省, **领域, **同志. */
const struckOut = /^[省市县区旗乡镇村街社局委办厅部处科股站所院校厂队中公广领工同家先女路号年月日和与及、的等主书党人团小大学医政]/

/** Words between two pairs in the middle of a sentence, where neither can stand for a name. */
function isPlain(inside: string, after: string): boolean {
  return inside.length <= 24 && !/[，。；：！？、*_]/.test(inside) && /[\u3400-\u9fff]/.test(inside)
    && !struckOut.test(inside) && !struckOut.test(after) && !/[和与及或等的在到对]$/.test(inside)
}

const entities: Readonly<Record<string, string>> = { nbsp: ' ', ensp: ' ', emsp: '　', amp: '&', lt: '<', gt: '>', quot: '"', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', mdash: '—', ndash: '–', hellip: '…', middot: '·', times: '×', yen: '¥' }

/** Tags and character references of a web page. */
export const findHtml: FindEdits = (text) => {
  if (!/[<&]/.test(text)) return []
  return matchEdits(text, /<!--[^\n]{0,300}?-->|<\/?(?:p|br|div|span|strong|b|i|em|u|font|a|img|table|tbody|thead|tr|td|th|ul|ol|li|h[1-6]|center|section)(?:\s[^<>\n]{0,300})?\s?\/?>|&(nbsp)(?![a-z;])|&([a-z]{2,6});|&#(\d{2,6}|x[0-9a-f]{2,5});/gi, ([, bare, named, code]) => {
    const name = bare ?? named
    if (name !== undefined) return entities[name.toLowerCase()] ?? null
    if (code === undefined) return ''
    const value = /^x/i.test(code) ? parseInt(code.slice(1), 16) : Number(code)
    return value >= 32 && value <= 0xd7ff ? String.fromCharCode(value) : null
  })
}

/** [1] where a note of this number was set aside. */
export const findFootnotes: FindEdits = (text, { notes }) => (notes.size === 0 || !text.includes('[') ? [] : matchEdits(text, /\[\d{1,3}\]/g, ([found]) => (notes.has(found) ? '' : null)))

/** Advertising in brackets, or as the last sentence of a paragraph that is otherwise none. */
export const findAdvertisingInside: FindEdits = (text, { kind }) => {
  if (kind === 'cell' || !/公众号|微信|[QqVv]|素材|范文|会员|更多|关注|网盘|客服/.test(text)) return []
  const bracketed = matchEdits(text, /[（(【[][^（）()【】[\]\n]{4,120}[）)】\]]/g, ([found]) => (judgeAdvertising(found.slice(1, -1)) === 'goes' ? '' : null))
  const last = /(?<=[。！？])[^。！？\n]{8,200}[。！？]?$/.exec(text)
  if (last === null || judgeAdvertising(last[0]) !== 'goes' || bracketed.some((edit) => edit.to > last.index)) return bracketed
  return [...bracketed, { from: last.index, to: text.length, text: '' }]
}

/** Numbers of a messenger in brackets. */
export const findContactsInside: FindEdits = (text, { kind }) => {
  if (kind === 'cell' || !/[QqVv]|微信|公众号|扣/.test(text)) return []
  return matchEdits(text, /[（(【[][^（）()【】[\]\n]{4,60}[）)】\]]/g, ([found]) => (judgeContact(found.slice(1, -1)) === 'stays' ? null : { text: '', isDoubtful: true }))
}
