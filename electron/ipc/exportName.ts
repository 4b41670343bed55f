import { safeFileName } from '../../shared/base/safeFileName'
import type { Report } from '../../shared/report/report'
import { shellText } from '../../shared/text/shell'

/** The name offered for an exported file: unit, year and title, without saying twice what the title says already (SPEC IPC-8). */
export function exportName(report: Pick<Report, 'title' | 'unit' | 'year'>, extension = 'docx'): string {
  const title = report.title.join('').trim()
  const parts = [report.unit, String(report.year), title].filter((part) => part !== '' && (part === title || !title.includes(part)))
  return safeFileName(title === '' ? [...parts, shellText.untitled].join(' ') : parts.join(' '), `.${extension}`, shellText.untitled)
}
