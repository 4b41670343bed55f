/** Empty lines between two parts, counted in lines of body text. */
import { lineHeight } from './measures'
import type { Line } from './roles'
import type { Subject } from './subject'

/** Lines that are free above a line; null at the top of a page, or where something else than text stands above. */
export function linesAbove(subject: Subject, line: Line): number | null {
  const own = line.paragraph
  let at = subject.lines.indexOf(line)
  const pitch = subject.linePitch ?? 579
  if (line.where !== 'body' || line.startsPage) return null
  let free = own.before
  for (at -= 1; at >= 0; at -= 1) {
    const above = subject.lines[at]
    if (above === undefined) return null
    if (above.where === 'box') continue
    if (above.where === 'table') return null
    const { paragraph } = above
    if (above.text !== '') return round((free + paragraph.after) / pitch)
    free += paragraph.before + paragraph.after + emptyHeight(lineHeight(paragraph, subject.facts.sections[paragraph.section] ?? subject.section), pitch)
    if (above.startsPage) return null
  }
  return null
}

/** An empty paragraph of smaller type is a line all the same, unless it is hardly half of one or far more. */
function emptyHeight(height: number, pitch: number): number {
  return height >= 0.55 * pitch && height <= 1.45 * pitch ? pitch : height
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** 空 1 行; a half line more or less is the same. */
export function isFree(lines: number | null, wanted: number): boolean {
  return lines === null || Math.abs(lines - wanted) < 0.5
}

/** 空 2 行, for the sheet; `null` is the top of a page. */
export function linesText(lines: number | null): string {
  return lines === null ? '在页首' : lines < 0.5 ? '没有空行' : `空 ${Number(lines.toFixed(1))} 行`
}
