/** Numbers in the formats that word processors have for lists (Chinese, circled, letters …), by their names in Word files. */
import { toChineseNumeral } from './numerals'
import { circledNumber } from './schemes'

type Format = (value: number) => string

const han: Format = (value) => toChineseNumeral(value)
const digitsOf = (digits: string): Format => (value) => [...String(value)].map((digit) => [...digits][Number(digit)] ?? digit).join('')
const rowOf = (row: string): Format => (value) => [...row][value - 1] ?? String(value)
/** Word writes no more letters than this; what is beyond is written in digits. */
const LARGEST_IN_LETTERS = 780
const letters = (first: string): Format => (value) => (value < 1 || value > LARGEST_IN_LETTERS ? String(value) : String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1))

const romans: readonly (readonly [number, string])[] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']]

function roman(value: number): string {
  let left = Math.min(value, 3999)
  return romans.map(([worth, sign]) => {
    const times = Math.floor(left / worth)
    left -= times * worth
    return sign.repeat(times)
  }).join('')
}

const legalUnits = ['', '拾', '佰', '仟']

function legal(value: number, names = '零壹贰叁肆伍陆柒捌玖'): string {
  const digits = [...String(Math.min(value, 9999))]
  return digits.map((digit, index) => (digit === '0' ? '零' : `${names.charAt(Number(digit))}${legalUnits[digits.length - 1 - index] ?? ''}`)).join('').replace(/零+/g, '零').replace(/零$/, '')
}

const formats = new Map<string, Format>(Object.entries({
  chineseCounting: han, chineseCountingThousand: han, japaneseCounting: han, taiwaneseCounting: han, taiwaneseCountingThousand: han,
  ideographDigital: digitsOf('〇一二三四五六七八九'), japaneseDigitalTenThousand: digitsOf('〇一二三四五六七八九'), taiwaneseDigital: digitsOf('○一二三四五六七八九'),
  chineseLegalSimplified: (value: number) => legal(value), ideographLegalTraditional: (value: number) => legal(value, '零壹貳參肆伍陸柒捌玖'), ideographTraditional: rowOf('甲乙丙丁戊己庚辛壬癸'), ideographZodiac: rowOf('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: circledNumber, decimalEnclosedCircleChinese: circledNumber,
  decimalEnclosedParen: (value: number) => (value <= 20 ? String.fromCharCode(0x2473 + value) : `(${value})`), decimalEnclosedFullstop: (value: number) => (value <= 20 ? String.fromCharCode(0x2487 + value) : `${value}.`),
  decimalFullWidth: digitsOf('０１２３４５６７８９'), decimalFullWidth2: digitsOf('０１２３４５６７８９'), ...Object.fromEntries([2, 3, 4, 5].map((length) => [`decimalZero${length === 2 ? '' : length}`, (value: number) => String(value).padStart(length, '0')])),
  // Whatever its name says, Word sets it in brackets ([MS-OI29500] 2.1.540).
  ideographEnclosedCircle: rowOf('㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩'), ideographZodiacTraditional: (value: number) => `${[...'甲乙丙丁戊己庚辛壬癸'][(value - 1) % 10] ?? ''}${[...'子丑寅卯辰巳午未申酉戌亥'][(value - 1) % 12] ?? ''}`,
  numberInDash: (value: number) => `- ${value} -`, ordinal: (value: number) => `${value}${/1[123]$/.test(String(value)) ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' } as const)[value % 10] ?? 'th'}`,
  upperLetter: letters('A'), lowerLetter: letters('a'), upperRoman: (value: number) => roman(value).toUpperCase(), lowerRoman: roman, none: () => '',
}))

/** The largest number that a list of Word can have. */
const LARGEST_LIST_NUMBER = 32_767

/** The value (a whole number, usually from 1) in a format of Word; in digits for a format that is not known, and for a number that no list has. */
export function formatListNumber(value: number, format: string): string {
  return value < 0 || value > LARGEST_LIST_NUMBER ? String(value) : formats.get(format)?.(value) ?? String(value)
}

/** First numbers of formats, as OpenDocument files name them (ODF 1.3, 19.503 and the names of LibreOffice). */
const byExample = new Map(Object.entries({
  '1': 'decimal', '01': 'decimalZero', a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman', '１': 'decimalFullWidth', '①': 'decimalEnclosedCircle', '⑴': 'decimalEnclosedParen', '⒈': 'decimalEnclosedFullstop',
  一: 'chineseCounting', 壹: 'chineseLegalSimplified', 甲: 'ideographTraditional', 子: 'ideographZodiac', '': 'none',
}))

/** The name of a format by its first numbers: `1`, `一, 二, 三, ...`. Digits for what is not known. */
export function formatOfExample(example: string): string {
  // Half-width digits with an example behind them are what LibreOffice calls the full-width ones.
  if (/^1, 2/.test(example)) return 'decimalFullWidth'
  return byExample.get(example.split(/[,\u3001\uff0c]/, 1)[0]?.trim() ?? '') ?? 'decimal'
}
