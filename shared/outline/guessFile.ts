/** What a file says about its report, by its text and by its place (SPEC FOLDER-4): guesses for the import of a folder, to be confirmed by the clerk. */
import type { ReportKindId } from '../report/kinds'
import { fileNameTitle } from './fileNameTitle'
import { commonYear, firstYear, guessKind, guessUnit, namedYears, openingText, unitAtHead, yearOfDate } from './guessMeta'
import { toHalfWidthDigits } from './numerals'
import type { ReportContent } from './reportContent'

/** What said the year, the strongest first. */
export type YearSource = 'title' | 'fileName' | 'text' | 'date' | 'folder'

export interface FileGuess {
  /** Null if nothing names one. */
  readonly year: number | null
  readonly yearFrom: YearSource | null
  /** No year was named, only weakly, or by two sources differently. */
  readonly isYearDoubtful: boolean
  /** What the strongest source that says otherwise says; null if none does. */
  readonly otherYear: number | null
  readonly kind: ReportKindId
  /** '' if none is named. */
  readonly unit: string
  /** Of one line; from the name of the file if the text has none. */
  readonly title: string
  readonly titleFrom: 'text' | 'fileName'
}

/** `path` is relative to the chosen folder, with `/`; its last part is the file's name. */
export function guessFile(content: ReportContent, path: string): FileGuess {
  const parts = path.split('/')
  const name = fileStem(parts[parts.length - 1] ?? '')
  const folders = parts.slice(0, -1).reverse()
  const title = content.title.join('')
  const opening = openingText(content)
  const named: Readonly<Record<YearSource, number | null>> = {
    title: firstYear(title), fileName: yearOfName(name), text: commonYear(opening, namedYears(content.date)[0]), date: yearOfDate(content.date), folder: first(folders, yearOfName),
  }
  const sources = (['title', 'fileName', 'text', 'date', 'folder'] as const).filter((source) => named[source] !== null)
  const [yearFrom = null] = sources
  const year = yearFrom === null ? null : named[yearFrom]
  const others = sources.slice(1).filter((source) => source !== 'text')
  // A date in the first months may tell of the year before, or of a plan for its own.
  const isEarly = yearFrom === 'date' && namedYears(content.date)[0] !== year
  const isWeak = yearFrom === null || ((yearFrom === 'text' || yearFrom === 'folder' || isEarly) && !others.some((source) => named[source] === year))
  // Folders go by the year of filing and dates by that of signing; two names ought to agree.
  const otherSource = others.find((source) => named[source] !== year && (yearFrom !== 'title' || source === 'fileName'))
  const otherYear = otherSource === undefined ? null : named[otherSource]
  return {
    year, yearFrom, isYearDoubtful: isWeak || otherYear !== null, otherYear,
    kind: guessKind(title) ?? guessKind(name) ?? first(folders, guessKind) ?? guessKind(openingText(content, 'text')) ?? 'other',
    unit: guessUnit(content, title) || unitAtHead(name) || (first(folders, (folder) => unitAtHead(folder) || null) ?? ''),
    title: title === '' ? fileNameTitle(parts[parts.length - 1] ?? '') : title,
    titleFrom: title === '' ? 'fileName' : 'text',
  }
}

function fileStem(name: string): string {
  return name.replace(/(?<=.)\.[A-Za-z0-9]{1,5}$/, '')
}

/** A whole day in a name is the day of writing, and is read like the date of the text; 19年 at its head is 2019. */
export function yearOfName(name: string): number | null {
  const text = toHalfWidthDigits(name)
  const day = /(?:^|\D)((?:19|20)\d\d)(?:([-._])(0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01])|年(0?[1-9]|1[0-2])月(?:0?[1-9]|[12]\d|3[01])日|(0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)/.exec(text)
  const rest = day === null ? text : text.replace(day[0], ' ')
  const year = namedYears(rest)[0]
  if (year !== undefined) return year
  if (day !== null) return yearOfDate(`${day[1] ?? ''}年${Number(day[3] ?? day[4] ?? day[5])}月`)
  const short = /(?:^|[^\d第近前后这])([0-2]\d)年(?=度|[工党总报述意思安法上下全终\s（(_-]|$)/.exec(text)
  return short === null ? firstYear(text) : 2000 + Number(short[1])
}

function first<T>(folders: readonly string[], read: (folder: string) => T | null): T | null {
  for (const folder of folders) {
    const found = read(folder)
    if (found !== null) return found
  }
  return null
}
