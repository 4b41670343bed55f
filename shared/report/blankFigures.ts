/** Figures and years of a text as places to fill in, as templates and phrases have them (SPEC PHRASE-6, TEMPLATE-2). */
import { staleMarks } from './staleMarks'

export interface Replacement {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** What stands for the years around the report's own; without them a year is a figure like any other. */
export interface YearPlaces {
  readonly lastYear: string
  readonly year: string
  readonly nextYear: string
}

const figures = /百分之|\d+(?:[.,，．]\d+)*|[一二三四五六七八九十百千万亿两零〇]+(?:点[一二三四五六七八九零〇]+)?/g

/** The figures and dates of `text` with what stands for them (XX, XX年), in order and never overlapping; offsets are UTF-16. */
export function figureBlanks(text: string, year: number, years: YearPlaces | null = null): readonly Replacement[] {
  return staleMarks(text, year).map(({ from, to }) => {
    const found = text.slice(from, to)
    const own = /^(\d{4})(?=年)/.exec(found)?.[1]
    const place = own === undefined || years === null ? undefined : { [year - 1]: years.lastYear, [year]: years.year, [year + 1]: years.nextYear }[Number(own)]
    const rest = place === undefined || own === undefined ? found : found.slice(own.length)
    return { from, to, text: `${place ?? ''}${rest.replace(figures, (figure) => (figure === '百分之' ? figure : 'XX'))}` }
  })
}

/** The text with the replacements made, and neighbouring XX as one. */
export function replaced(text: string, replacements: readonly Replacement[]): string {
  let done = 0
  let out = ''
  for (const { from, to, text: words } of replacements) {
    out += text.slice(done, from) + words
    done = to
  }
  return (out + text.slice(done)).replace(/(?:XX){2,}/g, 'XX')
}
