import { formatReport } from '../../shared/outline/formatReport'
import type { PrintedReport } from '../../shared/print/layoutReport'
import type { ExportedFile } from './exportWord'

/** The printed parts of the report as plain text that reads back as the same report: UTF-8 with its mark and Windows line ends, so that the oldest Notepad shows it as it is. */
export async function exportText(report: PrintedReport): Promise<ExportedFile> {
  const text = formatReport({ ...report, setAside: [] }).replace(/\r?\n/g, '\r\n')
  return { bytes: new TextEncoder().encode(`\ufeff${text}`), changes: [] }
}
