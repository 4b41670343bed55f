import type { NewId } from '../../shared/base/ids'
import { emptyContent, type ReportContent } from '../../shared/outline/reportContent'
import { fillPlaces } from '../../shared/report/templates'
import type { ReportTemplate } from './reportTemplates'

/** The content of a new report from a skeleton. Without a unit its places stay empty, so the title begins with the year. */
export function fillTemplate(template: ReportTemplate, given: { readonly unit: string; readonly year: number }, newId: NewId): ReportContent {
  const fill = (text: string): string => fillPlaces(text, given)
  return {
    ...emptyContent,
    title: [fill(template.title)],
    addressee: fill(template.addressee),
    blocks: template.blocks.map(({ level, text }) => ({ kind: 'text', id: newId(), level, runs: [{ text: fill(text) }] })),
    signature: template.signature.map(fill).filter((line) => line !== ''),
  }
}
