/** What the text of a report says about its kind, year and unit (SPEC LIB-7). Guesses: the clerk can correct every one. */
import { reportKinds, type ReportKindId } from './kinds'
import type { Report } from './report'

/** The first kind whose words stand in the title; `other` if none do. */
export function guessKind(title: readonly string[]): ReportKindId {
  const text = title.join('')
  return reportKinds.find((kind) => kind.titleWords.some((word) => text.includes(word)))?.id ?? 'other'
}

/** The year in the title (2025年 or 二〇二五年), else that of the date, a date in January to March counting for the year before; null if neither has one. */
export function guessYear(content: Pick<Report, 'title' | 'date'>): number | null {
  const inTitle = yearIn(content.title.join(''))
  if (inTitle !== null) return inTitle
  const inDate = yearIn(content.date)
  if (inDate === null) return null
  const month = Number(/年\s*(\d{1,2})\s*月/.exec(content.date)?.[1] ?? 12)
  return month <= 3 ? inDate - 1 : inDate
}

/** The principal signing unit; empty if there is no signature. */
export function guessUnit(content: Pick<Report, 'signature'>): string {
  return content.signature[0]?.trim() ?? ''
}

const chineseDigits = '〇一二三四五六七八九'

function yearIn(text: string): number | null {
  const match = /(?<!\d)((?:19|2\d)\d{2})\s*(?:年|—|-|至)|([一二][〇○零一二三四五六七八九]{3})年/.exec(text)
  if (match?.[1] !== undefined) return Number(match[1])
  const digits = [...(match?.[2] ?? '')].map((character) => ('○零'.includes(character) ? 0 : chineseDigits.indexOf(character)))
  return digits.length === 4 ? Number(digits.join('')) : null
}
