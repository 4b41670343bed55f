/** Numbers that a word processor makes itself, counted alike for all formats (SPEC IMPORT-6): levels, restarts, lists that share their counters. */
import { formatListNumber } from '../../shared/outline/numeralFormats'
import { limits } from './limits'

/** One level of a list. */
export interface ListLevel {
  readonly start: number
  /** By its name in .docx files; `bullet` makes no text. */
  readonly format: string
  /** `%1` to `%9` stand for the numbers of the levels. */
  readonly text: string
  /** All numbers in digits. */
  readonly isLegal: boolean
  /** Starts anew after levels above this one (1-based); 0 never does; null after all above. */
  readonly restartAfter: number | null
  /** Between number and text: a blank, or '' for a tab or nothing. */
  readonly gap: string
}

export interface CountedList<Level extends ListLevel = ListLevel> {
  /** Lists with the same word share their counters. */
  readonly counters: string
  readonly levels: ReadonlyMap<number, Level>
  /** By level: begins at this number at its first paragraph. */
  readonly startOverrides: ReadonlyMap<number, number>
}

export interface CountedNumber {
  /** The number with its gap; '' if it has none. */
  readonly label: string
  /** A list without numbers. */
  readonly isBullet: boolean
}

/** The next number in the list `id` on a level (0-based); `start` begins anew with this number. */
export type CountInList = (id: string, list: CountedList, level: number, start?: number) => CountedNumber

export const noNumber: CountedNumber = { label: '', isBullet: false }

/** Counters of one document. */
export function createListCounter(): CountInList {
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return (id, list, level, start) => {
    const rule = list.levels.get(level)
    if (rule === undefined) return noNumber
    const values = counters.get(list.counters) ?? []
    counters.set(list.counters, values)
    // A level that is used stands under one of each higher level, whether that was written or not.
    for (let higher = 0; higher < level; higher += 1) {
      if (values[higher] !== undefined) continue
      values[higher] = list.startOverrides.get(higher) ?? list.levels.get(higher)?.start ?? 1
      begun.add(`${id} ${higher}`)
    }
    const key = `${id} ${level}`
    const first = start ?? (begun.has(key) ? undefined : list.startOverrides.get(level))
    const last = values[level]
    values[level] = first ?? (last === undefined ? list.startOverrides.get(level) ?? rule.start : last + 1)
    begun.add(key)
    for (let deeper = level + 1; deeper <= 9; deeper += 1) {
      const restart = list.levels.get(deeper)?.restartAfter ?? null
      if (restart !== 0 && (restart === null || level < restart)) values[deeper] = undefined
    }
    return rule.format === 'bullet' ? { label: '', isBullet: true } : { label: labelOf(list, rule, values), isBullet: false }
  }
}

function labelOf(list: CountedList, rule: ListLevel, values: readonly (number | undefined)[]): string {
  const text = rule.text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1
    const own = list.levels.get(level)
    return formatListNumber(values[level] ?? own?.start ?? 1, rule.isLegal ? 'decimal' : own?.format ?? 'decimal')
  })
  return text === '' ? '' : `${text.slice(0, limits.name)}${rule.gap}`
}

/** Names by the codes of .doc and .rtf files ([MS-OSHARED] 2.2.1.3, MSONFC). What is missing is written in digits. */
const namesByCode = new Map<number, string>(([
  [0, 'decimal'], [1, 'upperRoman'], [2, 'lowerRoman'], [3, 'upperLetter'], [4, 'lowerLetter'], [5, 'ordinal'], [10, 'ideographDigital'], [11, 'japaneseCounting'],
  [14, 'decimalFullWidth'], [15, 'decimal'], [16, 'ideographLegalTraditional'], [17, 'japaneseDigitalTenThousand'], [18, 'decimalEnclosedCircle'], [19, 'decimalFullWidth2'],
  [22, 'decimalZero'], [23, 'bullet'], [26, 'decimalEnclosedFullstop'], [27, 'decimalEnclosedParen'], [28, 'decimalEnclosedCircleChinese'], [29, 'ideographEnclosedCircle'],
  [30, 'ideographTraditional'], [31, 'ideographZodiac'], [32, 'ideographZodiacTraditional'], [33, 'taiwaneseCounting'], [34, 'ideographLegalTraditional'], [35, 'taiwaneseCountingThousand'],
  [36, 'taiwaneseDigital'], [37, 'chineseCounting'], [38, 'chineseLegalSimplified'], [39, 'chineseCountingThousand'], [57, 'numberInDash'], [255, 'none'],
] as const))

/** The name of a number format by its code in .doc and .rtf files. */
export function formatOfCode(code: number): string {
  return namesByCode.get(code) ?? 'decimal'
}
