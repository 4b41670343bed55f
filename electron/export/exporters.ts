/** File formats that a report can be exported to: a row more is a format more. Dialogs, menus and the command line follow from this table. */
import type { LayoutChoice, PrintedReport } from '../../shared/print/layoutReport'
import type { exportText as exportNames } from '../../shared/text/export'
import { exportOfd } from './exportOfd'
import { exportPdf } from './exportPdf'
import { exportText } from './exportText'
import { exportWord, type ExportedFile } from './exportWord'
import type { FontSource } from './fonts/fontSource'
import type { ReadPicture } from './readPictures'

export interface Exporter {
  readonly id: string
  /** Key of the name in `exportText.formats` of shared/text. */
  readonly nameKey: keyof (typeof exportNames)['formats']
  /** Without the dot. */
  readonly extension: string
  readonly run: (report: PrintedReport, options?: LayoutChoice, readPicture?: ReadPicture, fonts?: FontSource) => Promise<ExportedFile>
}

export const exporters = {
  word: { id: 'word', nameKey: 'word', extension: 'docx', run: exportWord },
  pdf: { id: 'pdf', nameKey: 'pdf', extension: 'pdf', run: exportPdf },
  ofd: { id: 'ofd', nameKey: 'ofd', extension: 'ofd', run: exportOfd },
  text: { id: 'text', nameKey: 'text', extension: 'txt', run: exportText },
} as const satisfies Record<string, Exporter>

export type ExporterId = keyof typeof exporters

/** The row whose extension a file name has; null for any other name. */
export function exporterFor(fileName: string): Exporter | null {
  const extension = /[^./\\]\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase()
  return Object.values<Exporter>(exporters).find((exporter) => exporter.extension === extension) ?? null
}
