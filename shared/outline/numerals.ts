/**
 * Chinese numerals as they stand in numbers of paragraphs, enumerations and dates (SPEC NUM-1, NUM-2).
 * Reading is generous (〇, ○, 零, 廿 and positional 二〇二二 are understood), writing knows one form.
 */
const digits = '零一二三四五六七八九'
const digitValues: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 元: 1,
}
const unitValues: Readonly<Record<string, number>> = { 十: 10, 百: 100 }

/** The characters of which {@link readChineseNumeral} accepts numbers of paragraphs, for use inside a character class. */
export const numeralCharacters = '一二三四五六七八九十百〇○零廿卅'

/** 1 → 一, 10 → 十, 21 → 二十一, 105 → 一百零五. Whole numbers 1–999; anything else is written in Arabic digits. */
export function toChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) return String(value)
  const hundreds = Math.floor(value / 100)
  const tens = Math.floor((value % 100) / 10)
  const ones = value % 10
  const one = ones === 0 ? '' : digits.charAt(ones)
  if (hundreds === 0) return `${tens === 0 ? '' : tens === 1 ? '十' : `${digits.charAt(tens)}十`}${one}`
  const head = `${digits.charAt(hundreds)}百`
  if (tens === 0) return ones === 0 ? head : `${head}零${one}`
  return `${head}${digits.charAt(tens)}十${one}`
}

/** The value of a numeral such as 二十一, 廿一, 一百零五 or the positional 一〇五; null if it is none. */
export function readChineseNumeral(text: string): number | null {
  if (text === '' || text.length > 8) return null
  const numeral = text.replace(/廿/g, '二十').replace(/卅/g, '三十')
  return /[十百]/.test(numeral) ? readWithUnits(numeral) : readPositional(numeral)
}

function readPositional(numeral: string): number | null {
  let value = 0
  for (const character of numeral) {
    const digit = digitValues[character]
    if (digit === undefined) return null
    value = value * 10 + digit
  }
  return value > 0 ? value : null
}

function readWithUnits(numeral: string): number | null {
  let value = 0
  let pending: number | null = null
  let lastUnit = Infinity
  for (const character of numeral) {
    const unit = unitValues[character]
    const digit = digitValues[character]
    if (unit !== undefined) {
      if (unit >= lastUnit) return null
      value += (pending ?? 1) * unit
      pending = null
      lastUnit = unit
    } else if (digit !== undefined && (pending === null || pending === 0)) {
      pending = digit
    } else {
      return null
    }
  }
  return value + (pending ?? 0)
}

/** Full-width digits １２ as half-width 12; everything else unchanged. */
export function toHalfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}
