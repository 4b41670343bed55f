/** Characters that look like others, or like nothing at all (SPEC CLEAN-6, CLEAN-7). */
import { invisibleCharacter, joinsEmoji } from '../base/invisibleCharacters'
import type { FindEdits, FoundEdit } from './cleaningRule'
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
const radicals: Readonly<Record<string, string>> = Object.fromEntries(['⺁厂', '⺇几', '⺌小', '⺎兀', '⺏尣', '⺐尢', '⺓幺', '⺛旡', '⺜曰', '⺝月', '⺟母', '⺠民', '⺬示', '⺯糸', '⺰纟', '⺲罒', '⺸羊', '⺻聿', '⺼肉', '⺽臼', '⻁虎', '⻄西', '⻅见', '⻆角', '⻇角', '⻉贝', '⻋车', '⻑長', '⻒镸', '⻓长', '⻔门', '⻘青', '⻙韦', '⻚页', '⻛风', '⻜飞', '⻝食', '⻠饣', '⻡首', '⻢马', '⻣骨', '⻤鬼', '⻥鱼', '⻦鸟', '⻧卤', '⻨麦', '⻩黄', '⻪黾', '⻫斉', '⻬齐', '⻭歯', '⻮齿', '⻯竜', '⻰龙', '⻲亀', '⻳龟'].map((pair) => [pair.charAt(0), pair.slice(1)]))

/** Radicals and compatibility forms in the place of the characters themselves, as PDF files give them. */
export const findCompatibility: FindEdits = (text) => matchEdits(text, /[\u2e80-\u2fd5\uf900-\ufad9\ufb00-\ufb06]|\ud87e[\udc00-\ude1d]/g, ([found]) => radicals[found] ?? found.normalize('NFKC'))

const greek = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'
const greekLatin = 'ABEZHIKMNOPTYXo'
const cyrillic = 'АВЕКМНОРСТУХЅІЈаеорсухіјѕ'
const cyrillicLatin = 'ABEKMHOPCTYXSIJaeopcyxijs'
const latinOf = new Map([...greek].map((sign, index) => [sign, greekLatin.charAt(index)] as const).concat([...cyrillic].map((sign, index) => [sign, cyrillicLatin.charAt(index)] as const)))

/** Circles, zeros and letters in the place of 〇: 二○二五年. */
const year = /(?<![一二三四五六七八九十])[一二][一二三四五六七八九〇零○◯0OＯo]{3}(?=年)/g
/** Letters in the place of figures: 1O%, l2年. */
const figure = /(?<![A-Za-z0-9.])(?=[lIOo.]{0,3}\d)[0-9lIOo]+(?:\.[0-9lIOo]+)?(?=[%％年月日万亿元人次名项个])/g

const inOrder = (edits: readonly FoundEdit[]): readonly FoundEdit[] => [...edits].sort((one, other) => one.from - other.from)

/** Letters and signs that look like others: circles in a year, letters in a number, Greek and Cyrillic inside a Latin word. A word of theirs alone stays. */
export const findLookalikes: FindEdits = (text) => inOrder([
  ...matchEdits(text, year, ([found]) => found.replace(/[○◯0OＯo]/g, '〇')),
  ...matchEdits(text, figure, ([found]) => (/[lIOo]/.test(found) ? { text: found.replace(/[Oo]/g, '0').replace(/[lI]/g, '1'), isDoubtful: true } : null)),
  ...findForeign(text),
])

function findForeign(text: string): readonly FoundEdit[] {
  if (!/[\u0370-\u04ff]/.test(text)) return []
  return matchEdits(text, /[A-Za-z\u0370-\u04ff]+/g, ([word]) => {
    if (!/[A-Za-z]/.test(word) || ![...word].every((sign) => /[A-Za-z]/.test(sign) || latinOf.has(sign))) return null
    return [...word].map((sign) => latinOf.get(sign) ?? sign).join('')
  })
}

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

const han = '\\u3400-\\u4dbf\\u4e00-\\u9fff'
const small: Readonly<Record<string, string>> = { '﹐': '，', '﹑': '、', '﹔': '；', '﹕': '：', '﹖': '？', '﹗': '！', '﹙': '（', '﹚': '）', '﹪': '%', '｡': '。', '､': '、', '˙': '·', '･': '·', '•': '·', '‧': '·', '⋅': '·', '∙': '·', '・': '·' }
const dashes = new RegExp(`(?<![―─━—–_=-])(?:[―─━]{2,3}|–{2,3}|—[―─━–-]|[―─━–-]—)(?![―─━—–_=-])|(?<=[${han}”）》])-{2,3}(?=[${han}“《（])|(?<=[${han}”）》])[―─━](?=[${han}“《（])|(?<=[0-9A-Za-z])[―─━](?=[0-9A-Za-z])`, 'g')
const middleDots = new RegExp(`(?<=[${han}A-Za-z])[˙･•‧⋅∙・](?=[${han}A-Za-z])`, 'g')
const dots = new RegExp(`(?<=[${han}”）》])(?:\\.{3,6}|。{3,6}|…(?!…))`, 'g')

const doubled = new RegExp(`(?<=[${han}”）》0-9%])([，、；：。])\\1(?![，、；：。])`, 'g')
const lastPoint = new RegExp(`(?<=[${han}”）》]{6})．(?=$|[”’])`, 'g')

/** Marks drawn with the wrong character: dashes, middle dots, small and half-width forms, dots in the place of an ellipsis. */
export const findMarks: FindEdits = (text) => {
  return inOrder([
    ...matchEdits(text, dashes, ([found], at) => (found.length === 1 && /[0-9A-Za-z]/.test(text.charAt(at - 1)) ? '—' : '——')),
    ...matchEdits(text, middleDots, () => '·'),
    ...matchEdits(text, /[﹐﹑﹔﹕﹖﹗﹙﹚﹪｡､]/g, ([found]) => small[found] ?? null),
    ...matchEdits(text, doubled, ([found]) => found.charAt(0)),
    ...matchEdits(text, lastPoint, () => '。'),
    ...matchEdits(text, dots, ([found]) => (found === '…' ? { text: '……', isDoubtful: true } : '……')),
  ])
}

/** Characters that only the font of their author can draw, and those that stand where others were lost: told, because nobody can know what they meant. */
export const privateUse = /(?:锟斤拷|烫烫烫|屯屯屯)+|[\ue000-\uf8ff\ufffd]|[\udb80-\udbff][\udc00-\udfff]/g
