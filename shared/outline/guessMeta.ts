/** What a text says about year, kind and unit of its report (SPEC PARSE-25): guesses for the import, to be confirmed by the clerk. */
import { blockText } from '../report/blockText'
import { reportKinds, type ReportKindId } from '../report/kinds'
import { readChineseNumeral, toHalfWidthDigits } from './numerals'
import type { ReportContent } from './reportContent'

export interface GuessedMeta {
  /** The year the report is about; absent if no year is named. */
  readonly year?: number
  readonly kind: ReportKindId
  /** Absent if no unit is named. */
  readonly unit?: string
}

const yearPattern = /(?:^|[^\d])((?:19|20)\d\d|[一二][〇○零OＯ0九八七六五四三二一]{3})\s?(?=年|度|[—-]\d)/g
const unitPattern = /[\u4e00-\u9fff*＊×XxＡ-Ｚ]{1,18}?(?:局|委员会|办公室|财政厅|厅|中心|政府|街道办事处|街道|公司|学校|中学|小学|大学|学院|医院|支部|党委|党组|乡|镇|社区|法院|检察院|总工会|团委|妇联)(?=(?:关于|机关|党委|党组|党支部|20|19|二〇|二○|开展|落实|意识|思想|党建|安全|法治|年|$))/

/**
 * Guesses from the title, then the first paragraphs, then the date, then the file's name. The year of a report is the year it tells of: a date in
 * January to March without a year in the title belongs to the year before.
 */
export function guessMeta(content: ReportContent, fileName = ''): GuessedMeta {
  const title = content.title.join('')
  const opening = openingText(content)
  const year = firstYear(title) ?? firstYear(fileName) ?? commonYear(opening, namedYears(content.date)[0]) ?? yearOfDate(content.date)
  const unit = guessUnit(content, title)
  return { ...(year === null ? {} : { year }), kind: guessKind(title) ?? guessKind(fileName) ?? guessKind(openingText(content, 'text')) ?? 'other', ...(unit === '' ? {} : { unit }) }
}

/** The first paragraphs; of `text` those without a number: 一、加强党的建设 opens reports of every kind. */
export function openingText(content: ReportContent, of: 'all' | 'text' = 'all'): string {
  const opening = content.blocks.slice(0, 3).filter((block) => of === 'all' || block.kind !== 'text' || block.level === 0)
  return opening.map(blockText).join('\n').slice(0, 600)
}

/** The kind whose words stand in the text; null if none does. */
export function guessKind(text: string): ReportKindId | null {
  const found = reportKinds.find((kind) => kind.titleWords.some((word) => text.includes(word)))
  return found?.id ?? null
}

/** The years that are named as years (2025年, 二〇二五年, 2025—2026), in order. */
export function namedYears(text: string): readonly number[] {
  return [...toHalfWidthDigits(text).matchAll(yearPattern)].flatMap((match) => {
    const value = /^\d/.test(match[1] ?? '') ? Number(match[1]) : readChineseNumeral((match[1] ?? '').replace(/[OＯ○0]/g, '〇'))
    return value !== null && value >= 1900 && value <= 2999 ? [value] : []
  })
}

/** The first year that is named, else the first number that can be one. */
export function firstYear(text: string): number | null {
  const named = namedYears(text)[0]
  if (named !== undefined) return named
  const bare = /(?:^|[^\d])(20\d\d)(?!\d)/.exec(text)
  return bare === null ? null : Number(bare[1])
}

/** The year named most often; the earlier-named one if two are equal. Beside a date of `written` only years near it count: 敬老院始建于1998年 is no year of a report. */
export function commonYear(text: string, written?: number): number | null {
  const counts = new Map<number, number>()
  for (const year of namedYears(text)) if (written === undefined || (year >= written - 2 && year <= written + 1)) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null
}

/** The year that a text of this date tells of: of a date in January to March the year before. */
export function yearOfDate(date: string): number | null {
  const year = namedYears(date)[0]
  if (year === undefined) return null
  const month = /年\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月/.exec(toHalfWidthDigits(date))?.[1]
  const value = month === undefined ? null : /^\d/.test(month) ? Number(month) : readChineseNumeral(month)
  return value !== null && value <= 3 ? year - 1 : year
}

/** The first signature, else a unit at the head of the title; '' if there is none. */
export function guessUnit(content: ReportContent, title: string): string {
  const signed = content.signature[0]
  return signed === undefined ? unitAtHead(title) : signed.replace(/\s+/g, '')
}

/** The unit with which a title or a name begins, a year before it passed over; '' if there is none. */
export function unitAtHead(text: string): string {
  const match = unitPattern.exec(text.replace(/^[（(]?(?:19|20)\d\d年?度?[）)]?/, ''))
  return match !== null && match.index === 0 ? match[0] : ''
}
