/** What one generation of a report holds (SPEC STORE-9): the report, and the library's own marks beside it. */
import { z } from 'zod'
import { reportSchema } from '../report/schema'
import type { Report } from '../report/report'
import type { DataFormat } from './format'
import { reportMigrations } from './migrations'

export interface StoredReport {
  readonly report: Report
  /** ISO time at which it was moved to the trash; absent if it is not there. */
  readonly trashedAt?: string
  /** What the report is called as a template; absent in every other report. */
  readonly template?: { readonly name: string }
  /** Another head stands beside this one and the clerk has not chosen yet: the number of its generation. */
  readonly conflict?: { readonly theirs: number }
}

const storedReportSchema = z.looseObject({ report: reportSchema, trashedAt: z.string().optional(), template: z.looseObject({ name: z.string() }).optional(), conflict: z.object({ theirs: z.number().int().min(1) }).optional() }) as unknown as z.ZodType<StoredReport>

/** Format of `reports/<id>`. */
export const reportFormat: DataFormat<StoredReport> = {
  version: reportMigrations.length,
  migrations: reportMigrations,
  parse: (data) => storedReportSchema.safeParse(data).data ?? null,
  isSealed: ({ report }) => report.state === 'filed',
}
