/**
 * Typed numbers at the start of a paragraph (SPEC NUM-11 … NUM-13). One line of text is looked at; whether the number fits its neighbours is
 * decided by the parser.
 */
import { numeralCharacters, readChineseNumeral, toHalfWidthDigits } from './numerals'
import type { NumberStyle } from './schemes'

export interface RecognizedNumber {
  readonly style: NumberStyle
  /** The values from the first level on; one value but for the decimal style. */
  readonly values: readonly number[]
  /** As typed, without blanks behind it. */
  readonly label: string
  /** UTF-16 length of the label with the blanks behind it: the text begins there. */
  readonly length: number
  /** 部分, 篇, 编, 章 … of 第一部分; absent in other styles. */
  readonly word?: string
}

interface Pattern {
  readonly style: NumberStyle
  /** Group 1 is the numeral. Matched at the start of the text; blanks behind the label are left out. */
  readonly pattern: RegExp
  /** True if what stands behind the label shows that it is no number of a paragraph. */
  readonly isOther?: (value: number, rest: string) => boolean
}

const han = `[${numeralCharacters}]{1,5}`
const digit = '[0-9０-９]'

/** Tried in order; the first that matches decides. */
const patterns: readonly Pattern[] = [
  { style: 'chapter', pattern: new RegExp(`^第\\s?(${han}|${digit}{1,3})\\s?(章|部分|篇|编)(?=[\\s\u3000：:]|$|[^的第，、是])`) },
  { style: 'section', pattern: new RegExp(`^第\\s?(${han}|${digit}{1,3})\\s?(节)(?=[\\s\u3000]|$)`) },
  { style: 'hanParen', pattern: new RegExp(`^[（(〔〈<［[【]\\s?(${han})\\s?[）)〕〉>］\\]】]、?`), isOther: isBracketReference },
  { style: 'hanParen', pattern: /^([㈠-㈩])、?/ },
  { style: 'hanParen', pattern: new RegExp(`^(${han})[）)]、?`) },
  { style: 'han', pattern: new RegExp(`^(${han})\\s?(?:、|[．.](?!\\d))`), isOther: isNumeralSeries },
  { style: 'digitParen', pattern: new RegExp(`^[（(]\\s?(${digit}{1,3})\\s?[）)][、.．]?`), isOther: isBracketReference },
  { style: 'digitParen', pattern: /^([⑴-⒇])、?/ },
  { style: 'digitParen', pattern: new RegExp(`^(${digit}{1,3})[）)][、.．]?`) },
  { style: 'circled', pattern: /^([①-⑳㉑-㉟㊱-㊿])[、.．]?/ },
  { style: 'decimal', pattern: new RegExp(`^(${digit}{1,2}(?:[.．]${digit}{1,2}){1,3})[.．、]?(?!${digit})`), isOther: isQuantity },
  { style: 'digitDot', pattern: new RegExp(`^(${digit}{1,3})\\s?[.．](?!${digit})`), isOther: isFileOrUnit },
  { style: 'digitDot', pattern: new RegExp(`^(${digit}{1,3})[.．](?=(?:19|20)\\d\\d(?:年|—|-|－))`) },
  { style: 'digitDot', pattern: new RegExp(`^(${digit}{1,3})\\s?、`), isOther: isDigitSeries },
  { style: 'digitDot', pattern: /^([⒈-⒛])[、.．]?/ },
  { style: 'decimal', pattern: new RegExp(`^(${digit}{1,2})(?=[ \\t\u3000\u00a0]+[^\\s0-9０-９])`) },
]

/** The number at the start of `text` (trimmed), or null if there is none. 一、二季度…, 1.5万元, （一）（二）项 and dates are none. */
export function recognizeNumber(text: string): RecognizedNumber | null {
  const head = text.slice(0, 48)
  if (!/^[（(〔〈<［[【第一二三四五六七八九十百廿卅㈠-㈩⑴-⒛①-⑳㉑-㉟㊱-㊿0-9０-９]/.test(head)) return null
  for (const { style, pattern, isOther } of patterns) {
    const match = pattern.exec(head)
    if (match === null) continue
    const values = readValues(match[1] ?? '')
    if (values === null) continue
    const length = match[0].length + blanksAt(text, match[0].length)
    if (isOther?.(values[values.length - 1] ?? 0, text.slice(match[0].length, match[0].length + 24))) return null
    const recognized = { style, values, label: match[0], length }
    return match[2] === undefined ? recognized : { ...recognized, word: match[2] }
  }
  return null
}

function readValues(numeral: string): readonly number[] | null {
  const code = numeral.codePointAt(0) ?? 0
  const start = symbolStarts.find(({ from, to }) => code >= from && code <= to)
  if (start !== undefined) return [code - start.from + start.value]
  if (/^[0-9０-９]/.test(numeral)) {
    const values = toHalfWidthDigits(numeral).split(/[.．]/).map(Number)
    return values.some((value) => value === 0) ? null : values
  }
  const value = readChineseNumeral(numeral)
  return value === null || value < 1 ? null : [value]
}

/** Characters that are a number with its bracket or ring. */
const symbolStarts = [
  { from: 0x2460, to: 0x2473, value: 1 }, { from: 0x3251, to: 0x325f, value: 21 }, { from: 0x32b1, to: 0x32bf, value: 36 },
  { from: 0x3220, to: 0x3229, value: 1 }, { from: 0x2474, to: 0x2487, value: 1 }, { from: 0x2488, to: 0x249b, value: 1 },
]

function blanksAt(text: string, at: number): number {
  let end = at
  while (end < text.length && /[\s\u200b\ufeff]/.test(text.charAt(end))) end += 1
  return end - at
}

/** 一、二季度, 二、三产业: numerals in a row, not a number and a text. 一、二〇二二年… is a number. */
function isNumeralSeries(value: number, rest: string): boolean {
  const next = /^([一二三四五六七八九十]{1,3})([^〇○零一二三四五六七八九十年是])/.exec(rest)
  return next !== null && readChineseNumeral(next[1] ?? '') === value + 1 && /[、季级类线批期产等号楼层把手次审]/.test(next[2] ?? '')
}

/** 1、2号楼; 3、4月份. 1、2022年工作 is a number. */
function isDigitSeries(value: number, rest: string): boolean {
  const next = /^([0-9]{1,2})[^0-9年]/.exec(rest)
  return next !== null && Number(next[1]) === value + 1
}

/** 1.5万元, 3.5%, 2.1倍, 5.1假期. */
function isQuantity(_value: number, rest: string): boolean {
  return /^\s?[%％‰万亿倍度米吨元公平个分点美小月日岁～~—-]/.test(rest) && !/^[\u3000 ]/.test(rest)
}

/** 1.doc, 3.com. */
function isFileOrUnit(_value: number, rest: string): boolean {
  return /^[a-z]{2,4}\b/.test(rest)
}

/** （一）（二）项, （一）至（三）项, （1）、（2）, （一）项规定的: a reference to numbers. （一）项目概况 is a number and a text. */
function isBracketReference(_value: number, rest: string): boolean {
  return /^\s?[、，至和或—-]?\s?[（(][一二三四五六七八九十0-9]{1,3}[）)]/.test(rest) || /^\s?[项款类]($|[\s、，,。；;：:）)的所之中内下至到或和与及规情列]|以[上下])/.test(rest)
}
