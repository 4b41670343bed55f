import type { Timing } from './measure'

/** One line of the table: our operation beside its anchor in the same run. */
export interface Row {
  readonly metric: string
  readonly subject: Timing
  readonly anchor: Timing
  /** A statement that the ratio should keep, e.g. `≤ 1.3`; information, never a failure: machines wobble. */
  readonly goal?: { readonly most: number }
  /** An extra figure, e.g. a speed. */
  readonly note?: string
}

/** A check on the benchmark itself: a planted slow subject must be measured as slower, by its best samples, or the whole run is worth nothing. */
export interface Control {
  readonly name: string
  readonly ratio: number
  readonly least: number
}

export interface Outcome {
  readonly rows: readonly Row[]
  readonly controls: readonly Control[]
  /** What could not be measured here, and why. */
  readonly left: readonly string[]
}

export const nothingMeasured: Outcome = { rows: [], controls: [], left: [] }

/** Subject ÷ anchor; below 1 the subject is faster. */
export function ratioOf(row: Row): number {
  return row.subject.median / row.anchor.median
}

/** The table as text, in columns. */
export function resultTable(outcome: Outcome): string {
  const lines = outcome.rows.map((row) => [row.metric, milliseconds(row.subject), `${row.anchor.name} ${milliseconds(row.anchor)}`, ratioOf(row).toPrecision(3), verdict(row), row.note ?? ''])
  const header = ['metric', 'ours, ms', 'anchor, ms', 'ratio', 'goal', '']
  const widths = header.map((_, column) => Math.max(...[header, ...lines].map((line) => [...(line[column] ?? '')].length)))
  const print = (line: readonly string[]): string => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()
  const controls = outcome.controls.map((control) => `control: ${control.name}: ${control.ratio.toFixed(2)} (at least ${control.least}) ${control.ratio >= control.least ? 'noticed' : 'NOT NOTICED'}`)
  return [print(header), ...lines.map(print), '', ...controls, ...outcome.left.map((line) => `not measured: ${line}`)].join('\n')
}

function milliseconds(timing: Timing): string {
  return `${timing.median.toPrecision(3)} (p95 ${timing.p95.toPrecision(3)})`
}

function verdict(row: Row): string {
  if (row.goal === undefined) return ''
  return `≤ ${row.goal.most} ${ratioOf(row) <= row.goal.most ? 'met' : 'missed'}`
}
