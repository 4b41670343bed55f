/** The same report as a file of every format: .docx from our own exporter, all others by LibreOffice from it. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportWord } from '../../electron/export/exportWord'
import { countingIds } from '../../shared/base/ids'
import { parseReport } from '../../shared/outline/parseReport'
import { convertByOffice } from '../support/convertByOffice'
import { reportText } from './texts'

export const formats = ['docx', 'doc', 'rtf', 'odt', 'html', 'txt', 'pdf'] as const

export type Format = (typeof formats)[number]

export interface ImportFiles {
  /** To be removed in the end. */
  readonly folder: string
  readonly pathOf: (format: Format) => string
  readonly bytes: ReadonlyMap<Format, Uint8Array>
}

export async function importFiles(characters: number): Promise<ImportFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'andu-bench-'))
  const pathOf = (format: Format): string => join(folder, `report.${format}`)
  const { content } = parseReport(reportText(characters), { newId: countingIds() })
  writeFileSync(pathOf('docx'), (await exportWord(content)).bytes)
  for (const format of formats) {
    if (format === 'docx') continue
    const made = convertByOffice({ 'report.docx': readFileSync(pathOf('docx')) }, format)['report.docx']
    if (made !== undefined) writeFileSync(pathOf(format), made)
  }
  return { folder, pathOf, bytes: new Map(formats.flatMap((format) => (existsSync(pathOf(format)) ? [[format, new Uint8Array(readFileSync(pathOf(format)))] as const] : []))) }
}
