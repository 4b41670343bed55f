/** What is asked of the filed reports as a whole: the catalogue of a year, and what filing one more report would record (SPEC ARCHNO). */
import type { Retention } from '../report/filing'
import type { Report } from '../report/report'
import { contentPages } from '../print/contentPages'
import { layoutReport, type LayoutOptions } from '../print/layoutReport'
import { paginate } from '../print/paginate'
import { formatArchivalNumber, nextItem, type NumberProblem } from './archivalNumber'
import { filingClass, filingYear, suggestRetention, type ArchiveScheme, type FilingChoice } from './archiveScheme'
import { catalogueParts, catalogueProblems, type CatalogueFacts, type CataloguePart } from './catalogue'

/** `year`: the one that was asked for, else the newest; null while nothing is filed. `years`: newest first. */
export interface CatalogueOfYear {
  readonly year: number | null
  readonly years: readonly { readonly year: number; readonly count: number }[]
  readonly parts: readonly CataloguePart[]
  readonly problems: readonly NumberProblem[]
}

/** The catalogue of a year out of everything that is filed. */
export function catalogueOfYear(filed: readonly CatalogueFacts[], asked?: number): CatalogueOfYear {
  const counts = new Map<number, number>()
  for (const { year } of filed) counts.set(year, (counts.get(year) ?? 0) + 1)
  const years = [...counts].map(([year, count]) => ({ year, count })).sort((one, other) => other.year - one.year)
  const year = asked ?? years[0]?.year ?? null
  const ofYear = filed.filter((one) => one.year === year)
  return { year, years, parts: catalogueParts(ofYear, filed), problems: catalogueProblems(ofYear) }
}

/** `number` lacks its 全宗号 while the unit has none (`hasFonds`); `pages` are counted as the report is printed now. */
export interface FilingProposal {
  readonly number: string
  readonly hasFonds: boolean
  readonly year: number
  readonly retention: Retention
  readonly suggested: Retention
  readonly pages: number
  readonly units: ArchiveScheme['units']
  readonly unit?: string
}

/** What filing the report now would record. */
export function filingProposal(report: Report, scheme: ArchiveScheme, choice: FilingChoice, filed: readonly CatalogueFacts[], layout: Partial<LayoutOptions>): FilingProposal {
  const target = filingClass(report, scheme, choice)
  const document = layoutReport(report, layout)
  const suggested = suggestRetention(report.kind, scheme, report.title.join(''))
  return {
    number: formatArchivalNumber({ ...target, item: nextItem(filed.flatMap(({ number }) => number ?? []), target) }), hasFonds: target.fonds !== '',
    year: filingYear(report, scheme), retention: choice.retention ?? suggested, suggested, pages: contentPages(document, paginate(document)), units: scheme.units,
    ...(target.unit === undefined ? {} : { unit: target.unit }),
  }
}
