import { formatReport } from '../../shared/outline/formatReport'
import type { ReportContent } from '../../shared/outline/reportContent'
import type { ExportedFile } from './exportWord'

/** The report as plain text: UTF-8 with its mark and Windows line ends, so that the oldest Notepad shows it as it is. */
export async function exportText(report: ReportContent): Promise<ExportedFile> {
  const text = formatReport(report).replace(/\r?\n/g, '\r\n')
  return { bytes: new TextEncoder().encode(`\ufeff${text}`), changes: [] }
}
