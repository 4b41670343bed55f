/** Blanks that only a typewriter needs (SPEC CLEAN-9). Blanks between names, in letter-spaced words and beside Latin stay. */
import type { FindEdits } from './cleaningRule'
import { inOrder, matchEdits } from './textEdits'

const blanks = /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g
const han = /[\u3400-\u4dbf\u4e00-\u9fff]/
const stops = /[，。；：、？！”’）》〉】〕」』…]/
const starts = /[“‘（《〈【〔「『]/

/** Blanks at both ends, between Chinese and a mark, and more than one inside a sentence. */
export const findBlanks: FindEdits = (text, { kind }) => {
  if (!/[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(text)) return []
  const isSentence = kind === 'paragraph' && /[，。；]/.test(text)
  const spaced = isSentence ? [...text.matchAll(spacedOut)].map((match) => [match.index ?? 0, (match.index ?? 0) + match[0].length] as const) : []
  // One step for the whole run: nobody wants to tick every blank of it.
  const runs = spaced.map(([from, to]) => ({ from, to, text: text.slice(from, to).replace(/ /g, ''), ...(mayBeNames(text, from, to) ? { isDoubtful: true as const } : {}) }))
  const edits = matchEdits(text, blanks, ([found], at) => {
    const end = at + found.length
    if (at === 0 || end === text.length) return ''
    if (kind === 'cell') return null
    const [before, after] = [text.charAt(at - 1), text.charAt(end)]
    if (stops.test(after) && !starts.test(before)) return ''
    if (stops.test(before) && (han.test(after) || starts.test(after)) && (kind === 'paragraph')) return isNameList(text, at) ? null : ''
    if (starts.test(before) && han.test(after)) return ''
    // A full-width blank in front of a bracket parts columns of a list.
    if (starts.test(after) && han.test(before) && kind === 'paragraph') return found === '\u3000' ? null : ''
    // 2 0 2 5年 is spaced for the eye.
    if (found.length === 1 && /\d/.test(before) && /\d/.test(after) && isSpacedYear(text, at)) return ''
    if (spaced.some(([from, to]) => from < at && at < to)) return null
    return isSentence ? inSentence(text, at, found, before, after) : null
  })
  return runs.length === 0 ? edits : inOrder([...edits, ...runs])
}

function isSpacedYear(text: string, at: number): boolean {
  return /(?<!\d)\d[ \u3000]\d[ \u3000]\d[ \u3000]\d[ \u3000]?年/.test(text.slice(Math.max(0, at - 6), at + 8))
}

/** In 主要负责人：张三　李四 the blanks part names. */
function isNameList(text: string, at: number): boolean {
  return text.charAt(at - 1) === '：' && /[\u3400-\u9fff][ \u3000]+[\u3400-\u9fff]/.test(text.slice(at + 1, at + 30))
}

function inSentence(text: string, at: number, found: string, before: string, after: string): ReturnType<Parameters<typeof matchEdits>[2]> {
  const isOdd = /[^ ]/.test(found)
  const isHan = han.test(before) && han.test(after)
  if (found.length === 1 && !isOdd) return isHan ? single(text, at) : null
  if (!isHan) return /[A-Za-z0-9]/.test(before) || /[A-Za-z0-9]/.test(after) ? (found.length === 1 && found === '\u3000' ? null : ' ') : null
  // One full-width blank parts names; more than one in a sentence was meant to push text.
  if (found.length === 1) return found === '\u3000' ? null : ' '
  // Articles of a law stand apart from their text.
  if (/第[^，。；]{1,8}[条章节款]$/.test(text.slice(Math.max(0, at - 12), at))) return null
  return isSpaced(text, at, found.length) ? null : { text: '', isDoubtful: true }
}

/** 总  则 and 张  三: a single character on one side. */
function isSpaced(text: string, at: number, length: number): boolean {
  const [two, next] = [text.charAt(at - 2), text.charAt(at + length + 1)]
  return !han.test(two) || !han.test(next)
}


/** 全 县 各 级 认 真 学 习: six characters or more, each apart. */
const spacedOut = /(?<=^|[ ，。；：、])[\u3400-\u9fff](?: [\u3400-\u9fff]){5,}(?![\u3400-\u9fff])/g
/** Names and shifts are spaced so, too: 出席：王 刚 李 强 赵 敏, 甲 乙 丙 丁. */
function mayBeNames(text: string, from: number, to: number): boolean {
  return /[：:] ?$/.test(text.slice(Math.max(0, from - 2), from)) || surname.test(text.slice(from, to)) || /[甲乙丙丁]|一 二 三/.test(text.slice(from, to))
}

const organ = /[委府院局办部厅会组处科队团心司厂所站校行协联社室家院]$/
const surname = /^[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜]/

/** One blank between two characters of a sentence: organs and names stand apart so, elsewhere it is a slip or not. */
function single(text: string, at: number): ReturnType<typeof inSentence> {
  const left = /[\u3400-\u9fff]+$/.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? ''
  const right = /^[\u3400-\u9fff]+/.exec(text.slice(at + 1, at + 25))?.[0] ?? ''
  if (left.length < 2 || right.length < 2 || organ.test(left) || surname.test(right) || isQuoted(text, at) || /第[\u3400-\u9fff]{1,8}[条章节款]$/.test(left)) return null
  return { text: '', isDoubtful: true }
}

/** “一核 双轮 三驱动”: a motto is spaced on purpose. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at)
  return before.lastIndexOf('“') > before.lastIndexOf('”') || before.lastIndexOf('《') > before.lastIndexOf('》')
}
