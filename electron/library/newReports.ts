/** Every way a report comes into the library (SPEC LIB-5 … LIB-9). Each gives the complete value of a new draft. */
import type { NewId } from '../../shared/base/ids'
import { AppFailure } from '../../shared/base/errors'
import type { Request } from '../../shared/ipc/contract'
import { guessMeta } from '../../shared/outline/guessMeta'
import { emptyContent, type ReportContent } from '../../shared/outline/reportContent'
import type { ReportKindId } from '../../shared/report/kinds'
import type { Report, ReportOrigin } from '../../shared/report/report'
import { fillFrom } from '../../shared/report/templates'
import { startFromLastYear } from '../../shared/report/startFromLastYear'
import { fillTemplate } from '../templates/fillTemplate'
import { findTemplate } from '../templates/reportTemplates'

/** A parsed file or text on its way in. What is not given is guessed from the content. */
export interface ReportImport {
  readonly content: ReportContent & Pick<Report, 'issuing'>
  readonly kind?: ReportKindId
  readonly year?: number
  readonly unit?: string
  /** The very same file is known under whatever year it is listed; otherwise under the same year only. */
  readonly isOnce?: true
  /** The file as it came; absent for pasted text. */
  readonly original?: { readonly name: string; readonly bytes: Uint8Array }
}

export interface ImportedReport {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly kind: ReportKindId
  /** The very same file is in the library under this year already: nothing was added, `id` is that report. */
  readonly isKnown: boolean
}

type Creation = Request<'report.create'>
type Frame = Pick<Report, 'id' | 'kind' | 'year' | 'unit' | 'origin'>

/** A report from nothing or from a template; `base` is last year's report or the unit's own template, where one of them is the source. */
export function createdReport({ source, kind, year, unit }: Creation, id: string, newBlockId: NewId, base: Report | null): Report {
  if (source.kind === 'blank') return draft({ id, kind, year, unit, origin: { kind: 'blank' } }, blankContent(newBlockId))
  if (source.kind === 'template') {
    if (base !== null) {
      const { unit: _unit, year: _year, ...content } = fillFrom(base, { unit, year }, newBlockId)
      return { ...content, id, kind, year, unit, state: 'draft', origin: { kind: 'template', from: base.id } }
    }
    const template = findTemplate(source.templateId)
    if (template === null) throw new AppFailure({ code: 'requestMalformed' })
    return draft({ id, kind, year, unit, origin: { kind: 'template', from: template.id } }, fillTemplate(template, { unit, year }, newBlockId))
  }
  if (base === null) throw new AppFailure({ code: 'reportNotFound' })
  const begun = startFromLastYear(base, year)
  return { ...begun, id, kind, unit: unit === '' ? base.unit : unit, state: 'draft', origin: { kind: 'lastYear', from: base.id } }
}

/** A copy of a report as a new draft beside it: 另存 (`copy`) or 更正 (`correction`). */
export function copiedReport(report: Report, id: string, kind: 'copy' | 'correction'): Report {
  const { filing: _filing, ...content } = report
  return { ...content, id, state: 'draft', origin: { kind, from: report.id } }
}

/** A parsed text as a new draft of `year`. */
export function importedReport(given: ReportImport, id: string, origin: ReportOrigin, year: number): Report {
  const guess = guessMeta(given.content, given.original?.name)
  return draft({ id, kind: given.kind ?? guess.kind, year, unit: given.unit ?? guess.unit ?? '', origin }, given.content)
}

/** The year under which an import is listed: the given one, else what the text or the file's name says, else `thisYear`. */
export function importYear({ year, content, original }: ReportImport, thisYear: number): number {
  return year ?? guessMeta(content, original?.name).year ?? thisYear
}

function draft({ id, kind, year, unit, origin }: Frame, content: ReportContent): Report {
  return { id, kind, year, unit, state: 'draft', ...content, origin }
}

/** A blank report has one empty paragraph, so that there is a place to write. */
function blankContent(newBlockId: NewId): ReportContent {
  return { ...emptyContent, blocks: [{ kind: 'text', id: newBlockId(), level: 0, runs: [] }] }
}
