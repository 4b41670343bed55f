/**
 * The date as printed (SPEC PRINT-13). Source: GB/T 9704-2012, 7.3.5.4: Arabic digits, the year in full, no leading zeros.
 */
const chineseDigits = '〇一二三四五六七八九'

const arabicDate = /^(\d{4})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})\s*日?$/
const arabicMonth = /^(\d{4})\s*年\s*(\d{1,2})\s*月$/
const chineseDate = /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)?$/

/** The date in the form of the standard; the very same string if it is no date that is understood with certainty. */
export function printedDate(typed: string): string {
  const text = typed.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/\s+/g, '')
  const arabic = arabicDate.exec(text) ?? arabicMonth.exec(text)
  if (arabic) return write(Number(arabic[1]), Number(arabic[2]), arabic[3] === undefined ? null : Number(arabic[3])) ?? typed
  const chinese = chineseDate.exec(text)
  if (!chinese) return typed
  const [, year = '', month = '', day] = chinese
  return write(Number([...year].map(digitValue).join('')), smallNumber(month), day === undefined ? null : smallNumber(day)) ?? typed
}

function write(year: number, month: number, day: number | null): string | null {
  if (year < 1900 || month < 1 || month > 12) return null
  if (day === null) return `${year}年${month}月`
  return day >= 1 && day <= daysOf(year, month) ? `${year}年${month}月${day}日` : null
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function digitValue(digit: string): number {
  return '○零'.includes(digit) ? 0 : chineseDigits.indexOf(digit)
}

/** 一 … 九十九; 0 for what is no such number, e.g. 二一. */
function smallNumber(text: string): number {
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text)
  if (!match) return 0
  const [, tens, ten, units] = match
  return (ten === undefined ? 0 : (tens === undefined ? 10 : digitValue(tens) * 10)) + (units === undefined ? 0 : digitValue(units))
}
