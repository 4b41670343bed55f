/** What the palette offers for the words typed so far (SPEC EDIT-17): commands first, then the headings of the report on the desk, then other reports. */
import { commandTable, type CommandId } from '../../shared/commands/commandTable'
import { keyOf } from '../../shared/commands/keyText'
import type { OutlineRow } from '../../shared/outline/outlineRows'
import { commandLabels } from '../../shared/text/commands'
import type { ReportSummary } from '../../shared/report/summary'

export type PaletteRow =
  | { readonly kind: 'command'; readonly id: CommandId; readonly label: string; readonly keys: string; readonly isEnabled: boolean }
  | { readonly kind: 'section'; readonly id: string; readonly label: string; readonly level: number }
  | { readonly kind: 'report'; readonly id: string; readonly label: string; readonly year: number }

export interface PaletteSource {
  readonly isEnabled: (id: CommandId) => boolean
  readonly outline: readonly OutlineRow[]
  readonly reports: readonly ReportSummary[]
  readonly platform: string
}

/** So many headings and reports are offered at most; more words narrow them down. */
const most = 12

/** Rows in the order in which they are shown. Without words only commands, those that can be done first. */
export function paletteRows(words: string, { isEnabled, outline, reports, platform }: PaletteSource): readonly PaletteRow[] {
  const parts = words.trim().toLowerCase().split(/\s+/).filter((part) => part !== '')
  const commands = commandTable.filter(({ id }) => id !== 'palette.open').map(({ id }): PaletteRow & { readonly kind: 'command' } => ({ kind: 'command', id, label: commandLabels[id], keys: keyOf(id, platform), isEnabled: isEnabled(id) }))
  const found = best(commands, parts, ({ label, keys }) => `${label} ${keys}`)
  const ordered = parts.length === 0 ? [...found.filter((row) => row.isEnabled), ...found.filter((row) => !row.isEnabled)] : found
  if (parts.length === 0) return ordered
  const sections = outline.filter(({ kind }) => kind === 'heading').map((row): PaletteRow & { readonly kind: 'section' } => ({ kind: 'section', id: row.blockId, label: `${row.number}${row.text}`, level: row.level }))
  const others = reports.filter(({ isTrashed }) => !isTrashed).map((report): PaletteRow & { readonly kind: 'report' } => ({ kind: 'report', id: report.id, label: report.title, year: report.year }))
  return [...ordered, ...best(sections, parts, ({ label }) => label).slice(0, most), ...best(others, parts, ({ label, year }) => `${label} ${year}`).slice(0, most)]
}

/** Those that hold every part; those that begin with the first part stand first. */
function best<Row>(rows: readonly Row[], parts: readonly string[], textOf: (row: Row) => string): readonly Row[] {
  const found = rows.filter((row) => parts.every((part) => textOf(row).toLowerCase().includes(part)))
  const [first] = parts
  if (first === undefined) return found
  const begins = (row: Row): boolean => textOf(row).toLowerCase().startsWith(first)
  return [...found.filter(begins), ...found.filter((row) => !begins(row))]
}
