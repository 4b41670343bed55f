/** Characters without a face, forms that only look like characters, full-width figures (SPEC CLEAN-6, CLEAN-7). */
import { invisibleCharacter, joinsEmoji } from '../base/invisibleCharacters'
import type { FindEdits } from './cleaningRule'
import { matchEdits } from './textEdits'

/** Scripts in which zero-width joiners and selectors belong to the spelling: Arabic, Indic, Mongolian. */
const joiningScript = /\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Tamil}|\p{Script=Sinhala}|\p{Script=Mongolian}/u
const isJoiner = (sign: string): boolean => sign === '\u200c' || sign === '\u200d' || (sign >= '\u180b' && sign <= '\u180e')
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g

/** Zero-width characters, marks of direction, soft hyphens, byte order marks, control characters. */
export const findInvisible: FindEdits = (text) => {
  const edits = matchEdits(text, invisibleCharacter, (match, at) => {
    const joins = isJoiner(match[0]) && (joiningScript.test(text.charAt(at - 1)) || joiningScript.test(text.charAt(at + 1)))
    return joins || joinsEmoji(text, at) ? null : ''
  })
  const controls = matchEdits(text, control, () => '')
  return controls.length === 0 ? edits : [...edits, ...controls].sort((one, other) => one.from - other.from)
}

/** Radicals of the supplement block that stand for a character; the others have none. */
const radicals: Readonly<Record<string, string>> = Object.fromEntries(['⺁厂', '⺇几', '⺌小', '⺎兀', '⺏尣', '⺐尢', '⺓幺', '⺛旡', '⺜曰', '⺝月', '⺟母', '⺠民', '⺬示', '⺯糸', '⺰纟', '⺲罒', '⺸羊', '⺻聿', '⺼肉', '⺽臼', '⻁虎', '⻄西', '⻅见', '⻆角', '⻇角', '⻉贝', '⻋车', '⻑長', '⻒镸', '⻓长', '⻔门', '⻘青', '⻙韦', '⻚页', '⻛风', '⻜飞', '⻝食', '⻠饣', '⻡首', '⻢马', '⻣骨', '⻤鬼', '⻥鱼', '⻦鸟', '⻧卤', '⻨麦', '⻩黄', '⻪黾', '⻫斉', '⻬齐', '⻭歯', '⻮齿', '⻯竜', '⻰龙', '⻲亀', '⻳龟', '㇐一', '㇠乙'].map((pair) => [pair.charAt(0), pair.slice(1)]))

/** Radicals and compatibility forms in the place of the characters themselves, as PDF files give them. */
export const findCompatibility: FindEdits = (text) => matchEdits(text, /[\u2e80-\u2fd5\u31d0\u31e0\uf900-\ufad9\ufb00-\ufb06]|\ud87e[\udc00-\ude1d]/g, ([found]) => radicals[found] ?? found.normalize('NFKC'))

const half = (text: string): string => text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

/** Full-width digits and letters: numbers with their point, their groups of thousands and their percent sign. 98％ alone is only doubtful. */
export const findFullWidth: FindEdits = (text) => {
  if (!/[\uff05\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/.test(text)) return []
  const number = /[０-９]{1,2}：[０-９]{2}(?![０-９])|[０-９]{3,4}－[０-９]{7,8}|[０-９]+(?:，[０-９]{3}(?![０-９]))+(?:[．.][０-９]+)?％?|[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]+(?:[．.＆&][0-9A-Za-z０-９Ａ-Ｚａ-ｚ]+)*％?/g
  return matchEdits(text, number, ([found], at) => {
    if (/[０-９Ａ-Ｚａ-ｚ]/.test(found)) return half(found)
    // 3．5% is a figure; 3．15 may be a day.
    if (/^\d+．\d+[%％]?$/.test(found)) return /[%％]$/.test(found) || /^[%％万亿元倍公平米吨个]/.test(text.slice(at + found.length)) ? half(found) : { text: half(found), isDoubtful: true }
    return /\d％$/.test(found) ? { text: half(found), isDoubtful: true } : null
  })
}

/** Characters that only the font of their author can draw, and those that stand where others were lost: told, because nobody can know what they meant. */
export const privateUse = /(?:锟斤拷|烫烫烫|屯屯屯)+|[\ue000-\uf8ff\ufffd]|[\udb80-\udbff][\udc00-\udfff]/g
