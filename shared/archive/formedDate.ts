/** 成文日期 read as a date (SPEC ARCHNO-9): the catalogue has it in eight digits. */
import { printedDate } from '../print/printedDate'

export interface FormedDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Reads 2026年1月5日, 二〇二六年一月五日, 2026-1-5, 2026.01.05 and 20260105; null if it is no day of the calendar. */
export function formedDate(text: string): FormedDate | null {
  const plain = text.normalize('NFKC').trim()
  const [, year, month, day] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(printedDate(plain.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'))) ?? []
  const date = { year: Number(year), month: Number(month), day: Number(day) }
  return isDay(date) ? date : null
}

function isDay({ year, month, day }: FormedDate): boolean {
  const february = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return year >= 1900 && day >= 1 && day <= ([31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0)
}

/** `20260105`; empty if the text is no date. */
export function eightDigits(text: string): string {
  const date = formedDate(text)
  return date === null ? '' : `${date.year}${String(date.month).padStart(2, '0')}${String(date.day).padStart(2, '0')}`
}
