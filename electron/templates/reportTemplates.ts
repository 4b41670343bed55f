/** The skeletons of the yearly reports, one data file for each kind. A new template is a new file in assets/templates and one line here. */
import general from '../../assets/templates/general.json'
import ideologicalWork from '../../assets/templates/ideologicalWork.json'
import ideology from '../../assets/templates/ideology.json'
import partyBuilding from '../../assets/templates/partyBuilding.json'
import ruleOfLaw from '../../assets/templates/ruleOfLaw.json'
import safety from '../../assets/templates/safety.json'
import { invariant } from '../../shared/base/invariant'
import { reportKinds, type ReportKindId } from '../../shared/report/kinds'
import type { TextBlock } from '../../shared/report/report'

/** A skeleton. `{unit}`, `{year}` and `{nextYear}` in its texts stand for those of the new report; （写…） tells the clerk what belongs there. */
export interface ReportTemplate {
  readonly id: string
  readonly kind: ReportKindId
  readonly name: string
  readonly title: string
  readonly addressee: string
  readonly blocks: readonly { readonly level: TextBlock['level']; readonly text: string }[]
  readonly signature: readonly string[]
}

interface TemplateFile extends Omit<ReportTemplate, 'kind' | 'blocks'> {
  readonly kind: string
  readonly blocks: readonly { readonly level: number; readonly text: string }[]
}

/** All templates in the order in which they are offered. */
export const reportTemplates: readonly ReportTemplate[] = [ideologicalWork, ideology, partyBuilding, safety, ruleOfLaw, general].map(readTemplate)

/** The template with this id, or null. */
export function findTemplate(id: string): ReportTemplate | null {
  return reportTemplates.find((template) => template.id === id) ?? null
}

/** The headings of the two upper levels, as the dialog shows them before the clerk chooses. */
export function templateHeadings(template: ReportTemplate): readonly string[] {
  return template.blocks.filter((block) => block.level === 1).map((block) => block.text)
}

function readTemplate(file: TemplateFile): ReportTemplate {
  const kind = reportKinds.find((each) => each.id === file.kind)
  invariant(kind, `template ${file.id} is of an unknown kind`)
  return { ...file, kind: kind.id, blocks: file.blocks.map(({ level, text }) => ({ level: levelOf(level), text })) }
}

function levelOf(level: number): TextBlock['level'] {
  const found = ([0, 1, 2, 3, 4, 5] as const).find((each) => each === level)
  invariant(found !== undefined, `a template has no level ${level}`)
  return found
}
