import { countingIds } from '../../shared/base/ids'
import { emptyContent } from '../../shared/outline/reportContent'
import type { Report } from '../../shared/report/report'
import { readablePlaces } from '../../shared/report/templates'
import type { ReportTemplate } from './reportTemplates'

/** A template of the program as one that a unit can change: the same words, its places as a clerk reads them. */
export function templateReport(template: ReportTemplate, frame: { readonly id: string; readonly year: number }): Report {
  const newId = countingIds('b')
  return {
    ...emptyContent, ...frame, kind: template.kind, unit: '', state: 'draft', origin: { kind: 'template', from: template.id },
    title: [readablePlaces(template.title)], addressee: readablePlaces(template.addressee),
    blocks: template.blocks.map(({ level, text }) => ({ kind: 'text', id: newId(), level, runs: [{ text: readablePlaces(text) }] })),
    signature: template.signature.map(readablePlaces),
  }
}
