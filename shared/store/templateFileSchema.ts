/** A template as a file that units hand around (SPEC TEMPLATE-5): one JSON document that says what it is. */
import { z } from 'zod'
import { fail, succeed, type Result } from '../base/result'
import { reportKindSchema, reportSchema } from '../report/schema'
import type { Report } from '../report/report'
import type { ReportKindId } from '../report/kinds'

const format = 'andu-template'
const version = 1

const headSchema = z.looseObject({ format: z.literal(format), version: z.number().int().min(1) })
const bodySchema = z.looseObject({ name: z.string().min(1).max(60), kind: reportKindSchema, report: z.looseObject({}) })

export interface TemplateFile {
  readonly name: string
  readonly kind: ReportKindId
  /** Everything but the id is what the file says; state, unit, year and origin mean nothing. */
  readonly report: Report
}

/** The whole file. What belongs to this computer (id, origin) is not in it. */
export function writeTemplateFile({ name, kind, report }: TemplateFile): string {
  const { id: _id, state: _state, origin: _origin, filing: _filing, unit: _unit, year: _year, setAside: _setAside, ...content } = report
  return `${JSON.stringify({ format, version, name, kind, report: content }, null, 2)}\n`
}

/** Reads a file of a template; `id` and `year` are what the report in it gets. `templateUnknown` if it is none, `templateNewer` if it is of a newer program. */
export function readTemplateFile(text: string, given: { readonly id: string; readonly year: number }): Result<TemplateFile> {
  const parsed = parseJson(text.replace(/^\ufeff/, ''))
  const head = headSchema.safeParse(parsed)
  if (!head.success) return fail({ code: 'templateUnknown' })
  if (head.data.version > version) return fail({ code: 'templateNewer' })
  const body = bodySchema.safeParse(parsed)
  if (!body.success) return fail({ code: 'templateUnknown' })
  const { name, kind } = body.data
  const report = reportSchema.safeParse({ ...body.data.report, ...given, kind, unit: '', state: 'draft', date: '', setAside: [], origin: { kind: 'template' } })
  return report.success ? succeed({ name, kind, report: report.data }) : fail({ code: 'templateUnknown' })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
