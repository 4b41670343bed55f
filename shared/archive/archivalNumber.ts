/**
 * 档号 (SPEC ARCHNO-1 … ARCHNO-4; DA/T 22-2015, DA/T 13-2022): `-` between levels, `·` inside a level, 件号 of four digits or more, from 0001 in
 * each lowest class (年度, 保管期限, 机构(问题)), without gaps, each given once.
 */
import type { ArchivalNumber, Retention } from '../report/filing'
import type { Report } from '../report/report'

/** A lowest class: everything of a 档号 but its 件号. */
export type NumberClass = Omit<ArchivalNumber, 'item'>

/** In the order of the catalogue. */
export const retentions: readonly Retention[] = ['Y', 'D30', 'D10']

export const retentionNames = { Y: '永久', D30: '30年', D10: '10年' } as const satisfies Record<Retention, string>

/** Digits of the 件号, with leading zeros; a number that needs more has more. */
const itemDigits = 4

/** The class as it is written: `Z109-WS·2011-Y-BGS`; without 机构(问题) `Z109-WS·2011-Y`, while the unit has no 全宗号 `WS·2011-Y`. */
export function classKey({ fonds, category, year, retention, unit }: NumberClass): string {
  return [...(fonds === '' ? [] : [fonds]), `${category}·${year}`, retention, ...(unit === undefined ? [] : [unit])].join('-')
}

/** The class in which 件号 are counted: without 全宗号, which is put before the numbers of a unit when the archive office has given it. */
export function sequenceKey(given: NumberClass): string {
  return classKey({ ...given, fonds: '' })
}

/** 件号 as printed: `0001`. */
export function formatItem(item: number): string {
  return String(item).padStart(itemDigits, '0')
}

/** `Z109-WS·2011-Y-BGS-0001`. */
export function formatArchivalNumber(number: ArchivalNumber): string {
  return `${classKey(number)}-${formatItem(number.item)}`
}

/** The 档号 as the name of a file or folder: lower-case ASCII, `·` as `.`: `z109-ws.2011-y-bgs-0001`. */
export function archivalFileName(number: ArchivalNumber): string {
  return formatArchivalNumber(number).replace('·', '.').toLowerCase()
}

const written = /^(?:([0-9A-Z]{4})-)?([A-Z]{2})·(\d{4})-(Y|D30|D10)(?:-([0-9A-Z]{3}))?-(\d{4,6})$/

/** Reads a 档号 as people type it: full-width letters, other dashes and dots, blanks and small letters are taken for what they stand for. Null if it is none. */
export function parseArchivalNumber(typed: string): ArchivalNumber | null {
  const folded = typed.normalize('NFKC').replace(/\s/g, '').replace(/[‐‑‒–—―−﹣]/g, '-').replace(/[.•・‧∙⋅]/g, '·').toUpperCase()
  const [, fonds = '', category = '', year = '', retention, unit, item = ''] = written.exec(folded) ?? []
  if (retention === undefined || Number(item) === 0 || (item.length > itemDigits && item.startsWith('0')) || Number(year) < 1900 || Number(year) > 2999) return null
  return { fonds, category, year: Number(year), retention: retention as Retention, ...(unit === undefined ? {} : { unit }), item: Number(item) }
}

/** Order of the catalogue: by class (fonds, category, year, 永久 before 30年 before 10年, unit), then by 件号. */
export function compareArchivalNumbers(one: ArchivalNumber, other: ArchivalNumber): number {
  return compareClasses(one, other) || one.item - other.item
}

/** Order of the lowest classes in the catalogue. */
export function compareClasses(one: NumberClass, other: NumberClass): number {
  return compareText(one.fonds, other.fonds) || compareSequences(one, other)
}

function compareSequences(one: NumberClass, other: NumberClass): number {
  return compareText(one.category, other.category) || one.year - other.year
    || retentions.indexOf(one.retention) - retentions.indexOf(other.retention) || compareText(one.unit ?? '', other.unit ?? '')
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** The lowest 件号 that none of the numbers has in this class. Numbers of other classes do not count. */
export function nextItem(numbers: Iterable<ArchivalNumber>, wanted: NumberClass): number {
  const key = sequenceKey(wanted)
  const taken = new Set<number>()
  for (const number of numbers) if (sequenceKey(number) === key) taken.add(number.item)
  let item = 1
  while (taken.has(item)) item += 1
  return item
}

/** What is wrong with the numbers of a class: 件号 that nobody has below the highest one (both ends included), or one that several have. */
export type NumberProblem =
  | { readonly kind: 'gap'; readonly class: NumberClass; readonly from: number; readonly to: number }
  | { readonly kind: 'duplicate'; readonly number: ArchivalNumber; readonly count: number }

/** Every gap and every number given twice, in the order of the catalogue. */
export function numberProblems(numbers: readonly ArchivalNumber[]): readonly NumberProblem[] {
  const problems: NumberProblem[] = []
  let last: { readonly number: ArchivalNumber; readonly key: string; count: number } | null = null
  for (const number of [...numbers].sort((one, other) => compareSequences(one, other) || one.item - other.item)) {
    const key = sequenceKey(number)
    const isSameClass = last !== null && last.key === key
    if (last !== null && isSameClass && last.number.item === number.item) {
      last.count += 1
      if (last.count === 2) problems.push({ kind: 'duplicate', number, count: 2 })
      else problems[problems.length - 1] = { kind: 'duplicate', number, count: last.count }
      continue
    }
    const expected: number = last !== null && isSameClass ? last.number.item + 1 : 1
    if (number.item > expected) problems.push({ kind: 'gap', class: classOf(number), from: expected, to: number.item - 1 })
    last = { number, key, count: 1 }
  }
  return problems
}

/** The class of a number. */
export function classOf({ item: _item, ...rest }: ArchivalNumber): NumberClass {
  return rest
}

/** The year that a filed report is catalogued and sealed under: that of its 档号, else the year it is about. */
export function archiveYearOf(report: Pick<Report, 'year' | 'filing'>): number {
  return report.filing?.number?.year ?? report.year
}
