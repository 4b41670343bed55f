/** The checks of the page without a main process: the real judging, over records whose files nobody could open. */
import { runChecks } from '../../shared/archive/checks/checks'
import type { CheckFacts, CheckStage, FiledFile } from '../../shared/archive/checks/checkFacts'
import type { FiledReport, Response } from '../../shared/ipc/contract'
import type { Report } from '../../shared/report/report'

export function fakeChecks(reports: readonly Report[], year: number, stage: CheckStage, checkedAt: string): Response<'archive.check'> {
  const filed = reports.filter((report) => report.year === year && report.state === 'filed')
  const file = (name: string, format: FiledFile['format']): FiledFile => ({ recorded: { name, sha256: '', bytes: 1 }, state: 'intact', format, opens: true, text: null, active: [], fontsOutside: format === 'pdf' ? [] : null })
  const records: CheckFacts['records'] = filed.map((report) => ({
    id: report.id, title: report.title.join(''), unit: report.unit, date: report.date, year, number: report.filing?.number ?? null, retention: report.filing?.retention ?? null, pages: report.filing?.pages ?? null, secrecy: '',
    filedAt: report.filing?.filedAt ?? '', contentRecorded: '', contentNow: '', word: file('材料.docx', 'docx'), pdf: null, attachmentsOutside: [], picturesMissing: 0, versions: 1, correction: null,
  }))
  const rows = runChecks({ stage, year, lastDay: checkedAt.slice(0, 10).replace(/-/g, ''), records, unfiled: [], packages: [], log: null, backupAt: null })
  return { year, stage, checkedAt, records: records.length, rows: rows.map((row) => ({ ...row, affected: [...row.affected] })) }
}

/** A year of the filed reports, all of them looked at just now. */
export function fakeFiledYear(filed: readonly FiledReport[], asked: number | undefined, now: string): Response<'archive.list'> {
  const yearOf = ({ number, summary }: FiledReport): number => number?.year ?? summary.year
  const years = [...new Set(filed.map(yearOf))].sort((one, other) => other - one)
  const year = asked !== undefined && years.includes(asked) ? asked : years[0] ?? null
  const broken = filed.filter(({ isIntact }) => isIntact === false)
  return {
    year, reports: filed.filter((one) => yearOf(one) === year).sort((one, other) => (one.filedAt < other.filedAt ? 1 : -1)),
    years: years.map((each) => ({ year: each, count: filed.filter((one) => yearOf(one) === each).length, broken: broken.filter((one) => yearOf(one) === each).length })),
    rounds: { pieces: filed.length, fresh: filed.length, lastAt: filed.length === 0 ? null : now, broken: broken.map(({ summary: { id, title } }) => ({ id, title })) },
  }
}
